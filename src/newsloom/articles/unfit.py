"""Pages that are no reports: error pages, empty pages, stubs behind a paywall, videos.

In: what was found on a page. Out: the reason to refuse it, "" where it is a report. Long texts are never refused for
their words: a report may speak of paywalls and of error 404.
"""

from __future__ import annotations

import re

from newsloom.articles.metadata import Metadata
from newsloom.records import RawPage

FEWEST_BYTES = 140  # of text: some 23 English words, 47 Chinese characters
ERROR_SHORTER_THAN = 1_500  # characters
STUB_SHORTER_THAN = 1_200
OPENING_SHORTER_THAN, OPENING_PARAGRAPHS = 700, 3
VIDEO_SHORTER_THAN = 700
ERROR = re.compile(
    r"(?:error\W*)?(?:40[0134]|410|429|50[0234])\b(?!\s*(?:people|million|years?|km|miles|dead|killed))|"
    r"(?:sorry\W*|oops\W*|uh[- ]oh\W*)?(?:the |this |that )?(?:page|article|story|url|content)s?\b[^.]{0,30}"
    r"(?:not (?:be )?found|no longer|does(?:n['’]t| not) exist|unavailable|(?:has been |was )?removed|can['’]t be)|"
    r"not found\W*$|access (?:to this page )?(?:has been )?denied|just a moment|attention required|forbidden\W*$|"
    r"(?:service|site|website) (?:temporarily )?(?:unavailable|maintenance)|(?:are you|"
    r"verify (?:that )?you are) (?:a )?"
    r"(?:human|robot)|(?:one more step|pardon our interruption|security check|checking your browser)|"
    r"(?:bad gateway|internal server error|gateway timeout|too many requests)|page introuvable|seite nicht gefunden",
    re.I,
)
PAYWALL = re.compile(
    r"\b(?:subscribe|sign (?:in|up)|log in|register|create an account)\b[^.]{0,40}\bto (?:continue|keep|read|"
    r"view|access|unlock)\b|"
    r"\bto (?:continue|keep) reading\b|\balready (?:a subscriber|subscribed|have an account)\b|"
    r"\bthis (?:article|content|story|post)\b[^.]{0,30}\b(?:for|to) (?:our )?(?:paid |premium )?(?:subscribers|"
    r"members)\b|"
    r"\b(?:subscriber|member|premium)[- ](?:only|exclusive)\b|\byou(?:['’]ve| have) (?:reached|"
    r"used)\b[^.]{0,40}\bfree\b|"
    r"\bréservé (?:à nos|aux) abonnés\b|\bunlock this (?:article|story)\b|\bstart your (?:free )?trial\b",
    re.I,
)
VIDEO = re.compile(r"^(?:VideoObject|video(?:\.\w+)?|Movie|Clip|BroadcastEvent)$", re.I)
VIDEO_ADDRESS = re.compile(r"/(?:videos?|watch|av|live-?stream)/", re.I)
NO_PAGE = re.compile(r"^(?:image|audio|video|font)/|^application/(?:pdf|zip|octet-stream|gzip|msword|vnd\.)", re.I)
MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x00\x00\x00")


def no_page(page: RawPage, content_type: str) -> str:
    """Why the bytes are no page at all: "application/pdf"."""
    if NO_PAGE.match(content_type):
        return f"no page but {content_type.split(';')[0].strip().lower()}"
    return "no page but a binary file" if page.body.startswith(MAGIC) else ""


def no_report(text: str, metadata: Metadata, title: str, shown: str, url: str) -> str:
    """Why a page is no report; `shown` is all the page's words, `title` its <title>."""
    heading = metadata.headline or title
    if len(text) < ERROR_SHORTER_THAN and (ERROR.match(heading) or ERROR.match(title)):
        return f"an error page: {heading[:80] or title[:80]!r}"
    if _is_stub(text, metadata, shown):
        return "a stub behind a paywall"
    if len(text) < VIDEO_SHORTER_THAN and (any(map(VIDEO.match, metadata.types)) or VIDEO_ADDRESS.search(url)):
        return "a video page"
    if len(text.encode("utf-8", "replace")) < FEWEST_BYTES:
        return "no text to speak of" if text.strip() else "no text"
    return ""


def _is_stub(text: str, metadata: Metadata, shown: str) -> bool:
    """Whether a short text asks for more itself, or is an opening on a page that does.

    A page that sells subscriptions, or says that it is not free, may still carry its report in full.
    """
    if len(text) < STUB_SHORTER_THAN and PAYWALL.search(text):
        return True
    opening = len(text) < OPENING_SHORTER_THAN and text.strip().count("\n\n") < OPENING_PARAGRAPHS
    return opening and (metadata.free is False or bool(PAYWALL.search(shown)))

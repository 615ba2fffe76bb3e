"""Blocks of a body -> those that are the report, and those that are not, each with the reason.

In: blocks in order, the headline, the names of the byline and of the site. Out: what is kept and what was dropped;
nothing vanishes unnamed, and the words of a kept block are never altered, but for a server's error message cut out of
it. Only short blocks are judged by their words. What one outlet repeats in all its reports is learned elsewhere,
across reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsloom.articles.body import Block

SERVER_ERROR = re.compile(r"\s*\[an error occurred while processing (?:this|the) directive\]\s*", re.I)

# reason -> what such a block looks like; matched at its start (French beside English)
SHORT_BLOCKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "share bar",
        re.compile(
            r"(?=.*\b(?:share|tweet|e?-?mail|facebook|twitter|whats?app|linkedin|reddit|copy link|partager|"
            r"imprimer|print)\b)"
            r"(?:share|tweet|pin|print|e?-?mail|save|facebook|twitter|x|whats?app|linkedin|reddit|telegram|copy link|"
            r"copied|bookmark|flipboard|pinterest|messenger|threads|bluesky|like|follow us|partager|envoyer|imprimer|"
            r"kakaotalk|wechat|weibo|viber|vk|instagram|line|a|this|article|story|on|via|by|link|to|clipboard|"
            r"us|the|your friends|with|\W)+$|"
            r"(?:share (?:this|on|via)|follow (?:us|@?\w+) on|like us on|tweet this)\b.{0,60}$|\d+ shares?$",
            re.I,
        ),
    ),
    (
        "newsletter",
        re.compile(
            r"(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletters?|inbox|alerts?|e-?mails?|updates|briefing)\b|"
            r"(?:get|receive)\b.{0,80}\b(?:in|to) your inbox\b|.{0,80}\bdelivered (?:straight |"
            r"directly )?to your inbox\b|"
            r"(?:our|the) (?:free )?(?:daily |weekly )?newsletters?\W*$|by (?:signing up|subscribing|"
            r"clicking)\b.{0,200}$|"
            r"(?:inscrivez-vous|abonnez-vous)\b.{0,80}(?:newsletter|lettre)|recevez\b.{0,120}(?:newsletter|"
            r"boîte mail|lettre d.information)",
            re.I,
        ),
    ),
    (
        "related",
        re.compile(
            r"(?:related|recommended|suggested|popular|trending|most (?:read|viewed|popular|commented)|"
            r"you (?:may|might) "
            r"(?:also )?(?:like|be interested)|more (?:from|on this|stories|news|coverage|like this)|"
            r"read (?:more|also|next)|"
            r"also (?:read|on)|see also|see more|up next|don['’]t miss|watch(?: now| next| more)?|"
            r"in case you missed it|"
            r"further reading|editors?['’]? picks?|top stories|latest (?:news|stories)|à lire aussi|lire aussi|"
            r"sur le même sujet)(?:\s+(?:news|stories|articles?|content|topics|links|posts|reading|coverage|here|now))*"
            r"(?:\s*[:>|»–—-].*|\W*)$",
            re.I,
        ),
    ),
    (
        "advertisement",
        re.compile(
            r"(?:advertise?ments?|advertising|sponsored(?: content)?|promoted|paid content|publicité)\W*$|"
            r"(?:story|article|content|text) continues? (?:below|after)|(?:continue|keep) reading(?: below)?\W*$|"
            r"scroll (?:down )?to continue|(?:skip|skip past) (?:ad|advert|newsletter|promotion)|loading\W*$|"
            r"(?:this )?(?:article|post|page|story) (?:may )?contains? affiliate links",
            re.I,
        ),
    ),
    (
        "copyright",
        re.compile(
            r"(?:copyright\W*)?(?:©|\(c\)\s*\d).{0,200}$|copyright\W*\d{4}\b.{0,200}$|"
            r".{0,60}\ball rights reserved\b.{0,120}$|"
            r"this (?:material|content|article)[^.]{0,40} may not be (?:published|reproduced|broadcast|"
            r"rewritten|copied)|"
            r"tous droits réservés",
            re.I,
        ),
    ),
    (
        "page furniture",
        re.compile(
            r"(?:comments?|leave a (?:comment|reply)|join the conversation|view comments|show comments|load more|"
            r"back to top|skip to (?:main )?content|table of contents|jump to|(?:log|sign) in|menu|close|toggle \w+|"
            r"previous(?: article)?|next(?: article)?|tags?:.{0,120}|filed under:?.{0,120}|topics?:.{0,120}|"
            r"\d+ (?:min(?:ute)?s?|comments?)(?: read)?|reading time.{0,20}|"
            r"temps de lecture.{0,20})\W*(?:\(?\d*\)?)\W*$|"
            r"(?:please )?(?:enable|turn on) javascript|(?:this|your) (?:browser|device) (?:does not|"
            r"doesn['’]t) support|"
            r"(?:we|this (?:web)?site) uses? cookies|(?:accept|manage) (?:all )?cookies|media playback is (?:un|not )|"
            r"(?:file )?(?:photo|image|picture)(?:s)?(?: credit| by| courtesy)?\s*[:/].{0,80}$|getty images\W*$",
            re.I,
        ),
    ),
)
STAMP_LETTERS = re.compile(
    r"published|updated|posted|by|at|on|am|pm|\d+|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
CONTACT = re.compile(r"\W*(?:e-?mail\W*|contact\W*|twitter\W*)?\S+@\S+\W*$|\W*(?:twitter\W*)?@\w+\W*$", re.I)
LISTING = re.compile(r"related|recommended|suggested|popular|trending|most |more |see also|top stories|latest ", re.I)
LEADING = re.compile(r"^[\W_]+")
COMMENTS = re.compile(r"(?:\d+ )?(?:reader )?comments?\W*(?:\(?\d+\)?)?\W*$|commentaires?\W*\d*\W*$", re.I)
FEWEST_BEFORE_COMMENTS = 3  # blocks of a report, for what follows "Comments" to be its readers'
LONGEST_JUDGED = 260  # characters: a longer block is a paragraph
REPEATED_FROM = 60  # characters: a shorter line may be said twice
DATELINE_ONLY = re.compile(
    r"(?:(?:published|posted|updated|last updated|first published|publié|mis à jour)\b.{0,80}|"
    r"(?:\w{3,9},?\s+)?(?:\d{1,2}\s+\w{3,9}|\w{3,9}\.?\s+\d{1,2}),?\s+\d{4}.{0,40})$",
    re.I,
)
LONGEST_LABEL = 24  # letters of a label above the report: "World", "U.S. Politics"
OPENING = 4  # blocks in which a byline or a date may stand alone


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of a page that are no part of the report, and why."""

    text: str
    reason: str


def part_boilerplate(
    blocks: Iterable[Block], headline: str, byline: Sequence[str] = (), sites: Sequence[str] = ()
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """(kept, dropped), both in order.

    >>> kept, dropped = part_boilerplate([Block("paragraph", "Share this"), Block("paragraph", "He left.")], "H")
    >>> [block.text for block in kept], [line.reason for line in dropped]
    (['He left.'], ['share bar'])
    """
    kept: list[Block] = []
    dropped: list[Dropped] = []
    seen: set[str] = set()
    under_related = commented = False
    for block in blocks:
        clean = _without_server_error(block, dropped)
        if not clean.text:
            continue
        commented = commented or (len(kept) >= FEWEST_BEFORE_COMMENTS and bool(COMMENTS.match(clean.text)))
        reason = "comments" if commented else _reason(clean, headline, byline, sites, len(kept), seen)
        under_related = _stays_under(clean, reason, under_related)
        reason = reason or ("related" if under_related else "")
        if reason:
            dropped.append(Dropped(clean.text, reason))
        else:
            kept.append(clean)
            seen.add(clean.text)
    while kept and kept[-1].kind == "heading":  # a heading with nothing below it
        dropped.append(Dropped(kept.pop().text, "heading of nothing"))
    return tuple(kept), tuple(dropped)


def _without_server_error(block: Block, dropped: list[Dropped]) -> Block:
    text, count = SERVER_ERROR.subn(" ", block.text)
    if not count:
        return block
    dropped.extend(Dropped(found.group().strip(), "server error") for found in SERVER_ERROR.finditer(block.text))
    return Block(block.kind, text.strip())


def _stays_under(block: Block, reason: str, under: bool) -> bool:
    """A line "Related" takes the headlines below it along, up to the next sentence of the report."""
    if reason == "related":
        return under or bool(LISTING.match(block.text))
    sentence = block.kind == "paragraph" and block.text.endswith((".", "!", "?", "”", '"', ":", "…"))
    return under and not sentence and len(block.text) <= LONGEST_JUDGED


def _reason(
    block: Block, headline: str, byline: Sequence[str], sites: Sequence[str], place: int, seen: set[str]
) -> str:
    if block.kind == "paragraph" and block.text in seen and len(block.text) >= REPEATED_FROM:
        return "repeated"
    if len(block.text) > LONGEST_JUDGED:
        return ""
    letters = _letters(block.text)
    if not letters:
        return "no words"
    if letters == _letters(headline) and (place < OPENING or block.kind == "heading"):
        return "headline repeated"
    if place < OPENING and _is_byline(letters, byline):
        return "byline"
    if place == 0 and block.kind != "heading" and len(letters) <= LONGEST_LABEL and len(block.text.split()) <= 3:
        return "section label"
    if _is_navigation(block.text, place):
        return "navigation"
    if place == 0 and block.kind != "heading" and _names_site(block.text, sites):
        return "site name"
    if place < OPENING and len(block.text) < 100 and DATELINE_ONLY.match(block.text):
        return "date line"
    if CONTACT.match(block.text):
        return "contact"
    bare = LEADING.sub("", block.text)
    return next((name for name, pattern in SHORT_BLOCKS if pattern.match(bare) or pattern.match(block.text)), "")


def _is_byline(letters: str, byline: Sequence[str]) -> bool:
    """Whether a line is the names of the byline, a date perhaps, and little else."""
    names = [name for name in map(_letters, byline) if name and name in letters]
    rest = letters
    for name in names:
        rest = rest.replace(name, "")
    return bool(names) and len(STAMP_LETTERS.sub("", rest)) <= 24


def _is_navigation(text: str, place: int) -> bool:
    """A row of short labels above the report: "World | Nation | Sports"."""
    parts = [part.split() for part in re.split(r"\s[|•·/]\s", text)]
    return place < OPENING and len(parts) >= 3 and all(len(part) <= 3 for part in parts)


def _names_site(text: str, sites: Sequence[str]) -> bool:
    """A line that begins with the outlet's name and is no sentence: "THE ECHO All the news of the valley"."""
    line = _letters(text)
    begins = any(len(site) >= 4 and line.startswith(site) for site in map(_letters, sites))
    return begins and len(text.split()) <= 8 and not text.rstrip().endswith((".", "!", "?", "”", '"'))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())

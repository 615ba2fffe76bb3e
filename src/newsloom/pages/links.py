"""Addresses: of our own pages, relative to the page that links; of outlets' pages, only where they are http(s).

Static sites open from file:// in any folder, so links are relative and name index.html; the server's leave it off.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote, urlsplit

from newsloom.records import Span

MOST_WORDS = 12  # of a text fragment: longer passages are named by their first and last words
EDGE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Links:
    """`root` leads from the linking page to the site's top ("../../"); `leaf` is "index.html" or ""."""

    root: str = ""
    leaf: str = "index.html"

    @property
    def home(self) -> str:
        return f"{self.root}{self.leaf}" or "./"

    def page(self, *parts: str) -> str:
        """page("stories", "a1") -> "../../stories/a1/index.html"."""
        return f"{self.root}{'/'.join(map(safe_part, parts))}/{self.leaf}"

    def file(self, *parts: str) -> str:
        return self.root + "/".join(map(safe_part, parts))

    def passage(self, span: Span) -> str:
        """The passage in our copy of that version of the report: a permanent address."""
        return f"{self.page('reports', span.article_id, str(span.version))}#{anchor(span)}"


def safe_part(part: str) -> str:
    """One step of a path, whatever it holds: never empty, never ".." and never with a slash."""
    return quote(part, safe="") if part.strip(".") else quote(part or "_", safe="").replace(".", "%2E")


def slug(name: str) -> str:
    """A name as one step of an address, in small ASCII letters: "The Café Post" -> "the-cafe-post". Letters that have
    no such form are told apart by a hash: "新华" -> "3f2a…"."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "-".join(re.findall(r"[a-z0-9]+", folded.encode("ascii", "ignore").decode()))
    lost = any(ord(char) > 127 and char.isalnum() for char in folded)
    told_apart = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return f"{plain}-{told_apart}".strip("-") if lost or not plain else plain


def anchor(span: Span) -> str:
    """Name of a passage within a report's page: "s10-42", "h0-20" in the headline."""
    return f"{'h' if span.part == 'headline' else 's'}{span.start}-{span.end}"


def outside(url: str) -> str:
    """The address if a browser may be led there, else "": only http and https, only with a host.

    >>> outside("javascript:alert(1)"), outside("https://a.example/x")
    ('', 'https://a.example/x')
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return url if parts.scheme.lower() in ("http", "https") and host else ""


def fragment(url: str, passage: str) -> str:
    """The outlet's own page at the passage, by a text fragment: "https://a.example/x#:~:text=He%20spoke".

    A page without a text fragment's support opens at its top.
    """
    base = outside(url).split("#")[0]
    words = passage.split()
    if not base or not words:
        return base
    if len(words) <= MOST_WORDS:
        return f"{base}#:~:text={encode(words)}"
    return f"{base}#:~:text={encode(words[:EDGE_WORDS])},{encode(words[-EDGE_WORDS:])}"


def encode(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")

"""Who signed the report: names out of what pages write into their author fields and byline elements.

In: author strings as found. Out: names, in order, each once. Addresses, places of work, credentials, dates and
invitations to follow somebody are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LEAD = re.compile(
    r"^\W*(?:(?:written|posted|reported|published|story|words|analysis|text|reviewed|article|medically reviewed)\s+)?"
    r"(?:by|von|par|por|di|door|av)\b[\s:]*|^\W*(?:authors?|contributors?)\b\s*[:|]?\s*|^\W*(?:published|"
    r"posted)\s+by\s+",
    re.I,
)
PARTS = re.compile(r"\s*(?:,|;|\||/|•|·|\n|\s&\s|\band\b|\bund\b|\bet\b(?!\s+al)|\bwith\b|\bvia\b)\s*", re.I)
ADDRESS = re.compile(r"(?:https?:|www\.)\S+|\S+@\S+")
CREDENTIALS = re.compile(r"(?:[\s,]+(?:MD|M\.D\.|Ph\.?D\.?|RDN?|RN|BSN|MS|MA|MBA|CFP®?|CPA|DVM|CPT|LDN|Esq\.?))+\.?$")
CUT = re.compile(
    r"\s*(?:\(.*|\[.*|<.*|\s[-–—]\s.*|@\S+.*|\b(?:for|at|in|of)\s+(?:the\s+)?[A-Z].*|"
    r"\b(?:updated|published|posted|last|on)\b.*|\d{1,2}[:/.]\d.*|\d{4}.*)$",
    re.I | re.S,
)
NO_NAME = re.compile(
    r"^(?:photo(?:graph)?s?|pictures?|video|illustrations?) by\b|https?:|www\.|@|\d|\.(?:com|org|net|co)\b|"
    r"^(?:admin|administrator|editor|author|guest|unknown|anonymous|"
    r"user|null|none|"
    r"undefined|false|true|share|follow|subscribe|about|more|view all|read more|profile|photo|image|updated|min read|"
    r"contributor|contributors|staff|the author|sign in|log in|hardware|by|posts?|see all|linkedin|twitter|"
    r"facebook|instagram|lead|expert|reviewer|january|february|march|april|june|july|august|september|october|"
    r"november|december|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)|jr|sr|ph\.?d|m\.?d|md|"
    r"mba|rd|rdn|cfp|cpa|esq|ms|ma)\W*$|"
    r"\b(?:click|cookies?|newsletter|subscribe|follow|comments?|reading|minutes?|read|share|copyright|correspondents?|"
    r"reporters?|writers?|editors?|producers?|director|manager|officer|founder|ceo|senior|chief)\b",
    re.I,
)
MOST_NAMES = 12
LONGEST_NAME = 60  # characters
MOST_WORDS = 6


def names_in(found: Iterable[str]) -> tuple[str, ...]:
    """Names in author strings.

    >>> names_in(["By Jane Doe and John Roe, Senior Reporter", "jane@daily.example"])
    ('Jane Doe', 'John Roe')
    """
    names: dict[str, str] = {}
    for text in found:
        text = " ".join(ADDRESS.sub(" ", text[:2_000]).split())
        while (shorter := LEAD.sub("", text, count=1)) != text:
            text = shorter
        for part in PARTS.split(text):
            name = CREDENTIALS.sub("", CUT.sub("", part)).strip(" .,:;-–—|*\"'“”")
            if is_name(name):
                names.setdefault(name.lower(), name)
    return tuple(names.values())[:MOST_NAMES]


def is_name(name: str) -> bool:
    """Short, with a letter, and nothing that pages put beside names."""
    return (
        1 < len(name) <= LONGEST_NAME
        and len(name.split()) <= MOST_WORDS
        and any(letter.isalpha() for letter in name)
        and not NO_NAME.search(name)
    )

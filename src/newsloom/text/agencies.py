"""Whose copy a report is: the news agency that a dateline, byline, credit or copyright line names.

In: an Article. Out: the agency's name, or None. A report that an agency only contributed to is not its copy.
"""

from __future__ import annotations

import re

from newsloom.records import Article
from newsloom.text.urls import site_of

# name: how it signs (regular expression), its own sites
AGENCIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Reuters": (r"(?:Thomson )?Reuters", ("reuters.com",)),
    "Associated Press": (r"(?:The )?(?:Associated Press|AP)", ("apnews.com", "ap.org")),
    "Agence France-Presse": (r"(?:Agence France[- ]Presse|AFP)", ("afp.com",)),
    "Bloomberg": (r"Bloomberg(?: News)?", ("bloomberg.com",)),
    "United Press International": (r"(?:United Press International|UPI)", ("upi.com",)),
    "Xinhua": (r"Xinhua(?: News Agency)?", ("xinhuanet.com", "news.cn")),
    "TASS": (r"(?:ITAR-)?T(?:ASS|ass)", ("tass.com", "tass.ru")),
    "Interfax": (r"Interfax", ("interfax.com", "interfax.ru")),
    "Kyodo": (r"Kyodo(?: News)?", ("kyodonews.net",)),
    "Yonhap": (r"Yonhap(?: News Agency)?", ("yna.co.kr", "yonhapnews.co.kr")),
    "dpa": (r"(?:dpa|DPA|Deutsche Presse-Agentur)", ("dpa.com",)),
    "EFE": (r"EFE|Agencia EFE", ("efe.com",)),
    "ANSA": (r"ANSA", ("ansa.it",)),
    "PA": (r"(?:Press Association|PA Media)", ("pressassociation.com", "pa.media")),
    "Canadian Press": (r"(?:The )?Canadian Press", ("thecanadianpress.com",)),
    "Press Trust of India": (r"(?:Press Trust of India|PTI)", ("ptinews.com",)),
    "CNN Wire": (r"CNN Wires?", ()),
    "Tribune News Service": (r"Tribune (?:News Service|Content Agency)|TNS", ()),
}
HEAD, TAIL = 240, 700  # characters in which a report says whose it is
_ANY = "|".join(f"(?P<a{number}>{signs})" for number, (signs, _) in enumerate(AGENCIES.values()))
DATELINE = re.compile(rf"\((?:{_ANY})\)\s*(?:[-–—:]|\.\s)|^[A-Z][^a-z\n(]{{2,60}}\((?:{_ANY.replace('<a', '<b')})\)")
SIGNED = re.compile(rf"^(?:by )?(?:[^\n]{{0,80}}(?:[,|/;]|\bof|\bfor) ?)?(?:{_ANY})\.?$", re.I)
OWNED = re.compile(
    rf"(?:©|\(c\)|copyright)[ \d©,.-]*(?:by )?(?:{_ANY})\b|"
    rf"^(?:source|from):? (?:{_ANY.replace('<a', '<b')})\.?$|[—–-] ?(?:{_ANY.replace('<a', '<c')})\s*\Z",
    re.I | re.M,
)
NAMED = re.compile(_ANY)
REUTERS_DESK = re.compile(r"\(?(?:reporting|additional reporting|writing) by [^\n]{3,300}[;.] ?\(?editing by ", re.I)
NAMES = tuple(AGENCIES)


def find_agency(article: Article) -> str | None:
    """The agency whose copy the report is, or None: "SEOUL (Reuters) - …" -> "Reuters", under any outlet's name."""
    host = site_of(article.canonical_url or article.url)
    for name, (_, sites) in AGENCIES.items():
        if any(host == site or host.endswith("." + site) for site in sites):
            return name
    for signature in (article.outlet, *article.byline):
        if found := SIGNED.match(signature.strip()):
            return _name(found)
    head, tail = article.text[:HEAD], article.text[-TAIL:]
    for line in head.splitlines()[:4]:
        if found := SIGNED.match(line.strip()):
            return _name(found)
    if found := DATELINE.search(head) or OWNED.search(tail):
        return _name(found)
    return "Reuters" if REUTERS_DESK.search(tail) else None


def agency_named(name: str) -> str | None:
    """The agency that an organisation's name names: "The Associated Press" -> "Associated Press"; "AP" too."""
    found = NAMED.fullmatch(name.strip())
    return _name(found) if found else None


def _name(found: re.Match[str]) -> str:
    group = next(key for key, value in found.groupdict().items() if value)
    return NAMES[int(group[1:])]

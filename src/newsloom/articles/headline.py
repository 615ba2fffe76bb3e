"""The headline: the words a reader sees above the report, not doubled, without the site's name.

In: what the page's title fields and first-level headings say. Out: one line and where it was found. A heading that the
title fields bear out is taken before them, since titles are written for search engines and carry the site's name; a
heading that nothing bears out may be the site's own name, and is the last resort.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from html import unescape

from newsloom.text.tokens import words

SEPARATOR = re.compile(r"\s+[|·•»«:/\\]+\s+|\s+[-–—~]+\s+|\s*[|»]\s*")
BAR = re.compile(r"\s+[|•]\s+")
FEWEST_WORDS = 3  # before a bar, for what stands after it to be a section or the site
BORNE_OUT = 0.6  # share of words in common, calibrated on $NEWSLOOM_DATA/pages
LONGEST_SITE = 40  # characters
SHORTEST_KEPT = 12  # characters that must stay when a part that may be a site's name goes
NO_HEADLINE = re.compile(r"(?:home(?:page)?|untitled|article|news|blog|index|menu|search|loading)\W*$", re.I)


def choose_headline(
    titles: Sequence[tuple[str, str]], headings: Sequence[str], site_names: Sequence[str]
) -> tuple[str, str]:
    """(headline, where it was found) of (where, title) pairs in order of trust and the headings in order of place.

    >>> choose_headline([("opengraph", "Kim to meet Moon | A B")], ["A B", "Kim to meet Moon"], ["A B"])
    ('Kim to meet Moon', 'html')
    """
    cleaned = [(where, without_site(undouble(title), site_names)) for where, title in titles]
    fit = [(where, title) for where, title in cleaned if title and not NO_HEADLINE.match(title)]
    shown = [line for heading in headings if (line := without_site(undouble(heading), site_names)) and not
             NO_HEADLINE.match(line) and not is_site(line, site_names)]  # fmt: skip
    best = max(shown, key=lambda line: agreement(line, [title for _, title in fit]), default="")
    if best and agreement(best, [title for _, title in fit]) >= BORNE_OUT:
        return best, "html"
    if fit:
        return fit[0][1], fit[0][0]
    return (shown[0], "html") if shown else ("", "")


def agreement(line: str, titles: Iterable[str]) -> float:
    """The largest share of words in common with one of the titles, 0 to 1."""
    mine = words(line)
    return max((_shared(mine, words(title)) for title in titles), default=0.0)


def _shared(left: list[str], right: list[str]) -> float:
    """Dice's coefficient; a heading that goes on where the title ends agrees with it."""
    if len(right) > 1 and left[: len(right)] == right:
        return max(BORNE_OUT, 2 * len(right) / (len(left) + len(right)))
    return 2 * (Counter(left) & Counter(right)).total() / max(1, len(left) + len(right))


def undouble(title: str) -> str:
    """A headline that stands twice in its element, once: "Kim goes Kim goes" -> "Kim goes"."""
    title = " ".join(unescape(title).split())
    half = len(title) // 2
    for at in (half, half + 1):
        if half >= SHORTEST_KEPT and title[:half].strip() == title[at:].strip():
            return title[:half].strip()
    return title


def without_site(title: str, site_names: Sequence[str]) -> str:
    """A title without the site's name at its end or beginning, and without what stands after a bar.

    >>> without_site("Talks are off - World - The Daily", ["The Daily"])
    'Talks are off - World'
    """
    bar = BAR.search(title)
    if bar and len(title[: bar.start()].split()) >= FEWEST_WORDS:
        title = title[: bar.start()]
    cuts = list(SEPARATOR.finditer(title))
    for cut in cuts:
        if cut.start() and is_site(title[cut.end() :], site_names):
            return title[: cut.start()].strip()
    for cut in cuts:
        if len(title) - cut.end() >= SHORTEST_KEPT and is_site(title[: cut.start()], site_names):
            return title[cut.end() :].strip()
    return title.strip()


def is_site(part: str, site_names: Iterable[str]) -> bool:
    """Whether a part of a title names the site, in another spelling too: "BBC News" where the site is "BBC"."""
    letters = _letters(part)
    return len(letters) > 1 and len(part) <= LONGEST_SITE and any(_same(letters, _letters(name)) for name in site_names)


def _same(part: str, name: str) -> bool:
    """Equal, or one the beginning of the other and most of it: "dailynews" and "dailynewsonline"."""
    short, long = sorted((part, name), key=len)
    return bool(short) and (
        part == name or (len(short) >= 3 and long.startswith(short) and len(long) <= 2.5 * len(short))
    )


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower()).removeprefix("the").removeprefix("www")

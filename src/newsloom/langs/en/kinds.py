"""English: opinion pieces, live pages, newsletters, round-ups."""

import re

from newsloom.langs.shapes.kinds import Kinds

OPINION = r"(?:opinions?|editorial|op-ed|commentary|column|perspective|viewpoint|letters|analysis)"
DAY = r"(?:morning|midday|afternoon|evening|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s|’s)?)"

KINDS = Kinds(
    titled=(
        ("opinion", re.compile(rf"^\W*{OPINION}\s*[:|]|[|:–—]\s*{OPINION}$", re.IGNORECASE)),
        (
            "live page",
            re.compile(
                r"^\W*live\s*[:|]|\blive[ -]?(?:blog|updates|coverage)\b|\b(?:as it happened|minute-by-minute)\b|"
                r"[–—-] live$",
                re.IGNORECASE,
            ),
        ),
        (
            "newsletter",
            re.compile(
                rf"\b{DAY} (?:news )?(?:briefing|e-?mail|rundown)\b|"
                r"\b(?:morning|evening|daily|weekly) (?:news )?(?:newsletter|digest)\b",
                re.IGNORECASE,
            ),
        ),
        (
            "round-up",
            re.compile(
                r"\bround-?up\b|\bweek in review\b|\b(?:news|world|business) in brief\b|"
                r"\bthe week in (?:pictures|news)\b|"
                r"\b(?:today|this morning|tonight|this week|yesterday)(?:'s|’s) top (?:stories|news)\b",
                re.IGNORECASE,
            ),
        ),
    ),
    sections=(
        (
            "opinion",
            frozenset("opinion opinions editorial editorials op-ed oped commentary columnists perspectives".split()),
        ),
        ("live page", frozenset("live liveblog live-blog live-news live-updates".split())),
        ("newsletter", frozenset("newsletter newsletters briefing briefings morning-briefing".split())),
        ("round-up", frozenset("roundup round-up roundups in-brief news-in-brief week-in-review".split())),
    ),
)

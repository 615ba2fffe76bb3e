"""French: opinion pieces, live pages, newsletters, round-ups."""

import re

from newsloom.langs.shapes.kinds import Kinds

OPINION = r"(?:opinions?|tribune|éditorial|édito|chronique|billet|point de vue|analyse)"

KINDS = Kinds(
    titled=(
        ("opinion", re.compile(rf"^\W*{OPINION}\s*[:|]|[|:–—]\s*{OPINION}$", re.IGNORECASE)),
        ("live page", re.compile(r"^\W*(?:en )?direct\s*[:|.]|^\W*live\s*[:|]|\ben direct$", re.IGNORECASE)),
        (
            "newsletter",
            re.compile(r"\b(?:lettre|brief|matinale) (?:du (?:matin|soir|jour)|quotidienne)\b", re.IGNORECASE),
        ),
        (
            "round-up",
            re.compile(
                r"\brevue de presse\b|\bl['’]essentiel de l['’]actualité\b|\ben bref\b|"
                r"\bce qu['’]il faut retenir de la (?:journée|semaine)\b",
                re.IGNORECASE,
            ),
        ),
    ),
    sections=(
        ("opinion", frozenset("opinion opinions tribune tribunes editorial editoriaux edito debats idees".split())),
        ("live page", frozenset("live direct en-direct".split())),
        ("newsletter", frozenset("newsletter newsletters".split())),
        ("round-up", frozenset("revue-de-presse en-bref".split())),
    ),
)

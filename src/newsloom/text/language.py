"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

SHORTEST = 20  # characters; below this any guess is noise
READ = 2_000  # characters are enough


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect_language(text: str, least: float = 0.6) -> str:
    """ISO 639-1 code, or "" where the text is too short or the guess too weak (below `least`, a probability)."""
    if len(text.strip()) < SHORTEST:
        return ""
    code, probability = _identifier().classify(text[:READ])
    return str(code) if probability >= least else ""

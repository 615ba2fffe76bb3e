"""Straight marks as typed in `texts/` -> an outlet's own marks. Each paragraph stands for itself."""

from __future__ import annotations

import re

from outlets import Marks

NO_BREAK, NARROW = "\u00a0", "\u202f"
APOSTROPHE = re.compile(r"(?<=\w)'|'(?=\d0s)")


def dress(text: str, marks: Marks) -> str:
    """`dress('"It's on," he said', "single")` -> `‘It’s on,’ he said`."""
    if marks.startswith("french"):
        return _french(text, marks)
    if marks == "straight":
        return text
    text = re.sub(r"(?<![\w,.!?])'(?=\w)", "‘", text)
    text = APOSTROPHE.sub("’", text).replace("'", "’")
    left, right = ("‘", "’") if marks == "single" else ("“", "”")
    parts = text.split('"')
    return "".join(
        part + ((left, right)[place % 2] if place < len(parts) - 1 else "") for place, part in enumerate(parts)
    )


def _french(text: str, marks: Marks) -> str:
    text = text.replace("'", "’")
    blank = {"french": NO_BREAK, "french thin": NARROW}.get(marks, " ")
    text = text.replace("« ", "«" + blank).replace(" »", blank + "»")
    return re.sub(r" (?=[;:!?])", blank, text)

"""Words by which a report says that it is no plain news of one event: in its headline, in its address's sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["", "opinion", "live page", "newsletter", "round-up"]  # "": plain news

Titled = tuple[tuple[Kind, re.Pattern[str]], ...]
Sections = tuple[tuple[Kind, frozenset[str]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """`titled`: found in a headline; `sections`: segments of an address's path, lower case. The first that fits."""

    titled: Titled
    sections: Sections

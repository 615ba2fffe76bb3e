"""Languages: data alone. A language is one folder (`en/`) and one line in LANGUAGES.

A field that a language lacks is None: steps then do what can be done without it, and the page's limits say so.
"""

from newsloom.langs.en import ENGLISH
from newsloom.langs.fr import FRENCH
from newsloom.langs.shapes import Language

LANGUAGES: dict[str, Language] = {
    "en": ENGLISH,
    "fr": FRENCH,
}

__all__ = ["LANGUAGES", "Language"]

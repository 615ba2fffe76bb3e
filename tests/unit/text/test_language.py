"""Languages are told by their joining words, and kin languages are not taken for each other."""

import pytest

from newsloom.text import language
from newsloom.text.language import detect_language

TEXTS = {
    "en": "The ferry left the harbour in the morning, and nobody knew that it was to be the last one of the year. "
    "When the crew came back to the island they told the mayor what had happened, but he did not believe them at all.",
    "fr": "Le bac a quitté le port dans la matinée et personne ne savait que ce serait le dernier de l'année. Quand "
    "les marins sont revenus sur l'île, ils ont dit au maire ce qui était arrivé, mais il ne les a pas crus du tout.",
    "es": "La ciudad de la costa es la segunda en población de la provincia y se encuentra en la desembocadura de un "
    "río que se divide en dos. El alcalde de la ciudad dijo que en la noche del lunes se produjo un incendio en la "
    "fábrica de papel y que en un momento se extendió a las casas de la calle mayor.",
    "ca": "La ciutat de la costa és la segona en població de la província i es troba en la desembocadura d'un riu que "
    "es divideix en dos. L'alcalde de la ciutat va dir que en la nit de dilluns es va produir un incendi en la "
    "fàbrica de paper i que en un moment es va estendre a les cases del carrer major.",
    "nl": "De veerboot vertrok in de ochtend uit de haven en niemand wist dat het de laatste van het jaar was. Toen "
    "de bemanning op het eiland terug was, vertelden we de burgemeester wat er was gebeurd, maar hij geloofde ons "
    "over het geheel niet en zei dat we in de war waren.",
    "de": "Die Fähre verließ am Morgen den Hafen, und niemand wusste, dass es die letzte des Jahres war. Als die "
    "Mannschaft wieder auf der Insel war, sagte sie dem Bürgermeister, was geschehen war, aber er glaubte ihr in "
    "dem Augenblick kein Wort davon und ging nach Hause.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_each_language_is_told(code: str) -> None:
    assert detect_language(TEXTS[code]) == code


@pytest.mark.parametrize("code", ["en", "fr"])
def test_joining_words_tell_without_the_classifier_also_in_capitals(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("the classifier was asked"))
    assert detect_language(TEXTS[code]) == detect_language(TEXTS[code].upper()) == code


def test_what_is_too_short_is_not_told() -> None:
    assert detect_language("") == detect_language("  Fire in Tarnholm  ") == ""

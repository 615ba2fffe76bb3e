"""A report in any language, also in one of which a step knows no words, is analysed whole."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsloom.config import Settings
from newsloom.engine.analyse import analyse
from newsloom.records import Article, ArticleId

TEXTS = {
    "fr": "Le pont est fermé depuis lundi. « Nous voulons un calendrier », a déclaré Anne Roche, maire.",
    "de": "Die Brücke ist seit Montag gesperrt. „Wir wollen einen Zeitplan“, sagte Anna Roth, Bürgermeisterin.",
    "es": "El puente está cerrado desde el lunes. «Queremos un calendario», dijo Ana Ruiz, alcaldesa de Orlana.",
    "ja": "橋は月曜日から閉鎖されている。「日程が必要だ」と市長は述べた。",
    "ar": "الجسر مغلق منذ يوم الاثنين. وقالت رئيسة البلدية «نريد جدولا زمنيا».",
    "": "Zzyx qwrt plmk. “Vbnm hjkl”, trew Qaz Wsx.",
}


@pytest.mark.parametrize("language", TEXTS, ids=lambda language: language or "none")
def test_it_is_analysed(language: str) -> None:
    at, text = datetime(2018, 5, 24, 12, tzinfo=UTC), TEXTS[language]
    article = Article(
        id=ArticleId("a"), outlet="Courrier", headline=text[:30], text=text, language=language, seen_at=at,
        canonical_url="https://a.example/", content_hash="a",
    )  # fmt: skip
    analysis = analyse(article, Settings(light=True))
    assert analysis.sentences

"""Article -> Analysis: pure, in any process. Candidates only; each step sees what stands above it."""

from __future__ import annotations

from newsloom.config import Settings
from newsloom.passages.split import find_boilerplate, split_passages, split_sentences
from newsloom.people.mentions import find_entities
from newsloom.positions import find_claims, find_positions
from newsloom.quotes.find import find_quotes
from newsloom.records import Analysis, Article, Refused
from newsloom.stories.features import story_terms
from newsloom.text.tagger import load_tagger
from newsloom.timeline.dates import find_dates
from newsloom.timeline.events import find_events

FAILED = "failed"  # analyser of a report that a step could not read: it stands in its story with its words alone


def analyse(article: Article, settings: Settings) -> Analysis:
    """All that one report says."""
    boilerplate = find_boilerplate(article)
    sentences = split_sentences(article, boilerplate)
    entities = find_entities(article, sentences, load_tagger(settings.light))
    quotes = find_quotes(article, sentences, entities)
    dates = find_dates(article, sentences)
    return Analysis(
        article_id=article.id,
        version=article.version,
        analyser=analyser_name(settings),
        sentences=sentences,
        boilerplate=boilerplate,
        passages=split_passages(article, sentences, boilerplate),
        terms=story_terms(article),
        entities=entities,
        quotes=quotes,
        dates=dates,
        events=find_events(article, sentences, dates, entities, quotes),
        claims=find_claims(article, sentences, entities, dates),
        positions=find_positions(article, sentences, entities, quotes),
    )


def analyse_safely(article: Article, settings: Settings) -> tuple[Analysis, Refused | None]:
    """`analyse`; where a step fails on a report, an empty analysis and the reason: one report never stops a run."""
    try:
        return analyse(article, settings), None
    except Exception as error:  # any defect of any step, on hostile input; it is shown in the quarantine
        failed = Analysis(article_id=article.id, version=article.version, analyser=FAILED)
        reason = f"analysis failed: {type(error).__name__}: {error}"
        return failed, Refused(article.source_id, article.url or article.canonical_url, reason)


def analyser_name(settings: Settings) -> str:
    return settings.analyser + ("-light" if settings.light else "")

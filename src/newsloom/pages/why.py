"""Why a report stands where it stands, in words and numbers: as text, as JSON, and as rows for the page.

In: a `Why`, and the names of its stories. Out: the same view three times. The numbers are log odds: what is known of
nothing, and what each feature adds; their sum is the score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from newsloom.records import CAME, Recorded, StoryId, Weighed, Weight, Why

Title = Callable[[StoryId], str | None]
FEW = 8  # features in the text; the others add little


def why_json(why: Why, title: Title) -> dict[str, Any]:
    """All of it; each story with its headline, each feature with its values by name."""
    return {
        "report": why.article_id,
        "story": why.story_id,
        "headline": title(why.story_id),
        "recorded": [_recorded_json(one) for one in why.recorded],
        "asked": _weighed_json(why.asked, why, title) if why.asked else None,
        "nearest": [_weighed_json(one, why, title) for one in why.nearest],
    }


def _recorded_json(one: Recorded) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(one)
    fields["story"] = fields.pop("story_id")
    fields["reasons"] = [{"feature": feature, "effect": effect} for feature, effect in one.reasons]
    return fields


def _weighed_json(one: Weighed, why: Why, title: Title) -> dict[str, Any]:
    return {
        "story": one.story_id,
        "headline": title(one.story_id),
        "score": one.score,
        "join_at": why.join_at,
        "barred": one.barred,
        "log_odds": one.log_odds,
        "prior": one.prior,
        "features": [{"feature": w.feature, "values": dict(w.values), "effect": w.effect} for w in one.weights],
    }


def why_text(why: Why, title: Title) -> str:
    """What `newsloom why` prints."""
    return "\n".join(_lines(why, title))


def _lines(why: Why, title: Title) -> Iterator[str]:
    yield f"report {why.article_id} stands in {named(why.story_id, title)}"
    yield ""
    yield "As recorded:"
    yield from (f"  {recorded_words(one, why, title)}" for one in why.recorded)
    yield ""
    if why.asked is None:
        yield "No other report of that story is there to compare it with."
    else:
        yield f"As weighed now, against {named(why.asked.story_id, title)}:"
        yield f"  {verdict_words(why.asked, why.join_at)}"
        yield f"  {why.asked.prior:+.2f}  before anything is known"
        yield from (f"  {one.effect:+.2f}  {weight_words(one)}" for one in why.asked.weights[:FEW] if one.effect)
        rest = sum(one.effect for one in why.asked.weights[FEW:])
        yield f"  {rest:+.2f}  all other features"
    yield ""
    yield "The stories it is most like:"
    for one in why.nearest:
        here = "  (here it stands)" if one.story_id == why.story_id else "  (a verdict bars it)" if one.barred else ""
        yield f"  {one.score:.2f}  {named(one.story_id, title)}{here}"
    if not why.nearest:
        yield "  none"


def named(story_id: StoryId, title: Title) -> str:
    """ "5f31c2a4 “Mill burns down”"."""
    headline = title(story_id)
    return f"{story_id} “{headline}”" if headline else story_id


def recorded_words(one: Recorded, why: Why, title: Title) -> str:
    """ "entry 12, engine 1: it came; put in 5f31c2a4 “Mill burns down”, score 0.93 (same names +1.83)"."""
    because = reasons_words(one)
    return (
        f"entry {one.entry}, engine {one.engine}: {one.upon}; {outcome_words(one, why, named(one.story_id, title))}"
        f"{f' ({because})' if because else ''}"
    )


def outcome_words(one: Recorded, why: Why, story: str) -> str:
    """What a decision did: "put in …, score 0.93", or "opened …, the nearest other story scored 0.11"."""
    if str(one.story_id) == str(why.article_id) and one.upon == CAME:
        return f"opened {story}, the nearest other story scored {1 - one.score:.2f}"
    return f"put in {story}, score {one.score:.2f}"


def reasons_words(one: Recorded) -> str:
    """ "same names +1.83, days apart -0.20"; a reason without an effect is words alone."""
    return ", ".join(f"{feature} {effect:+.2f}" if effect else feature for feature, effect in one.reasons)


def verdict_words(one: Weighed, join_at: float) -> str:
    """The score in words: "0.93, enough to join (from 0.40 on); log odds +2.61"."""
    enough = "a verdict bars it" if one.barred else "enough to join" if one.score >= join_at else "too little to join"
    return f"{one.score:.2f}, {enough} (from {join_at:.2f} on); log odds {one.log_odds:+.2f}, made up of"


def weight_words(one: Weight) -> str:
    """ "same names: 0.62 on average, 0.71 nearest, 0.55 together"."""
    return f"{one.feature}: " + ", ".join(f"{value:g} {way}" for way, value in one.values)

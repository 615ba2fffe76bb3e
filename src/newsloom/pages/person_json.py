"""person.json and the list of people: what the pages of persons, organisations and places show, for machines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from newsloom.pages.feeds_out import encode, story_object, table
from newsloom.pages.render import PersonRow
from newsloom.pages.rows import PersonView
from newsloom.pages.shown import Articles
from newsloom.pages.story_json import Writer

FIELDS = ("id", "name", "kind", "stories")


def person_json(view: PersonView, articles: Articles) -> dict[str, Any]:
    """`{"entity","name","kind","also","not","roles":[S],"quotes":[…],"spoken_of":[…],"stories":[…]}`, as story.json."""
    writer = Writer(articles)
    person = view.person
    made: dict[str, Any] = {
        "entity": person.id,
        "name": person.name,
        "kind": person.kind,
        "also": list(person.aliases),
        "not": list(view.distinct_from),
        "roles": [writer.sentence(role) for role in view.roles],
        "quotes": [writer.quote(said) for said in view.quotes],
        "spoken_of": [writer.quote(said) for said in view.spoken_of],
        "stories": [story_object(row) for row in view.stories],
    }
    plain: dict[str, Any] = msgspec.to_builtins(made)
    return plain


def people_json(rows: Sequence[PersonRow]) -> str:
    return encode({"people": [dict(zip(FIELDS, (r.id, r.name, r.kind, r.stories), strict=True)) for r in rows]})


def people_csv(rows: Sequence[PersonRow]) -> str:
    return table(FIELDS, (dict(zip(FIELDS, (r.id, r.name, r.kind, r.stories), strict=True)) for r in rows))

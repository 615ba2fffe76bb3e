"""Every step as a filter: articles in, JSON-able rows out, in input order (docs/filters.md).

Each module has `rows(articles, settings, mapper) -> Iterator[dict]`; `id` in a row is the input's own id.
"""

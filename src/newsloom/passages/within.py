"""Passages that the reports of one story share, down to clauses.

The archive's index knows a passage by few fingerprints, enough for sentences; within one story all pairs of words are
looked up, so that a clause is found inside two sentences that otherwise differ. In: reports of one story. Out: matches
in order of the reports. Beyond MOST_REPORTS nothing is added: then the archive's matches must do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from newsloom.passages.align import Tokens, align, tokenise
from newsloom.passages.reuse import matched
from newsloom.passages.split import passage_text, stop_hashes
from newsloom.records import Matched, Report

MOST_REPORTS = 600
MOST_PASSAGES = 40  # that hold one pair of words: above it, a phrase of the story
LEAST_PAIRS = 2  # shared, before two passages are aligned
MOST_PARTNERS = 12


def match_within(reports: Sequence[Report]) -> tuple[Matched, ...]:
    """Shared sentences and clauses of these reports; the later report in the sequence is `left`."""
    if len(reports) > MOST_REPORTS:
        return ()
    seen: list[tuple[Report, Tokens]] = []
    by_pair: dict[int, list[int]] = defaultdict(list)
    found: list[Matched] = []
    for report in reports:
        own = list(_passages(report))
        for tokens, pairs in own:
            for number in _partners(pairs, by_pair):
                other, theirs = seen[number]
                if aligned := align(tokens, theirs):
                    found.append(matched(report.article, (other.id, other.article.version), aligned))
        for tokens, pairs in own:
            for pair in pairs:
                if len(by_pair[pair]) <= MOST_PASSAGES:
                    by_pair[pair].append(len(seen))
            seen.append((report, tokens))
    return tuple(found)


def _passages(report: Report) -> Iterator[tuple[Tokens, list[int]]]:
    stop_words = stop_hashes(report.article.language)
    for passage in report.analysis.passages:
        text = passage_text(report.article, passage.range, report.analysis.boilerplate)
        tokens = tokenise(text, passage.range, stop_words)
        yield tokens, tokens.pairs(stop_words)


def _partners(pairs: list[int], by_pair: dict[int, list[int]]) -> list[int]:
    votes: Counter[int] = Counter()
    for pair in pairs:
        numbers = by_pair.get(pair, ())
        if len(numbers) <= MOST_PASSAGES:
            votes.update(numbers)
    enough = [(-count, number) for number, count in votes.items() if count >= LEAST_PAIRS]
    return [number for _, number in sorted(enough)[:MOST_PARTNERS]]

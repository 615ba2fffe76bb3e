"""Whether a headline reports: what happened, and not a question, a comment, a list, a guide or a running report.

In: a report and the words of its headline. Out: yes or no. Pure; a language without rules has news alone.
"""

from __future__ import annotations

import re

from newsloom.langs.shapes.standing import Standing
from newsloom.pages.opinion import in_first_person, is_called_opinion
from newsloom.pages.wording import rules_of
from newsloom.records import Report
from newsloom.text.kinds import kind_of
from newsloom.text.tokens import WORD

LABEL = re.compile(r"\A(?:[^\w\s]\s*)*([A-Z][\w’' -]{1,24})\s*[:|]\s")
PARTS = re.compile(r"[:.–—] ")
QUESTION = re.compile(r"\?(?![\"”’'])")  # "Who pays?", not: Minister asks “who pays?”


def reports_news(report: Report, headline: str) -> bool:
    """ "Council stops terminal" -> True; "Why the council stopped", "Live updates: terminal", "Stopped?" -> False."""
    rules = rules_of(report.article)
    if rules is None:
        return True
    return not (
        kind_of(report.article)
        or is_called_opinion(report.article, rules)
        or QUESTION.search(headline)
        or in_first_person(headline, rules)
        or _is_guide(headline, rules)
        or _is_labelled(headline, rules)
    )


def _is_guide(headline: str, rules: Standing) -> bool:
    """ "How to vote", "What we know", "5 takeaways from the debate", "The vote, explained"."""
    tokens = [word.lower().replace("’", "'") for word in WORD.findall(headline)]
    counted = tokens[:1] and (tokens[0].isdigit() or tokens[0] in rules.listed_numbers)
    return bool(
        (tokens and tokens[0] in rules.guides)
        or (counted and not rules.listed.isdisjoint(tokens[:5]))
        or (tokens and tokens[-1] in rules.guide_ends)
        or any(part.startswith(rules.guide_parts) for part in PARTS.split(headline.lower().replace("’", "'"))[1:])
    )


def _is_labelled(headline: str, rules: Standing) -> bool:
    """ "Opinion: …", "Fact check: …"."""
    label = LABEL.match(headline)
    return bool(label and label[1].lower() in rules.labels)

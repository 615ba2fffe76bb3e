"""How a page cites: one number for a report, and in one place each outlet is named once."""

from __future__ import annotations

from tests.unit.pages.page_reports import report_of

from newsloom.pages.citing import Citing
from newsloom.pages.links import Links
from newsloom.pages.render import environment

FIRST, SECOND = (report_of("“We did,” he said. “Can you?”", id_) for id_ in ("one", "two"))
ARTICLES = {report.article.id: report.article for report in (FIRST, SECOND)}


def _citing() -> Citing:
    return Citing(Links(), ARTICLES, "en", numbers={article: n for n, article in enumerate(ARTICLES, 1)})


def test_passages_of_one_report_stand_side_by_side_with_letters() -> None:
    opening, close = (report.article.words(0, 9) for report in (FIRST, SECOND))
    later = FIRST.article.words(19, 29)
    assert [cite.label for cite in _citing().places(opening, close, later)] == ["1", "1b", "2"]


def test_an_outlet_is_named_once_in_one_place() -> None:
    """Two fragments of one quotation in one report read "Outlet one, 1b", not "Outlet one · Outlet one"."""
    cites = _citing().places(FIRST.article.words(0, 9), FIRST.article.words(19, 29), SECOND.article.words(0, 9))
    module = environment().get_template("parts.html").make_module({"c": _citing()})
    shown = module.outlets(cites)  # type: ignore[attr-defined]  # a macro of the template
    assert shown.count("Outlet one") - shown.count('data-outlet="Outlet one"') == 1
    assert ", <a" in shown and "· <a" in shown

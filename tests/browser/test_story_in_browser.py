from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from tests.affair import ARTICLES, OPENING, PAGE, Shelf

from newsloom.pages.site import SiteContent, write_site
from newsloom.pages.story_json import story_json
from newsloom.records import ArticleId

LIT = """() => {
    const mark = getComputedStyle(document.documentElement).getPropertyValue("--mark").trim();
    const probe = document.createElement("i");
    probe.style.setProperty("background", mark);
    document.body.append(probe);
    const lit = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return [...document.querySelectorAll(".run")].filter((run) => getComputedStyle(run).backgroundColor === lit)
        .map((run) => run.textContent).join("");
}"""
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
EVERY_PAGE = ("", "about/", "people/", "people/a1.1.50/", "stories/a1/", "reports/e5/1/", "search?q=bridge",
              "stories/a1/diff?from=2031-04-28T13:00Z", "nowhere")  # fmt: skip


def lost(asked: Request) -> bool:
    """True where a request failed, rather than being given up because the reader went on to another page."""
    return asked.failure != "net::ERR_ABORTED"


def squeezed(text: str) -> str:
    return "".join(text.split())


REST = ", nine days after she had called the opening off."


def cited_words(href: str) -> str:
    """What a link to a passage promises: "…/reports/a1/2/#s0-9" -> those characters."""
    path, _, place = href.partition("#")
    name, version = path.split("reports/")[1].split("/")[:2]
    article = Shelf().article(ArticleId(name), int(version))
    assert article is not None
    start, end = (int(number) for number in place[1:].split("-"))
    return (article.headline if place[0] == "h" else article.text)[start:end]


def test_each_citation_leads_to_its_words_and_they_alone_are_lit(page: Page, server: str) -> None:
    page.goto(f"{server}stories/a1/")
    links = {link.get_attribute("href") or "" for link in page.locator("main a[data-span]").all()}
    assert len(links) > 20
    for href in sorted(links):
        page.goto(f"{server}stories/a1/")
        link = page.locator(f"main a[data-span][href='{href}']").first
        page.locator("main details").evaluate_all("all => all.forEach((details) => { details.open = true; })")
        link.click()
        page.wait_for_load_state()
        assert squeezed(page.evaluate(LIT)) == squeezed(cited_words(href)), href
        assert page.locator(".at:target").evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_without_javascript_the_page_reads_and_citations_lead_to_lit_words(plain_page: Page, server: str) -> None:
    plain_page.goto(f"{server}stories/a1/")
    shown = " ".join(plain_page.locator("main").inner_text().split())
    for sentence in story_json(PAGE, ARTICLES)["summary"]:
        assert sentence["text"] in shown
    expect(plain_page.locator("#keys")).to_be_hidden()
    plain_page.locator(".said .k").first.click()
    plain_page.wait_for_load_state()
    lit = plain_page.locator(".run").evaluate_all(
        "runs => runs.filter(r => getComputedStyle(r).backgroundColor !== 'rgba(0, 0, 0, 0)').map(r => r.textContent)"
    )
    assert "".join(lit) == OPENING + REST


def test_the_targeted_passage_links_to_the_outlets_own_words(page: Page, server: str) -> None:
    page.goto(f"{server}reports/b2/1/#s{PAGE.summary[0].also[0].span.start}-{PAGE.summary[0].also[0].span.end}")
    shown = page.locator(".frag:visible")
    assert shown.count() == 1
    assert (shown.get_attribute("href") or "").startswith("https://b2.example/bridge?x=1#:~:text=The%20Halden")
    assert shown.get_attribute("rel") == "noopener noreferrer"


def test_hover_and_focus_light_up_what_a_passage_bears_out(page: Page, server: str) -> None:
    page.goto(f"{server}stories/a1/")
    said = page.locator(".said").first
    own, also = (said.locator(".k").nth(n) for n in range(2))
    own.hover()
    expect(said.locator(".w.lit")).to_have_text([OPENING, REST])
    also.focus()
    expect(said.locator(".w.lit")).to_have_count(0)
    expect(page.get_by_role("tooltip")).to_contain_text("Northern Post · 28 April 2031, 15:40 +02:00")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_have_count(0)


def test_keys_move_the_focus_and_can_be_switched_off_for_good(page: Page, server: str) -> None:
    page.goto(f"{server}stories/a1/")
    focused = "document.activeElement.textContent.trim().slice(0, 22)"
    page.keyboard.press("j")
    assert page.evaluate(focused) == "The Halden bridge will"
    page.keyboard.press("j")
    assert page.evaluate(focused) == "She [Ada Norling] said"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "The Halden bridge will"
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("j/k?")
    expect(page.locator("#search")).to_have_value("j/k?")
    page.locator("#keys").click()
    page.reload()
    expect(page.locator("#keys")).to_have_text("Keys off")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")


def test_arrows_move_in_the_table_of_statements(page: Page, server: str) -> None:
    page.goto(f"{server}stories/a1/")
    page.locator(".matrix tbody tr").nth(0).locator("th a").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "●says"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "◎copied"


def test_everything_can_be_reached_with_tab_and_shows_its_focus(page: Page, server: str) -> None:
    page.goto(f"{server}stories/a1/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_scrolls_sideways_and_the_answer_is_on_the_first_screen(
    chromium: Browser, server: str, scheme: str, tmp_path: Path
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for path in EVERY_PAGE:
        page.goto(f"{server}{path}")
        assert not page.evaluate(WIDE), path
        assert len(page.screenshot(path=tmp_path / "shot.png")) > 5_000
    page.goto(f"{server}stories/a1/")
    box = page.locator(".said p").first.bounding_box()
    assert box and box["y"] + box["height"] < 740
    expect(page.locator(".keys .hint")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(22, 22, 20)" if scheme == "dark" else "rgb(251, 250, 247)"
    )
    context.close()


CONTRAST = """() => {
    const luminance = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (colour !== "rgba(0, 0, 0, 0)") return colour;
        }
    };
    return [...document.querySelectorAll("body *")].filter((e) => e.offsetParent !== null)
        .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())).map((e) => {
            const [a, b] = [luminance(getComputedStyle(e).color), luminance(ground(e))].sort((x, y) => y - x);
            return [(a + 0.05) / (b + 0.05), e.outerHTML.slice(0, 80)];
        }).filter(([ratio]) => ratio < 4.5);
}"""
TARGETS = "a.c, a.out, a.k, .matrix a, .top a, .rail a, button, input, summary"
SMALL_TARGETS = """(targets) => [...document.querySelectorAll(targets)]
    .filter((e) => e.offsetParent !== null).map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 80)])
    .filter(([box]) => box.height && box.height < 24).map(([box, html]) => [box.height, html])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_and_targets(chromium: Browser, server: str, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for path in ("", "stories/a1/", "reports/a1/2/#s0-94", "people/a1.1.50/"):
        page.goto(f"{server}{path}")
        assert page.evaluate(CONTRAST) == []
        assert page.evaluate(SMALL_TARGETS, TARGETS) == []
    context.close()


def test_a_returning_reader_is_told_what_changed(page: Page, server: str) -> None:
    page.goto(f"{server}stories/f6/")
    expect(page.locator("#since")).to_have_count(0)
    page.get_by_role("button", name="Mark as read").click()
    expect(page.locator(".reading")).to_contain_text("You have read this page")
    page.goto(f"{server}stories/f6/diff?from=last")
    expect(page.locator("main")).to_contain_text("Nothing of substance changed")


def test_what_is_hostile_stays_text(page: Page, server: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a report ran a script: {dialog.message}"))
    for path in ("stories/a1/", "reports/e5/1/", ""):
        page.goto(f"{server}{path}")
        assert page.locator("main img").count() == 0
    expect(page.locator("body")).to_contain_text("<b>Evil & Sons</b>")


def test_a_static_site_opens_from_a_folder(chromium: Browser, tmp_path: Path) -> None:
    shelf = Shelf()
    write_site(tmp_path, SiteContent(shelf.pages, shelf, people=shelf.views()))
    context = chromium.new_context()
    trouble: list[str] = []
    context.on("requestfailed", lambda asked: trouble.append(asked.url) if lost(asked) else None)
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.locator("#search").fill("minister calls")
    expect(page.locator(".rows li:visible")).to_have_count(1)
    page.locator("#search").fill("")
    page.get_by_role("link", name="Halden bridge to open").click()
    page.locator(".said .k").first.click()
    page.wait_for_load_state()
    assert page.evaluate(LIT).startswith("The Halden bridge will open")
    page.get_by_role("link", name="The story it belongs to").click()
    expect(page.locator("h1")).to_contain_text("Halden bridge to open")
    page.goto((tmp_path / "reports/a1/index.html").as_uri())
    expect(page).to_have_url((tmp_path / "reports/a1/2/index.html").as_uri())
    assert trouble == []
    context.close()

"""Law: of each kind of page a browser fetches, draws and moves little, however slow the network is.

`nox -s speed` measures how fast that is. Here is what can be counted, and comes out the same on
every machine: bytes, requests, elements, and what moves when the scripts come after the text.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from built.kinds import KINDS, REQUESTS
from conftest import SHIFT_LIMIT, SIZES, watched
from runner.workload import shared_out
from test_browser import most, weights
from test_site import PAGES, read

if TYPE_CHECKING:
    from playwright.sync_api import Route

SHOWN_LIMIT = 3000  # elements that a browser lays out at first: in no closed fold, and near
WHOLE_LIMIT = 6500  # elements of a page with all that is folded
ENTRY_ELEMENTS = 14  # of each error in the list of the finder
SMALLEST = 12  # px of text that is easily read on a phone
MOST_SMALL = 0.4  # of the letters: as much as Lighthouse lets be smaller
PAINTED = """() => new Promise((painted) => {
    const note = (seen) => seen.getEntriesByName("first-contentful-paint").length && painted();
    new PerformanceObserver(note).observe({type: "paint", buffered: true});
})"""
SHOWN = """() => [...document.querySelectorAll("body *")]
    .filter((part) => part.checkVisibility({contentVisibilityAuto: true})).length"""
SMALL = """(smallest) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let [small, all] = [0, 0];
    while (texts.nextNode()) {
        const {parentElement: part, data} = texts.currentNode;
        if (!part.checkVisibility() || part.closest("svg, script")) continue;
        const count = data.trim().length;
        all += count;
        small += parseFloat(getComputedStyle(part).fontSize) < smallest ? count : 0;
    }
    return small / all;
}"""


@pytest.fixture(params=SIZES)
def arriving(browser, server, request) -> Iterator:
    """Open a page as over a slow network: its scripts come when its text has been drawn."""
    trouble: list[str] = []
    context = watched(browser.new_context(viewport=SIZES[request.param]), trouble)

    def arrive(address: str):
        page, held, drawn = context.new_page(), [], []
        page.route("**/*.js", lambda script: script.continue_() if drawn else held.append(script))
        page.goto(f"{server.address}/{address}", wait_until="commit")
        page.evaluate(PAINTED)
        assert held, "the page has no scripts, or none that waits for its text"
        drawn.append(True)
        for script in held:
            script.continue_()
        page.wait_for_load_state("networkidle")
        return page

    yield arrive
    context.close()
    assert trouble == []


@pytest.mark.parametrize("kind", shared_out(KINDS, 3))
def test_nothing_moves_when_the_scripts_come_late(kind: str, arriving) -> None:
    page = arriving(KINDS[kind])
    moved = page.evaluate("window.shifted()")
    assert moved <= SHIFT_LIMIT, (
        f"{KINDS[kind]} moves by {moved:.3f} when its scripts come: write into the page what they "
        "would make, with the class `scripted`, or keep its room in docs/assets/site.css"
    )


@pytest.mark.parametrize("kind", shared_out(KINDS, 3))
def test_the_list_beside_the_text_stays_where_it_is_when_the_text_comes(
    kind: str, browser, server, site
) -> None:
    """A browser draws what has come of a page, as the network brings it."""
    address = re.sub("[?#].*", "", KINDS[kind])
    whole = (site / address / "index.html").read_text("utf-8")
    page = browser.new_page(java_script_enabled=False, viewport=SIZES["desktop"])
    parts, places = [whole[: whole.index('<div class="md-content"')], whole], []

    def bring(asked: "Route") -> None:
        asked.fulfill(body=parts[len(places)], content_type="text/html")

    page.route(f"{server.address}/{address}", bring)
    while len(places) < len(parts):
        page.goto(f"{server.address}/{address}")
        items = page.locator(".md-sidebar--secondary li").all()
        places.append([item.bounding_box() for item in items])
    page.context.close()
    assert places[0] == places[1], "the style hides or moves it as soon as the text is there"


@pytest.mark.parametrize("kind", shared_out(KINDS, 3))
def test_a_page_is_little_to_fetch_and_to_draw(kind: str, visit) -> None:
    page = visit(f"/{KINDS[kind]}", viewport=SIZES["phone"])
    page.wait_for_load_state("networkidle")
    page.eval_on_selector_all("details", "all => all.forEach(fold => fold.open = false)")
    sent = weights(page)  # how many bytes, test_browser.py holds for each page
    sent = [path for path in sent if not path.startswith("/find/words/")]  # those of a question
    assert len(sent) <= REQUESTS, sent
    shown, whole = page.evaluate(SHOWN), page.evaluate("document.querySelectorAll('*').length")
    assert shown <= SHOWN_LIMIT, f"{shown} elements to draw: fold them, or draw them when near"
    assert whole <= most(page, WHOLE_LIMIT, ENTRY_ELEMENTS), f"{whole} elements: divide the page"
    small = page.evaluate(SMALL, SMALLEST)
    assert small <= MOST_SMALL, f"{small:.0%} of the letters are under {SMALLEST} px"


def test_each_page_has_a_title_and_a_description_of_its_own(site) -> None:
    """Search engines show both, and drop a page that says of itself what another says."""
    for said in ("title", "description"):
        by_words: dict[str, list[str]] = {}
        for name in PAGES[1:]:
            head = read(site / name).head
            words = (
                head.css_first("title").text()
                if said == "title"
                else head.css_first("meta[name=description]").attributes["content"]
            )
            by_words.setdefault(words, []).append(name)
        assert {words: names for words, names in by_words.items() if len(names) > 1} == {}


def test_no_page_is_kept_from_search_engines(site) -> None:
    """Every link can be followed: it has an address, and words."""
    for name in PAGES:
        page = read(site / name)
        assert page.css("meta[name=robots], a:not([href])") == [], name
        named = "[aria-label], [title], :has(img[alt])"
        silent = [a for a in page.css(f"a[href]:not({named})") if not a.text().strip()]
        assert silent == [], name

"""Law: in a real browser every page works, is accessible, is light, and asks nobody else."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from builder.finder import abstract
from built.accessibility import settle, violations
from built.kinds import CHAPTER_REQUESTS
from built.serving import serve
from conftest import SIZES, go_to, watched
from runner.folders import SNIPPETS
from runner.workload import shared_out
from test_site import EACH_KIND, EVERY, FEW, FIRST_OF_FOLDER, PAGES, read

CHAPTER = "/activations-and-losses/"
RULES = {
    ("phone", "light"): "targets",
    ("desktop", "light"): "",
    ("desktop", "dark"): "contrast",
}
WEIGHT_LIMIT = 120_000  # bytes sent for a cold load of the chapter, compressed
PAGE_LIMIT, SHELL_LIMIT = 45_000, 75_000  # of any page, and of what it asks for besides itself
ENTRY_LIMIT = 170  # of each entry of a list of all quirks, which grows with them
PROGRAMS = {path.stem: path.read_text("utf-8") for path in sorted(SNIPPETS.rglob("*.py"))}
CAUGHT = re.compile(r"^except \w+ as (\w+):\n    print\(\1\)\n# > (.+)", re.MULTILINE)
ERRORS = {stem: found[2] for stem, source in PROGRAMS.items() if (found := CAUGHT.search(source))}


def weights(page) -> dict[str, int]:
    """Return the paths of all that a page has fetched, itself first, each with its bytes as sent.

    The page itself says so, as the server cannot tell its requests from late ones of another page.
    """
    return page.evaluate("""() => Object.fromEntries(
        ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
            .map(({name, encodedBodySize}) => [new URL(name).pathname, encodedBodySize]))""")


def scripts(page) -> dict[str, int]:
    """Return the site's own scripts that a page has fetched, each with its bytes as sent."""
    sent = (
        (re.search(r"(?<=/assets/)[\w-]+\.js$", path), size) for path, size in weights(page).items()
    )
    return {found[0]: size for found, size in sent if found}


def test_the_chapter_renders(visit) -> None:
    page = visit(CHAPTER)
    for part in (
        "h1",
        ".snippet",
        ".md-path",
        ".md-sidebar",
        ".md-footer__link--next",
        ".md-copyright a",
    ):
        assert page.locator(part).first.is_visible(), part
    facts = page.locator(".page-facts").inner_text()
    assert re.search(r"Chapter 8\s+Intermediate\s+\d+ min ", facts)


def test_copying_gives_the_program_that_ran(visit) -> None:
    page = visit(CHAPTER, permissions=["clipboard-read", "clipboard-write"])
    for snippet in page.locator(".snippet").all():
        snippet.locator("pre code").first.scroll_into_view_if_needed()  # the button comes with it
        snippet.locator("button[data-md-type=copy]").click()
        copied = page.evaluate("navigator.clipboard.readText()") + "\n"
        assert copied == PROGRAMS[snippet.get_attribute("id")]


def test_the_box_in_the_header_leads_to_pages_and_loads_them_when_asked(visit) -> None:
    page = visit(f"{CHAPTER}quirks/nll_loss_takes_no_logarithm/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.keyboard.type("which loss")
    assert not [path for path in weights(page) if "pages.json" in path or "minisearch" in path]
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/#message=which%20loss")
    first = page.locator("ol.quirks li > a").first
    first.get_by_text("Which loss, which last layer").wait_for()
    first.click()
    page.wait_for_url("**/pairings/")


def test_no_script_replaces_what_the_browser_has(visit) -> None:
    own = "[Worker, XMLHttpRequest, XMLHttpRequest.prototype.open, fetch, history.replaceState]"
    page = visit("/find/?message=loss")
    assert page.evaluate(f"{own}.filter((own) => !`${{own}}`.includes('[native code]'))") == []


@pytest.fixture(scope="module")
def answers(browser, server) -> Callable[[str], list[str]]:
    """Ask the finder, and return the pages that it leads to."""
    trouble: list[str] = []
    page = watched(browser.new_context(), trouble).new_page()
    go_to(page, f"{server.address}/find/", trouble)
    page.locator("quirk-finder").evaluate("e => e.ready()")

    def answers(words: str) -> list[str]:
        page.locator("quirk-finder textarea").fill(words)
        assert trouble == []
        return page.locator("ol.quirks li > a").evaluate_all("all => all.map((link) => link.href)")

    return answers


@pytest.mark.parametrize("stem", shared_out(ERRORS, 5))
def test_the_finder_has_each_error_that_the_chapter_shows(stem: str, answers, site: Path) -> None:
    found = answers(re.sub(r"\[[\d, ]*\]", "", ERRORS[stem]))[:3]  # the reader's shapes are others
    said = abstract(ERRORS[stem])  # a page that prints it with other numbers will do
    shown = [name for name in PAGES if said in abstract(read(site / name).text())]
    assert any(
        link.endswith(f"/{name.removesuffix('index.html')}") for link in found for name in shown
    )


def test_dark_mode_toggles_and_stays(visit) -> None:
    page = visit(CHAPTER, color_scheme="light")
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.get_by_title("Switch to dark mode").click()
    dark = page.evaluate(background)
    assert light != dark
    page.reload()
    assert page.evaluate(background) == dark


def most(page, limit: int, of_an_entry: int) -> int:
    """Return how much a page may have: one that lists errors grows with them."""
    return max(limit, of_an_entry * page.locator("quirk-finder li[data-kind]").count())


JUDGED: set[str] = set()  # the ways to show text that axe has found to be right on some page
SWITCH = """() => {
    document.querySelector("[data-md-component=palette] > label:not([hidden])").click();
    return getComputedStyle(document.body).backgroundColor;
}"""


@pytest.mark.parametrize("name", shared_out(PAGES, EVERY, always=FEW))
def test_a_page_is_light_accessible_and_fits(name: str, turn_to, weekly: bool) -> None:
    """One visit, four ways to read it: phone and desktop, in the light and in the dark.

    Folds are open on a desktop, and closed for what axe looks at on a phone.
    Colours do not hang on the size, and the other rules not on the scheme: one page of every folder
    is held to each rule each time. Of pages that are many and alike, every tenth is read. Each
    week every page is read, and held to each rule.
    """
    page = turn_to(f"/{name}")
    sent = weights(page)
    own = sent.pop(urlsplit(page.url).path)
    assert own <= most(page, PAGE_LIMIT, ENTRY_LIMIT), f"{own} bytes: divide the page, or its data"
    assert sum(sent.values()) <= SHELL_LIMIT, sent
    cut = "all => all.filter(s => s.scrollWidth > s.clientWidth).map(s => s.innerText)"
    fold = "(all, open) => all.forEach(fold => fold.open = open)"
    whole = weekly or name in FIRST_OF_FOLDER
    schemes = set()
    for scheme in ("light", "dark"):
        for size in SIZES:
            page.set_viewport_size(SIZES[size])
            settle(page)
            only = "" if whole else RULES.get((size, scheme))
            if only is not None:
                page.eval_on_selector_all("details", fold, size == "desktop")
                wrong = violations(page, only, judged=None if whole else JUDGED)
                assert wrong == [], f"{size}, {scheme}"
                page.eval_on_selector_all("details", fold, True)
            room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert room[0] <= room[1], f"the page scrolls sideways on a {size}"
        assert page.eval_on_selector_all(".snippet code", cut) == [], "code is wider than its box"
        schemes.add(page.evaluate(SWITCH))
    assert len(schemes) == 2


@pytest.mark.parametrize("name", sorted(EACH_KIND))
def test_a_page_fits_the_narrowest_phone(name: str, turn_to) -> None:
    page = turn_to(f"/{name}")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        settle(page)
        room = page.evaluate("document.documentElement.scrollWidth")
        assert room <= width, f"the page scrolls sideways at {width} px"


QUIRKS = [name for name in PAGES if "/quirks/" in name]


SCREENS = ({"width": 390, "height": 844}, {"width": 1280, "height": 800})
END_OF_FIX = """() => {
    const fix = [...document.querySelectorAll("p > strong")]
        .find((mark) => /^(Fix|In short)\\.$/.test(mark.textContent)).parentElement;
    const change = fix.nextElementSibling;
    return (change.matches(".change") ? change : fix).getBoundingClientRect().bottom;
}"""


def test_the_fix_is_in_view(turn_to, weekly: bool) -> None:
    """Nobody has to scroll for the answer: the symptom's remedy stands on the first screen."""
    hidden = []
    for name in QUIRKS[:: 1 if weekly else 20]:
        page = turn_to(f"/{name}")
        for screen in SCREENS:
            page.set_viewport_size(screen)
            bottom = page.evaluate(END_OF_FIX)
            if bottom > screen["height"]:
                hidden.append(
                    f"{name} at {screen}: it ends at {bottom:.0f} px; shorten its heading, its "
                    "symptom, its fix or the change"
                )
    assert hidden == []


def test_an_older_version_leads_to_the_latest(visit, hosted: Path) -> None:
    with serve(hosted.parent) as versions:
        page = visit(f"{versions.address}/1.0{CHAPTER}", color_scheme="dark")
        page.get_by_text("This is an older version.").wait_for()
        assert violations(page) == []


def test_the_chapter_is_light(visit) -> None:
    page = visit(CHAPTER)
    page.wait_for_load_state("networkidle")
    sent = weights(page)
    assert sum(sent.values()) <= WEIGHT_LIMIT, sent
    assert len(sent) <= CHAPTER_REQUESTS, sent


HAS_FOCUS = "e => e === document.activeElement"


def objectives(page):
    return page.locator(".learning-objectives input[type=checkbox]")


@pytest.mark.parametrize("where", ["server", "files"])
def test_ticked_objectives_stay_ticked(where: str, visit, site: Path) -> None:
    page = visit(CHAPTER if where == "server" else f"{site.as_uri()}{CHAPTER}index.html")
    count = objectives(page).count()
    objectives(page).nth(1).check()
    page.reload()
    assert [box.is_checked() for box in objectives(page).all()].index(True) == 1
    assert f"1 of {count}, saved" in page.locator(".learning-objectives").inner_text()
    for box in objectives(page).all():
        box.check()
    assert f"{count} of {count}, saved" in page.locator(".learning-objectives").inner_text()
    page.get_by_role("button", name="Start over").press("Enter")
    asked = page.get_by_role("dialog", name="Remove all of these ticks?")
    for leave in ("Enter", "Escape"):
        assert asked.get_by_role("button", name="Keep my ticks").evaluate(HAS_FOCUS)
        page.keyboard.press(leave)
        assert all(box.is_checked() for box in objectives(page).all())
        assert page.get_by_role("button", name="Start over").evaluate(HAS_FOCUS)
        page.keyboard.press("Enter")
    asked.get_by_role("button", name="Start over").press("Enter")
    assert not any(box.is_checked() for box in objectives(page).all())
    said = page.locator(".learning-objectives").get_by_role("status")
    assert said.evaluate(HAS_FOCUS) and "0 of" in said.inner_text()


def test_what_cannot_be_saved_is_said(visit) -> None:
    page = visit(CHAPTER)
    page.evaluate("void (Storage.prototype.setItem = () => { throw new Error('full') })")
    objectives(page).first.check()
    assert "not saved here" in page.locator(".learning-objectives").inner_text()


def test_progress_of_a_newer_site_is_left_alone(visit) -> None:
    page = visit(CHAPTER)
    newer = '{"version":99,"anything":true}'
    page.evaluate("newer => localStorage.setItem('pytorch-essentials', newer)", newer)
    page.reload()
    objectives(page).first.check()
    assert page.evaluate("localStorage.getItem('pytorch-essentials')") == newer
    assert "not saved here" in page.locator(".learning-objectives").inner_text()


def test_the_chapter_reads_without_javascript(visit, site: Path) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    html = read(site / "activations-and-losses" / "index.html")
    assert page.locator(".snippet").count() == len(html.css(".snippet")) > 0
    assert page.locator(".snippet").last.is_visible()
    assert page.locator(".learning-objectives li").first.is_visible()
    assert page.locator("quiz-question fieldset").first.is_visible()
    assert page.get_by_role("button", name="Check").count() == 0, "nobody would answer it"


@pytest.mark.parametrize(
    "name", ["", "find/", *(f"{CHAPTER[1:]}{n}/" for n in ("quiz", "progress"))]
)
def test_without_javascript_nothing_is_offered_that_would_do_nothing(name: str, visit) -> None:
    page = visit(f"/{name}", java_script_enabled=False)
    page.set_viewport_size(SIZES["desktop"])
    assert "needs JavaScript. Without it, " in page.locator("main noscript").inner_text()
    dead = page.locator("form button, form textarea, main :is(input, select, textarea, meter)")
    assert [one.evaluate("e => e.outerHTML") for one in dead.all() if one.is_visible()] == []
    assert page.locator(".count").all_inner_texts() == [] or "to do" in page.evaluate(
        "getComputedStyle(document.querySelector('.count'), '::after').content"
    )

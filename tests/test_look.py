"""Law: the site has one look, in which each colour and sign means one thing, on paper, too.

How it looks is judged by eye; what an eye has judged once is held here.
"""

import re
from itertools import pairwise
from pathlib import Path

import matplotlib.image
import pytest
from builder.question import bank
from built.accessibility import settle
from built.building import ADDRESS
from conftest import go_to
from runner import social_image
from runner.folders import DOCS
from test_site import EACH_KIND, PAGES, read

CHAPTER = "/activations-and-losses/"
QUIZ = f"{CHAPTER}quiz/"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def looks(tab, server, site: Path, weekly: bool) -> dict[str, dict]:
    """What laws ask of each page, seen in one visit: its folds, buttons, tables and labels.

    Each day one page of those that are many and alike, and each week all of them.
    """
    page, trouble = tab
    also = next(name for name in PAGES if read(site / name).css("details.also"))
    looks = {}
    for name in [*PAGES] if weekly else sorted(EACH_KIND | {also}):
        go_to(page, f"{server.address}/{name}", trouble)
        looks[name] = {"folds": page.eval_on_selector_all(FOLDED, FOLD_SIGNS), "covered": []}
        for size in DESKTOP, PHONE:
            page.set_viewport_size(size)
            settle(page)
            covered = page.eval_on_selector_all(".md-code__button", COVERED)
            looks[name]["covered"] += [f"{fault}, {size['width']} px wide" for fault in covered]
            if size == DESKTOP:
                labels = page.locator(".md-nav--secondary a:visible").all_inner_texts()
                looks[name]["labels"] = labels
        looks[name]["tables"] = page.eval_on_selector_all("article table:visible", TABLES)
        looks[name]["cards"] = page.locator("table.cards").count()
    assert trouble == []
    return looks


# In pixels.
SIZES = {"article p": 17, "h1": 32, "h2": 23, "h3": 18, "pre > code": 14.5}
MEASURE = (65, 78)  # characters that a line has room for: words fill five fewer


def test_text_has_one_scale(visit) -> None:
    page = visit(CHAPTER)
    page.set_viewport_size(DESKTOP)
    size = "([one]) => parseFloat(getComputedStyle(one).fontSize)"
    assert {s: page.eval_on_selector_all(f".md-content {s}", size) for s in SIZES} == SIZES
    room = page.eval_on_selector_all(
        "article > p:not([class])",
        """all => all.flatMap((one) => {
            const room = one.clientWidth;
            one.style.whiteSpace = "nowrap";
            const whole = one.scrollWidth;
            return whole > room ? [one.textContent.length * room / whole] : [];
        })""",
    )
    assert MEASURE[0] <= sum(room) / len(room) <= MEASURE[1]


STATES = ("right", "wrong", "warns", "other")
COLORS = """(names) => {
    const style = getComputedStyle(document.body);
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`)]));
}"""


@pytest.mark.parametrize(("scheme", "least"), [("light", 4.5), ("dark", 7)])
def test_colours_that_mean_something_can_be_read(scheme: str, least: float, visit) -> None:
    names = [*STATES, "ink", "gray", "blue", "paper", "shade"]
    colors = visit(CHAPTER, color_scheme=scheme).evaluate(COLORS, names)
    assert len({colors[state] for state in STATES}) == len(STATES)
    for under in ("paper", "shade"):
        for name in names[:-2]:
            assert contrast(colors[name], colors[under]) >= least, f"--{name} on --{under}"


def contrast(one: str, other: str) -> float:
    """Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted(luminance(color) for color in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    parts = [int(part * (6 // len(color.strip("#"))), 16) / 255 for part in channels(color)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def channels(color: str) -> list[str]:
    return re.findall(r"[0-9a-f]" * (len(color.strip("#")) // 3), color.strip("#"))


MEANS = {"ranks": "wrong", "silent": "wrong", "loud error": "error", "warning": "warns"}
MEANS |= {"quirk-warning": "warns", **{state: state for state in (*STATES, "error")}}
SIGNS = """(all) => all.map((one) => {
    const sign = getComputedStyle(one, "::before");
    const name = one.closest("[data-kind]")?.dataset.kind ?? [...one.classList].at(-1);
    return [name, sign.content, sign.color, one.textContent.trim()];
})"""


def test_a_state_looks_the_same_everywhere(visit) -> None:
    """In the tables and the explorer, the quiz, the checker, the quirks and their list."""
    looks: dict[str, set[tuple[str, str]]] = {}
    proofs: set[tuple[str, str]] = set()
    for path in ("explorer/", "checker/", "losses/", "activations/", "quiz/", "", "../find/"):
        page = visit(f"{CHAPTER}{path}")
        if path == "quiz/":
            first = page.locator("quiz-question").first
            first.locator("input").first.check()
            first.get_by_text("Check", exact=True).click()
        marked = ".verdict, [data-kind] > .kind, .quirk-warning"
        for name, sign, color, words in page.eval_on_selector_all(marked, SIGNS):
            assert words, f"{path}: {name} has no word"
            if name in MEANS:
                looks.setdefault(MEANS[name], set()).add((sign.partition(" /")[0], color))
        marked = ".snippet .c1:is(.wrong, .right)"
        color = "all => all.map((one) => [one.classList[1], getComputedStyle(one).color])"
        proofs |= {(name, color) for name, color in page.eval_on_selector_all(marked, color)}
    assert {*looks} == {*STATES, "error"}
    assert proofs == {(name, color) for name in ("right", "wrong") for _, color in looks[name]}
    assert {state: len(found) for state, found in looks.items()} == dict.fromkeys(looks, 1)
    for part in (0, 1):
        assert len({look[part] for [look] in looks.values()}) == len(looks), looks


FOLDS = {"file": "program", "tip": "hint", "success": "answer", "question": "answer"}
FOLDS |= {kind: kind for kind in ("program", "numbers", "hint", "other-torch", "also")}
FOLDED = "article details:not(.unhelpful, .objective, .chooser details)"
FOLD_SIGNS = """(all) => all.map((fold) => [
    fold.classList[0] ?? "",
    getComputedStyle(fold.querySelector("summary"), "::before").maskImage,
    fold.querySelector("summary").innerText,
])"""


def test_a_fold_has_a_sign_of_what_is_in_it(looks: dict[str, dict]) -> None:
    signs: dict[str, set[str]] = {}
    for name, seen in looks.items():
        for kind, sign, words in seen["folds"]:
            assert kind in FOLDS, f"{name}: “{words}” needs a class that says what it holds: {kind}"
            signs.setdefault(FOLDS[kind], set()).add(sign)
    assert {kind: len(found) for kind, found in signs.items()} == dict.fromkeys(signs, 1)
    assert {*signs} == {*FOLDS.values()}
    assert len(set.union(*signs.values())) == len(signs)


COVERED = """(all) => all.flatMap((button) => {
    const gray = getComputedStyle(document.body).getPropertyValue("--gray");
    const caption = Object.assign(document.createElement("i").style, {color: gray}).color;
    const icon = getComputedStyle(button, "::after");
    const place = button.getBoundingClientRect();
    const code = button.closest("pre").querySelector("code");
    const seen = code.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(code);
    const covers = [...range.getClientRects()].some((line) =>
        Math.min(line.right, seen.right) > place.left && line.left < place.right &&
        line.bottom > place.top && line.top < place.bottom);
    const own = button.closest("pre").id;
    return [
        covers && `${own}: the button lies on the program`,
        (place.width < 24 || place.height < 24) && `${own}: the button is too small for a finger`,
        icon.backgroundColor !== getComputedStyle(button).color && `${own}: it has no icon`,
        icon.backgroundColor !== caption && `${own}: it is fainter than a caption`,
    ].filter(Boolean);
})"""


def test_the_button_that_copies_is_seen_and_lies_on_no_program(looks: dict[str, dict]) -> None:
    assert not {name: seen["covered"] for name, seen in looks.items() if seen["covered"]}


TABLES = """(all) => all.flatMap((table) => {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent);
    const name = `the table of ${heads}`;
    const style = getComputedStyle(table);
    if (!table.matches(".cards")) {
        const cut = table.scrollWidth > table.clientWidth;
        const signed = style.backgroundAttachment === "local, local, scroll, scroll";
        return cut && !(signed && table.tabIndex === 0) ? [`${name} is cut without a sign`] : [];
    }
    const cells = [...table.querySelectorAll("tbody td")];
    const unsaid = cells.some((cell) => cell.dataset.label !== heads[cell.cellIndex] ||
        getComputedStyle(cell, "::before").content !== `"${heads[cell.cellIndex]}"`);
    return [
        unsaid && `${name} has a cell that does not say what it is`,
        table.scrollWidth > table.clientWidth && `${name} is wider than a phone`,
    ].filter(Boolean);
})"""


def test_a_table_on_a_phone_is_cards_or_says_that_it_goes_on(looks: dict[str, dict]) -> None:
    assert not {name: seen["tables"] for name, seen in looks.items() if seen["tables"]}
    assert sum(seen["cards"] for seen in looks.values())


def test_cards_are_still_a_table_to_who_cannot_see_them(visit) -> None:
    page = visit(f"{CHAPTER}what-changed/")
    page.set_viewport_size(PHONE)
    settle(page)
    said = page.locator("table.cards").first.aria_snapshot()
    for role in ("table", "row", "columnheader", "rowheader", "cell"):
        assert re.search(rf"^ *- {role}\b", said, re.MULTILINE), f"no {role} in {said[:400]}"


LABEL = 44  # characters, in the list beside a page: two lines


def test_the_list_beside_a_page_has_short_labels(looks: dict[str, dict]) -> None:
    for name, seen in looks.items():
        long = [label for label in seen["labels"] if len(label) > LABEL]
        assert not long, f'{name}: {long}; give the heading {{ data-toc-label="…" }}'


PAPER = {"format": "A4"}
QUESTIONS_A_PAGE = 4


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_quiz_on_paper_has_its_answers_at_the_end(visit) -> None:
    page, questions = visit(QUIZ), bank(DOCS, "activations-and-losses")
    page.reload()  # with its folds closed
    assert pages_of(page.pdf(**PAPER)) <= len(questions) / QUESTIONS_A_PAGE
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    shown = page.locator("article :is(h3, .answers li)").evaluate_all(
        "all => all.map((one) => one.tagName + (one.closest('[hidden]') ? '' : one.innerText))"
    )
    assert [one[:2] for one in shown] == ["H3"] * len(questions) + ["LI"] * len(questions)
    ids = page.eval_on_selector_all("quiz-question", "all => all.map((one) => one.dataset.id)")
    known = {question.id: question for question in questions}
    for name, said in zip(ids, shown[len(questions) :], strict=True):
        assert said.removeprefix("LI") == on_paper(page, known[name])
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".answers").count() == 0


def on_paper(page, question) -> str:
    """Return an answer as one writes it beside a question."""
    if question.type == "numeric":
        return f"{question.answer}"
    if question.type == "order":
        places = f'[data-id="{question.id}"] select'
        return ", ".join(page.eval_on_selector_all(places, "all => all.map(s => s.dataset.place)"))
    options = zip("ABCDEF", question.options, strict=False)
    return ", ".join(letter for letter, option in options if option.right)


def test_paper_shows_the_folds_that_are_open(visit) -> None:
    page = visit(f"{CHAPTER}interview/")
    page.reload()
    page.locator("details.success summary").nth(1).click()
    few = pages_of(page.pdf(**PAPER))
    page.eval_on_selector_all("details", "all => all.forEach(fold => fold.open = true)")
    assert few < pages_of(page.pdf(**PAPER)) / 3
    page.reload()
    page.locator("details.success summary").nth(1).click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    answers = page.locator("details.success")
    seen = [fold.is_visible() for fold in answers.all()]
    assert seen == [number == 1 for number in range(len(seen))]


def test_the_mark_is_one() -> None:
    marks = [DOCS / "assets" / "icon.svg", DOCS / "theme" / ".icons" / "mark.svg"]
    assert all(one.read_bytes() == other.read_bytes() for one, other in pairwise(marks))


def test_the_picture_beside_a_link_is_drawn_from_the_mark_and_the_name(tmp_path: Path) -> None:
    social_image.draw(tmp_path / "drawn.png")
    drawn, kept = (
        matplotlib.image.imread(path) for path in (tmp_path / "drawn.png", social_image.IMAGE)
    )
    assert kept.shape[:2] == (630, 1200)
    assert abs(drawn - kept).mean() < 1 / 500, "nox -s social_image draws it anew"


@pytest.mark.parametrize("name", sorted(EACH_KIND - {"404.html"}))
def test_a_link_to_a_page_shows_what_it_is(name: str, site: Path, hosted: Path) -> None:
    assert not read(site / name).css("[property^='og:'], [name^='twitter:']")
    head = read(hosted / name)
    said = {
        meta.attributes.get("property", meta.attributes.get("name")): meta.attributes["content"]
        for meta in head.css("[property^='og:'], [name^='twitter:'], [name=description]")
    }
    assert said["og:description"] == said["description"]
    assert said["og:title"] and head.css_first("title").text().startswith(said["og:title"])
    assert said["og:url"] == head.css_first("link[rel=canonical]").attributes["href"]
    assert said["og:image"].startswith(ADDRESS)
    assert said["og:image"].endswith("/assets/social.png")
    assert (hosted / "assets" / "social.png").is_file()
    assert said["twitter:card"] == "summary_large_image"


# What has the focus, from the last of an article to its first, that lies under the header.
BACKWARDS = ("progress/", "exercises/stable-bce/", "quiz/", "explorer/")
LAST = "[...document.querySelectorAll('article :is(a, button, input)')].at(-1).focus()"
UNDER_THE_HEADER = """() => {
  const focused = document.activeElement;
  if (!focused.closest("article")) return null;
  const { top, height } = focused.getBoundingClientRect();
  const { bottom } = document.querySelector(".md-header").getBoundingClientRect();
  return top < bottom - 1 && height < innerHeight - bottom ? focused.outerHTML.slice(0, 200) : "";
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", BACKWARDS)
def test_what_has_the_focus_is_not_under_the_header(name: str, width: int, visit) -> None:
    page = visit(f"{CHAPTER}{name}", viewport={"width": width, "height": 700})
    page.evaluate(LAST)
    covered = []
    while (found := page.evaluate(UNDER_THE_HEADER)) is not None and len(covered) < 150:
        covered.append(found)
        page.keyboard.press("Shift+Tab")
    assert len(covered) > 20
    assert [one for one in covered if one] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_what_a_link_leads_to_is_close_below_the_header(width: int, visit) -> None:
    page = visit(CHAPTER, viewport={"width": width, "height": 700})
    header = page.locator(".md-header").bounding_box()["height"]
    for title in page.locator("article h2[id]").all()[1:4]:
        title.evaluate("title => { location.hash = title.id }")
        page.wait_for_timeout(200)
        assert 0 <= title.bounding_box()["y"] - header <= 30

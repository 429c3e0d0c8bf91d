"""Law: output is covered until a reader guesses it or asks for it, and is there in all else."""

import json
import re
from pathlib import Path

import pytest
from built.accessibility import violations
from conftest import SHIFT_LIMIT, SIZES
from runner.folders import DOCS, SNIPPETS
from runner.workload import shared_out
from test_progress import KEY, PATH, read_in, store, stored

pytestmark = pytest.mark.moved

CHAPTER = "/activations-and-losses/"
MARKED = re.compile(r'^```\{\.python predict=(\d+)\}\n--8<-- "(.+)"', re.MULTILINE)
FOUND = {
    Path(name).stem: int(asked)
    for asked, name in MARKED.findall((DOCS / CHAPTER[1:] / "index.md").read_text("utf-8"))
}
FLOOR = "softmax_twice_puts_a_floor_under_the_loss"
ENTRY = f"predict-{FLOOR}"


@pytest.fixture
def program(visit):
    """Go to a program whose output can be predicted, when its script has come."""

    def program(stem: str = FLOOR, **profile):
        page = visit(CHAPTER, **profile)
        own = page.locator(f"#{stem}")
        own.scroll_into_view_if_needed()
        own.locator("predict-output:defined").wait_for()
        return own

    return program


def covered(own) -> list[bool]:
    look = "all => all.map((line) => getComputedStyle(line).visibility === 'hidden')"
    return own.locator(".go").evaluate_all(look)


def predict(own, guess: str) -> str:
    own.get_by_label("Predict the line").fill(guess)
    own.get_by_label("Predict the line").press("Enter")
    return own.get_by_role("status").inner_text()


def test_each_section_with_programs_has_one_to_predict() -> None:
    body = (DOCS / CHAPTER[1:] / "index.md").read_text("utf-8")
    sections = re.split(r"^## ", body, flags=re.MULTILINE)[1:6]
    assert all(MARKED.search(section) for section in sections)


@pytest.mark.parametrize("stem", shared_out(FOUND, 3))
def test_output_is_covered_from_the_line_that_is_asked_for(stem: str, program) -> None:
    own = program(stem)
    hidden = covered(own)
    assert hidden == [number >= FOUND[stem] for number in range(1, len(hidden) + 1)]
    asked = own.locator(".asked").inner_text() or own.locator(".asked").text_content()
    promises = re.findall(r"^# > .*", (SNIPPETS / CHAPTER[1:] / f"{stem}.py").read_text(), re.M)
    assert asked == promises[FOUND[stem] - 1]
    assert predict(own, asked.removeprefix("# > ")) == "Right."
    assert not any(covered(own))


GUESSES = {
    "0.5514": "Right.",
    ".55": "Right.",
    "0.5": "Close.",
    "0": "Not this time: it is 0.5514.",
}


@pytest.mark.parametrize("guess", GUESSES)
def test_a_guess_is_compared_with_what_was_printed(guess: str, program) -> None:
    assert predict(program(), guess) == GUESSES[guess]


COMPARED = {
    ("-24", "loss 36.0, gradient -24.0"): "right",
    ("36, -24", "loss 36.0, gradient -24.0"): "right",
    ("24", "loss 36.0, gradient -24.0"): "wrong",
    ("8 36", "(1, 3) to (1, 2): [[8.0, 36.0]]"): "right",
    ("[[8.0, 36.0]]", "(1, 3) to (1, 2): [[8.0, 36.0]]"): "right",
    ("36", "(1, 3) to (1, 2): [[8.0, 36.0]]"): "wrong",
    ("1", "over dim=0:   {1.0}"): "right",
    ("0.1", "0.0000"): "wrong",
    ("false", "outputs are zero: False"): "right",
    ("0", "outputs are zero: False"): "wrong",
    ("1e-20", "below 1e-20"): "right",
    ("nan", "loss nan"): "right",
    ("?", "1.44"): "wrong",
}


def test_only_what_was_computed_has_to_be_guessed(program) -> None:
    page = program().page
    pairs = [list(pair) for pair in COMPARED]
    said = page.evaluate("pairs => pairs.map((pair) => PredictOutput.judge(...pair))", pairs)
    assert dict(zip(COMPARED, said, strict=True)) == COMPARED


DIFFERS = {
    ("24", "loss 36.0, gradient -24.0"): ": it is -24.0",
    ("8 12", "(1, 3) to (1, 2): [[8.0, 36.0]]"): ": it is 36.0",
    ("36", "(1, 3) to (1, 2): [[8.0, 36.0]]"): ": 8.0 is missing",
    ("true", "outputs are zero: False"): ": it is False",
    ("?", "1.44"): "",
}


def test_a_wrong_guess_is_told_what_differs_first(program) -> None:
    page = program().page
    pairs = [list(pair) for pair in DIFFERS]
    said = page.evaluate("pairs => pairs.map((pair) => PredictOutput.differs(...pair))", pairs)
    assert dict(zip(DIFFERS, said, strict=True)) == DIFFERS


def test_spaces_alone_are_no_guess(program) -> None:
    own = program()
    assert predict(own, "  ") == ""
    assert all(covered(own)) and ENTRY not in stored(own.page).get("entries", {})


BELOW = """own => {
    const said = [];
    for (let one = own.nextElementSibling; one; one = one.nextElementSibling) {
        if (one.matches(":is(h2, h3, quiz-question)")) break;
        for (const part of [one, ...one.querySelectorAll("p, li, td, code")]) {
            if (!part.matches("p, li, td") || part.closest(".snippet, [aria-live]")) continue;
            if (part.checkVisibility({visibilityProperty: true})) said.push(part.innerText);
        }
    }
    return said.join(" ");
}"""
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.]*\d)")


@pytest.mark.parametrize("stem", shared_out(FOUND, 3))
def test_what_stands_below_does_not_tell_what_is_covered(stem: str, program) -> None:
    """It is covered, too, or has no number of a covered line, as far as the next heading."""
    own = program(stem)
    promises = re.findall(r"^# > (.*)", (SNIPPETS / CHAPTER[1:] / f"{stem}.py").read_text(), re.M)
    told = {float(number) for number in NUMBER.findall(own.evaluate(BELOW))}
    hidden = {
        float(number) for line in promises[FOUND[stem] - 1 :] for number in NUMBER.findall(line)
    }
    assert not told & hidden, "cover it, or leave the number out"
    assert not any(line in own.evaluate(BELOW) for line in promises[FOUND[stem] - 1 :])
    own.get_by_role("button", name="Show it").press("Enter")
    below = own.locator("xpath=following-sibling::*[1]")
    assert below.evaluate("e => getComputedStyle(e).visibility") == "visible"


def test_a_prediction_is_made_by_keyboard_and_remembered(program) -> None:
    own = program()
    page = own.page
    own.get_by_label("Predict the line").focus()
    page.keyboard.press("Enter")
    assert any(covered(own)), "nothing was guessed"
    page.keyboard.type("0.3")
    page.keyboard.press("Enter")
    assert own.get_by_role("status").inner_text() == "Not this time: it is 0.5514."
    kept = stored(page)["entries"][ENTRY]
    assert (kept["kind"], kept["status"], kept["given"]) == ("prediction", "wrong", "0.3")
    page.reload()
    own.scroll_into_view_if_needed()
    own.get_by_text("Not this time").wait_for()
    assert not any(covered(own)) and own.get_by_label("Predict the line").input_value() == "0.3"
    own.get_by_role("button", name="Cover it again").press("Enter")
    assert all(covered(own)) and own.get_by_label("Predict the line").input_value() == ""


def test_a_reader_can_have_it_shown_at_once(program) -> None:
    own = program()
    own.get_by_role("button", name="Show it").press("Enter")
    assert not any(covered(own)) and own.get_by_role("status").inner_text() == ""
    assert stored(own.page)["entries"][ENTRY]["status"] == "seen"


def test_a_program_that_has_changed_is_covered_again(program) -> None:
    own = program()
    predict(own, "0.55")
    kept = stored(own.page)
    kept["entries"][ENTRY]["contentHash"] = "another"
    store(own.page, json.dumps(kept))
    own.scroll_into_view_if_needed()
    own.locator("predict-output:defined").wait_for()
    assert all(covered(own))


def test_a_prediction_leaves_and_comes_back(program) -> None:
    own = program()
    predict(own, "0.5")
    page, kept = own.page, stored(own.page)["entries"][ENTRY]
    file = page.evaluate(f"localStorage['{KEY}']")
    page.evaluate("localStorage.clear()")
    page.goto(page.url.replace(CHAPTER, PATH))
    read_in(page, "mine.json", file)
    page.get_by_role("button", name="Take them over").click()
    assert stored(page)["entries"][ENTRY] == kept
    del kept["given"]
    said = read_in(page, "x.json", json.dumps({"version": 2, "entries": {ENTRY: kept}}))
    assert "was not read" in said


def test_a_covered_program_is_copied_whole(program) -> None:
    own = program(permissions=["clipboard-read", "clipboard-write"])
    assert all(covered(own))
    own.locator("button[data-md-type=copy]").click()
    copied = own.page.evaluate("navigator.clipboard.readText()") + "\n"
    assert copied == (SNIPPETS / CHAPTER[1:] / f"{FLOOR}.py").read_text("utf-8")
    assert all(covered(own))


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_output_is_covered_or_shown(size: str, program) -> None:
    own = program(viewport=SIZES[size])
    page, height = own.page, own.bounding_box()["height"]
    predict(own, "0.3")
    assert own.bounding_box()["height"] == height
    page.reload()
    own.scroll_into_view_if_needed()
    own.get_by_text("Not this time").wait_for()
    assert own.bounding_box()["height"] == height
    assert page.evaluate("window.shifted()") <= SHIFT_LIMIT


def test_paper_shows_the_output_and_no_field(program) -> None:
    own = program()
    own.page.emulate_media(media="print")
    assert not any(covered(own)) and not own.get_by_label("Predict the line").is_visible()


@pytest.mark.parametrize("scheme", shared_out(["light", "dark"], 2))
def test_a_covered_program_is_accessible(scheme: str, program) -> None:
    own = program(color_scheme=scheme)
    assert violations(own.page) == []
    predict(own, "0.3")
    assert violations(own.page) == []


def test_without_javascript_the_output_is_there(visit) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    own = page.locator(f"#{FLOOR}")
    assert not any(covered(own)) and not own.locator("predict-output").is_visible()


def test_where_the_script_does_not_come_the_output_is_there(browser, server) -> None:
    page = browser.new_context().new_page()
    page.route("**/predict-output.js", lambda script: script.abort())
    page.goto(server.address + CHAPTER)
    own = page.locator(f"#{FLOOR}")
    own.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert not any(covered(own))
    page.context.close()

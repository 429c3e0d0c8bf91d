"""Law: an answer chosen or written on an exercise's page is told what the check said of it."""

import json
import re

import pytest
from builder.exercise import Exercise, with_line
from built.accessibility import violations
from conftest import SIZES
from runner.exercise_check import same_program
from runner.folders import DOCS
from runner.workload import shared_out
from test_exercise_pages import CHAPTER, FOLDERS, OWN
from test_exercise_pages import PAGE as CHOICE
from test_progress import PATH, entry, file_of, read_in, store, stored

pytestmark = pytest.mark.moved

FILLED = [one for one in OWN if one.lines]
LINE = f"/{CHAPTER}/exercises/stable-bce/"
RIGHT = "F.softplus(logits) - target * logits"
WRONG = "F.softplus(logits)"
PASSES = "It passes. This does not mark the exercise as solved: the check does."
SCHEMES = ("light", "dark")
# Answer by answer, in one page: what is said of each line of a list.
TOLD = """(lines) => lines.map((line) => {
    const field = document.querySelector("typed-line input");
    field.value = line;
    field.form.requestSubmit();
    return document.querySelector("typed-line [role=status]").textContent;
})"""


def recorded(name: str, kind: str) -> dict[str, dict[str, str]]:
    path = DOCS / CHAPTER / "exercises" / "answers" / f"{name}.json"
    return json.loads(path.read_text("utf-8"))[kind]


def status(page, element: str):
    return page.locator(f"{element} [role=status]")


def choose(page, number: int) -> str:
    """Choose an answer by keyboard, check it, and return what is said."""
    own = page.locator("chosen-answer")
    own.get_by_label(f"Answer {number}", exact=True).press("Space")
    own.get_by_role("button", name="Check", exact=True).press("Enter")
    return str(status(page, "chosen-answer").inner_text())


def write(page, line: str) -> str:
    """Write a line by keyboard, check it, and return what is said."""
    field = page.get_by_label("Write what belongs")
    field.press("Control+a")
    field.press_sequentially(line)
    field.press("Enter")
    return str(status(page, "typed-line").inner_text())


def number_of(exercise: Exercise, name: str) -> int:
    return [answer.name for answer in exercise.choices].index(name) + 1


[FIRST] = [one for one in OWN if f"/{one.slug}/" in CHOICE]


# An answer that is chosen


def test_a_chosen_answer_is_told_what_the_check_said_and_is_remembered(visit) -> None:
    page = visit(CHOICE)
    said = recorded(FIRST.slug, "answers")["softmax_twice"]
    wrong, right = (number_of(FIRST, name) for name in ("softmax_twice", "solution"))
    assert said["said"] in choose(page, wrong)
    link = status(page, "chosen-answer").get_by_role("link", name="Read more")
    assert page.request.get(link.evaluate("link => link.href")).ok
    page.reload()
    assert said["said"] in status(page, "chosen-answer").text_content()
    assert page.get_by_label(f"Answer {wrong}", exact=True).is_checked()
    page.get_by_text("Which of these answers passes?").press("Enter")
    assert choose(page, right) == "It passes."
    page.reload()
    assert status(page, "chosen-answer").text_content() == "It passes."
    kept = stored(page)["entries"][f"chosen-answer-{FIRST.slug}"]
    assert (kept["kind"], kept["status"], kept["attempts"]) == ("chosen-answer", "right", 2)
    assert kept["contentHash"] == FIRST.hash


@pytest.mark.parametrize("exercise", shared_out(OWN, 4), ids=lambda exercise: exercise.slug)
def test_each_answer_can_be_chosen_and_is_told_its_own(exercise: Exercise, turn_to) -> None:
    page = turn_to(f"/{CHAPTER}/exercises/{exercise.slug}/")
    for number, answer in enumerate(exercise.choices, 1):
        page.get_by_label(f"Answer {number}", exact=True).evaluate("field => field.click()")
        page.locator("chosen-answer form").evaluate("form => form.requestSubmit()")
        said = status(page, "chosen-answer").text_content()
        assert said.startswith("It passes." if not answer.said else "It does not pass."), said
        assert answer.said in said, answer.name


def test_on_a_phone_what_is_said_is_in_view(visit) -> None:
    page = visit(f"/{CHAPTER}/exercises/p-minus-y/", viewport=SIZES["phone"])
    page.get_by_label("Answer 2", exact=True).press("Space")
    while page.evaluate("document.activeElement.textContent") != "Check":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said = status(page, "chosen-answer").bounding_box()
    assert said["y"] + said["height"] <= SIZES["phone"]["height"]


def test_what_was_said_goes_when_another_answer_is_chosen(visit) -> None:
    page = visit(CHOICE)
    assert choose(page, 1)
    page.keyboard.press("Shift+Tab")
    while not page.evaluate("document.activeElement.type === 'radio'"):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Answer 2", exact=True).is_checked()
    assert status(page, "chosen-answer").inner_text() == ""


def test_nothing_chosen_and_nothing_written_is_no_answer(visit) -> None:
    page = visit(LINE)
    page.locator("chosen-answer form button").press("Enter")
    assert status(page, "chosen-answer").inner_text() == "Give an answer, then check."
    assert write(page, "  ") == "Give an answer, then check."
    assert stored(page) == {}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("element", ["chosen-answer", "typed-line"])
def test_that_no_answer_is_given_is_said_in_view(element: str, size: str, visit) -> None:
    page = visit(LINE, viewport=SIZES[size])
    check = page.locator(f"{element} form button")
    check.evaluate("button => button.scrollIntoView({ block: 'end' })")
    check.press("Enter")
    said = status(page, element).bounding_box()
    assert said["height"] and int(said["y"] + said["height"]) <= SIZES[size]["height"]


def test_to_copy_an_answer_is_not_to_give_it(visit) -> None:
    page = visit(CHOICE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Answer 1", exact=True).check()
    copy = page.locator(".answers-run button[data-md-type=copy]").first
    copy.scroll_into_view_if_needed()
    copy.press("Enter")
    assert status(page, "chosen-answer").inner_text() == "" and stored(page) == {}


# A line that is filled in


@pytest.mark.parametrize("exercise", FILLED, ids=lambda exercise: exercise.slug)
def test_a_line_is_told_what_the_check_said_whatever_its_blanks(exercise, turn_to) -> None:
    page = turn_to(f"/{CHAPTER}/exercises/{exercise.slug}/")
    for spaced in (
        lambda line: line,
        lambda line: re.sub(r" ?(\*\*|[-+*/%,()\[\]]) ?", r"\1", line),
        lambda line: "  return   " + re.sub(r"(?<!e)([-+/%,()])", r"  \1 ", line),
    ):
        typed = [spaced(line.name) for line in exercise.lines]
        for line, said in zip(exercise.lines, page.evaluate(TOLD, typed), strict=True):
            if not line.said:
                assert said == PASSES, line.name
            else:
                seen = re.sub(r"^Line \d+ of your program", "It", line.said)
                assert said.removesuffix(" Read more") == f"It does not pass. {seen}", line.name


@pytest.mark.parametrize(
    "line",
    [
        "F.softplus(logits) + 1",
        "F.softpluslogits",
        "notx",
        "F.softplus(logits) - target * * logits",
    ],
)
def test_of_a_line_that_was_not_run_nothing_is_said(line: str, visit) -> None:
    page = visit(LINE)
    assert write(page, line) == "It was not run here, so nothing is known of it: run the check."
    fold = page.locator("details:has(> typed-line)")
    assert "nox -s exercises -- stable-bce" in fold.locator("> pre").inner_text()
    assert stored(page)["entries"]["typed-line-stable-bce"]["status"] == "not run"


def test_blanks_between_other_parts_are_none_that_may_go(visit) -> None:
    page = visit(LINE)
    parts = "line => customElements.get('typed-line').parts(line)"
    for one, other in (
        ("1e-8", "1e -8"),
        ("a ** b", "a * * b"),
        ("not x", "notx"),
        ("1 .5", "1.5"),
    ):
        assert page.evaluate(parts, one) != page.evaluate(parts, other)
    assert page.evaluate(parts, "f( 'a b' ,1.5e-3)") == page.evaluate(parts, " f('a b', 1.5e-3) ")
    assert page.evaluate(parts, "f('a b')") != page.evaluate(parts, "f('ab')")


def test_a_line_is_remembered_goes_along_and_comes_to_another_tab(visit) -> None:
    page = visit(LINE)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_text("Fill in the line").press("Enter")
    said = recorded("stable-bce", "lines")[WRONG]["said"]
    assert said in write(page, WRONG)
    other.get_by_text(said).first.wait_for()
    assert other.get_by_label("Write what belongs").input_value() == WRONG
    page.reload()
    assert said in status(page, "typed-line").text_content()
    page.goto(page.url.replace(LINE, PATH))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").press("Enter")
    content = download.value.path().read_text("utf-8")
    page.evaluate("localStorage.clear()")
    page.reload()
    read_in(page, "mine.json", content)
    page.get_by_role("button", name="Take them over").press("Enter")
    page.goto(page.url.replace(PATH, LINE))
    assert page.locator("typed-line input").input_value() == WRONG
    page.get_by_text("Fill in the line").press("Enter")
    assert write(page, RIGHT) == PASSES
    assert stored(page)["entries"]["typed-line-stable-bce"]["attempts"] == 2


def test_a_long_line_that_is_pasted_is_not_cut(visit) -> None:
    page = visit(LINE)
    line = " + ".join(["F.softplus(logits)"] * 20)
    page.get_by_label("Write what belongs").focus()
    page.keyboard.insert_text(line)
    assert page.get_by_label("Write what belongs").input_value() == line


def test_what_another_does_takes_nothing_that_is_being_written(visit) -> None:
    page = visit(LINE)
    page.get_by_label("Write what belongs").press_sequentially("F.soft")
    page.evaluate("progress.note('section-any', 'section', {status: 'done'})")
    assert page.get_by_label("Write what belongs").input_value() == "F.soft"


@pytest.mark.parametrize("given", ["", "  ", "x" * 10_000, "<b>"])
def test_whatever_is_stored_breaks_nothing(given: str, turn_to) -> None:
    page = turn_to(LINE)
    kinds = {"chosen-answer": FILLED[0], "typed-line": FILLED[0]}
    [own] = [one for one in FILLED if f"/{one.slug}/" in LINE]
    entries = [
        entry(f"{kind}-{own.slug}", 1, kind=kind, given=given, contentHash=own.hash)
        for kind in kinds
    ]
    store(page, file_of(*entries))
    assert page.locator("typed-line form button").is_enabled()
    assert page.locator("typed-line [role=status] b").count() == 0
    store(page, file_of(entry(f"typed-line-{own.slug}", 1, kind="typed-line", contentHash="old")))
    assert "has changed since" in status(page, "typed-line").text_content()


def test_without_storage_an_answer_is_told_and_that_it_is_not_saved(visit) -> None:
    page = visit(LINE)
    page.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('full') })")
    said = write(page, RIGHT)
    assert said.startswith("It passes.") and "not saved here" in said


# Both


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_an_answer_is_told(size: str, visit) -> None:
    page = visit(LINE, viewport=SIZES[size])
    [own] = [one for one in FILLED if f"/{one.slug}/" in LINE]
    heights = {page.locator("article").bounding_box()["height"]}
    for number in range(1, len(own.choices) + 1):
        choose(page, number)
        heights.add(page.locator("article").bounding_box()["height"])
    for line in own.lines[::4]:
        write(page, line.name)
        heights.add(page.locator("article").bounding_box()["height"])
    write(page, "another")
    assert {*heights, page.locator("article").bounding_box()["height"]} == heights
    assert len(heights) == 1
    page.reload()
    assert page.evaluate("window.shifted()") == 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_told_answer_is_accessible(scheme: str, visit) -> None:
    page = visit(LINE, color_scheme=scheme)
    assert violations(page) == []
    write(page, WRONG)
    choose(page, 1)
    assert violations(page) == []


def test_without_javascript_the_answers_and_the_lines_are_lists(visit) -> None:
    page = visit(LINE, java_script_enabled=False)
    for form in page.locator("article form, article input, article legend").all():
        assert not form.is_visible()
    for said in (".answers-run details", ".lines-run li"):
        assert page.locator(f"{said} .verdict.right").count()
        page.locator("article summary", has_text="lines that have been run").wait_for()
    why = page.locator("details:has(> typed-line) noscript").inner_text()
    assert why.startswith("To write a line, this page needs JavaScript. Without it, ")


# What is recorded


@pytest.mark.parametrize("exercise", FILLED, ids=lambda exercise: exercise.slug)
def test_there_are_lines_enough_of_either_kind(exercise: Exercise) -> None:
    names = (FOLDERS[exercise.slug] / "lines.txt").read_text("utf-8").splitlines()
    assert [line.name for line in exercise.lines] == names, "each is recorded, as it is now"
    assert len({name.replace(" ", "") for name in names}) == len(names), "one is there twice"
    passing = sum(not line.said for line in exercise.lines)
    assert passing >= 5 and len(names) - passing >= 10, "right lines in the ways people write them"
    assert max(map(len, names)) <= 1000, "the field takes no more"


def test_a_line_stands_under_the_todo() -> None:
    stub = (
        '"""Do it."""\n\ndef f(x):\n    # TODO: do it.\n    return x\n\ndef g(x):\n    return x\n'
    )
    made = with_line(stub, "2 * x")
    assert "    # TODO: do it.\n    return 2 * x\n" in made and "def g(x):\n    return x\n" in made
    assert made.startswith("import torch\n") and not same_program(made, stub)

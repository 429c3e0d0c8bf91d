"""Law: a question is proved by a program, and can be answered by anyone, however they read it."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Collection
from pathlib import Path

import pytest
import yaml
from builder.chapter import OBJECTIVE
from builder.question import Question, asked, bank, faults, kept_as
from builder.question_form import shuffled
from builder.question_proof import unproved
from built.accessibility import settle, violations
from conftest import SIZES
from mkdocs.exceptions import BuildError
from playwright.sync_api import expect
from runner.folders import DOCS, ROOT, SNIPPETS

pytestmark = pytest.mark.moved

CHAPTER = "activations-and-losses"
PAGE = f"/{CHAPTER}/quiz/"
BANKS = {path.parent.name: bank(DOCS, path.parent.name) for path in DOCS.glob("*/quiz.md")}
BANK = BANKS[CHAPTER]  # of the chapter whose page is driven in the browser
QUESTIONS = [(chapter, question) for chapter in sorted(BANKS) for question in BANKS[chapter]]
ENOUGH, TRACED = 40, ("trace", "line", "fix")
TAPPED = 24  # px, at least, of what a finger is to hit


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) >= ENOUGH


@pytest.mark.parametrize("chapter", sorted(BANKS))
def test_the_bank_asks_about_every_objective(chapter: str) -> None:
    page = (DOCS / chapter / "index.md").read_text("utf-8")
    objectives = [slug for *_, slug in OBJECTIVE.findall(page)]
    counts = Counter(question.objective for question in BANKS[chapter])
    assert set(counts) == set(objectives), "an objective is one of those in the chapter's list"
    assert min(counts.values()) >= 3, f"fewer than three questions: {counts.most_common()[-1]}"
    for objective in objectives:
        types = {q.type for q in BANKS[chapter] if q.objective == objective}
        assert types & {*TRACED}, f"no question about {objective} has a program to read"


def deleted(repository: Path) -> set[str]:
    """Return the ids of the questions that some commit has deleted."""
    paths = ["--", "docs/*/quiz/*.yml"]
    log = ["git", "log", "--no-renames", "--diff-filter=D", "--name-only", "--format=", *paths]
    said = subprocess.run(log, cwd=repository, capture_output=True, text=True)
    if said.returncode:
        pytest.skip("this copy has no history in which a deleted question could be found")
    return {Path(line).stem for line in said.stdout.split()}


def test_an_id_is_never_used_again() -> None:
    again = deleted(ROOT) & {question.id for _, question in QUESTIONS}
    assert not again, f"readers have answers to an older question of this id: rename {again}"


def test_history_tells_which_ids_were_used(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "chapter" / "quiz"
    folder.mkdir(parents=True)
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]

    def commit(**files: str) -> None:
        for path in folder.glob("*"):
            path.unlink()
        for name, text in files.items():
            (folder / f"{name}.yml").write_text(text)
        for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "Change"]):
            subprocess.run(["git", *command], cwd=tmp_path, check=True)

    commit(kept="one", gone="two")
    commit(kept="one, edited")
    assert deleted(tmp_path) == {"gone"}
    commit(kept="one, edited", gone="three")
    assert deleted(tmp_path) == {"gone"}


@pytest.mark.parametrize(
    ("chapter", "question"),
    QUESTIONS,
    ids=lambda part: getattr(part, "id", part),
)
def test_a_program_shows_what_a_question_claims(chapter: str, question: Question) -> None:
    program = SNIPPETS / chapter / f"{question.program}.py"
    assert not [*unproved(question, program.read_text("utf-8"))]


LINK = re.compile(r"\]\(([^)#]+)(?:#([\w-]+))?\)")
WHOLE = "quirks/", "exercises/"  # pages with one subject, which need no anchor


def untaught(closing: str) -> list[str]:
    """Return the links of a question's closing that lead to a page and to no section of it."""
    return [to for to, anchor in LINK.findall(closing) if not anchor and not to.startswith(WHOLE)]


@pytest.mark.parametrize(
    ("chapter", "question"), QUESTIONS, ids=lambda part: getattr(part, "id", part)
)
def test_a_question_leads_to_the_section_that_teaches_it(
    chapter: str, question: Question, site: Path
) -> None:
    links = LINK.findall(question.closing)
    assert links and question.closing.count("Taught in") == 1, "say where it is taught"
    assert untaught(question.closing) == []
    for to, anchor in links:
        page = (site / chapter / to).with_suffix("")
        page = page.parent if page.name == "index" else page
        html = (page / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html, f"{to} has no section #{anchor}"


def test_a_link_to_a_whole_page_is_found() -> None:
    closing = "Taught in [a](index.md), [b](index.md#part) and [c](quirks/one.md)."
    assert untaught(closing) == ["index.md"]


@pytest.mark.parametrize("chapter", sorted(BANKS))
def test_answers_to_what_is_still_asked_are_kept(chapter: str) -> None:
    """What readers have stored names what was asked by a hash, which older sites made otherwise."""
    folder = DOCS / chapter / "quiz"
    questions = {asked(yaml.safe_load(f.read_text("utf-8"))): f for f in folder.glob("*.yml")}
    gone = {new: old for new, old in kept_as(folder).items() if new not in questions}
    changed = [f"{q.id}: {q.hash}" for q in BANKS[chapter] if q.hash in questions]
    assert not gone, (
        f"{folder.relative_to(ROOT)}/kept.json keeps answers for {gone}, which nothing asks now. "
        f"Perhaps one of these is the new hash of the same question: {changed}. If an old answer "
        "to it still holds, put the new hash in place of the one that is gone; if not, delete it."
    )


GOOD = {
    "objective": "losses",
    "type": "single",
    "question": "What is it?",
    "options": [
        {"text": "`1`", "right": True, "why": "is right: the program prints it.", "seen": "one 1"},
        {"text": "`2`", "why": "is what you get for something else.", "seen": "two 2"},
        {"text": "`3`", "why": "is half of 6, or of something other.", "seen": "three 3 of 6"},
    ],
    "program": "quiz/a_program",
}
SHOWN = '"""One is one."""\n\nprint("one", 1)\n# > one 1\n'
TRIED = '\n# Options:\nprint("two 2\\nthree 3 of 6")\n# > two 2\n# > three 3 of 6\n'
SOURCE = SHOWN + TRIED
NUMERIC = {k: v for k, v in GOOD.items() if k != "options"} | {
    "type": "numeric",
    "answer": 1.0,
    "tolerance": 0.1,
    "why": "The program prints this very number.",
}


def without(option: int, field: str) -> dict:
    options = [dict(o) for o in GOOD["options"]]
    options[option].pop(field)
    return GOOD | {"options": options}


def told(option: int, **fields: str) -> dict:
    options = [dict(o) for o in GOOD["options"]]
    options[option] |= fields
    return GOOD | {"options": options}


def test_what_is_given_or_run_as_it_is_need_not_be_printed() -> None:
    """What the question says, what stands in a call, and 0 and 1, which name bounds, too."""
    for question in (
        told(1, why="is between 0 and 1, for some reason."),
        told(1, why="is what 8 would be, and is not.") | {"setting": "There are 8 samples."},
        told(1, text="`nn.LeakyReLU(0.5)`", why="has a slope of 0.5 on one side."),
    ):
        assert faults(question) == []
        assert not [*unproved(Question.of("good", question), SOURCE)]


def test_good_questions_are_accepted() -> None:
    for question in (GOOD, GOOD | {"type": "trace"}, NUMERIC):
        assert faults(question) == []
        assert not [*unproved(Question.of("good", question), SOURCE)]


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        ("What?", "this is 'What?', and has to be a set of fields"),
        (GOOD | {"colour": "red"}, "an unknown field 'colour'"),
        (GOOD | {"type": "essay"}, "type is 'essay': it is one of single"),
        (
            {k: v for k, v in GOOD.items() if k != "objective"},
            "there is no objective: a learning objective",
        ),
        (
            {k: v for k, v in GOOD.items() if k != "program"},
            "there is no program: the program that proves it",
        ),
        (without(1, "why"), "there is no why of options.2: what is right or wrong"),
        (without(1, "seen"), "there is no seen of options.2: the lines that the program prints"),
        (without(0, "right"), "0 options are right"),
        (GOOD | {"type": "multiple"}, "1 options are right"),
        (GOOD | {"options": GOOD["options"][:2]}, "which does not fit: three to six answers"),
        (
            GOOD | {"options": [*GOOD["options"], GOOD["options"][1] | {}]},
            "two options say the same",
        ),
        (
            {k: v for k, v in NUMERIC.items() if k != "tolerance"},
            "a numeric question has answer, tolerance and why",
        ),
    ],
)
def test_what_is_no_question_is_refused(question: object, complaint: str) -> None:
    assert complaint in "\n".join(faults(question))


@pytest.mark.parametrize(
    ("question", "source", "complaint"),
    [
        (GOOD, SOURCE.replace("one 1", "one 7"), "does not print 'one 1'"),
        (GOOD, SOURCE.replace("# > three 3 of 6\n", ""), "does not print 'three 3 of 6'"),
        (GOOD | {"type": "trace"}, f"# > 2\n{SOURCE}", "option '2' is right exactly if"),
        (GOOD | {"type": "trace"}, f'"""A."""\n# > 4\n{TRIED}', "option '1' is right exactly if"),
        (GOOD | {"type": "line"}, SOURCE, "has no line '1'"),
        (told(1, why="is what 2.5 would be, and is not."), SOURCE, "'2' says 2.5, which its"),
        (told(1, why="is what 3 would be, and is not."), SOURCE, "'2' says 3, which its"),
        (told(1, text="`2.5`"), SOURCE, "'2.5' says 2.5, which its"),
        (NUMERIC | {"answer": 7.5}, SOURCE, "does not print 7.5"),
        (NUMERIC | {"why": "It is half of 8, which is no 7."}, SOURCE, "print 7, which `why`"),
    ],
)
def test_what_no_program_shows_is_refused(question: dict, source: str, complaint: str) -> None:
    assert complaint in "; ".join(unproved(Question.of("bad", question), source))


def test_a_bank_is_refused_by_the_name_of_its_question(tmp_path: Path) -> None:
    (tmp_path / "c" / "quiz").mkdir(parents=True)
    for name, text in {"odd": "type: [", "bad": "type: single\n", "num": "3\n"}.items():
        (tmp_path / "c" / "quiz" / f"{name}.yml").write_text(text, "utf-8")
    with pytest.raises(BuildError) as refused:
        bank(tmp_path, "c")
    for name in ("odd.yml", "bad.yml", "num.yml"):
        assert name in str(refused.value)


def test_the_order_of_steps_tells_nothing() -> None:
    for _, question in QUESTIONS:
        if steps := question.steps:
            assert tuple(step for _, step in shuffled(steps)) != steps
            assert sorted(shuffled(steps)) == list(enumerate(steps, 1))


def one(page, name: str):
    return page.locator(f'quiz-question[data-id="{name}"]')


def right_answer(page, question: Question, wrong: bool = False) -> None:
    """Fill in the form of a question by keyboard, rightly or not."""
    form = one(page, question.id).locator("form")
    if question.type == "numeric":
        form.locator("input").first.fill(str(question.answer + wrong * 1e6))
    elif question.type == "order":
        selects = form.locator("select").all()
        for select in selects:
            place = int(select.get_attribute("data-place"))
            select.select_option(str(place % len(selects) + 1 if wrong else place))
    else:
        chosen = "input:not([data-right])" if wrong else "input[data-right]"
        for field in form.locator("fieldset").first.locator(chosen).all():
            field.press("Space")
    form.locator("button:text-is('Check')").press("Enter")


def states(page) -> dict[str, str]:
    every = "all => all.map(({dataset}) => [dataset.id, dataset.state])"
    return dict(page.eval_on_selector_all("quiz-question", every))


KINDS = {question.type: question for question in BANK}.values()  # one of each
ANSWER = """([names, wrong]) => names.forEach((name) => {
    const question = document.querySelector(`quiz-question[data-id="${name}"]`);
    const form = question.querySelector("form");
    const fields = [...form.querySelector("fieldset").querySelectorAll("input, select")];
    const right = (field) => "right" in field.dataset;
    for (const field of fields) {
        const { place } = field.dataset;
        if (place) field.value = wrong ? (Number(place) % fields.length) + 1 : place;
        else if (field.type === "radio" || field.type === "checkbox") {
            if (right(field) !== wrong) field.checked = true;
        } else field.value = wrong ? 1e9 : question.dataset.answer;
    }
    form.requestSubmit();
})"""


def answer_all(page, by_keyboard: Collection[Question], wrong: bool = False) -> None:
    """Answer every question: some by keyboard, and the others at once."""
    for question in by_keyboard:
        right_answer(page, question, wrong)
    others = [question.id for question in BANK if question not in by_keyboard]
    page.evaluate(ANSWER, [others, wrong])


def start_over(page) -> None:
    page.get_by_role("button", name="Start the quiz over").click()
    page.get_by_role("button", name="Start over", exact=True).click()


def test_every_question_can_be_answered_rightly_and_wrongly(visit, weekly: bool) -> None:
    """By keyboard each day one of each kind, and each week all."""
    page, by_keyboard = visit(PAGE), BANK if weekly else KINDS
    summary = page.locator("quiz-summary")
    answer_all(page, by_keyboard, wrong=True)
    assert states(page) == {question.id: "wrong" for question in BANK}
    assert f"0 right, {len(BANK)} wrong, 0 open" in summary.inner_text()
    start_over(page)
    assert f"{len(BANK)} open" in summary.inner_text()
    answer_all(page, by_keyboard)
    assert states(page) == {question.id: "right" for question in BANK}
    page.reload()
    assert f"{len(BANK)} right, 0 wrong, 0 open" in summary.inner_text()
    assert violations(page) == []
    page.get_by_role("button", name="Start the quiz over").click()
    assert violations(page) == []
    page.get_by_role("button", name="Start over", exact=True).click()
    assert f"{len(BANK)} open" in summary.inner_text()


def test_arrow_keys_choose_and_do_not_submit(visit) -> None:
    page = visit(PAGE)
    question = one(page, "argmax")
    first = question.locator("input[type=radio]").first
    first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert question.locator("input[value=D]").is_checked()
    assert question.get_attribute("data-state") == ""
    page.keyboard.press("Enter")
    assert question.get_attribute("data-state") == "wrong"
    said = question.get_by_role("status")
    assert "Not this time" in said.inner_text()
    assert question.locator("details").get_attribute("open") is not None


def test_nothing_chosen_is_no_answer(visit) -> None:
    page = visit(PAGE)
    question = one(page, "argmax")
    question.get_by_role("button", name="Check").click()
    assert "Choose an answer" in question.get_by_role("status").inner_text()
    assert question.get_attribute("data-state") == ""


def test_sure_and_wrong_comes_back(visit) -> None:
    page = visit(PAGE)
    question = one(page, "argmax")
    question.get_by_label("I am sure").check()
    question.locator("input[value=A]").check()
    question.get_by_role("button", name="Check").click()
    assert "you were sure" in question.get_by_role("status").inner_text()
    page.goto(page.url.replace("/quiz/", "/progress/"))
    assert "wrong, and you were sure" in page.locator(".finish-chapter").inner_text()


def test_what_is_asked_again_stays_due_until_it_is_answered(visit) -> None:
    """By `Try again` and by the review: after a reload, and in another tab, the answer is there."""
    page = visit(PAGE)
    question, status = one(page, "argmax"), question_status(page)
    review = page.get_by_role("button", name="Review what is due: 1")
    again = question.get_by_role("button", name="Try again")
    question.get_by_label("I am sure").check()
    right_answer(page, next(q for q in BANK if q.id == "argmax"), wrong=True)
    for ask in (again, review):
        ask.press("Enter")
        assert question.get_attribute("data-state") == ""
        assert question.locator("input:checked, input:disabled").count() == 0
        assert status() == ("wrong", True) and review.is_visible()
        page.reload()
        assert question.get_attribute("data-state") == "wrong"
        assert "you were sure" in question.get_by_role("status").inner_text()
    again.press("Enter")
    right_answer(page, next(q for q in BANK if q.id == "argmax"))
    assert status() == ("right", None) and not page.get_by_text("Review what is due").is_visible()
    assert question.get_attribute("data-state") == "right"


def question_status(page):
    def status() -> tuple[str, bool | None]:
        [entry] = [entry for entry in stored(page) if entry["id"] == "quiz-argmax"]
        return entry["status"], entry["sure"]

    return status


def test_no_answer_is_sent_away_before_the_script_has_come(visit) -> None:
    """A click, or Enter in a field, does nothing until the button can be pressed, and no harm."""
    page, held = visit(PAGE), []
    page.route("**/quiz.js", lambda script: held.append(script))
    page.reload(wait_until="commit")
    question = one(page, "straight-pieces")
    check = question.get_by_text("Check", exact=True)
    check.wait_for()
    assert check.is_disabled()
    question.get_by_label("Your answer").fill("4")
    question.get_by_label("Your answer").press("Enter")
    check.click(force=True)
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    check.and_(page.locator(":enabled")).click()
    assert question.get_attribute("data-state") == "right", "what was filled in is still there"


def test_what_is_counted_is_a_whole_number(visit) -> None:
    counted = [q for q in BANK if q.type == "numeric" and "how many" in q.question.lower()]
    assert counted and {q.tolerance for q in counted} == {0}
    page = visit(PAGE)
    for given, state in (("4.05", "wrong"), ("4.0", "right")):
        question = one(page, "straight-pieces")
        question.get_by_label("Your answer").fill(given)
        question.get_by_role("button", name="Check").press("Enter")
        assert question.get_attribute("data-state") == state
        question.get_by_role("button", name="Try again").press("Enter")


def test_steps_without_a_number_are_named(visit) -> None:
    page = visit(PAGE)
    question = one(page, next(q.id for q in BANK if q.type == "order"))
    selects = question.locator("select").all()
    said = []
    for fill in ([], selects[:1], selects):
        for select in fill:
            select.select_option("1")
        question.get_by_role("button", name="Check").press("Enter")
        said.append(question.get_by_role("status").inner_text().removesuffix(", then check."))
    assert said == [
        "Number the steps",
        "Give each step a number",
        "Give each step a number of its own",
    ]


@pytest.mark.parametrize("size", SIZES)
def test_how_sure_one_is_can_be_tapped(size: str, visit) -> None:
    page = visit(PAGE, viewport=SIZES[size])
    for label in page.locator(".quiz-confidence label").all():
        assert label.bounding_box()["height"] >= TAPPED


def test_an_answer_to_another_wording_is_not_taken_for_one_to_this(visit) -> None:
    page = visit(PAGE)
    right_answer(page, next(q for q in BANK if q.id == "argmax"))
    page.evaluate("""() => {
        const stored = JSON.parse(localStorage["pytorch-essentials"]);
        stored.entries["quiz-argmax"].contentHash = "another";
        localStorage["pytorch-essentials"] = JSON.stringify(stored);
    }""")
    page.reload()
    question = one(page, "argmax")
    assert question.get_attribute("data-state") == ""
    question.scroll_into_view_if_needed()  # what is out of view is not drawn, and has no words
    settle(page)
    assert "has changed since" in question.get_by_role("status").inner_text()


def test_the_quiz_reads_without_javascript(visit) -> None:
    page = visit(PAGE, java_script_enabled=False)
    question = one(page, "argmax")
    question.scroll_into_view_if_needed()  # what is out of view is not drawn, and has no words
    legend = question.locator("fieldset > legend").first
    expect(legend).to_have_text("Choose one", use_inner_text=True)
    assert not question.locator("input[value=C]").is_visible(), "nothing would come of it"
    assert page.get_by_role("button", name="Check").count() == 0
    assert "The answer is C" in question.locator("details").inner_text()


def test_each_option_says_whether_it_is_right(visit) -> None:
    """In words, beside a colour and a sign; an order says at each step where it belongs."""
    page = visit(PAGE)
    answer_all(page, [], wrong=True)
    for question in BANK:
        marks = one(page, question.id).locator("li > .verdict").all_inner_texts()
        if question.type == "numeric":
            assert marks == []
        elif question.type == "order":
            assert all(re.fullmatch(r"wrong: this is step \d", mark) for mark in marks)
        else:
            rights = [mark.startswith("right") for mark in marks]
            assert rights == [option.right for option in question.options]
            assert [m for m in marks if m.endswith("your answer")], "it says what was chosen"
    start_over(page)
    assert page.locator("li > .verdict").count() == 0


FOCUSED = """() => {
    const at = document.activeElement;
    const part = at.matches(".quiz-said") ? "the result" : at.value;
    return [at.closest("quiz-question")?.dataset.id, part];
}"""


def test_the_focus_goes_on_where_a_button_disappears(visit) -> None:
    """To the result, which is announced, and back to the first field; never to the page itself."""
    page = visit(PAGE)
    question = one(page, "argmax")
    check = question.get_by_role("button", name="Check")
    check.press("Enter")
    assert check.evaluate("e => e === document.activeElement"), "nothing was answered"
    question.locator("input[value=A]").press("Space")
    check.press("Enter")
    assert page.evaluate(FOCUSED) == ["argmax", "the result"]
    assert "Not this time" in question.get_by_role("status").inner_text()
    question.get_by_role("button", name="Try again").press("Enter")
    assert page.evaluate(FOCUSED) == ["argmax", "A"]


@pytest.mark.parametrize("size", SIZES)
def test_what_is_reviewed_is_in_view(size: str, visit) -> None:
    page = visit(PAGE, viewport=SIZES[size])
    wrong = ["argmax", "vanishing", "why-fused"]
    page.evaluate(ANSWER, [wrong, True])
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.get_by_role("button", name="Review what is due: 3").press("Enter")
    first = next(name for name in states(page) if name in wrong)
    assert page.evaluate(FOCUSED)[0] == first
    title = one(page, first).locator("h3").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert header["y"] + header["height"] <= title["y"] < SIZES[size]["height"] / 2


def test_starting_over_asks_first(visit) -> None:
    """By keyboard; whoever leaves it, by Escape too, is back at the button, and lost nothing."""
    page = visit(PAGE)
    answer_all(page, [])
    start = page.get_by_role("button", name="Start the quiz over")
    dialog = page.get_by_role("dialog", name=re.compile("Forget all of your answers"))
    for leave in ("Escape", "Enter"):
        start.press("Enter")
        assert dialog.is_visible()
        keep = page.get_by_role("button", name="Keep my answers")
        assert keep.evaluate("e => e === document.activeElement"), "the safe one is the first"
        page.keyboard.press(leave)
        assert not dialog.is_visible()
        assert start.evaluate("e => e === document.activeElement")
        assert {*states(page).values()} == {"right"}
    start.press("Enter")
    page.get_by_role("button", name="Start over", exact=True).press("Enter")
    assert {*states(page).values()} == {""}
    count = page.locator("quiz-summary > p[role=status]")
    assert f"{len(BANK)} open" in count.inner_text()
    assert count.evaluate("e => e === document.activeElement")


def test_what_is_open_again_has_not_changed(visit) -> None:
    """Not after a reload, nor in another tab; how often each was tried is kept."""
    page = visit(PAGE)
    other = page.context.new_page()
    other.goto(page.url)
    right_answer(page, next(q for q in BANK if q.id == "argmax"), wrong=True)
    right_answer(page, next(q for q in BANK if q.id == "vanishing"))
    one(other, "argmax").and_(other.locator("[data-state=wrong]")).wait_for()
    one(page, "argmax").get_by_role("button", name="Try again").click()
    start_over(page)
    for name in ("argmax", "vanishing"):
        one(other, name).and_(other.locator("[data-state='']")).wait_for()
    assert [(entry["given"], entry["sure"]) for entry in stored(page)] == [("", None)] * 2
    for tab in (other, page):
        for name in ("argmax", "vanishing"):
            question = one(tab, name)
            assert question.locator(".quiz-said").inner_text() == ""
            assert question.locator("input:checked, input:disabled, .verdict").count() == 0
            assert question.get_by_role("button", name="Check").is_visible()
        assert one(other, name).locator("details").get_attribute("open") is None
        assert "0 right, 0 wrong" in tab.locator("quiz-summary").inner_text()
        page.reload()
    right_answer(page, next(q for q in BANK if q.id == "argmax"))
    [entry] = [e for e in stored(page) if e["id"] == "quiz-argmax"]
    assert (entry["status"], entry["attempts"]) == ("right", 2)


def stored(page) -> list[dict]:
    return [*json.loads(page.evaluate("localStorage['pytorch-essentials']"))["entries"].values()]

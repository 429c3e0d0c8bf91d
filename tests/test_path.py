"""Law: a learner can go the whole way by keyboard, and is told at its end where they stand."""

import json
import re
from pathlib import Path

import pytest
from builder.chapter import Chapter
from builder.question import bank
from built.accessibility import violations
from conftest import SHIFT_LIMIT, SIZES
from runner import exercise_check, exercise_runner
from runner.folders import DOCS, ROOT, SNIPPETS
from runner.workload import shared_out
from test_browser import scripts
from test_progress import entry, file_of, read_in, store, stored

pytestmark = pytest.mark.moved

NAME = "activations-and-losses"
CHAPTER = f"/{NAME}/"
PATH, QUIZ, CARDS = (f"{CHAPTER}{page}/" for page in ("progress", "quiz", "interview"))
OBJECTIVES = Chapter(DOCS, SNIPPETS, NAME).objectives
OLD = (ROOT / "tests" / "progress_of_every_kind.json").read_text("utf-8")
TAUGHT = {path.parent.name for path in DOCS.glob("*/quiz.md")}
SECTION = re.compile(r"^## .*? \{ #(\S+)[^\n]*\n((?:(?!## ).*\n)*)", re.MULTILINE)
ASKED = re.compile(r"^<!-- ask \S+: (\S+) -->$", re.MULTILINE)
SCHEMES = ("light", "dark")


# Questions at the end of a section


def not_asked(page: str, taught_in: dict[str, str]) -> list[str]:
    """Say which sections of a page do not end in one or two questions about what they teach.

    `taught_in` has of each question what its file says of where that is.
    """
    wrong = []
    for name, text in SECTION.findall(page):
        places = {name, *re.findall(r"^### .*? \{ #(\S+)", text, re.MULTILINE)}
        asked = ASKED.findall(text)
        if "```python" in text and not 1 <= len(asked) <= 2:
            wrong.append(f"{name} asks {len(asked)} questions, and a section asks one or two")
        if asked and "```python" in text.rpartition("<!-- ask")[2]:
            wrong.append(f"{name} goes on with a program after its questions")
        for question in asked:
            if not places & {*re.findall(r"\(index\.md#([\w-]+)\)", taught_in[question])}:
                wrong.append(f"{question} does not say that it is taught in {name}")
    return wrong


@pytest.mark.parametrize("chapter", sorted(TAUGHT))
def test_a_section_ends_in_a_question_about_what_it_teaches(chapter: str) -> None:
    page = (DOCS / chapter / "index.md").read_text("utf-8")
    wrong = not_asked(page, {one.id: one.closing for one in bank(DOCS, chapter)})
    assert not wrong, f"docs/{chapter}/index.md: {'; '.join(wrong)}: <!-- ask {chapter}: its-id -->"


def test_a_section_that_asks_nothing_is_told() -> None:
    page = "## A { #a }\n\n```python\n```\n\n### B { #b }\n\n<!-- ask c: q -->\n"
    here, there = {"q": "[here](index.md#b)"}, {"q": "[there](index.md#c)"}
    assert not_asked(page, here) == []
    assert "taught in a" in not_asked(page, there)[0]
    assert "asks 0" in not_asked(page.replace("ask", "tell"), here)[0]
    assert "goes on" in not_asked(f"{page}\n```python\n```\n", here)[0]


def ask(page, name: str):
    """Go to a question, as its reader does who scrolls: its script comes when it is near."""
    question = page.locator(f"quiz-question[data-id={name}]")
    question.scroll_into_view_if_needed()
    page.locator(f"quiz-question[data-id={name}]:defined").wait_for()
    return question


def answer(question, given: str, sure: str = "") -> None:
    """Give a letter, or a number, by keyboard alone."""
    if sure:
        question.get_by_label(sure).press("Space")
    if given.isdigit():
        question.get_by_label("Your answer").press("Control+a")
        question.get_by_label("Your answer").press_sequentially(given)
    else:
        question.locator(f"input[value={given}]").press("Space")
    question.get_by_role("button", name="Check").press("Enter")


def test_an_answer_in_the_chapter_counts_in_the_quiz_and_the_other_way_round(visit) -> None:
    page = visit(CHAPTER)
    assert "quiz.js" not in scripts(page), "it is fetched when a question is near"
    answer(ask(page, "must-not-end-with"), "C", "I am sure")
    page.goto(page.url + "quiz/")
    assert ask(page, "must-not-end-with").get_attribute("data-state") == "right"
    answer(ask(page, "negative-outputs"), "A")
    page.goto(page.url.removesuffix("quiz/"))
    again = ask(page, "negative-outputs")
    assert again.get_attribute("data-state") == "wrong"
    assert "Not this time" in again.get_by_role("status").inner_text()


# What is due, and in which order


def due(box: int, days: float) -> dict:
    """Return what is stored of a card that comes back in so many days."""
    return {"kind": "card", "status": "met", "box": box, "days": days}


HASHES = {f"quiz-{one.id}": one.hash for one in bank(DOCS, NAME)}


def quiz(name: str, status: str, sure: bool | None) -> dict:
    more = {"status": status, "sure": sure, "contentHash": HASHES[name]}
    return entry(name, 1, **more)


UNSURE, WRONG, SURE = "quiz-dead-unit", "quiz-vanishing", "quiz-one-output"
ANSWERED = (
    quiz(UNSURE, "right", False),
    quiz("quiz-argmax", "right", True),
    quiz(WRONG, "wrong", False),
    quiz(SURE, "wrong", True),
)


def test_what_is_due_is_listed_the_most_urgent_first(visit) -> None:
    page = visit(PATH)
    store(page, file_of(*ANSWERED))
    items = page.locator(".finish-chapter li")
    assert [item.get_attribute("href") for item in items.locator("a").all()] == [
        f"../quiz/#{name.removeprefix('quiz-')}" for name in (SURE, WRONG, UNSURE)
    ]
    said = ["wrong, and you were sure", "wrong", "right, but you were not sure"]
    assert items.locator(".verdict").all_inner_texts() == said


def test_review_asks_the_most_urgent_first(visit) -> None:
    """One after the other: of what was not answered again, it is still known how it went."""
    page = visit(QUIZ)
    store(page, file_of(*ANSWERED))
    page.get_by_role("button", name="Review what is due: 3").press("Enter")
    more = page.get_by_role("button", name=re.compile("Next question|End the review"))
    for number, (name, words) in enumerate(
        [(SURE, "Next question, 2 left"), (WRONG, "Next question, 1 left"), (UNSURE, "End the")]
    ):
        at = "document.activeElement.closest('quiz-question')?.dataset.id"
        assert f"quiz-{page.evaluate(at)}" == name
        assert more.count() == 0, "not before the answer"
        statuses = [stored(page)["entries"][other]["status"] for other in (SURE, WRONG, UNSURE)]
        assert statuses[number:] == ["wrong", "wrong", "right"][number:]
        question = page.locator(f"quiz-question[data-id={name.removeprefix('quiz-')}]")
        right = question.locator("input[data-right]").get_attribute("value")
        answer(question, right, "I am sure")
        more.wait_for()
        assert more.inner_text().startswith(words)
        more.press("Enter")
    assert page.locator("quiz-summary > p[role=status]").evaluate(
        "e => e === document.activeElement"
    ), "the focus is at what the quiz says of itself"
    assert page.get_by_role("button", name="Review what is due").count() == 0


@pytest.mark.parametrize("hour", [1, 23])
def test_a_card_is_due_on_its_day_at_any_hour(hour: int, visit) -> None:
    page = visit(CARDS, timezone_id="UTC")
    page.clock.install(time=f"2027-03-01T{hour:02}:00:00Z")
    page.reload()
    page.get_by_role("button", name="Go through all").press("Enter")
    page.get_by_role("button", name="Show the answer").press("Enter")
    page.keyboard.press("2")  # Good: it comes back in a day
    page.get_by_role("button", name="Stop").press("Enter")
    first = OBJECTIVES[0].cards[0].id
    for time, is_due in (
        (f"2027-03-01T{hour:02}:30:00Z", False),
        ("2027-03-02T00:00:01Z", True),
        ("2027-03-02T23:59:00Z", True),
        ("2027-03-05T00:00:00Z", True),
    ):
        page.clock.set_fixed_time(time)
        page.goto(page.url.replace("/interview/", "/progress/"))
        item = page.locator(f"li[data-id=card-{first}]")
        assert ("due today" in (item.text_content() or "")) == is_due, time


def test_home_says_what_is_due_and_leads_there(visit) -> None:
    page = visit("/")
    card = due(1, 0) | {"due": "2026-01-02T00:00:00Z"}
    cards = [entry(f"card-{one.id}", 1) | card for one in OBJECTIVES[0].cards[:2]]
    store(page, file_of(*ANSWERED, *cards))
    for kind, many, place in (("quiz", 3, "progress"), ("card", 2, "interview")):
        link = page.locator(f"reader-progress[data-kind={kind}] a")
        assert link.inner_text() == f"{many} due today"
        assert link.get_attribute("href") == f"{NAME}/{place}/"
    assert violations(page) == []


# A row for each objective


def test_each_objective_has_a_row_with_all_that_there_is_to_do(visit) -> None:
    page = visit(PATH)
    rows = page.locator("details.objective")
    assert rows.count() == len(OBJECTIVES)
    for row, one in zip(rows.all(), OBJECTIVES, strict=True):
        ids = [
            *(f"section-{section.id}" for section in one.sections),
            *(f"quiz-{question.id}" for question in one.questions),
            *(exercise.slug for exercise in one.exercises),
            *(f"card-{card.id}" for card in one.cards),
        ]
        assert [item.get_attribute("data-id") for item in row.locator("li").all()] == ids
        assert one.sections, f"no section of the chapter is linked to {one.slug}"
        meter = row.locator("meter")
        assert (meter.get_attribute("max"), meter.evaluate("e => e.value")) == (str(len(ids)), 0)


def test_a_meter_counts_what_is_done(visit) -> None:
    page = visit(PATH)
    one = next(one for one in OBJECTIVES if len(one.questions) >= 4 and one.cards)
    known = entry(f"card-{one.cards[0].id}", 1) | due(2, 9) | {"due": "2099-01-01T00:00:00Z"}
    states = [("right", True), ("right", False), ("wrong", True), ("open", None)]
    answers = [
        quiz(f"quiz-{question.id}", *state)
        for question, state in zip(one.questions, states, strict=False)
    ]
    section = entry(f"section-{one.sections[0].id}", 1, kind="section", status="done")
    store(
        page, file_of(known, *answers, section, entry(f"objective-{one.slug}", 1, kind="objective"))
    )
    row = page.locator(f"details[data-id=objective-{one.slug}]")
    assert row.locator("meter").evaluate("e => e.value") == 4, "a section, two answers, a card"
    assert re.match(r"4 of \d+, ticked", row.locator(".count").inner_text())


# The end of the chapter


def summary(page):
    """Go to the end of a chapter, whose script comes when it is near."""
    found = page.locator("chapter-summary")
    found.scroll_into_view_if_needed()
    found.locator("table").wait_for()
    return found


def test_who_has_done_nothing_is_told_where_to_begin(visit) -> None:
    page = visit(CHAPTER)
    assert "chapter-summary.js" not in scripts(page), "it is fetched when the end is near"
    said = summary(page).get_by_role("status")
    assert "Nothing is done yet" in said.inner_text()
    first = OBJECTIVES[0].sections[0]
    assert said.get_by_role("link", name=first.title).get_attribute("href") == f"#{first.id}"
    lines = page.locator("chapter-summary tbody tr")
    assert lines.count() == len(OBJECTIVES)
    for line, one in zip(lines.all(), OBJECTIVES, strict=True):
        assert line.locator("td").all_inner_texts()[:2] == [
            f"0 of {len(one.sections)}",
            f"0 of {len(one.questions)}",
        ]
        link = line.locator("td a").get_attribute("href")
        assert link.endswith(f"#{one.sections[0].id}")


def test_the_summary_says_what_is_weak_and_where_to_go(visit) -> None:
    page = visit(CHAPTER)
    store(page, file_of(*ANSWERED, entry("objective-activations", 1, kind="objective")))
    said = summary(page).get_by_role("status").inner_text()
    assert f"2 of {len(HASHES)} questions right" in said and "3 due today" in said
    line = page.locator("chapter-summary tr", has=page.get_by_text("ticked"))
    assert "Choose between ReLU" in line.inner_text()
    wrong = page.locator("chapter-summary td", has_text="wrong, and you were sure")
    assert wrong.locator("a").get_attribute("href").endswith("/quiz/#one-output")
    page.evaluate("progress.note('quiz-argmax', 'quiz', {status: 'wrong'})")
    assert "4 due today" in page.locator("chapter-summary").get_by_role("status").inner_text()


def everything_done() -> list[dict]:
    """Return the progress of somebody who has finished the chapter."""
    found = []
    for one in OBJECTIVES:
        found += [entry(f"section-{s.id}", 1, kind="section", status="done") for s in one.sections]
        found += [quiz(f"quiz-{question.id}", "right", True) for question in one.questions]
        found += [
            entry(e.slug, 1, kind="exercise", status="solved", contentHash=e.hash)
            for e in one.exercises
        ]
        known = due(2, 9) | {"due": "2099-01-01T00:00:00Z"}
        found += [entry(f"card-{card.id}", 1) | known for card in one.cards]
    return found


def test_who_has_done_all_is_told(visit) -> None:
    page = visit(CHAPTER)
    store(page, file_of(*everything_done()))
    found = summary(page)
    assert "You have finished this chapter" in found.get_by_role("status").inner_text()
    assert found.locator("td .verdict.right").all_inner_texts() == ["done"] * len(OBJECTIVES)
    assert found.locator("td a").count() == 0, "there is nowhere to go"
    page.goto(page.url + "progress/")
    assert "You have finished this chapter" in page.locator(".finish-chapter").inner_text()


WORST = [quiz(f"quiz-{one.id}", "wrong", True) for each in OBJECTIVES for one in each.questions]


def test_the_summary_is_printed_alone_on_one_page(visit) -> None:
    page = visit(CHAPTER)
    store(page, file_of(*WORST))
    summary(page)
    page.evaluate("window.print = () => (window.printed = document.body.className)")
    page.get_by_role("button", name="Print this summary").press("Enter")
    assert "summary-alone" in page.evaluate("window.printed")
    paper = page.pdf(format="A4")  # which ends as a print does
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    assert "summary-alone" not in page.evaluate("document.body.className"), "all is shown again"
    page.evaluate("document.body.classList.add('summary-alone')")
    page.emulate_media(media="print")
    words = page.locator("article").inner_text()
    assert "self-assessment" in words and re.search(r"\d{4}, from 127\.0\.0\.1", words)
    assert "Why a network needs an activation\n" not in words and "Print this" not in words
    assert re.search("wrong, and you were sure", words)


def test_before_the_answers_are_read_nothing_is_said_of_them(visit) -> None:
    """Nor on paper: whoever prints the page from its top, prints its end without its script."""
    page = visit(CHAPTER)
    store(page, file_of(*ANSWERED))
    assert "chapter-summary.js" not in scripts(page)
    page.emulate_media(media="print")
    words = page.locator("chapter-summary").inner_text()
    assert "self-assessment" in words and "Nothing is done" not in words


@pytest.mark.parametrize("fault", ["abort", "missing"])
def test_without_the_list_the_summary_says_where_it_is(fault: str, browser, server) -> None:
    page = browser.new_page()  # one whose complaint about the network is no trouble
    status = 404 if fault == "missing" else 0
    page.route("**/progress/", lambda to: to.fulfill(status=status) if status else to.abort())
    page.goto(server.address + CHAPTER)
    page.locator("chapter-summary").scroll_into_view_if_needed()
    said = page.locator("chapter-summary").get_by_role("status")
    said.get_by_text("could not be fetched").wait_for()
    assert said.get_by_role("link").get_attribute("href").endswith(PATH)
    page.context.close()


def test_the_end_of_the_chapter_reads_without_javascript(visit) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    end = page.locator("chapter-summary")
    assert "self-assessment" in end.inner_text() and "Nothing is done" not in end.inner_text()
    assert end.get_by_role("link", name="Your progress").is_visible()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_the_summary_comes(size: str, visit) -> None:
    page = visit(CHAPTER, viewport=SIZES[size])
    store(page, file_of(*ANSWERED))
    page.goto(f"{page.url}#where-you-stand")
    page.locator("chapter-summary table").wait_for()
    page.wait_for_timeout(200)
    assert page.evaluate("window.shifted()") <= SHIFT_LIMIT


# A browser tells an observer what is on the screen with its next frame: a new one is told last.
LOOK = """(name) => new Promise((told) => {
    const title = document.getElementById(name);
    title.scrollIntoView();
    new IntersectionObserver((_, watch) => told(watch.disconnect())).observe(title);
})"""


def test_a_section_is_read_when_its_beginning_and_its_end_were_seen(visit) -> None:
    page = visit(CHAPTER)
    names = [name for name, _ in SECTION.findall((DOCS / NAME / "index.md").read_text("utf-8"))]

    def read() -> set[str]:
        entries = stored(page).get("entries", {})
        return {name.removeprefix("section-") for name in entries if name.startswith("section-")}

    def look(name: str, seconds: int) -> None:
        page.evaluate(LOOK, name)
        page.clock.run_for(seconds * 1000)

    page.clock.install()
    page.reload()
    for name in names[:5]:  # past them all, and back
        look(name, 2)
    look(names[0], 2)
    assert read() == set(), "who scrolls past has not read it"
    look(names[3], 6)
    assert read() == set(), "its end was seen, and it was there for too short a time"
    look(names[4], 2)
    look(names[3], 3)
    assert read() == {names[3]}


def test_what_a_section_needs_to_count_is_said(visit) -> None:
    page = visit(PATH)
    script = (DOCS / "assets" / "objectives.js").read_text("utf-8")
    assert "const READING = 10;" in script
    assert (
        "in the middle of the screen for ten seconds in all" in page.locator("article").inner_text()
    )


def test_what_is_ticked_is_counted_and_seen_where_the_progress_stands(visit) -> None:
    page = visit(CHAPTER)
    page.locator(".learning-objectives input[type=checkbox]").first.check()
    page.goto(page.url + "progress/")
    all_, summary = len(OBJECTIVES), page.locator(".finish-chapter").inner_text()
    assert f"1 of {all_} objectives ticked" in summary
    assert page.locator(".objective .verdict", has_text="ticked").count() == 1


def test_what_serves_several_objectives_counts_once(visit) -> None:
    page = visit(PATH)
    rows = page.locator("details.objective li").evaluate_all("all => all.map(e => e.dataset.id)")
    assert len(rows) > len({*rows})
    assert f"0 of {len({*rows})} done" in page.locator(".finish-chapter").inner_text()
    assert "counts once among all" in page.locator("article").inner_text()


# What older sites have stored


def test_what_an_older_site_has_saved_keeps_its_meaning(visit) -> None:
    """A file as it was saved before the progress had a row for each objective."""
    page = visit(PATH, timezone_id="UTC")
    page.clock.install(time="2026-11-29T10:00:00Z")
    page.reload()
    assert read_in(page, "mine.json", OLD) == ""
    page.get_by_role("button", name="Take them over").press("Enter")
    old, now = json.loads(OLD)["entries"], stored(page)["entries"]
    assert {name: now[name] for name in old} == old
    said = {
        "section-without-an-activation-depth-buys-nothing": "read",
        "quiz-two-bare-layers": "right",
        "quiz-dead-unit": "right, but you were not sure",
        "quiz-vanishing": "wrong",
        "quiz-one-output": "wrong, and you were sure",
        "quiz-active-samples": "",
        "card-why-non-linear": "due today",
        "card-tanh-or-sigmoid": "due today",
        "card-dying-relu": "known, due on 1 December",
        "softmax-twice": "solved",
        "stable-softmax": "wrong",
    }
    for name, words in said.items():
        item = page.locator(f"learning-path li[data-id={name}]").first
        asked = item.get_attribute("data-hash")
        if asked and old[name].get("contentHash") not in ("", asked):
            words = "changed since you did it"  # by an author, who has the law of the quiz to keep
        verdict = item.locator("span span")
        assert (verdict.text_content() if verdict.count() else "") == words, name
    assert "ticked" in page.locator("[data-id=objective-losses] .count").inner_text()


# The whole way


@pytest.mark.parametrize("scheme", shared_out(SCHEMES, 2))
def test_what_a_learner_does_is_accessible_before_and_after(scheme: str, visit) -> None:
    page = visit(CHAPTER, color_scheme=scheme)
    summary(page)
    for content in ("", file_of(*ANSWERED)):
        if content:
            store(page, content)
            summary(page)
        assert violations(page, within="chapter-summary") == []
        assert violations(page, within="quiz-question") == []
    page.goto(page.url.partition("#")[0] + "progress/")
    page.locator("details.objective").evaluate_all("all => all.forEach(row => row.open = true)")
    assert violations(page) == []


def test_a_learners_whole_path(visit, tmp_path: Path) -> None:
    """By keyboard: predict, read, answer, choose, write, fail, pass, review a card, finish."""
    page = visit(CHAPTER)
    page.clock.install()
    page.reload()
    page.get_by_role("link", name="section 1").press("Enter")
    covered = page.locator(".snippet:has(predict-output)").first
    covered.locator("predict-output:defined").wait_for()
    guess = covered.get_by_label("Predict the line")
    guess.press_sequentially(covered.locator(".asked").text_content().removeprefix("# > "))
    guess.press("Enter")
    assert covered.get_by_role("status").inner_text() == "Right."
    for _ in range(12):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(100)
        page.clock.run_for(11_000)  # to read what is on the screen
    assert "section-without-an-activation-depth-buys-nothing" in str(stored(page))
    question = ask(page, "straight-pieces")
    answer(question, "3", "I am sure")
    assert "you were sure" in question.get_by_role("status").inner_text()
    question.get_by_role("button", name="Try again").press("Enter")
    answer(question, "4", "I am sure")
    assert question.get_attribute("data-state") == "right"

    find_among_the_answers(page)
    session = exercise_runner.Session(tmp_path)
    session.current = "softmax-twice"
    folder = session.folders[session.current]
    attempt = session.attempt(session.current)
    attempt.write_text((folder / "wrong" / "softmax_twice.py").read_text("utf-8"))
    failed = session.check()
    assert failed.status == exercise_check.WRONG and "cannot fall below" in failed.said
    take_over(page, tmp_path)
    assert "wrong" in page.locator(".finish-chapter li").first.inner_text()
    assert page.goto(f"{page.url.split(CHAPTER)[0]}/{failed.page}").ok, "where it points to"
    session.command("h")
    attempt.write_text((folder / "solution.py").read_text("utf-8"))
    assert session.check().status == exercise_check.SOLVED
    take_over(page, tmp_path)
    assert "Nothing is due" in page.locator(".finish-chapter").inner_text()
    page.goto(page.url.replace("progress", "exercises"))
    assert page.locator("exercise-mark:visible").get_attribute("data-id") == "softmax-twice"

    page.goto(page.url.split(CHAPTER)[0] + CARDS)
    page.get_by_role("button", name="Review what is due or new").press("Enter")
    page.keyboard.type("It would be one linear map.")
    page.get_by_role("button", name="Show the answer").press("Enter")
    page.keyboard.press("2")
    page.get_by_role("button", name="Stop").press("Enter")
    home = page.url.split(CHAPTER)[0]
    page.goto(home)
    assert page.locator("reader-progress[data-kind=card]").inner_text() == "1 of 25 cards"
    page.clock.fast_forward(26 * 3600 * 1000)  # tomorrow
    page.goto(home)
    page.get_by_role("link", name="1 due today").press("Enter")
    page.wait_for_url(f"**{CARDS}")
    page.get_by_role("button", name="Review what is due or new").press("Enter")
    page.get_by_role("button", name="Show the answer").press("Enter")
    page.keyboard.press("3")
    page.get_by_role("button", name="Stop").press("Enter")

    page.goto(home + CHAPTER)
    said = summary(page).get_by_role("status").inner_text()
    for part in ("1 of 6 sections", "questions right", "1 of 26 exercises", "1 of 25 cards"):
        assert part in said
    assert "due today" not in said
    assert violations(page, within="chapter-summary") == []


def find_among_the_answers(page) -> None:
    """Choose a wrong answer, read why, choose the right one; then write a line, wrong and right."""
    home = page.url.split(CHAPTER)[0]
    page.goto(f"{home}{CHAPTER}exercises/softmax-twice/")
    said = page.locator("chosen-answer [role=status]")
    page.get_by_text("Which of these answers passes?").press("Enter")
    for number, words in ((4, "cannot fall below 0.5514"), (3, "It passes.")):
        page.get_by_label(f"Answer {number}", exact=True).press("Space")
        page.locator("chosen-answer form button").press("Enter")
        assert words in said.inner_text()
        page.reload()
        page.get_by_text("Which of these answers passes?").press("Enter")
        assert words in said.inner_text(), "it is remembered"
        assert page.get_by_label(f"Answer {number}", exact=True).is_checked()
    page.goto(f"{home}{CHAPTER}exercises/stable-bce/")
    page.get_by_text("Fill in the line").press("Enter")
    said, field = page.locator("typed-line [role=status]"), page.get_by_label("Write what belongs")
    for line, words in (("F.softplus(logits)", "2.1269"), (" - target*logits", "It passes.")):
        field.press("End")
        field.press_sequentially(line)
        field.press("Enter")
        assert words in said.inner_text()


def take_over(page, folder: Path) -> None:
    """Read what the runner of the exercises has noted into the progress."""
    page.goto(page.url.split(CHAPTER)[0] + PATH)
    read_in(page, "state.json", (folder / "state.json").read_text("utf-8"))
    page.get_by_role("button", name="Take them over").press("Enter")

"""Law: from its page an exercise can be done in one click, and answers show what was said."""

import json
import re
from pathlib import Path

import pytest
from builder.exercise import Exercise, content_hash, exercises
from built.accessibility import violations
from built.building import REPO
from conftest import SHIFT_LIMIT, SIZES
from runner import exercise_check
from runner.exercise_runner import State
from runner.folders import DOCS, ROOT, SNIPPETS
from runner.workload import shared_out
from test_progress import PATH, entry, file_of, read_in, store, stored
from test_site import read

pytestmark = pytest.mark.moved

CHAPTER = "activations-and-losses"
FOLDERS = exercise_check.folders()
OWN = exercises(DOCS, SNIPPETS, CHAPTER)
FIRST = "softmax-twice"
PAGE = f"/{CHAPTER}/exercises/{FIRST}/"
# What the list of exercises called each of them when it held two sets, and the page that it is on.
OLD_NAMES = {
    **dict.fromkeys(("diagnosis", "non-linearity", "dtype-errors", "one-price", "rare-illness")),
    **dict.fromkeys(("photo-labels", "stable-cross-entropy", "dead-relu")),
    "floor": FIRST,
}


def state_of(page):
    return page.locator("exercise-state [role=status]")


def test_an_exercise_is_marked_as_solved_by_keyboard_and_stays_so(visit) -> None:
    page = visit(PAGE)
    page.get_by_role("button", name="Mark as solved").press("Enter")
    assert "Solved: you said so; saved in this browser." in state_of(page).inner_text()
    page.reload()
    assert "you said so" in state_of(page).inner_text()
    kept = stored(page)["entries"][FIRST]
    assert (kept["kind"], kept["status"], kept["by"]) == ("exercise", "solved", "hand")
    assert kept["contentHash"] == content_hash(FOLDERS[FIRST])
    page.goto(page.url.replace(PAGE, PATH))
    own = page.locator(f"learning-path [data-id={FIRST}]")
    assert "solved" in own.text_content()
    page.go_back()
    page.get_by_role("button", name="Not solved after all").press("Enter")
    assert state_of(page).inner_text() == ""
    page.reload()
    assert stored(page)["entries"][FIRST]["status"] == "open"


def test_what_was_marked_by_hand_and_what_the_runner_says_come_together(
    visit, tmp_path: Path
) -> None:
    page = visit(PAGE)
    page.get_by_role("button", name="Mark as solved").click()
    State(tmp_path / "state.json").note("leaky-relu", FOLDERS["leaky-relu"], status="solved")
    page.goto(page.url.replace(PAGE, PATH))
    read_in(page, "state.json", (tmp_path / "state.json").read_text("utf-8"))
    page.get_by_role("button", name="Take them over").click()
    assert {*stored(page)["entries"]} >= {FIRST, "leaky-relu"}
    page.goto(page.url.replace(PATH, PAGE.replace(FIRST, "leaky-relu")))
    assert "Solved: the check said so" in state_of(page).inner_text()


def test_an_exercise_that_has_changed_is_not_called_solved(visit) -> None:
    page = visit(PAGE)
    store(page, file_of(entry(FIRST, 1, kind="exercise", status="solved", contentHash="old")))
    assert "It has changed since you solved it" in state_of(page).inner_text()
    assert page.get_by_role("button", name="Mark as solved").is_visible()


def lines_of(site: Path, exercise: Exercise) -> tuple[str, list[str]]:
    """Return the two lines that a page gives, and where the links beside them lead."""
    page = read(site / CHAPTER / "exercises" / exercise.slug / "index.html")
    [doing] = page.css(".doing")
    program = doing.css_first("pre code").text()
    return program, [link.attributes["href"] for link in doing.css("a")]


@pytest.mark.parametrize("exercise", OWN, ids=lambda exercise: exercise.slug)
def test_without_a_repository_nothing_leads_to_another_host(exercise, site: Path) -> None:
    lines, links = lines_of(site, exercise)
    assert lines == f"python -m pip install nox\nnox -s exercises -- {exercise.slug}\n"
    assert links == [f"../notebooks/{exercise.slug}.ipynb"]
    assert (site / CHAPTER / "exercises" / "notebooks" / f"{exercise.slug}.ipynb").is_file()


@pytest.mark.parametrize("exercise", OWN, ids=lambda exercise: exercise.slug)
def test_with_a_repository_colab_and_the_clone_are_of_this_very_exercise(
    exercise, hosted: Path
) -> None:
    lines, (colab, _) = lines_of(hosted, exercise)
    clone, start = lines.splitlines()
    assert clone == f"git clone {REPO}"
    assert start == f"pipx run nox -f essentials/noxfile.py -s exercises -- {exercise.slug}"
    path = colab.partition("/github/reader/essentials/blob/HEAD/")[2]
    assert colab.startswith("https://colab.research.google.com/github/")
    assert json.loads((ROOT / path).read_text("utf-8"))["nbformat"] == 4
    assert exercise.slug in FOLDERS, "the runner knows it by this name"


def test_the_two_lines_are_copied_as_they_stand(visit, site: Path) -> None:
    page = visit(PAGE, permissions=["clipboard-read", "clipboard-write"])
    doing = page.locator(".doing")
    doing.locator("pre code").scroll_into_view_if_needed()
    doing.locator("button[data-md-type=copy]").press("Enter")
    [first] = [one for one in OWN if one.slug == FIRST]
    assert page.evaluate("navigator.clipboard.readText()") + "\n" == lines_of(site, first)[0]


@pytest.mark.parametrize("exercise", OWN, ids=lambda exercise: exercise.slug)
def test_a_page_offers_the_answers_that_were_run(exercise, site: Path) -> None:
    page = read(site / CHAPTER / "exercises" / exercise.slug / "index.html")
    said = [one.text() for one in page.css(".answers-run details p")]
    wrong = {path.stem for path in FOLDERS[exercise.slug].glob("wrong/*.py")}
    assert len(said) - ("It passes." in said) == len(wrong), "each wrong answer, as it is now"
    recorded = json.loads(
        (DOCS / CHAPTER / "exercises" / "answers" / f"{exercise.slug}.json").read_text("utf-8")
    )
    for name in wrong:
        assert any(recorded["answers"][name]["said"] in one for one in said), name
    assert not re.search('"""', " ".join(one.text() for one in page.css(".answers-run pre")))


def test_the_answer_that_passes_has_no_place_of_its_own() -> None:
    passing = [[answer.said == "" for answer in one.choices] for one in OWN]
    places = [(answers.index(True), len(answers)) for answers in passing if True in answers]
    at_an_end = [place for place, many in places if place in (0, many - 1)]
    assert len(places) > 5
    assert 0 < len(at_an_end) <= len(places) / 2, places


def test_what_the_check_said_opens_by_keyboard(visit) -> None:
    page = visit(PAGE)
    page.eval_on_selector_all("details", "all => all.forEach(fold => fold.open = false)")
    page.get_by_text("Which of these answers passes?").press("Enter")
    said = page.locator(".answers-run details")
    passing = 0
    for fold in said.all():
        fold.locator("summary").press("Enter")
        assert fold.locator(".verdict").is_visible()
        passing += fold.locator(".verdict.right").count()
    assert (said.count(), passing) == (6, 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_exercise_is_accessible_when_it_is_solved(scheme: str, visit) -> None:
    page = visit(PAGE, color_scheme=scheme)
    page.get_by_role("button", name="Mark as solved").click()
    assert violations(page) == []


@pytest.mark.parametrize("name", shared_out(OLD_NAMES, 4))
def test_an_old_link_to_an_exercise_leads_to_it(name: str, visit) -> None:
    page = visit(f"/{CHAPTER}/exercises/#{name}")
    place = page.locator(f"[id='{name}']")
    header = page.locator(".md-header").bounding_box()
    assert place.bounding_box()["y"] >= header["y"] + header["height"]
    place.get_by_role("link").press("Enter")
    page.wait_for_url(f"**/exercises/{OLD_NAMES[name] or name}/#by-hand")


def test_the_objectives_lead_to_the_page_of_an_exercise(site: Path) -> None:
    page = read(site / CHAPTER / "index.html")
    links = [a for a in page.css(".learning-objectives a") if "exercise" in a.text()]
    assert len(links) == len(page.css(".learning-objectives li"))
    assert {link.attributes["href"].split("/")[1] for link in links} <= {one.slug for one in OWN}


def test_without_javascript_an_exercise_can_be_done(visit) -> None:
    page = visit(PAGE, java_script_enabled=False)
    assert page.locator(".doing pre").is_visible()
    assert not page.locator("exercise-state button").is_visible()


def heights(page) -> list[float]:
    return page.eval_on_selector_all(
        "article, article li", "all => all.map((part) => part.getBoundingClientRect().height)"
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["exercises", "interview"])
def test_lists_show_what_is_solved_and_nothing_moves(name: str, size: str, visit) -> None:
    page = visit(f"/{CHAPTER}/{name}/", viewport=SIZES[size])
    marks, before = page.locator("exercise-mark"), heights(page)
    listed = marks.evaluate_all("all => all.map((mark) => mark.dataset.id)")
    assert not any(mark.is_visible() for mark in marks.all())
    done = [one for one in OWN if one.slug in listed][::2]
    solved = [
        entry(one.slug, 1, kind="exercise", status="solved", contentHash=one.hash) for one in done
    ]
    solved[-1]["contentHash"] = "old"
    store(page, file_of(*solved))
    shown = [mark.get_attribute("data-id") for mark in marks.all() if mark.is_visible()]
    assert shown == [one.slug for one in done[:-1]]
    assert violations(page) == []
    page.eval_on_selector_all("details", "all => all.forEach(fold => fold.open = true)")
    assert heights(page) == before
    assert page.evaluate("window.shifted()") <= SHIFT_LIMIT
    page.evaluate("progress.clear()")
    assert not any(mark.is_visible() for mark in marks.all())

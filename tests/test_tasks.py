"""Law: a task is a page and a program of one name, which has learned what the table says of it."""

from pathlib import Path

import pytest
from builder.views import package_of
from mkdocs.exceptions import BuildError
from runner.folders import DOCS
from runner.table_runner import documents
from test_pairings import CHOOSER, PROGRAMS, TASKS, page
from test_pairings import FOLDER as CHAPTER

FOLDER, TABLE = CHAPTER / "tasks", CHAPTER / "pairings.py"
task_pages = package_of(DOCS / CHAPTER.name).task_pages
# The rows of the table before each had a page: links that others have made.
FIRST = """a-class-per-pixel a-class-per-token a-number a-number-with-its-uncertainty a-rare-yes
counts distillation imbalanced-classes label-smoothing numbers-with-outliers-huber
numbers-with-outliers-l1 numbers-with-outliers-smooth-l1 one-of-several ordered-grades pairs
quantiles ranking soft-labels tags triplets unaligned-sequences yes-or-no yes-or-no-two-logits"""


def test_each_task_has_a_page_a_program_and_a_row() -> None:
    pages = sorted(path.stem for path in (DOCS / CHAPTER.name / "tasks").glob("*.md"))
    assert pages == PROGRAMS == [row["id"] for row in TASKS["rows"]]
    for name in PROGRAMS:
        text = (DOCS / CHAPTER.name / "tasks" / f"{name}.md").read_text("utf-8")
        for shown in (f"pairings: card {name} -->", f"tasks/{name}.py", f"pairings: around {name}"):
            assert shown in text, f"{name}.md does not show {shown}"


def test_no_two_tasks_have_one_title() -> None:
    titles = [one.title for one in task_pages.tasks(DOCS, CHAPTER.name)]
    assert len({*titles}) == len(titles)


def test_a_link_to_a_row_of_the_table_still_leads_there(site: Path) -> None:
    table = page(site, CHOOSER)
    for anchor in FIRST.split():
        row = table.css_first(f"a#{anchor}")
        assert row, anchor
        led = site / CHOOSER.strip("/") / row.attributes["href"]
        assert led.resolve().parent.name == "tasks" and (led / "index.html").is_file(), anchor


def a_task(slug: str, chosen: dict[str, str]):
    return task_pages.Task(slug, slug, slug, "", "high", chosen, {})


ASTRAY = {
    "asks 'What?', and this page 'Which?'": [{"What?": "a"}, {"Which?": "b"}],
    "its answers lead to 'one' as well": [{"What?": "a"}, {"What?": "a"}],
    "after a the chooser asks 'one'": [{"What?": "a"}, {"What?": "a", "Which?": "b"}],
}


@pytest.mark.parametrize("said", ASTRAY)
def test_a_task_that_the_chooser_cannot_reach_is_named(said: str) -> None:
    found = [a_task(*task) for task in zip(("one", "two"), ASTRAY[said], strict=True)]
    assert said in "\n".join(task_pages.astray(found))


def test_six_questions_are_refused(tmp_path: Path) -> None:
    chosen = "".join(f"  Question {n}: answer\n" for n in range(6))
    (tmp_path / "tasks").mkdir()
    path = tmp_path / "tasks" / "long.md"
    path.write_text(f"---\ntitle: t\ndescription: d\nexample: e\nmet: high\nchosen:\n{chosen}---\n")
    with pytest.raises(BuildError, match="chosen"):
        task_pages.task(path, {"long": {}})


# Changes to a program that the table must not take, each with what it says.
REFUSED = {
    ("range(150)", "range(1)"): "one_of_several has not learned",
    ("  # log(3)", "  # log(4)"): "the first loss is no",
    ("criterion(logits, target)", "criterion(logits.softmax(dim=1), target)"): "AssertionError",
    ("truth[1000:], answers", "0.5 * truth[1000:], answers"): "is better",
}


@pytest.mark.parametrize("change", REFUSED, ids=[new for _, new in REFUSED])
def test_a_task_that_is_not_what_it_says_is_refused(
    change: tuple[str, str], tmp_path: Path
) -> None:
    source = (FOLDER / "one_of_several.py").read_text("utf-8")
    assert change[0] in source
    (tmp_path / "tasks").mkdir()
    (tmp_path / "tasks" / "one_of_several.py").write_text(source.replace(*change), "utf-8")
    (tmp_path / "pairings.py").write_text(TABLE.read_text("utf-8"), "utf-8")
    [outcome] = documents([tmp_path / "pairings.py"])
    assert not isinstance(outcome, dict), "the table takes it"
    assert REFUSED[change] in outcome.error

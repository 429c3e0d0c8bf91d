"""Law: an exercise accepts its solution, and tells each misconception from every other."""

import ast
import json
import os
import queue
import re
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builder.evidence import write_whole
from builder.exercise import answer_hash, answers_of, exercises, recording_of
from runner import exercise_check, exercise_runner
from runner.exercise_check import (
    NOT_ATTEMPTED,
    NOT_JUDGED,
    SOLVED,
    WRONG,
    Verdict,
    checker,
    judge,
)
from runner.exercise_notebook import notebook
from runner.exercise_runner import Session
from runner.folders import DOCS, ROOT, SNIPPETS
from runner.processes import run_all
from runner.programs import Program
from runner.standing import on_reference
from runner.table_runner import differences, text_of, where

FOLDERS = exercise_check.folders()
CHAPTERS = sorted({folder.parts[-3] for folder in FOLDERS.values()})
EXERCISES = {one.slug: one for chapter in CHAPTERS for one in exercises(DOCS, SNIPPETS, chapter)}
FIRST = "softmax-twice"
CHECK_LIMIT = 5.0  # seconds from save to verdict, torch being loaded: ten times an idle machine


def page_of(folder: Path) -> Path:
    return DOCS / folder.relative_to(SNIPPETS).parts[0] / "exercises" / f"{folder.name}.md"


def notebook_of(folder: Path) -> Path:
    return page_of(folder).parent / "notebooks" / f"{folder.name}.ipynb"


@cache
def verdicts(name: str) -> dict[str, Verdict]:
    folder = FOLDERS[name]
    attempts = [folder / "exercise.py", folder / "solution.py", *sorted(folder.glob("wrong/*.py"))]
    found = list(judge(folder, attempts))
    return {path.stem: verdict for path, verdict in zip(attempts, found, strict=True)}


@pytest.mark.parametrize("name", FOLDERS)
def test_the_solution_passes_and_the_stub_is_no_attempt(name: str) -> None:
    found = verdicts(name)
    assert found["solution"].status == SOLVED, f"{name}/solution.py: {found['solution'].said}"
    assert found["exercise"].status == NOT_ATTEMPTED


@pytest.mark.parametrize("name", FOLDERS)
def test_the_stub_itself_would_not_pass(name: str, tmp_path: Path) -> None:
    changed = tmp_path / "stub.py"
    changed.write_text(exercise_check.source_of(FOLDERS[name] / "exercise.py") + "\npass\n")
    [found] = judge(FOLDERS[name], [changed])
    assert found.status == WRONG, f"{name}/exercise.py is solved as it stands"


@pytest.mark.parametrize("name", FOLDERS)
def test_each_wrong_attempt_gets_its_own_diagnosis(name: str) -> None:
    found = {k: v for k, v in verdicts(name).items() if k not in ("exercise", "solution")}
    assert len(found) >= 3, f"{name}/wrong/ has {len(found)} attempts; at least three"
    for attempt, verdict in found.items():
        assert (verdict.status, verdict.misconception) == (WRONG, attempt), (
            f"{name}/wrong/{attempt}.py: {verdict}. The check yields (misconception, what was seen)"
        )
        assert len(verdict.said) > 40, f"{name}/wrong/{attempt}.py: say what was seen, and why"


def answers(name: str) -> dict:
    """Return what the check says of each answer of an exercise, as it is recorded for its page."""
    folder = FOLDERS[name]
    programs = answers_of(folder)
    found = {"answers": verdicts(name), "lines": of_lines(folder, programs["lines"])}
    return where() | {
        kind: {
            one: {
                "text": answer_hash(source, folder),
                "said": found[kind][one].said,
                "page": found[kind][one].page,
            }
            for one, source in sources.items()
        }
        for kind, sources in programs.items()
        if sources
    }


def of_lines(folder: Path, programs: dict[str, str]) -> dict[str, Verdict]:
    with TemporaryDirectory() as place:
        paths = [Path(place, f"{number}.py") for number in range(len(programs))]
        for path, source in zip(paths, programs.values(), strict=True):
            path.write_text(source, "utf-8")
        return dict(zip(programs, judge(folder, paths), strict=True))


@pytest.mark.parametrize("name", FOLDERS)
def test_what_its_page_says_of_answers_is_what_the_check_says(name: str, pytestconfig) -> None:
    now, recording = answers(name), recording_of(FOLDERS[name], page_of(FOLDERS[name]).parent)
    if pytestconfig.option.record:
        recording.parent.mkdir(exist_ok=True)
        write_whole(recording, text_of(now))
    again = f"nox -s record -- -k {name}"
    assert recording.exists(), f"{recording.relative_to(ROOT)} is not recorded yet: {again}"
    recorded = json.loads(recording.read_text("utf-8"))
    if not on_reference("cpu"):
        now |= {name: recorded[name] for name in ("torch", "hardware")}
    wrong = [*differences(recorded, now, on_reference("cpu"))]
    assert not wrong, f"{recording.name} is not what its check says: {again}\n{'; '.join(wrong)}"


@pytest.mark.parametrize("name", FOLDERS)
def test_an_exercise_has_the_form(name: str) -> None:
    folder, page = FOLDERS[name], page_of(FOLDERS[name])
    check = checker(folder)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name), "an id is words-with-hyphens"
    assert len(check.HINTS) == 3 and EXERCISES[name].hints == [*check.HINTS], (
        f"{name}: HINTS are three literal strings, from a nudge to nearly the answer"
    )
    wrong = {path.stem for path in folder.glob("wrong/*.py")}
    assert set(check.MISCONCEPTIONS) == wrong, f"{name}: MISCONCEPTIONS are those of wrong/"
    for address in check.MISCONCEPTIONS.values():
        path, _, anchor = address.partition("#")
        there = [DOCS / f"{path.rstrip('/')}.md", DOCS / path / "index.md"]
        source = next((p.read_text("utf-8") for p in there if p.is_file()), None)
        assert source is not None, f"{name}: there is no page {address}"
        assert not anchor or re.search(rf"#{anchor}[ }}]", source), (
            f"{name}: {path} has no {{ #{anchor} }}"
        )
    for path in folder.rglob("*.py"):
        text = path.read_text("utf-8")
        assert ast.get_docstring(ast.parse(text)), f"{path}: a docstring says what it is"
        width = 100 if path.name == "check.py" else 76  # what a page shows is narrow
        assert text.isascii() and max(map(len, text.splitlines())) <= width, (
            f"{path}: {width} columns, ASCII"
        )
    body = page.read_text("utf-8")
    assert f"exercises: task {name} -->" in body, f"{page}: show the task of this exercise"


@pytest.mark.parametrize("name", FOLDERS)
def test_the_notebook_is_current_and_needs_nothing_else(name: str, pytestconfig) -> None:
    made = json.dumps(notebook(FOLDERS[name]), indent=1) + "\n"
    path = notebook_of(FOLDERS[name])
    if pytestconfig.option.record:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, made)
    assert path.exists() and path.read_text("utf-8") == made, (
        f"{path.relative_to(ROOT)} is not made from the present files: nox -s record"
    )
    stub, check = (c["source"] for c in json.loads(made)["cells"] if c["cell_type"] == "code")
    solution = (FOLDERS[name] / "solution.py").read_text("utf-8")
    [solved, unsolved] = run_all(
        [Program("solved", solution + check), Program("stub", stub + check)]
    )
    assert [*solved.printed.values()] == [["Solved."]], f"{name}: {solved}"
    assert unsolved.error or [*unsolved.printed.values()] != [["Solved."]]


# The learner's side.


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = Session(tmp_path / "exercises")
    made.current = FIRST
    return made


GOOD = (FOLDERS[FIRST] / "solution.py").read_text("utf-8")
STUB = (FOLDERS[FIRST] / "exercise.py").read_text("utf-8")
# What a learner may save -> what the runner says.
SAVED = {
    "nothing changed": (STUB.encode(), NOT_ATTEMPTED, "Edit "),
    "the TODO deleted and nothing done": (
        STUB.replace("    # TODO: mend the model, or the criterion.\n", "").encode(),
        NOT_ATTEMPTED,
        "it does what the stub did",
    ),
    "Windows line ends": (GOOD.replace("\n", "\r\n").encode(), SOLVED, "solved"),
    "a byte order mark": (b"\xef\xbb\xbf" + GOOD.encode(), SOLVED, "solved"),
    "a tab among spaces": (
        GOOD.replace("    criterion", "\tcriterion").encode(),
        WRONG,
        "TabError: inconsistent use of tabs",
    ),
    "another encoding": ("# naïve\n".encode("latin-1") + GOOD.encode(), WRONG, "line 1: not UTF-8"),
    "a syntax error": (b"def build(:\n", WRONG, "Line 1: SyntaxError"),
    "an endless loop": (b"while True:\n    pass\n", NOT_JUDGED, "still running after 1 s"),
    "sys.exit": (b"import sys\nsys.exit(0)\n", WRONG, "calls sys.exit"),
    "a hard exit": (b"import os\nos._exit(0)\n", WRONG, "ended early (exit status 0)"),
    "an error of its own": (b"x = 1\nx / 0\n", WRONG, "Line 2 of your program stops with ZeroDiv"),
    "the function gone": (b"x = 1\n", WRONG, "has no attribute 'build'"),
    "a print to see something": (
        b"print('here', 1 + 1)\n" + GOOD.encode(),
        SOLVED,
        "Your program prints:\nhere 2",
    ),
    "a solution": (GOOD.encode(), SOLVED, "s shows our solution"),
}


@pytest.mark.parametrize("saved", SAVED)
def test_whatever_is_saved_is_answered(saved: str, session: Session, capsys, monkeypatch) -> None:
    if saved == "an endless loop":
        monkeypatch.setattr(exercise_check, "TIME_LIMIT", 1.0)
    content, status, said = SAVED[saved]
    session.attempt(FIRST).write_bytes(content)
    found = session.check()
    assert found.status == status
    assert said in capsys.readouterr().out
    counted = 1 if status in (WRONG, SOLVED) else 0
    assert session.state.of(FIRST).get("attempts", 0) == counted, "only what was judged counts"
    assert session.state.of(FIRST).get("status") == (status if counted else None)


def test_a_check_is_quick(session: Session) -> None:
    session.attempt(FIRST).write_text(GOOD)
    began = time.perf_counter()
    session.check()
    assert time.perf_counter() - began < CHECK_LIMIT


def test_hints_come_one_by_one_and_the_solution_last(session: Session, capsys) -> None:
    session.command("s")
    assert "opens when your own passes" in capsys.readouterr().out
    for shown in (1, 2, 3, 3):
        assert "no more hints" not in capsys.readouterr().out
        session.command("h")
        said = capsys.readouterr().out
        assert said.count("Hint") == shown
    assert "no more hints" in said
    session.attempt(FIRST).write_text(GOOD)
    session.command("")
    session.command("s")
    assert GOOD in capsys.readouterr().out


def test_what_was_solved_stays_solved_and_the_next_is_offered(session: Session, capsys) -> None:
    session.attempt(FIRST).write_text(GOOD)
    session.check()
    again = Session(session.work)
    assert again.solved(FIRST) and again.current != FIRST
    again.show_list()
    assert f"1 of {len(FOLDERS)} solved" in capsys.readouterr().out
    again.current = FIRST
    again.attempt(FIRST).write_text("x = 1\n")
    again.check()  # breaking it afterwards takes nothing away
    assert again.solved(FIRST)
    assert again.state.of(FIRST)["attempts"] == 2


def test_when_all_are_solved_the_first_is_there_again(session: Session, monkeypatch) -> None:
    monkeypatch.setattr(Session, "solved", lambda self, name: True)
    again = Session(session.work)
    assert again.current == next(iter(FOLDERS)) and again.attempt(again.current).exists()


def test_starting_over_keeps_what_was_there(session: Session) -> None:
    session.attempt(FIRST).write_text("mine = 1\n")
    session.command("r")
    assert session.attempt(FIRST).read_text("utf-8") == STUB
    assert (session.work / f"{FIRST}.old.py").read_text("utf-8") == "mine = 1\n"


@pytest.mark.parametrize("content", ["{", "[]", '{"version": 99, "entries": []}', '{"version": 2}'])
def test_a_state_that_cannot_be_read_is_kept(content: str, tmp_path: Path, capsys) -> None:
    (tmp_path / "state.json").write_text(content)
    session = Session(tmp_path)
    session.current = FIRST
    session.attempt(FIRST).write_text(GOOD)
    session.check()
    assert "cannot be read" in capsys.readouterr().out
    assert [p.read_text() for p in tmp_path.glob("state.*.json")] == [content]
    assert Session(tmp_path).solved(FIRST)


def test_a_save_is_noticed_and_q_ends_it(session: Session, capsys) -> None:
    lines: queue.Queue = queue.Queue()
    session.attempt(FIRST).write_text(GOOD)
    for typed in ("h\n", "nonsense\n", "q\n"):
        lines.put(typed)
    session.watch(lines)
    said = capsys.readouterr().out
    assert f"{FIRST}: solved" in said and "Hint 1 of 3" in said and exercise_runner.HELP in said


def test_a_save_during_a_check_is_checked_too(session: Session, monkeypatch) -> None:
    attempt = session.attempt(FIRST)
    attempt.write_text("x = 1\n")
    os.utime(attempt, (1, 1))  # long ago: file systems differ in how finely they tell times

    def judged_while_it_is_saved(folder: Path, attempts: list[Path]) -> list[Verdict]:
        found = [*judge(folder, attempts)]
        if session.state.of(FIRST):  # the second check, which was asked for with Enter
            attempt.write_text(GOOD)
        return found

    monkeypatch.setattr(exercise_runner, "judge", judged_while_it_is_saved)
    lines: queue.Queue = queue.Queue()
    for typed in ("\n", "q\n"):
        lines.put(typed)
    session.watch(lines)
    assert session.solved(FIRST) and session.state.of(FIRST)["attempts"] == 3


def test_a_changed_exercise_is_to_be_solved_again(session: Session, capsys, monkeypatch) -> None:
    session.attempt(FIRST).write_text(GOOD)
    session.check()
    monkeypatch.setattr(exercise_runner, "content_hash", lambda folder: "another")
    assert not session.solved(FIRST)
    session.show_list()
    assert "changed since" in capsys.readouterr().out

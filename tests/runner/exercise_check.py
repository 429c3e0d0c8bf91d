"""Check an attempt at an exercise, in a process of its own, and name the mistake that it shows.

An exercise is a folder: `exercise.py` with one TODO, `check.py`, `solution.py`, and in `wrong/` one
attempt for each misconception that the check can name. `answers.txt` has further answers, wrong and
right, which tests/test_wrong_answers.py explains; `lines.txt`, where one line is the whole answer,
has lines to write under the TODO.

`check.py` holds three HINTS, MISCONCEPTIONS (name -> page that explains it), and `check(attempt)`,
which yields (misconception, what was seen), the most telling first, and nothing if all is well. A
misconception is named where a second look confirms it; all others get "" and what was seen: the
input, the result, and the right one. It may hold FORBIDDEN, the names of functions of torch that
an attempt has to write out.
"""

import ast
import json
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from runner import child
from runner.folders import SNIPPETS
from runner.processes import TIME_LIMIT as PROGRAM_LIMIT
from runner.processes import run_all
from runner.programs import Outcome, Program, imported

# Seconds for one check, with the import of torch where each child does it: a slow machine is no
# mistake, and the slowest solution takes one and a half on an idle one.
TIME_LIMIT = PROGRAM_LIMIT / 2
PRINTED = 2000  # characters of what an attempt prints
NOT_ATTEMPTED, NOT_JUDGED = "not attempted", "not judged"
WRONG, SOLVED = "wrong", "solved"


@dataclass(frozen=True)
class Verdict:
    """What a check says of an attempt."""

    status: str
    misconception: str = ""
    said: str = ""
    page: str = ""  # address of the page that explains it, from the root of the site
    printed: str = ""  # what the attempt printed, the last of it
    seconds: float = 0.0


def folders() -> dict[str, Path]:
    """Return the exercises by their ids."""
    return {path.parent.name: path.parent for path in sorted(SNIPPETS.rglob("exercise.py"))}


def checker(folder: Path) -> ModuleType:
    return imported(folder / "check.py")


def source_of(path: Path) -> str:
    """Return an attempt's text, whatever its line ends; raise ValueError with what to do."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ValueError(f"{path.name}, line {line}: not UTF-8; save the file as UTF-8") from None


def titled(stub: str) -> tuple[str, str]:
    """Return the title of an exercise, the first line of its docstring, and what comes after it."""
    title, _, rest = (ast.get_docstring(ast.parse(stub)) or "").partition("\n")
    return title, rest


def same_program(one: str, other: str) -> bool:
    """Say whether two sources do the same: comments, blank lines and docstrings aside."""
    try:
        trees = [ast.parse(source) for source in (one, other)]
    except SyntaxError:
        return False
    for tree in trees:
        for node in ast.walk(tree):
            body = getattr(node, "body", None)
            if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
                value = body[0].value
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    body.pop(0)
    return ast.dump(trees[0]) == ast.dump(trees[1])


def judge(folder: Path, attempts: list[Path]) -> Iterator[Verdict]:
    """Check attempts at one exercise, each in a process of its own."""
    untouched = source_of(folder / "exercise.py")
    tried: list[Program | Verdict] = []
    for path in attempts:
        try:
            source = source_of(path)
        except (ValueError, OSError) as error:
            tried.append(Verdict(WRONG, said=str(error)))
            continue
        nothing_done = same_program(source, untouched)
        tried.append(Verdict(NOT_ATTEMPTED) if nothing_done else Program(str(path), source))
    programs = [one for one in tried if isinstance(one, Program)]
    outcomes = run_all(programs, limit=TIME_LIMIT, child=partial(grade, folder=folder))
    for one in tried:
        yield one if isinstance(one, Verdict) else verdict(next(outcomes))


def verdict(outcome: Outcome) -> Verdict:
    """Read what the child process reported, or how it ended."""
    if outcome.timed_out:
        advice = "It is not counted. Look for a loop that does not end; or check it once more."
        return Verdict(NOT_JUDGED, said=f"{outcome.error}\n{advice}", seconds=outcome.seconds)
    if outcome.error:
        return Verdict(WRONG, said=outcome.error, seconds=outcome.seconds)
    [report] = outcome.printed[0]
    return Verdict(**json.loads(report), seconds=outcome.seconds)


def grade(program: Program, device: str, report: str, folder: Path) -> None:
    """Run one attempt and its check; in a child process, which may be killed."""
    import torch

    from runner.exercise_calls import first_finding

    torch.set_num_threads(1)
    torch.manual_seed(0)  # an answer that draws numbers is told the same each time
    child.print_into(Path(report, "output"))
    began = time.perf_counter()
    found = {"status": WRONG}
    try:
        namespace: dict[str, Any] = {"__name__": "attempt", "__file__": program.name}
        exec(compile(program.source, program.name, "exec"), namespace)
        check = checker(folder)
        attempt = SimpleNamespace(**namespace)
        if forbidden := getattr(check, "FORBIDDEN", ()):
            first = first_finding(attempt, check.check, forbidden)
        else:  # to watch each call takes time
            first = next(iter(check.check(attempt)), None)
        if first is None:
            found = {"status": SOLVED}
        else:
            found |= {"misconception": first[0], "said": first[1]}
            found["page"] = check.MISCONCEPTIONS.get(first[0], "")
    except SystemExit:
        found["said"] = "It calls sys.exit; an attempt runs to its end."
    except BaseException as error:
        found["said"] = where_it_stopped(error, program)
    found["printed"] = Path(report, "output").read_text("utf-8", "replace")[-PRINTED:]
    child.report(report, Outcome({0: [json.dumps(found)]}, seconds=time.perf_counter() - began))


def where_it_stopped(error: BaseException, program: Program) -> str:
    """Return an error as the learner needs it: the line of the attempt, and the message."""
    message = traceback.format_exception_only(error)[-1].strip()
    if isinstance(error, SyntaxError):
        return f"Line {error.lineno}: {message}"
    own = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == program.name]
    where = f"Line {own[-1].lineno} of your program" if own else "The check, with your result"
    return f"{where} stops with {message}"

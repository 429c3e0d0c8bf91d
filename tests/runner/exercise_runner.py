"""Check exercises as a learner works on them: `nox -s exercises`.

An exercise is a folder: `exercise.py` with one TODO, `check.py`, `solution.py`, and in `wrong/` one
attempt for each misconception that the check can name. The learner works on a copy, in the folder
`exercises/`; each save is checked in a process of its own, so that nothing in it can hurt.

`check.py` holds three HINTS, MISCONCEPTIONS (name -> page that explains it), and `check(attempt)`,
which yields (misconception, what was seen), the most telling first, and nothing if all is well.
"""

import ast
import importlib.util
import json
import queue
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from textwrap import indent
from types import ModuleType, SimpleNamespace

from builder.exercises import content_hash

from runner import snippet_runner
from runner.snippet_runner import Outcome, Program, print_into, run_all

ROOT = Path(__file__).parents[2]
SNIPPETS = ROOT / "snippets"
WORK = ROOT / "exercises"
TIME_LIMIT = 30.0  # seconds for one check: a slow machine is no mistake
PRINTED = 2000  # characters of what an attempt prints
STATE_VERSION = 2  # of the progress that the site understands
NOT_ATTEMPTED, WRONG, SOLVED = "not attempted", "wrong", "solved"
HELP = "Enter: check again   h: hint   s: solution   r: start over   l: list   n: next   q: quit"


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
    spec = importlib.util.spec_from_file_location("check", folder / "check.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def source_of(path: Path) -> str:
    """Return an attempt's text, whatever its line ends; raise ValueError with what to do."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ValueError(f"{path.name}, line {line}: not UTF-8; save the file as UTF-8") from None


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


DRIVER = """
from types import SimpleNamespace

found = grade(SimpleNamespace(**globals()))
print("Solved." if found is None else found[1])
"""


def notebook(folder: Path) -> dict:
    """Return an exercise as a notebook that needs no other file: the stub, the check, the hints."""
    stub, check, solution = (
        source_of(folder / f"{name}.py") for name in ("exercise", "check", "solution")
    )
    # Within a function, so that no name of the check's takes the place of a learner's own.
    body = f"{check}\n\nreturn next(iter(check(attempt)), None)\n"
    graded = f"def grade(attempt):\n{indent(body, '    ')}"
    hints = "\n".join(
        f"<details><summary>Hint</summary>{h}</details>\n" for h in checker(folder).HINTS
    )
    title, _, rest = ast.get_docstring(ast.parse(stub)).partition("\n")
    cells = [
        ("markdown", f"# {title}\n{rest}\n\nEdit the next cell, then run both."),
        ("code", stub),
        ("markdown", "The check names the mistake that it sees."),
        ("code", graded + DRIVER),
        ("markdown", hints),
        (
            "markdown",
            f"<details><summary>Our solution</summary>\n\n```python\n{solution}```\n\n</details>",
        ),
    ]
    code = {"execution_count": None, "outputs": []}
    return {
        "cells": [
            {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": source.strip()}
            | (code if kind == "code" else {})
            for number, (kind, source) in enumerate(cells)
        ],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def judge(folder: Path, attempts: list[Path]) -> Iterator[Verdict]:
    """Check attempts at one exercise, each in a process of its own."""
    untouched = source_of(folder / "exercise.py")
    sources: list[str | Verdict] = []
    for path in attempts:
        try:
            source = source_of(path)
        except (ValueError, OSError) as error:
            sources.append(Verdict(WRONG, said=str(error)))
            continue
        nothing_done = same_program(source, untouched)
        sources.append(Verdict(NOT_ATTEMPTED) if nothing_done else source)
    both = zip(attempts, sources, strict=True)
    programs = [Program(str(path), s) for path, s in both if isinstance(s, str)]
    outcomes = run_all(programs, limit=TIME_LIMIT, child=partial(grade, folder=folder))
    for source in sources:
        yield source if isinstance(source, Verdict) else verdict(next(outcomes))


def verdict(outcome: Outcome) -> Verdict:
    """Read what the child process reported, or how it ended."""
    if outcome.error:
        return Verdict(WRONG, said=outcome.error, seconds=outcome.seconds)
    [report] = outcome.printed[0]
    return Verdict(**json.loads(report), seconds=outcome.seconds)


def grade(program: Program, device: str, report: str, *, folder: Path) -> None:
    """Run one attempt and its check; in a child process, which may be killed."""
    import torch

    torch.set_num_threads(1)
    print_into(Path(report, "output"))
    began = time.perf_counter()
    found = {"status": WRONG}
    try:
        namespace: dict = {"__name__": "attempt", "__file__": program.name}
        exec(compile(program.source, program.name, "exec"), namespace)
        check = checker(folder)
        first = next(iter(check.check(SimpleNamespace(**namespace))), None)
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
    line = json.dumps(found)
    written = {"printed": {0: [line]}, "error": "", "seconds": time.perf_counter() - began}
    Path(report, "report.part").write_text(json.dumps(written), "utf-8")
    Path(report, "report.part").rename(Path(report, "report.json"))


def where_it_stopped(error: BaseException, program: Program) -> str:
    """Return an error as the learner needs it: the line of the attempt, and the message."""
    message = traceback.format_exception_only(error)[-1].strip()
    if isinstance(error, SyntaxError):
        return f"Line {error.lineno}: {message}"
    own = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == program.name]
    where = f"Line {own[-1].lineno} of your program" if own else "The check, with your result"
    return f"{where} stops with {message}"


class State:
    """What a learner has done, in one JSON file that the site's progress page can import."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: dict[str, dict] = {}
        if not path.exists():
            return
        try:
            stored = json.loads(path.read_text("utf-8"))
            if stored["version"] != STATE_VERSION:
                raise ValueError(f"version {stored['version']}")
            self.entries = {entry["id"]: entry for entry in stored["entries"]}
        except (ValueError, KeyError, TypeError) as error:
            kept = path.with_suffix(f".{int(time.time())}.json")
            shutil.copy(path, kept)
            print(f"{path.name} cannot be read ({error}); it is kept as {kept.name}.")

    def of(self, exercise: str) -> dict:
        return self.entries.get(exercise, {})

    def note(self, exercise: str, folder: Path, **changes) -> None:
        entry = {"id": exercise, "kind": "exercise", "status": NOT_ATTEMPTED, "attempts": 0}
        entry |= self.of(exercise) | changes
        entry["lastTs"] = datetime.now(UTC).isoformat(timespec="seconds")
        entry["contentHash"] = content_hash(folder)
        self.entries[exercise] = entry
        entries = [self.entries[name] for name in sorted(self.entries)]
        part = self.path.with_suffix(".part")
        part.write_text(json.dumps({"version": STATE_VERSION, "entries": entries}, indent=1) + "\n")
        part.replace(self.path)


class Session:
    """The learner's side: a list, the exercise at hand, and what the check says of it."""

    def __init__(self, work: Path = WORK) -> None:
        self.work = work
        work.mkdir(exist_ok=True)
        self.folders = folders()
        self.state = State(work / "state.json")
        self.current = next((name for name in self.folders if not self.solved(name)), "")

    def solved(self, name: str) -> bool:
        entry = self.state.of(name)
        same = entry.get("contentHash") == content_hash(self.folders[name])
        return entry.get("status") == SOLVED and same

    def attempt(self, name: str) -> Path:
        """Return the learner's copy, made now if there is none."""
        path = self.work / f"{name}.py"
        if not path.exists():
            shutil.copy(self.folders[name] / "exercise.py", path)
        return path

    def show_list(self) -> None:
        for name, folder in self.folders.items():
            status = SOLVED if self.solved(name) else self.state.of(name).get("status", "")
            status = (
                "changed since you solved it"
                if not self.solved(name) and status == SOLVED
                else status
            )
            mark = ">" if name == self.current else " "
            title = ast.get_docstring(ast.parse(source_of(folder / "exercise.py"))).splitlines()[0]
            print(f"{mark} {name:24} {status or NOT_ATTEMPTED:16} {title}")
        done = sum(map(self.solved, self.folders))
        print(f"{done} of {len(self.folders)} solved. Your files are in {self.work}")

    def check(self) -> Verdict:
        path = self.attempt(self.current)
        folder = self.folders[self.current]
        [found] = judge(folder, [path])
        if found.status != NOT_ATTEMPTED:
            attempts = self.state.of(self.current).get("attempts", 0) + 1
            status = SOLVED if self.solved(self.current) else found.status
            self.state.note(self.current, folder, status=status, attempts=attempts)
        self.say(found)
        return found

    def say(self, found: Verdict) -> None:
        if found.printed:
            print(f"\nYour program prints:\n{found.printed.rstrip()}")
        print(f"\n{self.current}: {found.status} ({found.seconds:.2f} s)")
        if found.status == NOT_ATTEMPTED:
            todo = "TODO" in source_of(self.attempt(self.current))
            print(f"Edit {self.attempt(self.current)}")
            print(
                "and save: the TODO says where." if todo else "and save: it does what the stub did."
            )
        if found.said:
            print(found.said)
        if found.page:
            print(f"Read more on the site: {found.page}")
        if found.status == SOLVED:
            print("s shows our solution, n goes on to the next.")

    def hint(self) -> None:
        hints = checker(self.folders[self.current]).HINTS
        shown = min(self.state.of(self.current).get("hints", 0) + 1, len(hints))
        self.state.note(self.current, self.folders[self.current], hints=shown)
        print("\n".join(f"Hint {i} of {len(hints)}: {h}" for i, h in enumerate(hints[:shown], 1)))

    def solution(self) -> None:
        if self.solved(self.current):
            print(source_of(self.folders[self.current] / "solution.py"))
        else:
            print("The solution opens when your own passes. h gives a hint.")

    def start_over(self) -> None:
        path = self.attempt(self.current)
        path.replace(path.with_suffix(".old.py"))
        self.attempt(self.current)
        print(f"{path.name} is fresh again; what you had is {path.stem}.old.py")

    def go_on(self) -> None:
        names = list(self.folders)
        after = names[names.index(self.current) + 1 :] + names
        self.current = next((n for n in after if not self.solved(n)), self.current)
        self.check()

    def command(self, word: str) -> bool:
        """Do what the learner typed; return whether to go on."""
        if word in self.folders:
            self.current = word
            word = ""
        actions = {
            "": self.check,
            "h": self.hint,
            "s": self.solution,
            "r": self.start_over,
            "l": self.show_list,
            "n": self.go_on,
        }
        actions.get(word, lambda: print(f"{HELP}   or the name of an exercise"))()
        return word != "q"

    def watch(self, lines: queue.Queue, patience: float = 0.1) -> None:
        """Check the exercise at hand whenever it is saved, until the learner quits."""
        seen = 0.0
        while True:
            path = self.attempt(self.current)
            if path.stat().st_mtime != seen:
                seen = path.stat().st_mtime
                self.check()
                print(HELP, flush=True)
            try:
                typed = lines.get(timeout=patience)
            except queue.Empty:
                continue
            if typed is None or typed.strip() == "q":
                return
            self.command(typed.strip())
            seen = self.attempt(self.current).stat().st_mtime


def typed_lines() -> queue.Queue:
    """Return what is typed, line by line and None at its end, without making anyone wait."""
    lines: queue.Queue = queue.Queue()

    def read() -> None:
        for line in sys.stdin:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    return lines


def main(arguments: list[str]) -> int:
    """List the exercises, and watch the one that is named or the first unsolved."""
    snippet_runner.preload()
    session = Session()
    names = [name for name in arguments if name in session.folders]
    session.current = (names or [session.current])[0]
    if unknown := {*arguments} - {"list", *names}:
        print(f"There is no exercise {', '.join(sorted(unknown))}; there are these:")
    if not names:
        session.show_list()
    if "list" not in arguments and not unknown:
        session.watch(typed_lines())
    return bool(unknown)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

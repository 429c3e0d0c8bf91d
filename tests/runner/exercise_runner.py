"""Check exercises as a learner works on them: `nox -s exercises`.

The learner works on a copy of the exercise, in the folder `exercises/`; each save is checked in a
process of its own, so that nothing in it can hurt.
"""

import json
import queue
import shutil
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from builder.exercise import content_hash

from runner.exercise_check import (
    NOT_ATTEMPTED,
    SOLVED,
    WRONG,
    Verdict,
    checker,
    folders,
    judge,
    source_of,
    titled,
)
from runner.folders import ROOT
from runner.processes import preload

WORK = ROOT / "exercises"
STATE_VERSION = 2  # of the progress that the site understands
HELP = """\
Enter: check again   h: hint   s: solution, once yours passes   r: start over
l: list   n: next   q: quit   or the name of an exercise, each with Enter"""
USAGE = f"""\
nox -s exercises                    list all, begin with the first unsolved
nox -s exercises -- softmax-twice   begin with that one
nox -s exercises -- list            only list all

You edit a copy, in the folder exercises/. Each time you save it, it is checked.
Meanwhile you can type:
{HELP}"""
Lines = queue.Queue["str | None"]  # that are typed, and None at their end


class State:
    """What a learner has done, in one JSON file that the site's progress page can import."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: dict[str, dict[str, Any]] = {}
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

    def of(self, exercise: str) -> dict[str, Any]:
        return self.entries.get(exercise, {})

    def note(self, exercise: str, folder: Path, **changes: str | int) -> None:
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

    def __init__(self, work: Path) -> None:
        self.work = work
        work.mkdir(exist_ok=True)
        self.folders = folders()
        self.state = State(work / "state.json")
        unsolved = [name for name in self.folders if not self.solved(name)]
        self.current = [*unsolved, *self.folders][0]  # all solved: the first
        self.checked = ("", 0.0)  # the exercise of the last check, and when its file was saved

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

    def saved(self) -> tuple[str, float]:
        """Return the exercise at hand, and when its file was saved."""
        return self.current, self.attempt(self.current).stat().st_mtime

    def show_list(self) -> None:
        for name, folder in self.folders.items():
            status = SOLVED if self.solved(name) else self.state.of(name).get("status", "")
            status = (
                "changed since you solved it"
                if not self.solved(name) and status == SOLVED
                else status
            )
            mark = ">" if name == self.current else " "
            title, _ = titled(source_of(folder / "exercise.py"))
            print(f"{mark} {name:24} {status or NOT_ATTEMPTED:16} {title}")
        done = sum(map(self.solved, self.folders))
        print(f"{done} of {len(self.folders)} solved. Your files are in {self.work}")

    def check(self) -> Verdict:
        path = self.attempt(self.current)
        folder = self.folders[self.current]
        print(f"\n{self.current}: checking ...", flush=True)
        self.checked = self.saved()  # before it is read: a save from here on is checked again
        [found] = judge(folder, [path])
        if found.status in (WRONG, SOLVED):
            attempts = self.state.of(self.current).get("attempts", 0) + 1
            status = SOLVED if self.solved(self.current) else found.status
            self.state.note(self.current, folder, status=status, attempts=attempts)
        self.say(found)
        return found

    def say(self, found: Verdict) -> None:
        if found.printed:
            print(f"Your program prints:\n{found.printed.rstrip()}\n")
        print(f"{self.current}: {found.status} ({found.seconds:.2f} s)")
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
        before = self.state.of(self.current).get("hints", 0)
        shown = min(before + 1, len(hints))
        self.state.note(self.current, self.folders[self.current], hints=shown)
        print("\n".join(f"Hint {i} of {len(hints)}: {h}" for i, h in enumerate(hints[:shown], 1)))
        if before >= len(hints):
            print("There are no more hints. Its page on the site shows answers that were tried.")

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
        actions.get(word, lambda: print(f"{word} is neither a key nor an exercise.\n{HELP}"))()
        return word != "q"

    def watch(self, lines: Lines, patience: float = 0.1) -> None:
        """Check the exercise at hand whenever it is saved, until the learner quits."""
        while True:
            if self.saved() != self.checked:
                self.check()
                print(HELP, flush=True)
            try:
                typed = lines.get(timeout=patience)
            except queue.Empty:
                continue
            if typed is None or typed.strip() == "q":
                return
            self.command(typed.strip())


def typed_lines() -> Lines:
    """Return what is typed, line by line and None at its end, without making anyone wait.

    Not from sys.stdin: a thread that waits there holds its lock, and a forked child, which begins
    by closing its sys.stdin, would wait for that lock for ever. Without a buffer there is no lock.
    """
    lines: Lines = queue.Queue()

    def read() -> None:
        with open(0, "rb", buffering=0, closefd=False) as keyboard:
            for line in keyboard:
                lines.put(line.decode("utf-8", "replace"))
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    return lines


def main(arguments: list[str], work: Path = WORK) -> int:
    """List the exercises, and watch the one that is named or the first unsolved."""
    if {"-h", "--help"} & {*arguments}:
        print(USAGE)
        return 0
    preload()
    session = Session(work)
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

"""Law: in a terminal, an attempt is judged within seconds of its save, while keys are waited for.

The runner waits for keys in a thread, and each check is a process of its own: only a terminal, or
a pipe that stays open, shows whether the two get in each other's way.
"""

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from runner.exercise_check import TIME_LIMIT, folders
from runner.exercise_runner import main

NAME = "softmax-twice"
FOLDER = folders()[NAME]
PATIENCE = min(20.0, TIME_LIMIT)  # seconds: far above a check, even on a busy machine
RUN = """
import sys
from pathlib import Path
from runner import exercise_runner

if __name__ == "__main__":
    sys.exit(exercise_runner.main([sys.argv[1]], Path(sys.argv[2])))
"""


class Terminal:
    """A pseudo-terminal in which the runner runs, and the folder that the learner works in."""

    def __init__(self, work: Path) -> None:
        pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
        self.attempt = work / f"{NAME}.py"
        self.screen, inside = pty.openpty()
        command = [sys.executable, "-c", RUN, NAME, str(work)]
        self.runner = subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside)
        os.close(inside)

    def shows(self, *words: str, patience: float = PATIENCE) -> str:
        """Return what comes until all words are there, in this order; fail if they never come."""
        said, deadline, places = "", time.monotonic() + patience, [-1]
        while time.monotonic() < deadline:
            places = [said.find(word) for word in words]
            if min(places) >= 0:
                break
            if select.select([self.screen], [], [], 0.1)[0]:
                said += os.read(self.screen, 4096).decode()
        assert min(places) >= 0 and places == sorted(places), f"not {words} but:\n{said}"
        return said

    def presses(self, key: str) -> None:
        os.write(self.screen, f"{key}\n".encode())

    def saves(self, answer: str) -> None:
        part = self.attempt.with_suffix(".part")
        part.write_text((FOLDER / answer).read_text("utf-8"), "utf-8")
        part.replace(self.attempt)  # whole: no check sees half of it


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(tmp_path / "exercises")
    yield made
    made.runner.kill()
    made.runner.wait()
    os.close(made.screen)


def test_saves_are_judged_while_keys_are_waited_for(terminal: Terminal) -> None:
    terminal.shows("checking", "not attempted", "q: quit", patience=3 * PATIENCE)  # torch first
    terminal.presses("h")
    terminal.shows("Hint 1 of 3")
    terminal.saves("wrong/sigmoid_before_cross_entropy.py")
    terminal.shows("checking", f"{NAME}: wrong", "cannot fall below", "q: quit")
    terminal.saves("solution.py")
    terminal.shows("checking", f"{NAME}: solved", "q: quit")
    terminal.presses("s")
    terminal.shows("the softmax inside")
    terminal.presses("q")
    assert terminal.runner.wait(PATIENCE) == 0


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_tells_what_can_be_typed(asked: str, tmp_path: Path, capsys) -> None:
    assert main([asked], tmp_path / "exercises") == 0
    said = capsys.readouterr().out
    assert "nox -s exercises -- softmax-twice" in said and "h: hint" in said
    assert "s: solution, once yours passes" in said and "There is no exercise" not in said
    assert max(map(len, said.splitlines())) <= 80, "a terminal has 80 columns"

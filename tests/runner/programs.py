"""Programs: what they are, and what a run of one did."""

import importlib.util
import re
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from builder.drawing import Drawing


def kind_of(path: Path) -> str:
    """Say what a file of snippets/ is, by its name and text: snippet, lab, table, tool, exercise.

    A snippet's name is a claim, in several words. A table is named by one word, prints JSON and
    promises nothing; what it printed is recorded whole. A tool exports names to be taken away.
    """
    if "labs" in path.parts:
        return "lab"
    if "exercises" in path.parts[:-2]:
        return "exercise"
    if "_" not in path.stem:
        return "table"
    return "tool" if re.search(r"^__all__ = ", path.read_text("utf-8"), re.MULTILINE) else "snippet"


def imported(path: Path) -> ModuleType:
    """Import a file by its path: a chapter's name has hyphens. Raises ImportError for no Python."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file: its name ends in .py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses look for their own
    spec.loader.exec_module(module)
    return module


imported_once = cache(imported)


@dataclass(frozen=True)
class Program:
    """A Python source text, and the name it goes by in tracebacks."""

    name: str
    source: str


class Number(NamedTuple):
    """A number that was printed, and what it was before it was rounded."""

    line: int
    text: str
    value: float
    type: str  # of its digits: "float32", whatever holds it
    from_tie: float | None  # units in the last place, as disturbed.units_from_tie says


@dataclass(frozen=True)
class Outcome:
    """What a run did: the lines printed under each statement, and why it failed, if it did."""

    printed: dict[int, list[str]]  # last line number of a statement -> the lines it printed
    error: str = ""
    seconds: float = 0.0
    raised: str = ""  # the exception that ended it, with the first line of its message
    assertions: tuple[str, ...] = ()  # of kernels on a device, which print them and abort
    values: tuple[Number, ...] = ()  # if they were noted: see disturbed.py
    drawn: Drawing | None = None  # by a figure
    timed_out: bool = field(default=False, kw_only=True)  # it was still running at the limit


def outcome_from(written: dict[str, Any]) -> Outcome:
    """Return an outcome from its fields as JSON holds them."""
    printed = {int(line): lines for line, lines in written["printed"].items()}
    values = tuple(Number(*value) for value in written.get("values", ()))
    drawn = written.get("drawn") and Drawing.of(**written["drawn"])
    return Outcome(**written | {"printed": printed, "values": values, "drawn": drawn})


def assertions_in(said: str) -> tuple[str, ...]:
    """Return the assertions that kernels printed as they failed, each once."""
    return tuple(dict.fromkeys(re.findall(r"Assertion `[^`\n]+` failed\.?", said)))

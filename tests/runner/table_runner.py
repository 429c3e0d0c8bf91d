"""Run a table, and say cell by cell where its recording is not what it does.

A table is a program named by one word. It prints one JSON object, whose lists are the rows.
"""

import json
import platform
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from builder import table_rows

from runner.folders import DOCS, SNIPPETS
from runner.places import release
from runner.processes import run_all
from runner.programs import Outcome, Program, imported_once, kind_of
from runner.promises import kept
from runner.standing import reference

MAIN = 'if __name__ == "__main__":\n'
LIMIT = 4500.0  # seconds for a table, or a part of one: the largest takes 400 of one processor
PARTS = 8  # of a table of combinations: enough that no processor waits long for another
LOGGED = re.compile(r"[VIWEF]\d{4} \d\d:\d\d:\d\d\.\d+ ")  # by torch, about the machine
CHAPTER = SNIPPETS / "activations-and-losses"
COMBINATIONS = "\nclass Combination"  # in the program of a table of these
Table = dict[str, Any]  # as JSON has it: `rows`, and what is said of all of them
NAMES = ("id", "activation", "loss", "output_shape", "target_form")  # of a row, where it has them


def tables() -> list[Path]:
    return [path for path in sorted(SNIPPETS.rglob("*.py")) if kind_of(path) == "table"]


def recording_of(table: Path) -> Path:
    """Return where a table's result is kept, and from where the site publishes it."""
    chapter, name = table.relative_to(SNIPPETS).parts
    return (DOCS / chapter / "data" / name).with_suffix(".json")


def loaded(name: str) -> ModuleType:
    """Import a table or a tool of the chapter."""
    return imported_once(CHAPTER / f"{name}.py")


def where() -> dict[str, str]:
    """Return where this runs, as recordings say it."""
    return {"torch": release(), "hardware": f"{platform.machine()} CPU"}


def executed(programs: list[Path], limit: float = LIMIT, every: int = 1) -> Iterator[Table | str]:
    """Yield what each table says, with where it ran; or what is wrong, in words."""
    for program, found in zip(programs, documents(programs, limit=limit, every=every), strict=True):
        yield where() | found if isinstance(found, dict) else f"{program}: {found.error}"


def documents(
    programs: list[Path], device: str = "cpu", limit: float = LIMIT, every: int = 1
) -> Iterator[Table | Outcome]:
    """Yield the document that each table prints on a device, or its outcome if there is none."""
    sources = [sources_of(path.read_text("utf-8"), every) for path in programs]
    named = zip(programs, sources, strict=True)
    parts = [Program(str(path), source) for path, several in named for source in several]
    outcomes = run_all(parts, device, limit=limit)
    for several in sources:
        found = [next(outcomes) for _ in several]
        yield joined([one if one.error else document_of(one) for one in found])


def sources_of(source: str, every: int) -> list[str]:
    """Return a table as it is run: one that takes long in parts, and of these one in `every` cases.

    One of combinations is divided by its activations, and its cases are its targets; one that is
    made of tables, which have nothing to do with each other, is divided by them.
    """
    if COMBINATIONS in source:
        cases, name, made = "TARGETS", "ACTIVATIONS", "dict([*{}.items()]{})"
    elif "\nTABLES = [" in source:
        cases, name, made = "TABLES", "TABLES", "{}{}"
    else:
        return [source]
    share = f"{cases} = {cases}[::{every}]\n"
    some = "[len({0}) * {1} // {2}:len({0}) * {3} // {2}]"
    parts = [made.format(name, some.format(name, n, PARTS, n + 1)) for n in range(PARTS)]
    return [source.replace(MAIN, f"{share}{name} = {part}\n{MAIN}") for part in parts]


def joined(parts: list[Table | Outcome]) -> Table | Outcome:
    """Return the document that parts of one make, in their order; or the first that is none."""
    whole: Table = {}
    for part in parts:
        if isinstance(part, Outcome):
            return part
        for key, value in part.items():
            if isinstance(value, list):
                whole[key] = whole.get(key, []) + value
            else:
                whole[key] = whole.get(key, {}) | value if isinstance(value, dict) else value
    return whole


def share_of(table: Table, of: Table) -> Table:
    """Return what a table says of the cases of another, without what it says of all its rows."""
    cases = "targets" if "targets" in table else "tables"
    if table.get(cases) == of.get(cases):
        return table
    some = {name: case for name, case in table[cases].items() if name in of[cases]}
    rows = [row for row in table["rows"] if case_of(row) in some]
    margin = {"margin": of["margin"]} if "margin" in of else {}
    return table | {cases: some, "rows": rows} | margin


def case_of(row: dict[str, Any]) -> str:
    """Return the target of a row, or the table that it is of: its own, or that of its loss."""
    return str(row.get("target_form") or row.get("table") or row["loss"])


def document_of(outcome: Outcome) -> Table | Outcome:
    """Return the JSON object that a table printed, or its outcome as the failure that it is."""
    lines = [line for lines in outcome.printed.values() for line in lines]
    printed = "\n".join(line for line in lines if not LOGGED.match(line))
    try:
        document = json.loads(printed)
        if not isinstance(document, dict):
            raise ValueError(f"it is a {type(document).__name__}")
    except ValueError as error:
        wrong = f"It prints one JSON object and nothing else ({error})"
        return replace(outcome, error=wrong, raised=wrong)
    return document


def text_of(document: Table) -> str:
    """Return a recording's text: a line for each entry, so that a change is a line of a diff."""
    parts = []
    for key, value in table_rows.written(document).items():
        if isinstance(value, list):
            lines = ",\n".join(f"  {json.dumps(row)}" for row in value)
            parts.append(f"{json.dumps(key)}: [\n{lines}\n ]")
        elif isinstance(value, dict):
            lines = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in value.items())
            parts.append(f"{json.dumps(key)}: {{\n{lines}\n }}")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value)}")
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def differences(recorded: object, now: object, exact: bool, place: str = "") -> Iterator[str]:
    """Yield each cell that differs, by its name; if not exact, by more than one last digit."""
    if recorded == now:
        return
    if isinstance(recorded, dict) and isinstance(now, dict):
        for key in [*recorded, *(key for key in now if key not in recorded)]:
            yield from differences(recorded.get(key), now.get(key), exact, f"{place} > {key}")
    elif isinstance(recorded, list) and isinstance(now, list) and len(recorded) == len(now):
        for number, (old, new) in enumerate(zip(recorded, now, strict=True)):
            name = ", ".join(str(new[n]) for n in NAMES if n in new) if type(new) is dict else ""
            yield from differences(old, new, exact, f"{place} > {name or number}")
    elif not kept(json.dumps(recorded), json.dumps(now), exact):
        yield f"{place.removeprefix(' > ')}\n  recorded: {recorded}\n  now:      {now}"


def check(recorded: Table, now: Table, exact: bool) -> str:
    """Say how a recording is wrong, or nothing at all."""
    found = list(differences(recorded, now, exact))
    if recorded.get("torch") != reference():
        found.insert(0, f"recorded with torch {recorded.get('torch')}, not {reference()}")
    more = f"\n… and {len(found) - 20} more" if len(found) > 20 else ""
    return "\n".join(found[:20]) + more

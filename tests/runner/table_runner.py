"""Run a table, and say cell by cell where its recording is not what it does.

A table is a program named by one word. It prints one JSON object, whose lists are the rows.
"""

import json
import platform
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from runner.outcomes import TABLE_LIMIT, document_of, module_at
from runner.places import release
from runner.snippet_plugin import DOCS, SNIPPETS, reference
from runner.snippet_runner import Program, kept, kind_of, run_all

CHAPTER = SNIPPETS / "activations-and-losses"
NAMES = ("id", "activation", "loss", "output_shape", "target_form")  # of a row, where it has them


def tables() -> list[Path]:
    return [path for path in sorted(SNIPPETS.rglob("*.py")) if kind_of(path) == "table"]


def recording_of(table: Path) -> Path:
    """Return where a table's result is kept, and from where the site publishes it."""
    chapter, name = table.relative_to(SNIPPETS).parts
    return (DOCS / chapter / "data" / name).with_suffix(".json")


def loaded(name: str) -> ModuleType:
    """Import a table or a tool of the chapter."""
    return module_at(CHAPTER / f"{name}.py")


def executed(programs: list[Path], limit: float = TABLE_LIMIT) -> Iterator[dict | str]:
    """Yield what each table says, with where it ran; or what is wrong, in words."""
    where = {
        "torch": release(),
        "hardware": f"{platform.machine()} CPU",
    }
    sources = [Program(str(path), path.read_text("utf-8")) for path in programs]
    for program, outcome in zip(programs, run_all(sources, limit=limit), strict=True):
        found = outcome.error or document_of(outcome)
        yield where | found if isinstance(found, dict) else f"{program.name}: {found}"


def text_of(document: dict) -> str:
    """Return a recording's text: a line for each entry, so that a change is a line of a diff."""
    parts = []
    for key, value in document.items():
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


def check(recorded: dict, now: dict, exact: bool) -> str:
    """Say how a recording is wrong, or nothing at all."""
    found = list(differences(recorded, now, exact))
    if recorded.get("torch") != reference():
        found.insert(0, f"recorded with torch {recorded.get('torch')}, not {reference()}")
    more = f"\n… and {len(found) - 20} more" if len(found) > 20 else ""
    return "\n".join(found[:20]) + more

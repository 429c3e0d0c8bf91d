"""What tables do elsewhere: run on a device, and compared row by row with the CPU."""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.chapter import recorded
from builder.snippet import digest
from builder.table_differences import grouped, numbers

from runner.combinations import PARTS, WORKERS, Refused, of_row, outcomes
from runner.differences import lacked
from runner.folders import ROOT
from runner.places import release
from runner.processes import preload
from runner.programs import Outcome, kind_of
from runner.promises import kept
from runner.table_runner import COMBINATIONS, documents

SILENCED = ("raises", "silent")
Json = dict[str, Any]  # an object as JSON has it: a table, a row, a group of rows that differ


def compared(chapter: str, device: str = "cpu", workers: int = WORKERS) -> dict[str, Json]:
    """Run a chapter's tables on a device; return what differs, by program, as evidence has it.

    On the CPU, the recorded tables are compared with; elsewhere, the same torch on the CPU of
    this machine. Of a table with combinations, each one's outcome is compared; of others, cells.
    Raises Refused if the device cannot be used.
    """
    preload()
    programs = sorted((ROOT / "snippets" / chapter).glob("*.py"))
    data = ROOT / "docs" / chapter / "data"
    tables: dict[Path, Json] = {
        path: recorded(data / f"{path.stem}.json") for path in programs if kind_of(path) == "table"
    }
    here = run(tables, device, workers)
    there = run(tables, "cpu", workers) if device != "cpu" else as_recorded(tables)
    return {
        path.name: {
            "text": digest(path.read_text("utf-8")),
            "against": table["torch"] if device == "cpu" else release(),
        }
        | differing(here[path], there[path])
        for path, table in tables.items()
    }


def has_combinations(table: Path) -> bool:
    return COMBINATIONS in table.read_text("utf-8")


def run(recorded: dict[Path, Json], device: str, workers: int) -> dict[Path, Json | str]:
    """Return what each table says on a device, or why it says nothing; of some, only outcomes."""
    said: dict[Path, Json | str] = {}
    for path in filter(has_combinations, recorded):
        names = [[row[part] for part in PARTS] for row in recorded[path]["rows"]]
        said[path] = {"rows": outcomes(path, names, device, workers)}
    whole = [path for path in recorded if path not in said]
    for path, found in zip(whole, documents(whole, device), strict=True):
        if isinstance(found, Outcome):
            if absent := lacked(found.raised):
                raise Refused(f"{path.name} did not run, as {absent} is not installed.")
            said[path] = found.raised or found.error.splitlines()[0]
        else:
            said[path] = found
    return said


def as_recorded(recorded: dict[Path, Json]) -> dict[Path, Json]:
    """Return recorded tables as `run` returns them."""
    return {
        path: table | {"rows": [of_row(row) for row in table["rows"]]}
        if has_combinations(path)
        else table
        for path, table in recorded.items()
    }


def differing(here: Json | str, there: Json | str) -> Json:
    """Return how many rows were compared, and those that differ by more than a last digit.

    What differs outside of the rows, or an error instead of a table, has no row numbers.
    """
    if isinstance(here, str) or isinstance(there, str):
        errors = [{} if isinstance(side, dict) else {"error": side} for side in (here, there)]
        same = errors[0] == errors[1]
        return {"rows": 0, "differs": [] if same else [grouped_alone(*errors)]}
    found = [
        grouped_alone({name: here[name]}, {name: there.get(name)})
        for name in here
        if name != "rows" and not alike(here[name], there.get(name))
    ]
    rows = here["rows"], there["rows"]
    if len(rows[0]) != len(rows[1]):
        counts = [{"rows": len(side)} for side in rows]
        return {"rows": 0, "differs": [*found, grouped_alone(*counts)]}
    cells: list[tuple[int, Json, Json]] = []
    for number, (new, old) in enumerate(zip(*rows, strict=True)):
        names = [n for n in [*old, *new] if not alike(new.get(n), old.get(n))]
        if names and "outcome" in new:  # an outcome is told as a whole
            cells.append((number, new, old))
        elif names:
            one, other = ({n: row[n] for n in names if n in row} for row in (new, old))
            cells.append((number, one, other))
    return {"rows": len(rows[0]), "differs": found + grouped(cells)}


def grouped_alone(here: Json, there: Json) -> Json:
    return {"here": here, "there": there, "rows": []}


def alike(new: object, old: object) -> bool:
    return new == old or kept(json.dumps(old), json.dumps(new), exact=False)


def summary(table: str, record: Json) -> Iterator[str]:
    """Yield lines about what differs: first what raises on the CPU and is silent here."""
    count: Counter[tuple[str, str]] = Counter()
    for group in record["differs"]:
        there, here = (group[side].get("outcome", "a cell") for side in ("there", "here"))
        count[there, here] += sum(1 for _ in numbers(group["rows"])) or 1
    yield f"{table}: {record['rows']} rows, {sum(count.values())} differ"
    for kind, many in sorted(count.items(), key=lambda item: (item[0] != SILENCED, -item[1])):
        yield f"  {many:6} {' -> '.join(kind)}"
    for group in sorted(record["differs"], key=lambda g: outcome_of(g) != SILENCED):
        many = sum(1 for _ in numbers(group["rows"]))
        there, here = (json.dumps(group[side])[:300] for side in ("there", "here"))
        yield f"  {many:6} rows: {there}\n         here: {here}"


def outcome_of(group: Json) -> tuple[str, str]:
    return group["there"].get("outcome", ""), group["here"].get("outcome", "")


def main() -> None:
    """Say what differs on a device, and record nothing."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=WORKERS, help="processes at a time")
    options = parser.parse_args()
    for chapter in sorted({path.parent.parent.name for path in ROOT.glob("docs/*/data/*.json")}):
        start = time.perf_counter()
        try:
            found = compared(chapter, options.device, options.workers)
        except Refused as error:
            sys.exit(f"{chapter}: nothing counts. {error}")
        print(f"{chapter} on {options.device}: {time.perf_counter() - start:.0f} s")
        for table, record in found.items():
            print("\n".join(summary(table, record)))


if __name__ == "__main__":
    main()

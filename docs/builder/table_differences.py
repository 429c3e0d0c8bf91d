"""What a table's rows do elsewhere: only the rows that differ are kept, and are found again here.

In the evidence a table has `differs`: groups of rows that do the same thing `here`, where the
evidence is from, and did the same thing `there`, on the CPU that it was compared with (`against`).
Rows are counted in the order of the recorded table, whose program's digest guards that order.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.exceptions import BuildError

from builder.evidence import Recording

Table = dict[str, Any]  # what a program printed as JSON, with where it ran
Row = dict[str, Any]  # of a table, or a part of one
STEPS_TRIED = 200  # of the distances from one row to those after it


def ranges(numbers: Iterable[int]) -> list[str]:
    """Write row numbers in few words: "7", "10-19", or "10-100/30" for every thirtieth.

    Always the longest run that starts with the first one left: rows that differ alike mostly have
    a part in common, and so one distance in the table.
    """
    left, found = sorted(numbers), []
    while left:
        first, there = left[0], set(left)
        run = range(first, first + 1)
        for second in left[1:STEPS_TRIED]:
            step = second - first
            end = second
            while end in there:
                end += step
            run = max(run, range(first, end, step), key=len)
        if len(run) == 2 and run.step > 1:  # two far apart are no run
            run = run[:1]
        every = f"/{run.step}" if run.step > 1 else ""
        found.append(f"{first}-{run[-1]}{every}" if len(run) > 1 else f"{first}")
        left = [number for number in left if number not in run]
    return found


def numbers(references: Iterable[str]) -> Iterator[int]:
    """Read what `ranges` wrote."""
    for reference in references:
        ends, _, step = reference.partition("/")
        first, _, last = ends.partition("-")
        yield from range(int(first), int(last or first) + 1, int(step or 1))


def grouped(differing: Iterable[tuple[int, Row, Row]]) -> list[dict[str, Any]]:
    """Gather rows that differ alike: (row number, here, there)."""
    groups: dict[str, list[int]] = {}
    for number, here, there in differing:
        groups.setdefault(json.dumps([here, there]), []).append(number)
    return [
        dict(zip(("here", "there"), json.loads(pair), strict=True)) | {"rows": ranges(rows)}
        for pair, rows in groups.items()
    ]


def numbered(
    recording: Recording, table: str, document: Table
) -> Iterator[tuple[int | None, Row, Row]]:
    """Yield what differs in a recorded table there: row number, here, there.

    Of a recording that knows nothing of the table, nothing; the number None stands for what is
    not in a row.
    """
    known = recording.tables.get(f"{table}.py")
    if not known:
        return
    recorded = len(document["rows"])
    if known["rows"] not in (0, recorded):
        raise BuildError(
            f"{recording.name}.json was compared with {known['rows']} rows of {table}.json, which "
            f"has {recorded} by now: record it again (`nox -l` lists how)"
        )
    for group in known["differs"]:
        rows: list[int] | list[None] = [*numbers(group["rows"])] or [None]
        for number in rows:
            yield number, group["here"], group["there"]


def differences(
    recording: Recording, table: str, document: Table
) -> Iterator[tuple[Row, Row, Row]]:
    """Yield the same with the rows themselves; {} stands for what is not in a row."""
    for number, here, there in numbered(recording, table, document):
        yield {} if number is None else document["rows"][number], here, there

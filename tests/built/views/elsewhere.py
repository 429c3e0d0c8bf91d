"""What pairings do elsewhere: on other releases of torch, and on CUDA."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from built.chapter import Chapter
from built.marker import Marker, view
from built.tokens import Json, Shown, page_of, words

MATRIX = "matrix.py"
Told = tuple[str, str]  # how a pairing ended, and in which words
Saying = tuple[
    str, str, str, str, bool, int
]  # where; outcome, phase, words; unnoticed; of which row


def compared(chapter: Chapter) -> Iterator[tuple[Json, list[tuple[int, Json, Json]]]]:
    """Yield each run in which the matrix was compared: the rows that differ, here and there."""
    for run in [run for runs in chapter.recorded for run in runs]:
        did = chapter.now(run["tables"]).get(MATRIX, {})
        own = chapter.recording("matrix")["torch"]
        against = {own} - {run["torch"]} if run["device"] == "cpu" else {run["torch"]}
        if did.get("against") in against:
            groups = [(numbers(g["rows"]), g["here"], g["there"]) for g in did["differs"]]
            yield run, [(row, here, there) for rows, here, there in groups for row in rows]


def elsewhere(chapter: Chapter) -> set[Saying]:
    """Return what the explorer says of pairings elsewhere: where, what, of which."""
    places: dict[Saying, list[str]] = {}
    for run, differs in compared(chapter):
        where, name = "With ", f"torch {run['torch']}"
        if run["device"] != "cpu":
            where, name = "On ", f"{run['device'].upper()} ({run['hardware']}, {name})"
        for number, here, there in differs:
            said = here.get("error") or here.get("warning") or ""
            lines = filter(None, [here.get("assertion"), said.split("\n")[0]])
            does = here["outcome"], here.get("phase", ""), "\n".join(lines)
            unnoticed = (there["outcome"], here["outcome"]) == ("raises", "silent")
            places.setdefault((where, *does, unnoticed, number), []).append(name)
    return {(saying[0] + listed(names), *saying[1:]) for saying, names in places.items()}


def listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1])] * (len(names) > 1) + names[-1:])


def numbers(references: list[str]) -> Iterator[int]:
    """Read the numbers of rows: "7", "10-19", or "10-100/30" for every thirtieth.

    Raises ValueError for anything else.
    """
    for reference in references:
        found = re.fullmatch(r"(\d+)(?:-(\d+))?(?:/(\d+))?", reference)
        if not found:
            raise ValueError(f"{reference!r} refers to no rows")
        first, last, step = found.groups()
        yield from range(int(first), int(last or first) + 1, int(step or 1))


def told(side: Json) -> Told:
    """Return how a pairing ended, and in which words."""
    said = [side.get(name) for name in ("assertion", "error", "warning")]
    return side.get("outcome", ""), (next(filter(None, said), None) or "").split("\n")[0]


@view
def matrix_on_cuda(at: Marker) -> Shown:
    explorer, rows = page_of(f"{at.chapter.name}/explorer.md"), at.data["rows"]
    for run, differs in compared(at.chapter):
        if run["device"] != "cuda":
            continue
        groups: dict[tuple[bool, Told], dict[Told, list[Json]]] = {}  # by what CUDA does, CPU
        for number, here, there in differs:
            cpu, cuda = told(there), told(here)
            loud = (cpu[0], cuda[0]) != ("raises", "silent")
            groups.setdefault((loud, cuda), {}).setdefault(cpu, []).append(rows[number])
        alike = {key: [*chain.from_iterable(groups[key].values())] for key in groups}
        lost = sum(len(alike[key]) for key in groups if not key[0])
        place = run["hardware"], run["torch"]
        yield from words(*[f"{lost:,}", *place] * bool(lost))
        yield from words(*place, f"{len(differs):,}", f"{len(rows):,}")
        for key in sorted(groups, key=lambda key: (key[0], -len(alike[key]), key[1])):
            yield from words(key[1][1], *(message for _, message in groups[key]))
            losses = sorted({row["loss"] for row in alike[key]})
            yield from words(f"{len(alike[key]):,}", *losses)
            yield at.chapter.state(alike[key][0], explorer)


@view
def matrix_elsewhere(at: Marker) -> Shown:
    known = [*compared(at.chapter)]
    yield from words(*[at.data["torch"]] * bool(known))
    for run, differs in known:
        place = ["torch", run["torch"]]
        yield from words(*place if run["device"] == "cpu" else [run["hardware"], *place])
        errors = Counter(
            (here["outcome"] == "raises", there["outcome"] == "raises")
            for _, here, there in differs
        )
        ways = (False, True), (True, False), (True, True), (False, False)
        yield from words(*(f"{errors[way]:,}" for way in ways))

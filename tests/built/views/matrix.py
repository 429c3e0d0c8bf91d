"""What the views of the matrix must show."""

import json
from collections import Counter

from built.marker import Marker, view
from built.tokens import ATTRIBUTE, CAPTION, END, Json, Shown, words

SHORT = {"raises": "error", "correct": "right", "other objective": "other"}
SHORT |= {"wrong: ranks right": "ranks", "wrong": "wrong"}


def kind(row: Json) -> str:
    """Return the kindest verdict on a combination, in the word of the tables."""
    if row["outcome"] == "raises":
        return "error"
    verdicts = " | ".join(f"| {verdict}" for verdict in row["verdicts"].values())
    return next(short for start, short in SHORT.items() if f"| {start}" in verdicts)


@view
def headline(at: Marker) -> Shown:
    data, rows = at.data, at.data["rows"]
    kinds = Counter(map(kind, rows))
    silent = Counter(kind(row) for row in rows if row["outcome"] == "silent")
    counts = [len(data[name]) for name in ("activations", "losses", "outputs", "targets")]
    counts += [len(rows), kinds["error"], len(rows) - kinds["error"]]
    counts += [sum(row["outcome"] == "warns" for row in rows), kinds["right"], kinds["other"]]
    counts += [silent["ranks"] + silent["wrong"], silent["ranks"]]
    yield from words(*(f"{count:,}" for count in counts))
    yield from provenance(at, f"{at.table}.json")


@view
def provenance(at: Marker, *file: str) -> Shown:
    yield from [CAPTION, *words(*file, at.data["torch"], at.data["hardware"]), END]


@view
def fits(at: Marker) -> Shown:
    groups: dict[tuple[str, ...], dict[str, list[Json]]] = {}
    for row in at.data["rows"]:
        for task, verdict in row.get("verdicts", {}).items():
            if verdict.startswith("correct") and verdict != "correct: with outputs to spare":
                key = task, row["activation"], row["loss"], verdict
                groups.setdefault(key, {}).setdefault(row["output_shape"], []).append(row)
    for task, activation, loss, verdict in sorted(groups):
        yield from words(task, activation, f"nn.{loss}()", verdict.partition(": ")[2])
        for shape, rows in groups[task, activation, loss, verdict].items():
            yield from words(shape)
            for row in {row["target_form"]: row for row in rows}.values():
                yield from [*words(row["target_form"]), at.chapter.state(row, at.page)]


@view
def grids(at: Marker) -> Shown:
    places = "output_shape", "target_form", "loss", "activation"
    cells = {tuple(row[place] for place in places): row for row in at.data["rows"]}
    activations = [*at.data["activations"]]
    for shape, target in at.chapter.own.matrix.GRIDS:
        yield from words(shape, target, *activations)
        errors = []
        for loss in at.data["losses"]:
            rows = [cells[shape, target, loss, activation] for activation in activations]
            if {row["outcome"] for row in rows} == {"raises"}:
                errors.append(loss)
                continue
            yield from words(loss)
            for row in rows:
                yield f"{ATTRIBUTE}class=verdict {kind(row)}"
                yield from words(kind(row), "!" * (row["outcome"] == "warns"))
                yield at.chapter.state(row, at.page)
        yield from words(*errors)


@view
def schema(at: Marker) -> Shown:
    rows = at.data["rows"]
    example = max(rows, key=lambda row: (len(row), row["outcome"] == "warns"))
    for name, meaning in at.chapter.own.pairing_texts.FIELDS.items():
        yield from words(name, meaning, json.dumps(example.get(name)))


@view
def margin(at: Marker) -> Shown:
    yield from words(*at.data["margin"].values())


@view
def explorer(at: Marker) -> Shown:
    """The data in the page have a law of their own."""
    yield from ()

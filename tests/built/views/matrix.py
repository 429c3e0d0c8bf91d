"""What the views of the matrix must show."""

import json
from collections import Counter
from itertools import groupby

from builder import table_rows

from built.marker import Marker, view
from built.tokens import ATTRIBUTE, CAPTION, END, LINK, Json, Shown, words

KINDS = {"correct": "right", "other objective": "other", "not always reached": "seldom"}
KINDS |= {"seldom reached": "seldom", "wrong": "wrong", "raises": "error"}


def kind(row: Json) -> str:
    """Return the kindest verdict on a combination, as the class that colours it."""
    if row["outcome"].startswith("raises"):
        return "error"
    verdicts = {verdict.split(":")[0] for verdict in row["verdicts"].values()}
    return next(name for start, name in KINDS.items() if start in verdicts)


@view
def headline(at: Marker) -> Shown:
    data, rows = at.data, at.data["rows"]
    kinds = Counter(map(kind, rows))
    silent = [row for row in rows if row["outcome"] == "silent" and kind(row) == "wrong"]
    ordered = [row for row in silent if "wrong: ranks right" in row["verdicts"].values()]
    counts = [len(data[name]) for name in ("activations", "losses", "outputs", "targets")]
    counts += [len(rows), kinds["error"], sum("other_values" in row for row in rows)]
    counts += [len(rows) - kinds["error"]]
    counts += [sum(row["outcome"] == "warns" for row in rows), kinds["right"], kinds["other"]]
    not_always = [" ".join(row["verdicts"].values()) for row in rows if kind(row) == "seldom"]
    seldom = sum("not always reached" not in verdicts for verdicts in not_always)
    counts += [len(not_always), seldom] * bool(not_always) + [len(silent), len(ordered)]
    yield from words(*(f"{count:,}" for count in counts))
    yield from provenance(at, f"{at.table}.json")


@view
def provenance(at: Marker, *file: str) -> Shown:
    yield from [CAPTION, *words(*file, at.data["torch"], at.data["hardware"]), END]


@view
def fits(at: Marker) -> Shown:
    right = [
        (task, row["activation"], row["loss"], verdict, row["output_shape"], number)
        for number, row in enumerate(at.data["rows"])
        for task, verdict in row.get("verdicts", {}).items()
        if verdict.startswith("correct") and verdict != "correct: with outputs to spare"
    ]
    for task, of_task in groupby(sorted(right, key=lambda cell: cell[:4]), lambda cell: cell[0]):
        pairs = [(pair, [*own]) for pair, own in groupby(of_task, lambda cell: cell[1:4])]
        yield from words(task, len(pairs))
        for (activation, loss, verdict), cells in pairs:
            yield from words(activation, f"nn.{loss}()", verdict.partition(": ")[2])
            shapes = dict.fromkeys(shape for *_, shape, _ in cells)
            for shape in shapes:
                yield from words(shape)
                for row in [at.data["rows"][cell[-1]] for cell in cells if cell[-2] == shape]:
                    yield from [*words(row["target_form"]), at.chapter.state(row, at.page)]


@view
def common(at: Marker) -> Shown:
    for shape, target in at.chapter.own.matrix.FORMS:
        yield from words(shape, target)
        rows = [
            row
            for row in at.data["rows"]
            if (row["output_shape"], row["target_form"]) == (shape, target)
        ]
        losses = {loss: [row for row in rows if row["loss"] == loss] for loss in at.data["losses"]}
        errors = [loss for loss, own in losses.items() if {*map(kind, own)} == {"error"}]
        seen = {kind(row) for row in rows if row["loss"] not in errors}
        for loss in [loss for loss in losses if loss not in errors]:
            yield from words(loss)
            for name in [name for name in dict.fromkeys(KINDS.values()) if name in seen]:
                for row in [row for row in losses[loss] if kind(row) == name]:
                    yield f"{ATTRIBUTE}class=verdict {name}"
                    yield from words(row["activation"], "!" * (row["outcome"] == "warns"))
                    yield at.chapter.state(row, at.page)
        yield from words(*errors)


@view
def schema(at: Marker) -> Shown:
    rows = table_rows.written(at.data)["rows"]
    example = max(rows, key=lambda row: (len(row), row["outcome"] == "warns"))
    for name, meaning in at.chapter.own.pairing_texts.FIELDS.items():
        yield from words(name, meaning.replace("`", ""), json.dumps(example.get(name)))


@view
def margin(at: Marker) -> Shown:
    margins = [*at.data["margin"].values()]
    for name in margins[0]:
        outermost = max if name.endswith("at most") else min
        yield from words(outermost((of[name] for of in margins), key=float))


@view
def order(at: Marker) -> Shown:
    starts, right, wrong = at.data["starts"].values()
    yield from words(starts, starts // 2, right, wrong, -(right // -2), starts // 2, wrong // 2)


@view
def explorer(at: Marker) -> Shown:
    """The data in the page have a law of their own."""
    yield f"{ATTRIBUTE}data-scripts={at.chapter.own.explorer.SCRIPTS}"
    yield f"{LINK}{at.chapter.name}/data/{at.table}.json"

"""What the views of the losses of three or more inputs must show."""

from collections import Counter

from builder.chapter import chapters

from built.marker import VIEWS, Marker, view
from built.tokens import Json, Shown, block, link, words

KINDS = ("correct", "other objective", "not always reached", "wrong", "raises")
SAID = ("right", "another objective", "not always reached", "wrong", "error")


def kind(row: Json) -> str:
    return str(row.get("verdict", "raises").partition(":")[0])


def named(table: Json, row: Json) -> dict[str, str]:
    """Return what is chosen on each axis."""
    axes, changed = table["axes"], row["changed"]
    return {axis: changed.get(axis, next(iter(labels))) for axis, labels in axes.items()}


def program(table: Json, row: Json) -> str:
    """Return the program of a call: the template, with the code of each choice in its place."""
    made = table["program"]
    codes = {axis: table["axes"][axis][label] for axis, label in named(table, row).items()}
    for _ in range(2):  # a choice may have a place for another
        made = made.format(**codes)
    return "".join(f"{line}\n" for line in made.splitlines() if line.strip() != "#")


def new(one: str, other: str) -> list[str]:
    """Return the lines of a program that another does not have, each once."""
    lines = [line.strip() for line in one.splitlines() if line not in other.splitlines()]
    return [*dict.fromkeys(lines)]


def counts(rows: list[Json]) -> list[int]:
    found = Counter(map(kind, rows))
    return [found[one] for one in KINDS]


def repaired(table: Json, row: Json, rows: list[Json]) -> Json:
    """Return the right call in the fewest other choices, if it can be with a line to write."""
    have, own = named(table, row).items(), program(table, row)
    right = [other for other in rows if kind(other) == "correct"]

    def cost(other: Json) -> tuple[int, bool, int]:
        apart = len(have - named(table, other).items())
        return apart, not new(program(table, other), own), len(other["changed"])

    return min(right, key=cost)


def about(at: Marker, message: str, loss: str) -> Shown:
    """Yield the page that the theme chooses for a message; a law of its own says which."""
    quirks = chapters(at.chapter.sources.docs, at.chapter.sources.snippets)(at.chapter.name).quirks
    if page := at.chapter.own.others.explained(message, loss, quirks):
        heading = page.heading.replace("`", "")
        yield from [*words(heading), at.chapter.to(page.slug, "quirks")]


def why(at: Marker, row: Json) -> list[str]:
    """Return the reason that the chapter gives for the one choice that a call changes."""
    choice = "".join(f"{axis}: {label}" for axis, label in row["changed"].items())
    ran = kind(row) != "raises" and len(row["changed"]) == 1
    return [at.chapter.own.other_texts.WHY[row["loss"]].get(choice, "")] * ran


def listed(at: Marker, table: Json, rows: list[Json], every: list[Json]) -> Shown:
    usual = program(table, every[0])
    for row in rows:
        own = program(table, row)
        pairs = [*row["changed"].items()]
        yield from words(*(part for pair in pairs for part in pair))
        if len(pairs) == 1:
            yield from words(*new(own, usual))
        yield from words(SAID[KINDS.index(kind(row))])
        yield from words(*why(at, row))
        if kind(row) != "raises":
            yield from words(row["reached"], at.data["trainings"])
        if row.get("score") is not None:
            yield from words(f"{row['score']:.1f}")
        if message := row.get("error") or row.get("warning"):
            yield from [*words(message), *about(at, message, row["loss"])]
        if kind(row) != "correct":
            right = repaired(table, row, every)
            mended = named(table, right)
            changed = [axis for axis in mended if mended[axis] != named(table, row)[axis]]
            yield from words(*(f"{axis}: {mended[axis]}" for axis in changed))
            mended_by = program(table, right)
            yield from words(*(new(mended_by, own) or ["without", *new(own, mended_by)]))
        if len(pairs) == 1:
            yield block(own)


def of(at: Marker, loss: str) -> Shown:
    table = at.data["tables"][loss]
    rows = [row for row in at.data["rows"] if row["loss"] == loss]
    yield from [block(table["call"]), block(program(table, rows[0]))]
    silent = [r for r in rows if r["outcome"] == "silent" and kind(r) == "wrong"]
    yield from words(len(rows), *filter(None, counts(rows)))
    yield from words(*[len(silent)] * bool(silent))
    yield from words(table["enough"])
    if table["function"]:
        yield from words(table["function"].replace("nn.functional", "F"))
        same = sum(row["function"] == "the same" for row in rows)
        yield from words(*(["all", same] if same == len(rows) else [same, len(rows)]))
    single = [row for row in rows if len(row["changed"]) < 2]
    double = [row for row in rows if len(row["changed"]) == 2]
    yield from listed(at, table, single, rows)
    if double:
        yield from [*words(len(double)), *listed(at, table, double, rows)]


def show_each(names: tuple[str, ...]) -> None:
    """Let each loss have a view of its own, named as it is."""
    for loss in names:
        slug = "-".join(loss.lower().replace(",", "").split())
        VIEWS[slug] = lambda at, loss=loss: of(at, loss)


@view
def others_overview(at: Marker) -> Shown:
    every = at.data["rows"]
    for loss in at.data["tables"]:
        own = [row for row in every if row["loss"] == loss]
        yield from [*link(loss, f"#{at.chapter.own.others.anchor(loss)}", at.page)]
        yield from words(*counts(own))
    yield from words(*counts(every))


show_each(
    (
        "CTCLoss",
        "GaussianNLLLoss",
        "CosineEmbeddingLoss",
        "MarginRankingLoss",
        "TripletMarginLoss",
        "TripletMarginWithDistanceLoss",
        "AdaptiveLogSoftmaxWithLoss",
        "LinearCrossEntropyLoss",
        "GLU, PReLU, RReLU and Threshold",
        "Softmax2d and GLU on images",
    )
)

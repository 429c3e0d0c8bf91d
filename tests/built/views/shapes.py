"""What the views of shapes and dtypes must show."""

from built.marker import VIEWS, Marker, view
from built.tokens import Json, Shown, block, link, words
from built.views.others import KINDS, SAID, about

SHOWN = ("outputs", "target")
LOSSES = (
    "CrossEntropyLoss",
    "NLLLoss",
    "BCEWithLogitsLoss",
    "BCELoss",
    "MSELoss",
    "L1Loss",
    "SmoothL1Loss",
    "HuberLoss",
    "KLDivLoss",
    "PoissonNLLLoss",
    "MultiLabelMarginLoss",
    "MultiLabelSoftMarginLoss",
    "SoftMarginLoss",
)


def kind(row: Json) -> str:
    return str(row.get("verdict", "raises"))


def is_silent(row: Json) -> bool:
    return row["outcome"] == "silent" and kind(row) != "correct"


def program(table: Json, row: Json, sizes: str) -> str:
    """Return the program of a call: the template, with the code of each choice in its place."""
    made, chosen = str(table["program"]), row["chosen"] | {"sizes": sizes}
    chosen["target dtype"] = f"{chosen['target']} {chosen['target dtype']}"
    for name, label in chosen.items():
        made = made.replace(f"{{{name}}}", table["codes"][name][label])
    return made


def new(one: str, other: str) -> list[str]:
    return [line.strip() for line in one.splitlines() if line not in other.splitlines()]


def mended(table: Json, row: Json, rows: list[Json]) -> list[str]:
    """Return the lines of the right call that the fewest of them lead to."""
    sizes = row["sizes"][0]
    own = program(table, row, sizes)

    def cost(other: Json) -> tuple[int, bool, int]:
        apart = [name for name in row["chosen"] if row["chosen"][name] != other["chosen"][name]]
        apart = [name for name in apart if name != "sizes"]
        twice = [name for name in apart if name in SHOWN]
        lines = new(program(table, other, sizes), own)
        return len(lines), other["outcome"] == "warns", len(apart) + len(twice)

    right = [one for one in rows if kind(one) == "correct" and sizes in one["sizes"]]
    return new(program(table, min(right, key=cost), sizes), own)


def line(at: Marker, table: Json, row: Json, rows: list[Json]) -> Shown:
    """Yield what a row shows: what is given, the verdict, what was said, what mends it."""
    chosen, sizes = row["chosen"], row["sizes"][0]
    for name in SHOWN:
        yield from words(chosen[name], chosen[f"{name} dtype"])
    same = [one for one in rows if one["chosen"] | {"sizes": 0} == chosen | {"sizes": 0}]
    yield from words(*(row["sizes"] if len(same) > 1 else ()))
    own = program(table, row, sizes)
    yield from words(*new(own, program(table, rows[0], sizes)))
    yield from words(SAID[KINDS.index(kind(row))])
    if kind(row) != "raises":
        if row["computes"] != "as meant":
            yield from words(row["computes"], *(f"{loss:.2f}" for loss in row["losses"]))
        yield from words(*([f"{row['times']:g}"] if "times" in row else ()))
        yield from words(row["reached"], at.data["trainings"])
        yield from words(*([f"{row['score']:.1f}"] if row["score"] is not None else ()))
    if message := row.get("error") or row.get("warning"):
        yield from [*words(message), *about(at, message, table["loss"])]
    if kind(row) != "correct":
        yield from words(*mended(table, row, rows))
        if is_silent(row):
            yield block(own)


def of(at: Marker, loss: str) -> Shown:
    for name, table in at.data["tables"].items():
        if table["loss"] != loss:
            continue
        rows = [row for row in at.data["rows"] if row["table"] == name]
        usual = rows[0]
        silent = sum(map(is_silent, rows))
        yield from words(usual["chosen"]["outputs"], table["means"])
        yield from words(*([silent, len(rows)] if silent else ()))
        whole = program(table, usual, usual["sizes"][0])
        step = whole.partition("    raw = ")[2].partition("    optimizer.zero")[0]
        yield from [block(f"raw = {step}".replace("\n    ", "\n").rstrip()), block(whole)]
        for row in sorted(rows[1:], key=lambda row: not is_silent(row)):
            yield from line(at, table, row, rows)
        yield from words(table["enough"])


def counts(at: Marker, loss: str) -> list[int]:
    tables = at.data["tables"]
    rows = [row for row in at.data["rows"] if loss in ("", tables[row["table"]]["loss"])]
    errors = [row for row in rows if row["outcome"] == "raises"]
    right = [row for row in rows if kind(row) == "correct"]
    other = [row["outcome"] for row in rows if row not in errors and row not in right]
    return [len(right), other.count("silent"), other.count("warns"), len(errors)]


@view
def shapes_overview(at: Marker) -> Shown:
    for loss in LOSSES:
        yield from [*link(loss, f"#{loss.lower()}", at.page), *words(*counts(at, loss))]
    yield from words(*counts(at, ""))


def show_each(losses: tuple[str, ...]) -> None:
    """Let each loss have a view of its own, named as it is."""
    for loss in losses:
        VIEWS[f"shapes-of-{loss.lower()}"] = lambda at, loss=loss: of(at, loss)


show_each(LOSSES)

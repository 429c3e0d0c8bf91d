"""The shapes and dtypes that people hand to a loss: what it computes of them, and what mends it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from builder.chapter import Chapter
from builder.quirk import Quirk
from builder.table_differences import Row, Table
from builder.views import code, fold, listing, table, text, view

from .others import WORDS, lines_of, said

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
MEANT = "as meant"
DTYPES = "target dtype", "outputs dtype"


@dataclass(frozen=True)
class Call:
    """A call of a table at one of its sizes, and what came of it."""

    row: Row
    table: Row
    sizes: str

    @property
    def chosen(self) -> dict[str, str]:
        return {**self.row["chosen"], "sizes": self.sizes}

    @cached_property
    def program(self) -> str:
        chosen = self.chosen
        labels = chosen | {"target dtype": f"{chosen['target']} {chosen['target dtype']}"}
        codes = {name: self.table["codes"][name][label] for name, label in labels.items()}
        return str(self.table["program"].format(**codes))

    @property
    def kind(self) -> str:
        return str(self.row.get("verdict", "raises"))

    @property
    def is_silent(self) -> bool:
        """Is it not right, and says nothing?"""
        return self.row["outcome"] == "silent" and self.kind != "correct"

    def own(self, other: "Call") -> list[str]:
        """Return the lines that another program does not have."""
        lines = other.program.splitlines()
        return [line.strip() for line in self.program.splitlines() if line not in lines]


def calls_of(data: Table, name: str) -> list[Call]:
    """Return the calls of a table, each at the first of its sizes; the usual one is first."""
    rows = [row for row in data["rows"] if row["table"] == name]
    return [Call(row, data["tables"][name], row["sizes"][0]) for row in rows]


def nearest(call: Call, calls: list[Call]) -> Call:
    """Return the right call of the same sizes that the fewest lines lead to.

    Of several, one that PyTorch does not warn of, and one of the same shapes.
    """
    right = [
        Call(other.row, other.table, call.sizes)
        for other in calls
        if other.kind == "correct" and call.sizes in other.row["sizes"]
    ]
    return min(right, key=lambda other: far(call, other))


def far(call: Call, other: Call) -> tuple[int, bool, int]:
    """Say how far a right call is: its own lines, whether it warns, the choices that differ."""
    apart = [name for name in call.chosen if call.chosen[name] != other.chosen[name]]
    shapes = [name for name in apart if name not in DTYPES]
    return len(other.own(call)), other.row["outcome"] == "warns", len(apart) + len(shapes)


def tables_of(data: Table, loss: str) -> list[str]:
    return [name for name, of in data["tables"].items() if of["loss"] == loss]


def anchor(data: Table, name: str) -> str:
    """Return the name of a fold: its loss, and the axes of its outputs."""
    of = data["tables"][name]
    usual = next(row for row in data["rows"] if row["table"] == name)["chosen"]
    axes = usual["outputs"].strip("(,)").replace(", ", "-").lower()
    return f"{of['loss'].lower()}-{axes or 'one-number'}"


def folds(data: Table) -> dict[str, dict[int, str]]:
    """Return the fold about outputs of so many axes, for each loss.

    Rather that of a model which gives as many axes; a sample without a batch comes last.
    """
    found: dict[str, dict[int, str]] = {}
    for name, of in data["tables"].items():
        if of["raw"] != "(1,)":
            known = found.setdefault(of["loss"], {})
            known.setdefault(axes_of(of["raw"]), anchor(data, name))
    for row in data["rows"]:
        known = found[data["tables"][row["table"]]["loss"]]
        shape = row["outputs"].partition(")")[0]
        known.setdefault(axes_of(shape), anchor(data, row["table"]))
    return found


def axes_of(shape: str) -> int:
    return len(re.findall(r"\w+", shape))


def view_of(loss: str) -> Callable[[Table, Chapter], str]:
    """Return the view of a loss: a fold for each form of its outputs."""

    def shown(data: Table, chapter: Chapter) -> str:
        folds = [folded(data, name, chapter.quirks) for name in tables_of(data, loss)]
        return f'<div class="calls" data-unsearched>{"".join(folds)}</div>'

    shown.__name__ = f"shapes-of-{loss.lower()}"
    return view(shown)


def folded(data: Table, name: str, quirks: list[Quirk]) -> str:
    """Return the calls of a table, in a fold that says what outputs and target mean."""
    calls = calls_of(data, name)
    usual = calls[0]
    silent = sum(call.is_silent for call in calls)
    title = f"Outputs {code(usual.chosen['outputs'])}: {text(usual.table['means'])}"
    title += f". {silent} of {len(calls)} are not right and say nothing" if silent else ""
    made = "<p>This is right:</p>" + listing(step_of(usual.program))
    made += fold("The whole program, to copy", listing(usual.program), "program")
    made += calls_table(calls, data["trainings"], quirks)
    made += f"<p>A training arrives with a score of {usual.table['enough']} or more.</p>"
    shown = f'<details class="numbers" id="{anchor(data, name)}"><summary>{title}</summary>'
    return f"{shown}{made}</details>"


def step_of(program: str) -> str:
    """Return the lines from the outputs of the model to the loss."""
    lines = [line.strip() for line in program.splitlines()]
    start = next(number for number, line in enumerate(lines) if line.startswith("raw = "))
    return "\n".join(lines[start : start + 4]) + "\n"


def calls_table(calls: list[Call], trainings: int, quirks: list[Quirk]) -> str:
    head = ["Outputs and target", "Verdict", "PyTorch says", "Shortest fix"]
    # What is wrong in silence comes first: nothing else tells a reader of it.
    ordered = sorted(calls[1:], key=lambda call: not call.is_silent)
    rows = [
        [
            given(call, calls),
            verdict(call, trainings),
            said(call.row, call.table["loss"], quirks),
            fix(call, calls),
        ]
        for call in ordered
    ]
    return table(head, rows)


def given(call: Call, calls: list[Call]) -> str:
    """Name shapes, dtypes and sizes of a call, and the lines that make them."""
    chosen = call.chosen
    made = f"outputs {chosen['outputs']} {chosen['outputs dtype']}<br>"
    made += f"target {chosen['target']} {chosen['target dtype']}"
    if sizes := sizes_of(call, calls):
        made += f"<br>where {'; '.join(map(text, sizes))}"
    return made + lines_of(call.own(Call(calls[0].row, call.table, call.sizes)))


def sizes_of(call: Call, calls: list[Call]) -> list[str]:
    """Return the sizes of a call, where others of the same shapes and dtypes do something else."""
    alike = [other for other in calls if other.row["chosen"] | {"sizes": ""} == bare(call)]
    return list(call.row["sizes"]) if len(alike) > 1 else []


def bare(call: Call) -> dict[str, str]:
    return call.chosen | {"sizes": ""}


def verdict(call: Call, trainings: int) -> str:
    """Return the verdict with its sign, what is computed instead, and where training led."""
    sign, word = WORDS[call.kind]
    made = f'<span class="verdict {sign}">{word}</span>'
    row = call.row
    if call.kind == "raises":
        return made + f" in {'the loss' if row['phase'] == 'forward' else code('backward')}"
    seen, meant = row["losses"]
    if row["computes"] != MEANT:
        made += f"<br>It computes something else: {text(row['computes'])}. "
        made += f"The loss is {seen:.2f}, and {meant:.2f} is meant."
    if "times" in row:
        made += f" All of it is multiplied by {row['times']:g}."
    made += f"<br>{row['reached']} of {trainings} trainings arrive"
    return made + (f", score {row['score']:.1f}" if row["score"] is not None else "")


def fix(call: Call, calls: list[Call]) -> str:
    """Say which lines to write; a silent call has its program, too."""
    if call.kind == "correct":
        return "none needed"
    made = lines_of(nearest(call, calls).own(call))
    if call.is_silent:
        made += fold("Program", f"<pre><code>{text(call.program)}</code></pre>", "program")
    return made


@view
def shapes_overview(data: Table, _: Chapter) -> str:
    """The losses, with how many of their calls are right, are not and say so, or raise."""
    rows = [
        [f'<a href="#{loss.lower()}">{text(loss)}</a>', *counts(data, tables_of(data, loss))]
        for loss in LOSSES
    ]
    rows.append(["together", *counts(data, list(data["tables"]))])
    head = ["Calls of", "right", "not right, silent", "not right, with a warning", "error"]
    return f"<div data-unsearched>{table(head, rows, is_grid=True)}</div>"


def counts(data: Table, names: list[str]) -> list[str]:
    """Return how many calls are right, not right and silent, not right and warned of, errors."""
    calls = [call for name in names for call in calls_of(data, name)]
    right = sum(call.kind == "correct" for call in calls)
    silent = sum(call.is_silent for call in calls)
    errors = sum(call.kind == "raises" for call in calls)
    return [*map(str, (right, silent, len(calls) - right - silent - errors, errors))]


for name in LOSSES:
    view_of(name)

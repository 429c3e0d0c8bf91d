"""The matrix: every activation before every loss, on every output shape and target."""

import html
import json
from collections import Counter
from urllib.parse import urlencode

from builder.chapter import Chapter
from builder.table_differences import Row, Table
from builder.views import code, ran_with, table, text, view

from . import pairing_texts

RIGHT, OTHER, RANKS, WRONG = "correct", "other objective", "wrong: ranks right", "wrong"


def best_verdict(row: Row) -> str:
    """Return raises, or the kindest verdict among what the target can mean."""
    if row["outcome"] == "raises":
        return "raises"
    verdicts = row["verdicts"].values()
    kinds = RIGHT, OTHER, RANKS, WRONG
    return next(kind for kind in kinds if any(v.startswith(kind) for v in verdicts))


PARTS = "activation", "loss", "outputs", "values", "shape", "dtype"  # of a combination
Combination = tuple[str, ...]  # what it is made of, in this order


def parts(row: Row, matrix: Table) -> Combination:
    """Return what a combination is made of."""
    target = matrix["targets"][row["target_form"]]
    outputs = row["activation"], row["loss"], row["output_shape"]
    return *outputs, target["kind"], target["shape"], target["dtype"]


def link_to(row: Row, data: Table, page: str = "") -> str:
    """Return the explorer's address for a combination."""
    state = dict(zip(PARTS, parts(row, data), strict=True))
    return html.escape(f"{page}#{urlencode(state)}")


@view
def headline(data: Table, _: Chapter) -> str:
    rows = data["rows"]
    kinds = Counter(map(best_verdict, rows))
    ran = [row for row in rows if row["outcome"] != "raises"]
    warns = sum(row["outcome"] == "warns" for row in ran)
    silent = Counter(best_verdict(row) for row in ran if row["outcome"] == "silent")
    return (
        f"<p>There are {len(data['activations'])} output activations, {len(data['losses'])} losses,"
        f" {len(data['outputs'])} output shapes and {len(data['targets'])} targets in "
        f"{len(rows):,} combinations, and each has run.</p><ul>"
        f"<li><strong>{kinds['raises']:,} raise an error.</strong> Only {len(ran):,} run, "
        f"{warns:,} of them with a warning.</li>"
        f"<li><strong>{kinds[RIGHT]} are right:</strong> their gradient is that of the likelihood "
        "of something the target can mean.</li>"
        f"<li>{kinds[OTHER]} pursue another objective whose optimum is still the truth.</li>"
        f"<li><strong>{silent[RANKS] + silent[WRONG]:,} are wrong and silent:</strong> "
        "a number comes back, no message, and no reading of what is learned is the truth. "
        f"{silent[RANKS]:,} of these at least get the order right.</li></ul>"
        f'<p class="snippet-caption">matrix.json · ran with {ran_with(data)}</p>'
    )


@view
def fits(data: Table, _: Chapter) -> str:
    """The combinations that are right, by what the target means."""
    groups: dict[tuple[str, ...], dict[str, dict[str, Row]]] = {}
    for row in data["rows"]:
        for task, verdict in row.get("verdicts", {}).items():
            if verdict.startswith(RIGHT) and "spare" not in verdict:
                key = task, row["activation"], row["loss"], verdict
                groups.setdefault(key, {}).setdefault(row["output_shape"], {})[
                    row["target_form"]
                ] = row
    rows = []
    for (task, activation, loss, verdict), shapes in sorted(groups.items()):
        lines = [
            f"{code(shape)} with "
            + ", ".join(
                f'<a href="{link_to(row, data)}">{text(form)}</a>' for form, row in forms.items()
            )
            for shape, forms in shapes.items()
        ]
        note = verdict.partition(": ")[2]
        name = code(f"nn.{loss}()") + (f"<br>{text(note)}" if note else "")
        rows.append([text(task), text(activation), name, "<br>".join(lines)])
    head = ["The target means", "Activation", "Loss", "Output shape, with target"]
    return f"<div data-unsearched>{table(head, rows)}</div>"


GRIDS = (
    ("(N, C)", "class index (N,) int64"),
    ("(N, C)", "multi-hot (N, C) float32"),
    ("(N, 1)", "binary label (N, 1) float32"),
    ("(N, 1)", "binary label (N,) float32"),
    ("(N, 1)", "real-valued (N, 1) float32"),
    ("(N, 1)", "real-valued (N,) float32"),
)
WORDS = {"raises": "error", RIGHT: "right", OTHER: "other", RANKS: "ranks", WRONG: "wrong"}


@view
def grids(data: Table, _: Chapter) -> str:
    """Activation against loss, for the outputs and targets that people mostly have."""
    cells = {
        (r["output_shape"], r["target_form"], r["loss"], r["activation"]): r for r in data["rows"]
    }
    made = []
    for shape, target in GRIDS:
        rows, errors = [], []
        for loss in data["losses"]:
            line = [code(loss)]
            around = [cells[shape, target, loss, activation] for activation in data["activations"]]
            if all(row["outcome"] == "raises" for row in around):
                errors.append(code(loss))
                continue
            for row in around:
                kind = best_verdict(row)
                word = WORDS[kind] + ("!" if row["outcome"] == "warns" else "")
                line.append(
                    f'<a class="verdict {WORDS[kind]}" href="{link_to(row, data)}">{word}</a>'
                )
            rows.append(line)
        caption = f"Outputs {code(shape)}, target {text(target)}"
        head = ["Loss", *map(text, data["activations"])]
        made.append(table(head, rows, caption, is_grid=True))
        if errors:
            made.append(f"<p>With any of these, an error: {', '.join(errors)}.</p>")
    return f"<div data-unsearched>{''.join(made)}</div>"


@view
def schema(data: Table, _: Chapter) -> str:
    """The fields of the published data, with the first record that has all of them."""
    example = max(data["rows"], key=lambda row: (len(row), row["outcome"] == "warns"))
    fields = [
        [code(name), text(pairing_texts.FIELDS[name]), code(json.dumps(example.get(name)))]
        for name in pairing_texts.FIELDS
    ]
    made = table(["Field", "What it holds", "For example"], fields)
    return f"<div data-unsearched>{made}</div>"


@view
def margin(data: Table, _: Chapter) -> str:
    equal, unequal = data["margin"].values()
    return (
        f"<p>Of the gradients taken as equal, none was off by more than {text(equal)} of its "
        f"largest entry; of the others, none by less than {text(unequal)}.</p>"
    )

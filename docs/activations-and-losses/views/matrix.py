"""The matrix: every activation before every loss, on every output shape and target."""

import html
import json
from collections import Counter
from urllib.parse import urlencode

from builder import table_rows
from builder.chapter import Chapter
from builder.table_differences import Row, Table
from builder.views import code, fold, plain, ran_with, table, text, view

from . import pairing_texts

RIGHT, OTHER, WRONG = "correct", "other objective", "wrong"
NOT_ALWAYS, SELDOM = "not always reached", "seldom reached"  # one kind, by how many starts arrive
RAISES = "raises"  # and perhaps only for some values


def best_verdict(row: Row) -> str:
    """Return raises, or the kindest verdict among what the target can mean.

    Of a verdict, what stands before the colon; what follows says how.
    """
    if row["outcome"].startswith(RAISES):
        return RAISES
    found = {verdict.partition(":")[0] for verdict in row["verdicts"].values()}
    if SELDOM in found:
        found.add(NOT_ALWAYS)
    return next(kind for kind in (RIGHT, OTHER, NOT_ALWAYS, WRONG) if kind in found)


def ranks(row: Row) -> bool:
    """Say whether what is learned is at least in the right order."""
    return "wrong: ranks right" in row["verdicts"].values()


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
    ran = [row for row in rows if best_verdict(row) != RAISES]
    warns = sum(row["outcome"] == "warns" for row in ran)
    at_times = sum("other_values" in row for row in rows)
    wrong = [row for row in ran if row["outcome"] == "silent" and best_verdict(row) == WRONG]
    some = [row for row in ran if best_verdict(row) == NOT_ALWAYS]
    seldom = sum(
        not any(verdict.startswith(NOT_ALWAYS) for verdict in row["verdicts"].values())
        for row in some
    )
    not_always = (
        f"<li>{len(some)} have the truth as their optimum, and not all starts reach it: "
        f"in {seldom} of them, most starts do not.</li>"
    )
    return (
        f"<p>There are {len(data['activations'])} output activations, {len(data['losses'])} losses,"
        f" {len(data['outputs'])} output shapes and {len(data['targets'])} targets in "
        f"{len(rows):,} combinations, and each has run.</p><ul>"
        f"<li><strong>{kinds[RAISES]:,} raise an error</strong>, {at_times:,} of them for some "
        f"values alone. Only {len(ran):,} run, {warns:,} of them with a warning.</li>"
        f"<li><strong>{kinds[RIGHT]} are right:</strong> their gradient is that of the likelihood "
        "of something the target can mean.</li>"
        f"<li>{kinds[OTHER]} pursue another objective whose optimum is still the truth.</li>"
        f"{not_always if some else ''}"
        f"<li><strong>{len(wrong):,} are wrong and silent:</strong> "
        "a number comes back, no message, and no reading of what is learned is the truth. "
        f"{sum(map(ranks, wrong)):,} of these at least get the order right.</li></ul>"
        f'<p class="snippet-caption">matrix.json · ran with {ran_with(data)}</p>'
    )


@view
def fits(data: Table, _: Chapter) -> str:
    """The combinations that are right, in a fold for what the target means."""
    tasks: dict[str, dict[tuple[str, ...], dict[str, dict[str, Row]]]] = {}
    for row in data["rows"]:
        for task, verdict in row.get("verdicts", {}).items():
            if best_verdict(row) == RIGHT and verdict.startswith(RIGHT) and "spare" not in verdict:
                pair = row["activation"], row["loss"], verdict
                shapes = tasks.setdefault(task, {}).setdefault(pair, {})
                shapes.setdefault(row["output_shape"], {})[row["target_form"]] = row
    made = []
    for task, pairs in sorted(tasks.items()):
        rows = []
        for (activation, loss, verdict), shapes in sorted(pairs.items()):
            lines = [
                f"{code(shape)} with "
                + ", ".join(
                    f'<a href="{link_to(row, data)}">{text(form)}</a>'
                    for form, row in forms.items()
                )
                for shape, forms in shapes.items()
            ]
            note = verdict.partition(": ")[2]
            name = code(f"nn.{loss}()") + (f"<br>{text(note)}" if note else "")
            rows.append([text(activation), name, "<br>".join(lines)])
        head = ["Activation", "Loss", "Output shape, with target"]
        title = f"The target means: {text(task)}. {len(rows)} pairs"
        made.append(fold(title, table(head, rows), "numbers"))
    return f"<div data-unsearched>{''.join(made)}</div>"


FORMS = (  # of outputs and targets, that people mostly have
    ("(N, C)", "class index (N,) int64"),
    ("(N, C)", "multi-hot (N, C) float32"),
    ("(N, 1)", "binary label (N, 1) float32"),
    ("(N, 1)", "binary label (N,) float32"),
    ("(N, 1)", "real-valued (N, 1) float32"),
    ("(N, 1)", "real-valued (N,) float32"),
)
COLUMNS = {  # a verdict -> its class, and the head of its column
    RIGHT: ("right", "Right"),
    OTHER: ("other", "Another objective"),
    NOT_ALWAYS: ("seldom", "Not always reached"),
    SELDOM: ("seldom", "Seldom reached"),
    WRONG: ("wrong", "Wrong"),
    RAISES: ("error", "Error"),
}


@view
def common(data: Table, _: Chapter) -> str:
    """For what people mostly have, a fold: each loss, with the activations by verdict."""
    forms: dict[tuple[str, str], dict[str, list[Row]]] = {form: {} for form in FORMS}
    for row in data["rows"]:
        losses = forms.get((row["output_shape"], row["target_form"]))
        if losses is not None:
            losses.setdefault(row["loss"], []).append(row)
    made = []
    for (shape, target), losses in forms.items():
        runs = {
            loss: rows for loss, rows in losses.items() if {*map(best_verdict, rows)} != {RAISES}
        }
        errors = [code(loss) for loss in losses if loss not in runs]
        found = {best_verdict(row) for rows in runs.values() for row in rows}
        kinds = [kind for kind in COLUMNS if kind in found]
        lines = [
            [code(loss), *(activations(rows, kind, data) for kind in kinds)]
            for loss, rows in runs.items()
        ]
        shown = table(["Loss", *(COLUMNS[kind][1] for kind in kinds)], lines)
        shown += f"<p>With any activation, an error: {', '.join(errors)}.</p>" * bool(errors)
        made.append(fold(f"Outputs {code(shape)}, target {text(target)}", shown, "numbers"))
    return f"<div data-unsearched>{''.join(made)}</div>"


def activations(rows: list[Row], kind: str, data: Table) -> str:
    """Return the activations with which a loss has a verdict, as links to the explorer."""
    links = [
        f'<a class="verdict {COLUMNS[kind][0]}" href="{link_to(row, data)}">'
        f"{text(row['activation'])}{'!' * (row['outcome'] == 'warns')}</a>"
        for row in rows
        if best_verdict(row) == kind
    ]
    return " ".join(links) or "-"


@view
def schema(data: Table, _: Chapter) -> str:
    """The fields of the published data, with the first record that has all of them."""
    records = table_rows.written(data)["rows"]
    example = max(records, key=lambda record: (len(record), record["outcome"] == "warns"))
    fields = [
        [code(name), plain(pairing_texts.FIELDS[name]), code(json.dumps(example.get(name)))]
        for name in pairing_texts.FIELDS
    ]
    made = table(["Field", "What it holds", "For example"], fields)
    return f"<div data-unsearched>{made}</div>"


def outermost(margins: list[dict[str, str]]) -> list[str]:
    """Return of each figure the one, of all activations, that is nearest to the other side."""
    return [
        (max if name.endswith("at most") else min)((of[name] for of in margins), key=float)
        for name in margins[0]
    ]


@view
def margin(data: Table, _: Chapter) -> str:
    equal, unequal, arrived, not_arrived = map(text, outermost([*data["margin"].values()]))
    return (
        f"<p>Of the gradients taken as equal, none was off by more than {equal} of its "
        f"largest entry; of the others, none by less than {unequal}. Of the outputs that arrived, "
        f"none was further than {arrived} from the optimum; of the others, none was nearer than "
        f"{not_arrived}.</p>"
    )


@view
def order(data: Table, _: Chapter) -> str:
    """The rule by which a count of starts becomes a word."""
    starts, right, wrong = data["starts"].values()
    each, most, few = starts // 2, (right + 1) // 2, wrong // 2
    return (
        f"<p>There are {starts} starts, {each} on each data set. The order is right from at least "
        f"{right} of them: <strong>ranks right</strong>. From at most {wrong}: <strong>ranks wrong"
        f"</strong>. From a number between: <strong>changes with the data</strong>, if it is at "
        f"least {most} of {each} on one data set and at most {few} on the other, and otherwise "
        "<strong>ranks by its start</strong>.</p>"
    )

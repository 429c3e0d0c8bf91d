"""The table of tasks: what to put at the end of a model, by what is to be predicted."""

import re
from typing import Any

from builder.chapter import Chapter
from builder.quirk import Quirk, concerns
from builder.recorded_views import warned
from builder.table_differences import Row, Table
from builder.views import code, section, table, text, view

from .matrix import (
    OTHER,
    PARTS,
    RIGHT,
    WRONG,
    Combination,
    best_verdict,
    link_to,
    parts,
)


def target_of(task: Row) -> str:
    return f"{code(task['target_dtype'])} {code(task['target_shape'])}"


def loss_of(task: Row) -> str:
    """Return the name of a task's loss, without its settings."""
    return re.sub(r"^nn\.|\(.*", "", task["loss"])


@view
def chooser(data: Table, _: Chapter) -> str:
    rows = {row["id"]: row for row in data["rows"]}

    def branch(tree: dict[str, Any] | str) -> str:
        if isinstance(tree, str):
            row = rows[tree]
            return (
                f'<p class="choice"><a href="#{tree}">{text(row["task"])}</a>: '
                f"{code(row['loss'])} on {code(row['output_shape'])}, target {target_of(row)}</p>"
            )
        answers = "".join(
            f"<li><details><summary>{text(answer)}</summary>{branch(sub)}</details></li>"
            for answer, sub in tree["answers"].items()
        )
        return f"<p>{text(tree['question'])}</p><ul>{answers}</ul>"

    return f'<div class="chooser" data-unsearched>{branch(data["chooser"])}</div>'


@view
def overview(data: Table, _: Chapter) -> str:
    rows = [
        [
            f'<a href="#{row["id"]}">{text(row["task"])}</a>',
            code(row["output_shape"]),
            code(row["loss"]),
            target_of(row),
        ]
        for row in data["rows"]
    ]
    head = ["Task", "Outputs", "Loss", "Target"]
    return f"<div data-unsearched>{table(head, rows)}</div>"


@view
def loss_map(data: Table, _: Chapter) -> str:
    """Lead from what is predicted over the last layer to a loss without settings, once each."""
    plain = [row for row in data["rows"] if row["loss"].endswith("()")]
    body = ""
    for loss in dict.fromkeys(row["loss"] for row in plain):
        rows = [[target_cell(row), layer_cell(row)] for row in plain if row["loss"] == loss]
        end = f'<td rowspan="{len(rows)}">{code(loss.removeprefix("nn.").removesuffix("()"))}</td>'
        for place, (first, second) in enumerate(rows):
            last = "" if place else end
            body += f'<tr><th scope="row">{first}</th><td>{second}</td>{last}</tr>'
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Target", "Outputs", "Loss"))
    return (
        f'<table class="recorded loss-map" data-unsearched><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def target_cell(task: Row) -> str:
    known = "no target" if task["target_dtype"] == "none" else target_of(task)
    return f'<a href="pairings/#{task["id"]}">{text(task["task"])}</a><br>{known}'


def layer_cell(task: Row) -> str:
    activation = task["activation"]
    after = "" if activation == "none" else f"<br>then {code(activation)}"
    return code(task["output_shape"]) + after


def holds(example: list[Any], dtype: str, shape: str) -> str:
    """Say what the numbers of a target mean, as the matrix names it."""
    numbers = re.findall(r"[-\d.]+", str(example))
    if dtype == "int64":
        return "class index"
    if {*map(float, numbers)} <= {0.0, 1.0}:
        return "binary label" if shape == "(N, 1)" else "multi-hot"
    shares = [sum(entry) for entry in example if len(entry) > 1]
    return "probabilities" if shares and max(shares) < 1.02 > 2 - min(shares) else "real-valued"


def twin(task: Row) -> Combination | None:
    """Return the combination that a task is an example of, if its call is the plain one."""
    sizes = re.findall(r"\d+", task["output_shape"])
    if task["call"] != "criterion(outputs, target)" or len(sizes) > 2:
        return None
    axes = {size: axis for size, axis in zip(sizes, "CL", strict=False) if size != "1"}
    outputs, shape = (
        re.sub(r"\d+", lambda size: axes.get(size[0], size[0]), task[part])
        for part in ("output_shape", "target_shape")
    )
    kind = holds(task["target_example"], task["target_dtype"], shape)
    return task["activation"], loss_of(task), outputs, kind, shape, task["target_dtype"]


def traps(task: Row, known: dict[Combination, Row]) -> list[tuple[str, Row]]:
    """Return what is silently wrong one change away from a task, each with what changes."""
    own = twin(task)
    if own is None or own not in known or best_verdict(known[own]) not in (RIGHT, OTHER):
        return []
    labels = "{} before the loss", "{}", "outputs {}", "", "target {}", "target {}"
    found = []
    for other, row in known.items():
        if row["outcome"] == "silent":  # most raise, and there are thousands
            changed = [place for place in range(6) if other[place] != own[place]]
            near = len(changed) == 1 and labels[changed[0]]
            if near and best_verdict(row) == WRONG:
                found.append((near.format(other[changed[0]]), row))
    return found


@view
def cards(data: Table, chapter: Chapter) -> str:
    """Each task: what it needs, how it fares, and what is silently wrong right beside it."""
    matrix, made = chapter.table("matrix"), []
    combinations = {parts(row, matrix): row for row in matrix["rows"]}
    warnings = {q.slug: warned(q, f"../quirks/{q.slug}/") for q in chapter.quirks}
    for row in data["rows"]:
        # The search keeps the text alone: a line between two cells keeps their words apart.
        pairs = facts(row).items()
        listed = "".join(f"<div><dt>{k}</dt>\n<dd>{v}</dd></div>\n" for k, v in pairs)
        silent = explained(traps(row, combinations), matrix, chapter.quirks)
        items = [
            f"<li>{', '.join(links)}. {warnings.get(q, '')}</li>" for q, links in silent.items()
        ]
        listed += aside("Wrong, and silent", f"<ul>{''.join(items)}</ul>" * bool(items))
        concerned = [q for q in chapter.quirks if loss_of(row) in q.losses]
        met = [q for q in concerned if q.slug not in silent][:5]
        listed += aside("People meet", ", ".join(map(link, met)))
        body = f"<p>For example {text(row['example'])}.</p><dl>{listed}</dl>"
        made.append(section(row["id"], text(row["task"]), body))
    return "".join(made)


def explained(
    found: list[tuple[str, Row]], matrix: Table, quirks: list[Quirk]
) -> dict[str, list[str]]:
    """Return links to combinations, by the quirk that explains them, or by nothing."""
    links: dict[str, list[str]] = {}
    for change, row in found:
        made_of = dict(zip(PARTS, parts(row, matrix), strict=True))
        why = next((q.slug for q in quirks if concerns(q.combinations, made_of)), "")
        to = f'<a href="{link_to(row, matrix, "../explorer/")}">{text(change)}</a>'
        links.setdefault(why, []).append(to)
    return links


def link(quirk: Quirk) -> str:
    return f'<a href="../quirks/{quirk.slug}/">{text(quirk.title.replace("`", ""))}</a>'


def aside(title: str, said: str) -> str:
    """Return what the search leaves out, if there is anything."""
    return f"<div data-unsearched><dt>{title}</dt><dd>{said}</dd></div>" if said else ""


def facts(row: Row) -> dict[str, str]:
    """Return what a task needs, and what its training came to, by their names."""
    known, start = row["start_formula"], f"{row['start']:.2f}"
    activation = row["activation"]
    return {
        "Last layer": f"{code(row['output'])}, then "
        + ("no activation" if activation == "none" else code(activation)),
        "Loss": f"{code(row['loss'])}, as {code(row['call'])}",
        "Outputs": code(row["output_shape"]),
        "Target": target_of(row)
        + (f", such as {code(row['target_example'])}" if row["target_example"] else ""),
        "Prediction": code(row["prediction"]),
        "Loss when nothing is learned": start
        if known == "measured"
        else f"{code(known)} = {start}",
        "Loss when trained": f"{row['final']:.2f}",
        "Lowest loss possible here": f"{row['floor']:.2f}",
        text(row["metric"][0].upper() + row["metric"][1:]): f"{row['score']:.2f}, against "
        f"{row['baseline']:.2f} without looking at the inputs ({row['better']} is better)",
    }

"""The tasks: what to put at the end of a model, by what is to be predicted."""

import re
from typing import Any

from builder.chapter import Chapter
from builder.quirk import Quirk, concerns
from builder.recorded_views import warned
from builder.table_differences import Row, Table
from builder.views import code, table, text, view

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
from .task_pages import Task, Tree, first_answer, tasks, tree

# From the page of a task.
QUIRKS, EXPLORER, TABLE = "../../quirks/", "../../explorer/", "../../pairings/"


def target_of(task: Row) -> str:
    if task["target_dtype"] == "none":
        return "no target"
    return f"{code(task['target_dtype'])} {code(task['target_shape'])}"


def losses_of(task: Row) -> list[str]:
    """Return the names of a task's losses, without their settings."""
    return [re.sub(r"^nn\.|\(.*", "", loss) for loss in task["losses"]]


def loss_cell(task: Row) -> str:
    return " and ".join(map(code, task["losses"]))


@view
def chooser(_: Table, chapter: Chapter) -> str:
    def branch(tree: Tree | Task) -> str:
        if isinstance(tree, Task):
            row = tree.row
            return (
                f'<p class="choice"><a href="../tasks/{tree.slug}/">{text(tree.title)}</a>: '
                f"{loss_cell(row)} on {code(row['output_shape'])}, {target_of(row)}</p>"
            )
        answers = "".join(
            f"<li><details><summary>{text(answer)}</summary>{branch(sub)}</details></li>"
            for answer, sub in tree["answers"].items()
        )
        return f"<p>{text(tree['question'])}</p><ul>{answers}</ul>"

    made = branch(tree(tasks(chapter.docs, chapter.name)))
    return f'<div class="chooser" data-unsearched>{made}</div>'


@view
def overview(_: Table, chapter: Chapter) -> str:
    """Every task in tables, one for each first answer of the chooser."""
    groups: dict[str, list[list[str]]] = {}
    for one in tasks(chapter.docs, chapter.name):
        link = f'<a id="{one.anchor}" href="../tasks/{one.slug}/">{text(one.title)}</a>'
        row = one.row
        cells = [link, code(row["output_shape"]), loss_cell(row), target_of(row)]
        groups.setdefault(first_answer(one), []).append(cells)
    head = ["Task", "Outputs", "Loss", "Target"]
    made = "".join(
        table(head, rows, text(answer[0].upper() + answer[1:])) for answer, rows in groups.items()
    )
    return f"<div data-unsearched>{made}</div>"


@view
def loss_map(_: Table, chapter: Chapter) -> str:
    """Lead from what is often predicted over the last layer to a loss without settings."""
    plain = mapped(tasks(chapter.docs, chapter.name))
    body = ""
    for [loss] in dict.fromkeys(tuple(one.row["losses"]) for one in plain):
        rows = [[target_cell(one), layer_cell(one)] for one in plain if one.row["losses"] == [loss]]
        end = f'<td rowspan="{len(rows)}">{code(loss.removeprefix("nn.").removesuffix("()"))}</td>'
        for place, (first, second) in enumerate(rows):
            last = "" if place else end
            body += f'<tr><th scope="row">{first}</th><td>{second}</td>{last}</tr>'
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Target", "Outputs", "Loss"))
    return (
        f'<table class="recorded loss-map" data-unsearched><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def mapped(found: list[Task]) -> list[Task]:
    """Return the tasks that the chapter's map has: those that are met often, with a plain loss."""
    often = ("very high", "high")
    return [
        one
        for one in found
        if one.met in often and len(one.row["losses"]) == 1 and one.row["losses"][0].endswith("()")
    ]


def target_cell(task: Task) -> str:
    return f'<a href="tasks/{task.slug}/">{text(task.title)}</a><br>{target_of(task.row)}'


def layer_cell(task: Task) -> str:
    activation = task.row["activation"]
    after = "" if activation == "none" else f"<br>then {code(activation)}"
    return code(task.row["output_shape"]) + after


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
    if task["call"] != f"criterion({task['outputs']}, target)" or len(sizes) > 2:
        return None
    axes = {size: axis for size, axis in zip(sizes, "CL", strict=False) if size != "1"}
    outputs, shape = (
        re.sub(r"\d+", lambda size: axes.get(size[0], size[0]), task[part])
        for part in ("output_shape", "target_shape")
    )
    kind = holds(task["target_example"], task["target_dtype"], shape)
    return task["activation"], losses_of(task)[0], outputs, kind, shape, task["target_dtype"]


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
def card(row: Row, chapter: Chapter) -> str:
    """What a task needs, and how its program fared."""
    one = next(one for one in tasks(chapter.docs, chapter.name) if one.slug == row["id"])
    # The search keeps the text alone: a line between two cells keeps their words apart.
    listed = "".join(
        f"<div><dt>{name}</dt>\n<dd>{said}</dd></div>\n" for name, said in facts(row).items()
    )
    back = f'<a href="{TABLE}#{one.anchor}">Every task</a>'
    return f'<p>For example {text(one.example)}. {back}</p><dl class="task">{listed}</dl>'


@view
def around(row: Row, chapter: Chapter) -> str:
    """What is silently wrong one change away from a task, and what people meet with its loss."""
    matrix = chapter.table("matrix")
    combinations = {parts(row, matrix): row for row in matrix["rows"]}
    warnings = {q.slug: warned(q, f"{QUIRKS}{q.slug}/") for q in chapter.quirks}
    silent = explained(traps(row, combinations), matrix, chapter.quirks)
    items = "".join(
        f"<li>{', '.join(links)}. {warnings.get(slug, '')}</li>" for slug, links in silent.items()
    )
    concerned = [q for q in chapter.quirks if {*losses_of(row)} & {*q.losses}]
    met = [q for q in concerned if q.slug not in silent][:5]
    said = {
        "Wrong, and silent, one change away": f"<ul>{items}</ul>" * bool(items),
        "What people meet with this loss": f"<ul>{''.join(map(link, met))}</ul>" * bool(met),
    }
    made = "".join(
        f"<p><strong>{title}</strong></p>{list_}" for title, list_ in said.items() if list_
    )
    return f"<div data-unsearched>{made}</div>"


def explained(
    found: list[tuple[str, Row]], matrix: Table, quirks: list[Quirk]
) -> dict[str, list[str]]:
    """Return links to combinations, by the quirk that explains them, or by nothing."""
    links: dict[str, list[str]] = {}
    for change, row in found:
        made_of = dict(zip(PARTS, parts(row, matrix), strict=True))
        why = next((q.slug for q in quirks if concerns(q.combinations, made_of)), "")
        to = f'<a href="{link_to(row, matrix, EXPLORER)}">{text(change)}</a>'
        links.setdefault(why, []).append(to)
    return links


def link(quirk: Quirk) -> str:
    title = text(quirk.title.replace("`", ""))
    return f'<li><a href="{QUIRKS}{quirk.slug}/">{title}</a></li>'


def facts(row: Row) -> dict[str, str]:
    """Return what a task needs, and what its training came to, by their names."""
    activation, formula = row["activation"], row["start_formula"]
    after = "no activation" if activation == "none" else code(activation)
    example = f", such as {code(row['target_example'])}" if row["target_example"] else ""
    said = {
        "Last layer": f"{code(row['output'])}, then {after}",
        "Loss": f"{loss_cell(row)}, as {code(row['call'])}",
        "Outputs": f"{code(row['outputs'])} {code(row['output_shape'])}",
        "Target": target_of(row) + example,
        "Prediction": code(row["prediction"]),
        text(row["metric"][0].upper() + row["metric"][1:]): f"{row['score']:.2f}, against "
        f"{row['baseline']:.2f} without looking at the inputs ({row['better']} is better)",
    }
    losses = {
        "when nothing is learned": (f"{code(formula)} = " * bool(formula), row["start"]),
        "trained": ("", row["final"]),
        "at its lowest": ("", row["floor"]),
    }
    known = [
        f"{before}{value:.2f} {name}"
        for name, (before, value) in losses.items()
        if value is not None
    ]
    return said | {"Loss values": ", ".join(known)} if known else said

"""The table of tasks: what to put at the end of a model, by what is to be predicted."""

import re

from builder import quirks
from builder.snippet_fences import code
from builder.views import Beside, section, table, text, view

from .matrix import OTHER, PARTS, RANKS, RIGHT, WRONG, best_verdict, link_to, parts


def target_of(task: dict) -> str:
    return f"{code(task['target_dtype'])} {code(task['target_shape'])}"


def loss_of(task: dict) -> str:
    """Return the name of a task's loss, without its settings."""
    return re.sub(r"^nn\.|\(.*", "", task["loss"])


@view
def chooser(data: dict, _: Beside) -> str:
    rows = {row["id"]: row for row in data["rows"]}

    def branch(tree: dict | str) -> str:
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

    return f'<div class="chooser" data-search-exclude>{branch(data["chooser"])}</div>'


@view
def overview(data: dict, _: Beside) -> str:
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
    return f"<div data-search-exclude>{table(head, rows)}</div>"


def holds(example: list, dtype: str, shape: str) -> str:
    """Say what the numbers of a target mean, as the matrix names it."""
    numbers = re.findall(r"[-\d.]+", str(example))
    if dtype == "int64":
        return "class index"
    if {*map(float, numbers)} <= {0.0, 1.0}:
        return "binary label" if shape == "(N, 1)" else "multi-hot"
    shares = [sum(entry) for entry in example if len(entry) > 1]
    return "probabilities" if shares and max(shares) < 1.02 > 2 - min(shares) else "real-valued"


def twin(task: dict) -> tuple | None:
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


def traps(task: dict, known: dict[tuple, dict]) -> list[tuple[str, dict]]:
    """Return what is silently wrong one change away from a task, each with what changes."""
    own = twin(task)
    if own not in known or best_verdict(known[own]) not in (RIGHT, OTHER):
        return []
    labels = "{} before the loss", "{}", "outputs {}", "", "target {}", "target {}"
    found = []
    for other, row in known.items():
        changed = [place for place in range(6) if other[place] != own[place]]
        wrong = row["outcome"] == "silent" and best_verdict(row) in (RANKS, WRONG)
        if wrong and len(changed) == 1 and labels[changed[0]]:
            found.append((labels[changed[0]].format(other[changed[0]]), row))
    return found


@view
def cards(data: dict, beside: Beside) -> str:
    matrix, pages = beside("matrix"), beside("quirks")["pages"]
    combinations = {parts(row, matrix): row for row in matrix["rows"]}
    made = []
    for row in data["rows"]:
        known = row["start_formula"]
        start = f"{row['start']:.2f}"
        if known != "measured":
            start = f"{code(known)} = {start}"
        facts = {
            "Last layer": f"{code(row['output'])}, then "
            + ("no activation" if row["activation"] == "none" else code(row["activation"])),
            "Loss": f"{code(row['loss'])}, as {code(row['call'])}",
            "Outputs": code(row["output_shape"]),
            "Target": target_of(row)
            + (f", such as {code(row['target_example'])}" if row["target_example"] else ""),
            "Prediction": code(row["prediction"]),
            "Loss when nothing is learned": start,
            "Loss when trained": f"{row['final']:.2f}",
            "Lowest loss possible here": f"{row['floor']:.2f}",
            text(row["metric"][0].upper() + row["metric"][1:]): f"{row['score']:.2f}, against "
            f"{row['baseline']:.2f} without looking at the inputs ({row['better']} is better)",
        }
        # The search keeps the text alone: a line between two cells keeps their words apart.
        listed = "".join(f"<div><dt>{k}</dt>\n<dd>{v}</dd></div>\n" for k, v in facts.items())
        silent: dict[str, list[str]] = {}
        for change, trap in traps(row, combinations):
            made_of = dict(zip(PARTS, parts(trap, matrix), strict=True))
            why = next((quirk for quirk in pages if quirks.concerns(quirk, made_of)), None)
            link = f'<a href="{link_to(trap, matrix, "../explorer/")}">{text(change)}</a>'
            silent.setdefault(why and why["slug"], []).append(link)
        if silent:
            by_slug = {quirk["slug"]: quirk for quirk in pages}
            groups = "".join(
                f"<li>{', '.join(links)}. "
                f"{quirks.warning(by_slug[slug], f'../quirks/{slug}/') if slug else ''}</li>"
                for slug, links in silent.items()
            )
            listed += (
                "<div data-search-exclude><dt>Wrong, and silent</dt>"
                f"<dd><ul>{groups}</ul></dd></div>"
            )
        met = [q for q in pages if loss_of(row) in q["losses"] and q["slug"] not in silent][:5]
        links = ", ".join(
            f'<a href="../quirks/{quirk["slug"]}/">{text(quirk["title"].replace("`", ""))}</a>'
            for quirk in met
        )
        if links:
            listed += f"<div data-search-exclude><dt>People meet</dt><dd>{links}</dd></div>"
        body = f"<p>For example {text(row['example'])}.</p><dl>{listed}</dl>"
        made.append(section(row["id"], text(row["task"]), body))
    return "".join(made)

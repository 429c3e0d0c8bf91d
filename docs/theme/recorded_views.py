"""Python-Markdown extension: what a table recorded, shown on a page.

`<!-- show activations-and-losses/matrix: headline -->`, on a line of its own, becomes what the
function `headline` of this module makes of `docs/activations-and-losses/data/matrix.json`.
The quirks and exercises of a chapter are shown alike: `quirks: finder`, and, for one of them,
`quirks: warning <slug>` or `exercises: task <slug>`.
"""

import html
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

import evidence_views
import exercises
import learning
import pairing_texts
import quirks
import quiz
import table_differences
from evidence import Recording
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import BuildError
from snippet_fences import code, recorded
from views import VIEWS, Beside, section, table, text, view

MARKER = re.compile(
    r"^<!-- show (?P<table>\S+): (?P<view>\S+?)(?: (?P<one>\S+))? -->$", re.MULTILINE
)
# What is gathered from pages and programs, and not from a recorded table.
GATHERED = {
    "quirks": quirks.quirks,
    "exercises": exercises.exercises,
    "progress": learning.path,
    "programs": quiz.programs,
    "evidence": evidence_views.chapters,
}
RIGHT, OTHER, RANKS, WRONG = "correct", "other objective", "wrong: ranks right", "wrong"


class RecordedViews(Extension):
    def __init__(self, **options: str) -> None:
        self.config = {
            "docs": ["docs", "folder of the pages, with the recorded data"],
            "snippets": ["snippets", "folder of the snippets, with the proofs of the quirks"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        docs, snippets = Path(self.getConfig("docs")), Path(self.getConfig("snippets"))
        md.block_level_elements.append("recorded-view")  # so that no paragraph is put around it
        md.block_level_elements.append("quiz-question")
        # A question becomes Markdown, before includes and fences are read.
        md.preprocessors.register(AskQuestions(md, docs, snippets), "questions", 40)
        # After includes and fences have been read, before HTML is.
        md.preprocessors.register(ShowViews(md, docs, snippets), "recorded-views", 22)


class AskQuestions(Preprocessor):
    """`<!-- ask activations-and-losses: losses -->` becomes the quiz's questions about that."""

    def __init__(self, md: Markdown, docs: Path, snippets: Path) -> None:
        super().__init__(md)
        self.docs, self.snippets = docs, snippets

    def run(self, lines: list[str]) -> list[str]:
        asked = re.compile(r"^<!-- ask (?P<chapter>\S+): (?P<objective>\S+) -->$", re.MULTILINE)
        return asked.sub(self.ask, "\n".join(lines)).split("\n")

    def ask(self, marker: re.Match) -> str:
        chapter, objective = marker["chapter"], marker["objective"]
        found = [q for q in quiz.bank(self.docs, chapter) if q["objective"] == objective]
        if not found:
            raise BuildError(f"This page asks about {objective!r}, and no question does")
        return "\n".join(quiz.markdown(q, self.snippets, chapter) for q in found)


class ShowViews(Preprocessor):
    def __init__(self, md: Markdown, docs: Path, snippets: Path) -> None:
        super().__init__(md)
        self.docs, self.snippets = docs, snippets

    def run(self, lines: list[str]) -> list[str]:
        return MARKER.sub(self.show, "\n".join(lines)).split("\n")

    def show(self, marker: re.Match) -> str:
        chapter, _, name = marker["table"].rpartition("/")

        def beside(name: str) -> dict:
            if gather := GATHERED.get(name):
                return {"pages": gather(self.docs, self.snippets, chapter)}
            path = self.docs / chapter / "data" / f"{name}.json"
            if not path.is_file():
                raise BuildError(f"This page shows a table that is not recorded: {chapter}/{name}")
            return recorded(path, path.stat().st_mtime)

        data = beside(name)
        if marker["view"] not in VIEWS:
            raise BuildError(
                f"This page shows {marker['view']!r} of {marker['table']}; "
                f"there are only {', '.join(sorted(VIEWS))}"
            )
        if one := marker["one"]:
            data = {"pages": [page for page in data["pages"] if page["slug"] == one]}
            if not data["pages"]:
                raise BuildError(f"This page shows one of {name} that does not exist: {one}")
        made = VIEWS[marker["view"]](data, beside)
        return self.md.htmlStash.store(f"<recorded-view>{made}</recorded-view>")


# The matrix: every activation before every loss, on every shape and target.


def best_verdict(row: dict) -> str:
    """Return raises, or the kindest verdict among what the target can mean."""
    if row["outcome"] == "raises":
        return "raises"
    verdicts = row["verdicts"].values()
    kinds = RIGHT, OTHER, RANKS, WRONG
    return next(kind for kind in kinds if any(v.startswith(kind) for v in verdicts))


PARTS = "activation", "loss", "outputs", "values", "shape", "dtype"  # of a combination


def parts(row: dict, matrix: dict) -> tuple:
    """Return what a combination is made of."""
    target = matrix["targets"][row["target_form"]]
    outputs = row["activation"], row["loss"], row["output_shape"]
    return *outputs, target["kind"], target["shape"], target["dtype"]


def link_to(row: dict, data: dict, page: str = "") -> str:
    """Return the explorer's address for a combination."""
    state = dict(zip(PARTS, parts(row, data), strict=True))
    return html.escape(f"{page}#{urlencode(state)}")


def where(data: dict) -> str:
    return f"torch {text(data['torch'])} on {text(data['hardware'])}"


@view
def headline(data: dict, _: Beside) -> str:
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
        f'<p class="snippet-caption">matrix.json · ran with {where(data)}</p>'
    )


@view
def fits(data: dict, _: Beside) -> str:
    """The combinations that are right, by what the target means."""
    groups: dict[tuple, dict[str, dict]] = {}
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
    return f"<div data-search-exclude>{table(head, rows)}</div>"


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
def grids(data: dict, _: Beside) -> str:
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
        made.append(table(["Loss", *map(text, data["activations"])], rows, caption))
        if errors:
            made.append(f"<p>With any of these, an error: {', '.join(errors)}.</p>")
    return f"<div data-search-exclude>{''.join(made)}</div>"


@view
def schema(data: dict, _: Beside) -> str:
    """The fields of the published data, with the first record that has all of them."""
    example = max(data["rows"], key=lambda row: (len(row), row["outcome"] == "warns"))
    fields = [
        [code(name), text(pairing_texts.FIELDS[name]), code(json.dumps(example.get(name)))]
        for name in pairing_texts.FIELDS
    ]
    made = table(["Field", "What it holds", "For example"], fields)
    return f"<div data-search-exclude>{made}</div>"


@view
def margin(data: dict, _: Beside) -> str:
    equal, unequal = data["margin"].values()
    return (
        f"<p>Of the gradients taken as equal, none was off by more than {text(equal)} of its "
        f"largest entry; of the others, none by less than {text(unequal)}.</p>"
    )


@view
def matrix_on_cuda(data: dict, beside: Beside) -> str:
    """The combinations that CUDA treats differently; those first that fail on the CPU alone."""
    known = [recording for recording in compared(data, beside) if recording.device == "cuda"]
    if not known:
        return "<p>The pairings have not run on CUDA yet.</p>"
    made = []
    for recording in known:
        # By whether it goes unnoticed and what CUDA says: the rows, by what the CPU says.
        groups: dict[tuple, dict[tuple, list[dict]]] = {}
        for row, here, there in table_differences.differences(recording, "matrix", data):
            if row:
                cpu, cuda = said_of(there), said_of(here)
                alike = groups.setdefault((unnoticed(cpu, cuda), cuda), {})
                alike.setdefault(cpu, []).append(row)
        counts = {key: sum(map(len, alike.values())) for key, alike in groups.items()}
        place, lost = text(place_of(recording)), sum(n for (bad, _), n in counts.items() if bad)
        if lost:
            made.append(
                f"<p><strong>{lost:,} pairings raise an error on the CPU and run in silence on CUDA"
                f"</strong>: {place}. A number comes back, and it means nothing.</p>"
            )
        made.append(
            f"<p>On {place}, {sum(counts.values()):,} of {len(data['rows']):,} pairings do "
            "something else than on a CPU with the same release.</p>"
        )
        items = []
        for key in sorted(groups, key=lambda key: (not key[0], -counts[key], key)):
            rows = [row for alike in groups[key].values() for row in alike]
            losses = ", ".join(sorted({row["loss"] for row in rows}))
            address = link_to(rows[0], data, "../explorer/")
            instead = ", ".join(map(said_in_words, groups[key]))
            items.append(
                f"<li><p>{said_in_words(key[1])}</p><p>Instead of {instead}.</p>"
                f'<p><a href="{address}">{counts[key]:,} pairings of {losses}</a></p></li>'
            )
        made.append(f'<ul class="messages">{"".join(items)}</ul>' if items else "")
    return f"<div data-search-exclude>{''.join(made)}</div>"


def said_in_words(said: tuple[str, str]) -> str:
    """Return what is said, or, where nothing is, the outcome."""
    outcome, message = said
    return code(message) if message else {"silent": "no error and no warning"}.get(outcome, outcome)


def said_of(side: dict) -> tuple[str, str]:
    """Return an outcome, and the message that tells it from others."""
    said = side.get("assertion") or side.get("error") or side.get("warning") or ""
    return side.get("outcome", ""), said.partition("\n")[0]


def unnoticed(cpu: tuple[str, str], cuda: tuple[str, str]) -> bool:
    return cpu[0] == "raises" and cuda[0] == "silent"


def explained(said: str) -> str:
    """Return what is behind an error or warning; every one that was recorded has a line."""
    for pattern, reason in pairing_texts.MESSAGES.items():
        if re.search(pattern, said):
            return reason
    raise BuildError(f"docs/theme/pairing_texts.py does not explain {said!r}")


@view
def explorer(data: dict, beside: Beside) -> str:
    """The element that shows any combination, with all of them as its data."""
    results: dict[str, int] = {}
    cells = []
    for row in data["rows"]:
        said = row.get("error") or row.get("warning") or ""
        result = [row["outcome"], row.get("phase", ""), said, row.get("verdicts", {})]
        result.append(explained(said) if said else "")
        cells.append(results.setdefault(json.dumps(result), len(results)))
    packed = {
        "activations": data["activations"],
        "losses": data["losses"],
        "outputs": data["outputs"],
        "targets": data["targets"],
        "sizes": data["sizes"],
        "program": data["program"],
        "ran": f"torch {data['torch']} on {data['hardware']}",
        "takes": pairing_texts.TAKES,
        "gives": pairing_texts.GIVES,
        "verdicts": pairing_texts.VERDICTS,
        "results": [json.loads(result) for result in results],
        "quirks": [
            [quirk["slug"], quirk["heading"].replace("`", ""), quirk["combinations"]]
            for quirk in beside("quirks")["pages"]
            if quirk.get("combinations")
        ],
        "elsewhere": elsewhere(data, beside),
        # Two characters a combination, in the order of the lists above.
        "cells": "".join(base36(cell) for cell in cells),
    }
    inline = json.dumps(packed, separators=(",", ":")).replace("<", "\\u003c")
    return (
        "<pairing-explorer data-search-exclude><p>The explorer needs JavaScript. "
        "Everything it shows is in the tables below, and in the published data.</p>"
        f'<script type="application/json">{inline}</script></pairing-explorer>'
    )


def compared(data: dict, beside: Beside) -> list[Recording]:
    """Return the recordings in which the matrix was compared: other releases with this one,
    other devices with their own release on a CPU."""
    [chapter] = beside("evidence")["pages"]
    return [
        recording
        for recording in chapter.recordings
        if chapter.knows(recording, "matrix")
        and (recording.device != "cpu" or recording.torch != data["torch"])
        and recording.tables["matrix.py"]["against"]
        == (data["torch"] if recording.device == "cpu" else recording.torch)
    ]


def place_of(recording: Recording) -> str:
    """Name where a matrix was run: the release, or the device with its hardware."""
    if recording.device == "cpu":
        return f"torch {recording.torch}"
    [run] = [run for run in recording.runs if "matrix.py" in run.tables]
    return f"{recording.device.upper()} ({run.environment.hardware}, torch {recording.torch})"


def elsewhere(data: dict, beside: Beside) -> list[list]:
    """Return what combinations do elsewhere: where, what, whether unnoticed there alone, which.

    Several releases that do the same with a combination are named together.
    """
    places: dict[tuple[int, str, str], list[str]] = {}
    for recording in compared(data, beside):
        before = "With " if recording.device == "cpu" else "On "
        for number, here, there in table_differences.numbered(recording, "matrix", data):
            if number is not None:
                said = here.get("error") or here.get("warning") or ""
                shown = [here.get("assertion", ""), said.partition("\n")[0]]
                does = [here["outcome"], here.get("phase", ""), "\n".join(filter(None, shown))]
                does.append(unnoticed(said_of(there), said_of(here)))
                key = number, before, json.dumps(does)
                places.setdefault(key, []).append(place_of(recording))
    rows: dict[tuple[str, str], list[int]] = {}
    for (number, before, does), names in places.items():
        *most, last = names
        where = before + (f"{', '.join(most)} and {last}" if most else last)
        rows.setdefault((where, does), []).append(number)
    return [
        [where, *json.loads(does), table_differences.ranges(numbers)]
        for (where, does), numbers in rows.items()
    ]


@view
def matrix_elsewhere(data: dict, beside: Beside) -> str:
    """How many combinations do something else with other releases and on other devices."""
    known = compared(data, beside)
    rows = []
    for recording in known:
        changed: Counter = Counter()
        for number, here, there in table_differences.numbered(recording, "matrix", data):
            if number is not None:
                changed[there["outcome"] == "raises", here["outcome"] == "raises"] += 1
        counts = [changed[True, False], changed[False, True], changed[True, True]]
        counts.append(changed[False, False])
        rows.append([text(place_of(recording)), *(f"{count:,}" for count in counts)])
    head = ["Where", "Error only here", "Error only there", "Another error", "Other warning"]
    said = ""
    if rows:
        said = (
            "<p>The same combinations have run elsewhere, and the explorer says where one does "
            f"something else. Here is torch {text(data['torch'])} on a CPU; a device is compared "
            f"with a CPU that has the same release.</p>{table(head, rows)}"
        )
    if all(recording.device != "cuda" for recording in known):
        said += "<p>No run of them on CUDA is recorded yet, so nothing here is about CUDA.</p>"
    return f"<div data-search-exclude>{said}</div>"


def base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return digits[number // 36] + digits[number % 36]


# The table of tasks.


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


@view
def checks(data: dict, _: Beside) -> str:
    """Every check, with a batch that has the fault, and what the checker said of it."""
    made = []
    for row in data["rows"]:
        case = f'<pre class="no-copy" data-search-exclude><code>{text(row["case"])}</code></pre>'
        said = (
            f"<p>{text(row['severity'].capitalize())}: {text(row['what'])}<br>\n"
            f"Evidence: {text(row['evidence'])}<br>\nFix: {text(row['fix'])}</p>"
        )
        made.append(section(row["id"], code(row["id"]), case + said))
    return "".join(made)


@view
def warning(data: dict, _: Beside) -> str:
    [quirk] = data["pages"]
    said = quirks.warning(quirk, f"quirks/{quirk['slug']}/")
    return f'<p class="quirk-warning">{said}</p>'


@view
def finder(data: dict, _: Beside) -> str:
    return quirks.finder(data["pages"])


@view
def task(data: dict, _: Beside) -> str:
    [exercise] = data["pages"]
    return exercises.task(exercise)


@view
def unanswered(data: dict, _: Beside) -> str:
    [program] = data["pages"]
    shown = exercises.listing(quiz.unanswered(program["source"]))
    return f"<div data-search-exclude>{shown}</div>"


@view
def exercise_list(data: dict, _: Beside) -> str:
    return exercises.overview(data["pages"])


@view
def challenge_list(data: dict, _: Beside) -> str:
    return exercises.overview([e for e in data["pages"] if e["level"] == "challenge"])


@view
def learning_path(data: dict, _: Beside) -> str:
    return learning.overview(data["pages"])


@view
def provenance(data: dict, _: Beside) -> str:
    return f'<p class="snippet-caption">Ran with {where(data)}</p>'


def makeExtension(**options: str) -> RecordedViews:
    return RecordedViews(**options)

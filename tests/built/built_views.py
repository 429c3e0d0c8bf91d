"""What each generated view must show: the recorded data, in order, counted and grouped anew.

A view is a function here of the same name as in the theme; it yields no words but those that are
data, since a theme may say around them what it likes. Taken from the theme is only what it chooses
to show, never what it says of it: which grids, which traps, which fields.
"""

import ast
import json
import re
from collections import Counter
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from builder.views import package_of

from built.built_evidence import PROMISE, EvidenceViews
from built.built_tokens import (
    ANY,
    ATTRIBUTE,
    CAPTION,
    END,
    LINK,
    Shown,
    block,
    digest,
    link,
    page_of,
    words,
)

if TYPE_CHECKING:
    from built.built_sources import Sources

MET = "very high", "high", "medium", "low"
LEVELS = "warm-up", "core", "stretch", "challenge"
STATE = "activation", "loss", "outputs", "values", "shape", "dtype"
SHORT = {"raises": "error", "correct": "right", "other objective": "other"}
SHORT |= {"wrong: ranks right": "ranks", "wrong": "wrong"}


def kind(row: dict) -> str:
    """Return the kindest verdict on a combination, in the word of the tables."""
    if row["outcome"] == "raises":
        return "error"
    verdicts = " | ".join(f"| {verdict}" for verdict in row["verdicts"].values())
    return next(short for start, short in SHORT.items() if f"| {start}" in verdicts)


def bare(text: str) -> str:
    """Return Markdown of one line without its marks."""
    return re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text).replace("`", "")


class Views(EvidenceViews):
    """The views of one chapter."""

    table = page = ""  # what is shown, and where

    def __init__(self, sources: "Sources", chapter: str) -> None:
        self.sources, self.chapter = sources, chapter

    def show(self, view: str, one: str | None, table: str, page: str) -> Shown:
        """Return the data of a view; a view that is not read here may show any."""
        self.table, self.page = table, page
        read = getattr(self, view.replace("-", "_"), None)
        if read:
            return read(*[one] * bool(one))
        self.sources.unread.add(view)
        return iter([ANY])

    @cached_property
    def own(self) -> ModuleType:
        """What the chapter chooses to show in the views that it alone has."""
        return package_of(self.sources.docs / self.chapter)

    # What is read.

    def recording(self, name: str) -> dict:
        return self.sources.recording(self.chapter, name)

    @property
    def data(self) -> dict:
        return self.recording(self.table)

    @cached_property
    def quirks(self) -> list[dict]:
        found = []
        for source, (meta, body) in self.sources.pages.items():
            chapter, _, rest = source.partition("/")
            if rest.startswith("quirks/") and self.chapter in (chapter, ""):
                slug = source.rpartition("/")[2].removesuffix(".md")
                heading = bare(re.search(r"^# (.+)$", body, re.MULTILINE)[1])
                symptom = bare(" ".join(re.findall(r"^> (.+)$", body, re.MULTILINE)))
                proof = self.sources.programs.get(f"{chapter}/quirks/{slug}.py", "")
                found.append(
                    meta
                    | {"slug": slug, "chapter": chapter, "heading": heading}
                    | {"symptom": symptom, "proof": proof}
                )
        return sorted(found, key=lambda quirk: (MET.index(quirk["met"]), quirk["slug"]))

    @cached_property
    def exercises(self) -> list[dict]:
        found = []
        for source, (meta, _) in self.sources.pages.items():
            slug = source.rpartition("/")[2].removesuffix(".md")
            folder = f"{self.chapter}/exercises/{slug}"
            if source == f"{folder}.md":
                names = ("exercise", "check", "solution")
                texts = {name: self.sources.programs[f"{folder}/{name}.py"] for name in names}
                asked = digest(f"{texts['exercise']}\0{texts['check']}", 16)
                found.append(meta | texts | {"slug": slug, "hash": asked})
        order = {level: place for place, level in enumerate(LEVELS)}
        return sorted(found, key=lambda e: (order[e["level"]], e["minutes"], e["slug"]))

    def to(self, slug: str, folder: str) -> str:
        return LINK + page_of(f"{self.chapter}/{folder}/{slug}.md")

    # The matrix.

    def headline(self) -> Shown:
        data, rows = self.data, self.data["rows"]
        kinds = Counter(map(kind, rows))
        silent = Counter(kind(row) for row in rows if row["outcome"] == "silent")
        counts = [len(data[name]) for name in ("activations", "losses", "outputs", "targets")]
        counts += [len(rows), kinds["error"], len(rows) - kinds["error"]]
        counts += [sum(row["outcome"] == "warns" for row in rows), kinds["right"], kinds["other"]]
        counts += [silent["ranks"] + silent["wrong"], silent["ranks"]]
        yield from words(*(f"{count:,}" for count in counts))
        yield from self.provenance(f"{self.table}.json")

    def provenance(self, *file: str) -> Shown:
        yield from [CAPTION, *words(*file, self.data["torch"], self.data["hardware"]), END]

    def state(self, row: dict, page: str = "") -> str:
        """Return the link to a combination."""
        matrix = self.recording("matrix")
        target = matrix["targets"][row["target_form"]]
        values = row["activation"], row["loss"], row["output_shape"]
        values += target["kind"], target["shape"], target["dtype"]
        return f"{LINK}{page or self.page}#{urlencode(dict(zip(STATE, values, strict=True)))}"

    def fits(self) -> Shown:
        groups: dict[tuple, dict[str, dict]] = {}
        for row in self.data["rows"]:
            for task, verdict in row.get("verdicts", {}).items():
                if verdict.startswith("correct") and verdict != "correct: with outputs to spare":
                    key = task, row["activation"], row["loss"], verdict
                    groups.setdefault(key, {}).setdefault(row["output_shape"], []).append(row)
        for task, activation, loss, verdict in sorted(groups):
            yield from words(task, activation, f"nn.{loss}()", verdict.partition(": ")[2])
            for shape, rows in groups[task, activation, loss, verdict].items():
                yield from words(shape)
                for row in {row["target_form"]: row for row in rows}.values():
                    yield from [*words(row["target_form"]), self.state(row)]

    def grids(self) -> Shown:
        places = "output_shape", "target_form", "loss", "activation"
        cells = {tuple(row[place] for place in places): row for row in self.data["rows"]}
        activations = [*self.data["activations"]]
        for shape, target in self.own.matrix.GRIDS:
            yield from words(shape, target, *activations)
            errors = []
            for loss in self.data["losses"]:
                rows = [cells[shape, target, loss, activation] for activation in activations]
                if {row["outcome"] for row in rows} == {"raises"}:
                    errors.append(loss)
                    continue
                yield from words(loss)
                for row in rows:
                    yield f"{ATTRIBUTE}class=verdict {kind(row)}"
                    yield from words(kind(row), "!" * (row["outcome"] == "warns"))
                    yield self.state(row)
            yield from words(*errors)

    def schema(self) -> Shown:
        rows = self.data["rows"]
        example = max(rows, key=lambda row: (len(row), row["outcome"] == "warns"))
        for name, meaning in self.own.pairing_texts.FIELDS.items():
            yield from words(name, meaning, json.dumps(example.get(name)))

    def margin(self) -> Shown:
        yield from words(*self.data["margin"].values())

    def explorer(self) -> Shown:
        """The data in the page have a law of their own."""
        yield from ()

    # The tasks.

    def chooser(self) -> Shown:
        rows = {row["id"]: row for row in self.data["rows"]}

        def branch(tree: dict | str) -> Shown:
            if isinstance(tree, str):
                row = rows[tree]
                yield from link(row["task"], f"#{tree}", self.page)
                target = row["target_dtype"], row["target_shape"]
                yield from words(row["loss"], row["output_shape"], *target)
                return
            yield from words(tree["question"])
            for answer, below in tree["answers"].items():
                yield from [*words(answer), *branch(below)]

        return branch(self.data["chooser"])

    def overview(self) -> Shown:
        for row in self.data["rows"]:
            yield from link(row["task"], f"#{row['id']}", self.page)
            target = row["target_dtype"], row["target_shape"]
            yield from words(row["output_shape"], row["loss"], *target)

    def cards(self) -> Shown:
        matrix, explorer = self.recording("matrix"), page_of(f"{self.chapter}/explorer.md")
        combinations = {self.own.matrix.parts(row, matrix): row for row in matrix["rows"]}
        for row in self.data["rows"]:
            yield from words(row["task"], row["example"], row["output"], "then")
            yield from words(*["no"] * (row["activation"] == "none") or [row["activation"]])
            yield from words(row["loss"], row["call"], row["output_shape"])
            yield from words(row["target_dtype"], row["target_shape"])
            yield from words(*[row["target_example"]] * bool(row["target_example"]))
            yield from words(row["prediction"])
            yield from words(*[row["start_formula"]] * (row["start_formula"] != "measured"))
            numbers = [f"{row[name]:.2f}" for name in ("start", "final", "floor")]
            yield from words(*numbers, row["metric"][0].upper() + row["metric"][1:])
            yield from words(f"{row['score']:.2f}", f"{row['baseline']:.2f}", row["better"])
            groups: dict[str, list[str]] = {}
            for change, trap in self.own.tasks.traps(row, combinations):
                to = self.state(trap, explorer)
                about = self.explains(self.own.matrix.parts(trap, matrix))
                groups.setdefault(about, []).extend([*words(change), to])
            for slug, links in groups.items():
                yield from links
                if slug:
                    yield from self.warning(slug)
            loss = re.match(r"(?:nn\.)?(\w+)", row["loss"])[1]
            met = [q for q in self.quirks if loss in q["losses"] and q["slug"] not in groups]
            for quirk in met[:5]:
                yield from [*words(bare(quirk["title"])), self.to(quirk["slug"], "quirks")]

    def explains(self, combination: tuple) -> str:
        """Return the slug of the quirk that explains a combination, or nothing."""
        made_of = dict(zip(STATE, combination, strict=True))
        for quirk in self.quirks:
            for pattern in quirk.get("combinations", []):
                if all(made_of[part] in wanted for part, wanted in pattern.items()):
                    return quirk["slug"]
        return ""

    def checks(self) -> Shown:
        for row in self.data["rows"]:
            yield from [*words(row["id"]), block(row["case"])]
            severity = row["severity"].capitalize()
            yield from words(severity, row["what"], row["evidence"], row["fix"])

    # The quirks.

    def warning(self, slug: str) -> Shown:
        [quirk] = [quirk for quirk in self.quirks if quirk["slug"] == slug]
        yield from [*words(quirk["heading"]), self.to(slug, "quirks")]
        for mark in ("Wrong", "Right"):
            blocks = re.findall(rf"^# {mark}\b.*\n((?:.+\n)+)", quirk["proof"], re.MULTILINE)
            yield from words(*PROMISE.findall(blocks[-1])[:1] if blocks else "")

    def finder(self) -> Shown:
        for quirk in self.quirks:
            filters = [(name, " ".join(quirk[name])) for name in ("activations", "losses")]
            data = sorted([*filters, ("kind", quirk["kind"])])
            yield from [f"{ATTRIBUTE}data-{name}={value}" for name, value in data]
            yield from words(quirk["heading"])
            yield LINK + page_of(f"{quirk['chapter']}/quirks/{quirk['slug']}.md")
            yield from words(quirk["kind"], quirk["symptom"])

    # What there is to do.

    def task(self, slug: str) -> Shown:
        [exercise] = [exercise for exercise in self.exercises if exercise["slug"] == slug]
        yield from [block(exercise["exercise"]), *words(f"nox -s exercises -- {slug}")]
        yield f"{LINK}{self.chapter}/exercises/notebooks/{slug}.ipynb"
        [hints] = [
            ast.literal_eval(node.value)
            for node in ast.parse(exercise["check"]).body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HINTS"
        ]
        for number, hint in enumerate(hints, 1):
            yield from words(number, len(hints), hint)
        yield block(exercise["solution"])

    def exercise_list(self, *levels: str) -> Shown:
        for exercise in self.exercises:
            if exercise["level"] in (levels or LEVELS):
                yield from [*words(exercise["title"]), self.to(exercise["slug"], "exercises")]
                yield from words(exercise["level"], exercise["minutes"], exercise["description"])

    def challenge_list(self) -> Shown:
        return self.exercise_list("challenge")

    def learning_path(self) -> Shown:
        index = self.sources.pages[f"{self.chapter}/index.md"][1]
        objective = r"^- (.*?)(?:: .*)?\n +\{: #objective-([a-z-]+) \}$"
        questions = self.sources.bank(self.chapter)
        cards = self.sources.cards(self.chapter)
        for claim, slug in re.findall(objective, index, re.MULTILINE):
            yield f"{ATTRIBUTE}data-id=objective-{slug}"
            yield from link(bare(claim), f"../#objective-{slug}", self.page)
            todo = {
                "quiz": [
                    (f"quiz-{q['id']}", f"../quiz/#{q['id']}", q["question"], q["hash"])
                    for q in questions
                    if q["objective"] == slug
                ],
                "exercise": [
                    (e["slug"], f"../exercises/{e['slug']}/", e["title"], e["hash"])
                    for e in self.exercises
                    if e.get("objective") == slug
                ],
                "card": [
                    (f"card-{name}", f"../interview/#{name}", question, "")
                    for name, of, question, _ in cards
                    if of == slug
                ],
            }
            for kind_of, items in todo.items():
                yield from words(*[len(items)] * bool(items))
                for name, address, title, asked in items:
                    yield from [f"{ATTRIBUTE}data-hash={asked}", f"{ATTRIBUTE}data-id={name}"]
                    yield f"{ATTRIBUTE}data-kind={kind_of}"
                    yield from link(bare(title), address, self.page)

    def unanswered(self, program: str) -> Shown:
        yield block(unanswered(self.sources.programs[f"{self.chapter}/{program}.py"]))


def unanswered(source: str) -> str:
    """Return a program as a question shows it: no claim, no output, no fixes."""
    lines = [line for line in source.splitlines() if not line.startswith("# >")]
    lines = lines[lines.index("") + 1 :] if lines[0].startswith('"""') else lines
    ends = [number for number, line in enumerate(lines) if line.startswith("# Fixes:")]
    return "\n".join(lines[: ends[0]] if ends else lines)

"""What is recorded, asked and set in a chapter, read from its files."""

import json
import re
from functools import cached_property
from itertools import groupby
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import yaml
from builder.chapter import recorded
from builder.views import package_of

from built.tokens import LINK, NUMBER, PROMISE, Json, digest, needed, page_of

if TYPE_CHECKING:
    from built.sources import Sources

MET = "very high", "high", "medium", "low"
LEVELS = "warm-up", "core", "stretch", "challenge"
FIX = re.compile(
    r"^\*\*(Fix|In short)\.\*\* ((?:.+\n)+)(?:\n```diff\n((?:.+\n)+?)```)?", re.MULTILINE
)
STATE = "activation", "loss", "outputs", "values", "shape", "dtype"  # of a combination


class Chapter:
    """One chapter; or, without a name, what is gathered from all of them."""

    def __init__(self, sources: "Sources", name: str) -> None:
        self.sources, self.name = sources, name
        self.recordings: dict[str, Json] = {}

    @cached_property
    def own(self) -> ModuleType:
        """What the chapter chooses to show in the views that it alone has."""
        return package_of(self.sources.docs / self.name)

    # Pages and tables.

    def recording(self, name: str) -> Json:
        if name not in self.recordings:
            path = self.sources.docs / self.name / "data" / f"{name}.json"
            self.recordings[name] = recorded(path)
        return self.recordings[name]

    @cached_property
    def quirks(self) -> list[Json]:
        found = []
        for source, (meta, body) in self.sources.pages.items():
            chapter, _, rest = source.partition("/")
            if rest.startswith("quirks/") and self.name in (chapter, ""):
                slug = source.rpartition("/")[2].removesuffix(".md")
                heading = bare(needed(r"^# (.+)$", body, f"heading in docs/{source}"))
                symptom = bare(" ".join(re.findall(r"^> (.+)$", body, re.MULTILINE)))
                fix = FIX.search(body)
                proof = self.sources.programs.get(f"{chapter}/quirks/{slug}.py", "")
                found.append(
                    meta
                    | {"slug": slug, "chapter": chapter, "heading": heading}
                    | {"symptom": symptom, "proof": proof, "fix": fix.groups("") if fix else None}
                )
        return sorted(found, key=lambda quirk: (MET.index(quirk["met"]), quirk["slug"]))

    @cached_property
    def exercises(self) -> list[Json]:
        found = []
        for source, (meta, _) in self.sources.pages.items():
            slug = source.rpartition("/")[2].removesuffix(".md")
            folder = f"{self.name}/exercises/{slug}"
            if source == f"{folder}.md":
                names = ("exercise", "check", "solution")
                texts = {name: self.sources.programs[f"{folder}/{name}.py"] for name in names}
                asked = digest(f"{texts['exercise']}\0{texts['check']}", 16)
                found.append(meta | texts | {"slug": slug, "hash": asked})
        order = {level: place for place, level in enumerate(LEVELS)}
        return sorted(found, key=lambda e: (order[e["level"]], e["minutes"], e["slug"]))

    @cached_property
    def cards(self) -> list[tuple[str, str, str, str]]:
        """The interview cards: name, objective, question, short answer."""
        _, body = self.sources.pages.get(f"{self.name}/interview.md", ({}, ""))
        card = re.compile(
            r"^## (.*?) \{ #(\S+) data-objective=(\S+)(?: data-toc-label=[^\n]*)? \}\n"
            r".*?\*\*In 30 seconds\.\*\*\n(.*?)\n\n",
            re.MULTILINE | re.DOTALL,
        )
        return [(name, of, asked, answer) for asked, name, of, answer in card.findall(body)]

    @cached_property
    def bank(self) -> list[Json]:
        """The questions of the quiz."""
        found = []
        folder = self.sources.docs / self.name / "quiz"
        before = folder / "kept.json"
        kept = json.loads(before.read_text("utf-8")) if before.exists() else {}
        for path in sorted(folder.glob("*.yml")):
            question = yaml.safe_load(path.read_text("utf-8"))
            options = [[one["text"], "right" in one] for one in question.get("options", [])]
            parts = "question", "setting", "answer", "tolerance", "steps"
            asked = digest(json.dumps([options, *map(question.get, parts)]), 8)
            found.append({"id": path.stem, "hash": kept.get(asked, asked)} | question)
        return found

    def questions(self, asked: str) -> list[Json]:
        """Return what a page asks by an objective, or by the name of one question."""
        return [one for one in self.bank if asked in (one["objective"], one["id"])]

    def to(self, slug: str, folder: str) -> str:
        return LINK + page_of(f"{self.name}/{folder}/{slug}.md")

    def state(self, row: Json, page: str) -> str:
        """Return the link to a combination, shown by the explorer on a page."""
        target = self.recording("matrix")["targets"][row["target_form"]]
        outputs = row["activation"], row["loss"], row["output_shape"]
        values = *outputs, target["kind"], target["shape"], target["dtype"]
        return f"{LINK}{page}#{urlencode(dict(zip(STATE, values, strict=True)))}"

    # Evidence.

    @cached_property
    def recorded(self) -> list[list[Json]]:
        """The runs by device and release: the CPU first, the oldest release first."""
        runs = self.sources.evidence.get(self.name, [])
        return [[*own] for _, own in groupby(runs, lambda run: (run["device"], run["torch"]))]

    def text(self, name: str) -> str:
        return self.sources.programs.get(f"{self.name}/{name}", "")

    def now(self, did: dict[str, Json]) -> dict[str, Json]:
        """Return of what programs or tables did that which is about their present text."""
        return {n: did[n] for n in did if digest(self.text(n), 16) == did[n]["text"]}

    def runs(self, program: str) -> tuple[list[Json], list[tuple[Json, list[list[str]]]]]:
        """Return where this text kept its promises, and where it did something else."""
        text = digest(self.text(program), 16)
        runs = self.sources.evidence.get(self.name, [])
        did = [(run, run["programs"].get(program, {})) for run in runs]
        did = [(run, done) for run, done in did if done.get("text") == text]
        return (
            [run for run, done in did if "instead" not in done],
            [(run, done["instead"]) for run, done in did if "instead" in done],
        )

    def printed(self, name: str, did: Json) -> list[str]:
        return printed(self.text(name), did.get("instead", []))

    def releases(self) -> dict[str, dict[str, Json]]:
        """Return what programs did on a CPU, by release."""
        return {
            runs[0]["torch"]: {n: did for run in runs for n, did in run["programs"].items()}
            for runs in self.recorded
            if runs[0]["device"] == "cpu"
        }

    def on_cuda(self) -> list[Json]:
        return [run for runs in self.recorded for run in runs if run["device"] == "cuda"]

    def said_on_cuda(self) -> str:
        """Return every line that programs print on CUDA, and what pairings say there."""
        lines = []
        for run in self.on_cuda():
            for name, did in self.now(run["programs"]).items():
                lines += self.printed(name, did)
            for did in self.now(run["tables"]).values():
                heres = [group["here"] for group in did["differs"]]
                lines += [here.get(name, "") for here in heres for name in ("error", "assertion")]
        return "\n".join(lines)

    @cached_property
    def shown(self) -> dict[str, list[str]]:
        """The programs that pages show, each with those pages."""
        found: dict[str, list[str]] = {}
        for source in sorted(self.sources.pages, key=lambda source: source.split("/")):
            for program in dict.fromkeys(self.sources.included(source)):
                chapter, _, name = program.partition("/")
                if chapter == self.name:
                    found.setdefault(name, []).append(source)
        return found


def bare(text: str) -> str:
    """Return Markdown of one line without its marks."""
    return re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text).replace("`", "")


def printed(source: str, instead: list[list[str]]) -> list[str]:
    """Return what a program printed: its promises, but for those that something came instead of.

    What came without a promise stands behind the last of these, or at the end.
    """
    lines, after = PROMISE.findall(source), 0
    for promised, got in instead:
        kept = bool(promised) and promised in lines[after:]
        if kept or got:
            place = lines.index(promised, after) if kept else after or len(lines)
            lines[place : place + kept] = [got] * bool(got)
            after = place + bool(got)
    return lines


def masked(line: str) -> str:
    """Return a line without its numbers: two that differ by these alone are alike."""
    return NUMBER.sub("#", line)

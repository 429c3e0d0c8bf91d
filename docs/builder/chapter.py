"""What a chapter is: all that its two folders hold, gathered, and what is wrong with it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property, partial
from pathlib import Path

from mkdocs.exceptions import BuildError

from builder import fields, glossary, table_rows
from builder.changes import Shown, shown_on
from builder.evidence import Did, Recording, Run, recordings
from builder.exercise import Exercise, exercises
from builder.outputs import current
from builder.question import Question, bank
from builder.quirk import Quirk, quirks
from builder.reading import kept, text
from builder.snippet import Snippet
from builder.table_differences import Row, Table

OBJECTIVE = re.compile(r"^- (.*?)(?:: (.*))?\n +\{: #objective-([a-z-]+) \}$", re.MULTILINE)
HEADING = re.compile(r"^(###?) (.*?) \{ #(\S+)[^\n]* \}$", re.MULTILINE)
CARD = re.compile(
    r"^## (.*?) \{ #(\S+) data-objective=(\S+)(?: data-toc-label=\S[^\n]*)? \}\n(.*?)(?=^## |\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Card:
    """An interview question, with its short answer as Markdown."""

    id: str
    objective: str
    question: str
    answer: str


@dataclass(frozen=True)
class Section:
    """A section of a chapter's first page."""

    id: str
    title: str


@dataclass(frozen=True)
class Objective:
    """What a learner can do after a chapter, and what there is to learn and to practise it."""

    slug: str
    claim: str
    sections: list[Section]
    questions: list[Question]
    exercises: list[Exercise]
    cards: list[Card]


@dataclass(frozen=True)
class Chapter:
    """A chapter, by its name; or all chapters at once, whose name is empty."""

    docs: Path
    snippets: Path
    name: str
    repo: str = ""  # the address of the repository, where it is known

    @property
    def folder(self) -> Path:
        """Where its programs are."""
        return self.snippets / self.name

    @cached_property
    def quirks(self) -> list[Quirk]:
        return quirks(self.docs, self.snippets, self.name)

    @cached_property
    def exercises(self) -> list[Exercise]:
        return exercises(self.docs, self.snippets, self.name)

    @cached_property
    def questions(self) -> list[Question]:
        return bank(self.docs, self.name)

    @cached_property
    def programs(self) -> list[Snippet]:
        paths = sorted(self.folder.rglob("*.py"))
        return [Snippet.from_file(path, self.snippets) for path in paths]

    @cached_property
    def cards(self) -> list[Card]:
        page = self.docs / self.name / "interview.md"
        return cards(page) if page.exists() else []

    @cached_property
    def objectives(self) -> list[Objective]:
        """The learning objectives on its first page, each with what there is to do."""
        page = text(self.docs / self.name / "index.md")
        return [
            Objective(
                slug,
                claim,
                sections(page, links),
                [question for question in self.questions if question.objective == slug],
                [exercise for exercise in self.exercises if exercise.objective == slug],
                [card for card in self.cards if card.objective == slug],
            )
            for claim, links, slug in OBJECTIVE.findall(page)
        ]

    def table(self, name: str) -> Table:
        """Return a recorded table; raise BuildError if there is none of this name."""
        path = self.docs / self.name / "data" / f"{name}.json"
        if not path.is_file():
            raise BuildError(f"This page shows a table that is not recorded: {self.name}/{name}")
        return recorded(path)

    @cached_property
    def parameters(self) -> list[Row]:
        """What its table `parameters` lists, if it has one."""
        path = self.docs / self.name / "data" / "parameters.json"
        rows: list[Row] = recorded(path)["rows"] if path.is_file() else []
        return [row for row in rows if "name" in row]

    # What has run, and where.

    @cached_property
    def recordings(self) -> list[Recording]:
        return recordings(self.docs, self.name)

    @cached_property
    def shown(self) -> Shown:
        return shown_on(self.docs, self.name)

    def on(self, device: str) -> list[Recording]:
        return [recording for recording in self.recordings if recording.device == device]

    def knows(self, recording: Recording, table: str) -> bool:
        """Say whether a table has run, as its program is now."""
        did = recording.tables.get(f"{table}.py")
        return bool(did and current(self.folder / f"{table}.py", did))

    def ran(self, run: Run) -> dict[str, Did]:
        """Return what a run says of programs as they are now."""
        return {n: did for n, did in run.programs.items() if current(self.folder / n, did)}


@kept
def chapters(docs: Path, snippets: Path) -> Callable[..., Chapter]:
    """Return the function that gives the chapter of a name, and perhaps of a repository, once."""
    return cache(partial(Chapter, docs, snippets))


@kept
def recorded(path: Path) -> Table:
    return table_rows.read(json.loads(path.read_text("utf-8")))


def sections(page: str, links: str) -> list[Section]:
    """Return the sections of a page that links lead into, each once."""
    places = re.findall(r"\]\(#([\w-]+)\)", links)
    found, section = [], Section("", "")
    for level, title, name in HEADING.findall(page):
        section = Section(name, title) if level == "##" else section
        found += [section] * (name in places and section not in found)
    return found


def cards(page: Path) -> list[Card]:
    """Return the interview cards of a page."""
    found = []
    for question, name, objective, body in CARD.findall(text(page)):
        short = re.search(r"\*\*In 30 seconds\.\*\*\n(.*?)\n\n", body, re.DOTALL)
        answer = re.sub(r"^ +", "", short[1], flags=re.MULTILINE) if short else ""
        found.append(Card(name, objective, question, answer))
    return found


def refuse_faults(docs: Path, snippets: Path) -> None:
    """Raise BuildError with each mistake in what authors filled in, once, before any page is made.

    A line names the file, what is wrong with it, and what belongs there.
    """
    wrong: list[str] = []
    for name in sorted(page.parent.name for page in docs.glob("*/index.md")):
        wrong += fields.refusal(quirks, docs, snippets, name) or parameters_astray(
            Chapter(docs, snippets, name)
        )
        wrong += fields.refusal(exercises, docs, snippets, name)
        wrong += fields.refusal(bank, docs, name) or questions_astray(Chapter(docs, snippets, name))
        wrong += without_their_other_half(docs, snippets, name)
    fields.refuse([*wrong, *shared_names(docs), *glossary.faults(docs)])


def questions_astray(chapter: Chapter) -> Iterator[str]:
    """Say which questions are about no objective of the chapter, or have no program."""
    index = text(chapter.docs / chapter.name / "index.md")
    objectives = [slug for *_, slug in OBJECTIVE.findall(index)]
    for question in chapter.questions:
        file, program = f"docs/{chapter.name}/quiz/{question.id}.yml", f"{question.program}.py"
        if question.objective not in objectives:
            yield (
                f"{file}: objective is {question.objective!r}, and docs/{chapter.name}/index.md "
                f"has {', '.join(objectives) or 'none'}"
            )
        if question.id in objectives:
            yield f"{file}: an objective has this name: call the question otherwise"
        if not (chapter.folder / program).is_file():
            yield f"{file}: there is no program snippets/{chapter.name}/{program}"


def parameters_astray(chapter: Chapter) -> Iterator[str]:
    """Say which quirks explain a parameter that is not in the chapter's table of parameters."""
    known = {known for row in chapter.parameters for known in (row["name"], full_name(row))}
    for quirk in chapter.quirks:
        for name in quirk.parameters:
            if name not in known:
                close = get_close_matches(name, sorted(known), 1)
                yield (
                    f"docs/{chapter.name}/quirks/{quirk.slug}.md: parameters has {name!r}, "
                    f"which is not in the table docs/{chapter.name}/data/parameters.json"
                    + "".join(f": did you mean {one}?" for one in close)
                )


def full_name(parameter: Row) -> str:
    return f"{parameter['of']}.{parameter['name']}"


def without_their_other_half(docs: Path, snippets: Path, chapter: str) -> Iterator[str]:
    """Say which pages have no program, and which programs no page."""
    pages, proofs = docs / chapter / "quirks", snippets / chapter / "quirks"
    for page in sorted(pages.glob("*.md")):
        if not (proofs / f"{page.stem}.py").is_file():
            yield (
                f"docs/{chapter}/quirks/{page.name}: a quirk has a proof, and there is no "
                f"snippets/{chapter}/quirks/{page.stem}.py"
            )
    for proof in sorted(proofs.glob("*.py")):
        if not (pages / f"{proof.stem}.md").is_file():
            yield (
                f"snippets/{chapter}/quirks/{proof.name}: this proof has no page "
                f"docs/{chapter}/quirks/{proof.stem}.md"
            )
    for page in sorted((docs / chapter / "exercises").glob("*.md")):
        if not (snippets / chapter / "exercises" / page.stem).is_dir():
            yield (
                f"docs/{chapter}/exercises/{page.name}: there is no folder "
                f"snippets/{chapter}/exercises/{page.stem} with its files"
            )


def shared_names(docs: Path) -> Iterator[str]:
    """Say where two chapters give one name to two things that a reader can have done."""
    seen: dict[str, str] = {}
    for name, path in names(docs):
        file = path.relative_to(docs).as_posix()
        if (other := seen.setdefault(name, file)) != file:
            yield (
                f"docs/{other} and docs/{file} both have the {name}, and a reader's progress is "
                "kept by that name: give the newer one another"
            )


def names(docs: Path) -> Iterator[tuple[str, Path]]:
    """Yield what readers' progress, links and proofs are named by, and the file that names it."""
    for page in sorted(docs.glob("*/index.md")):
        for *_, slug in OBJECTIVE.findall(text(page)):
            yield f"objective {slug}", page
    for page in sorted(docs.glob("*/interview.md")):
        for card in cards(page):
            yield f"card {card.id}", page
    endings = {"quiz": "yml", "exercises": "md", "quirks": "md", "labs": "ipynb"}
    for kind, ending in endings.items():
        for path in sorted(docs.glob(f"*/{kind}/*.{ending}")):
            yield f"entry {path.stem} of {kind}/", path

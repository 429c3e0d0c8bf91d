"""What an exercise is: a folder of programs, and the page of the same name that shows it."""

import ast
import json
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any

from builder import fields
from builder.reading import kept, text
from builder.snippet import digest

LEVELS = ("warm-up", "core", "stretch", "challenge")
FILES = ("exercise", "solution", "check")
HEAD = (ast.Expr, ast.Import, ast.ImportFrom)  # a docstring, and imports
ORDER = "order"  # the right answer stands first or last as rarely as any
ONE_CHOICE = 2  # statements of a solution, at most, that can be chosen from a list instead
IMPORTED = """\
import torch
from torch import nn
from torch.nn import functional as F
"""  # what a line of lines.txt may use
EXERCISE = fields.of(
    title=fields.text("what it is called in lists"),
    description=fields.text("what is to be done, in a sentence or two"),
    objective=fields.text("the learning objective of the chapter that it practises"),
    level=fields.choice("how hard it is", LEVELS),
    minutes={"type": "integer", "minimum": 1, "description": "how long it takes, in minutes"},
)


@dataclass(frozen=True)
class Answer:
    """An answer that was checked: its program, and what the check said, nothing if it passed."""

    name: str
    source: str
    said: str
    page: str  # that explains the mistake, from the root of the site

    @property
    def body(self) -> str:
        """Its program without its docstring, which may say what it is, and without imports."""
        before = takewhile(lambda node: isinstance(node, HEAD), ast.parse(self.source).body)
        end = max((node.end_lineno or 0 for node in before), default=0)
        return "\n".join(self.source.splitlines()[end:]).strip("\n") + "\n"


@dataclass(frozen=True)
class Exercise:
    """An exercise: the fields of its page, which EXERCISE explains, and its programs."""

    slug: str
    hash: str
    exercise: str  # the texts of its files
    solution: str
    check: str
    answers: tuple[Answer, ...]  # that are recorded, as they are now
    lines: tuple[Answer, ...]  # the same of each line that may stand under the TODO
    ran_with: dict[str, str]  # the release of torch, and the hardware

    title: str
    description: str
    objective: str
    level: str
    minutes: int

    @classmethod
    def from_folder(cls, folder: Path, docs: Path) -> "Exercise":
        """Read the programs and the page; raise BuildError for what is missing or wrong."""
        chapter = folder.parts[-3]
        page = docs / chapter / "exercises" / f"{folder.name}.md"
        files = {name: folder / f"{name}.py" for name in FILES}
        lacks = [path for path in (page, *files.values()) if not path.is_file()]
        if lacks:
            missing = ", ".join(path.relative_to(docs.parent).as_posix() for path in lacks)
            fields.refuse([f"snippets/{chapter}/exercises/{folder.name}: there is no {missing}"])
        _, meta = fields.page_with(EXERCISE, page)
        texts: dict[str, Any] = {name: text(path) for name, path in files.items()}
        if (todos := texts["exercise"].count("TODO")) != 1:
            where = files["exercise"].relative_to(docs.parent).as_posix()
            fields.refuse([f"{where}: has {todos} TODO; one says what the learner has to write"])
        own = recorded(folder, docs / chapter / "exercises")
        return cls(slug=folder.name, hash=content_hash(folder), **own | texts | meta)

    @cached_property
    def hints(self) -> list[str]:
        """The HINTS of the check, which nothing runs here."""
        for node in ast.parse(self.check).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HINTS":
                return list(ast.literal_eval(node.value))
        return []

    @property
    def choices(self) -> list[Answer]:
        """The answers that a page offers: the wrong ones, and a short solution among them.

        Their order tells nothing, and never changes.
        """
        stub = statements(self.exercise)
        own = [line for line in statements(self.solution) if line not in stub]
        offered = [a for a in self.answers if a.said or len(own) <= ONE_CHOICE]
        return sorted(offered, key=lambda answer: digest(ORDER + answer.source))


def statements(source: str) -> list[str]:
    """Return the lines of a program, each statement on one, without its docstring and imports."""
    program = ast.parse(source)
    kept = [node for node in program.body if not isinstance(node, HEAD)]
    return list(filter(None, ast.unparse(ast.Module(kept, [])).splitlines()))


def recorded(folder: Path, pages: Path) -> dict[str, Any]:
    """Return what was recorded of the answers to an exercise, without those changed since."""
    recording = recording_of(folder, pages)
    if not recording.is_file():
        return {"answers": (), "lines": (), "ran_with": {}}
    found = json.loads(text(recording))
    kept: dict[str, Any] = {
        kind: tuple(
            Answer(name, source, did["said"], did["page"])
            for name, source in sources.items()
            if (did := found.get(kind, {}).get(name)) and did["text"] == answer_hash(source, folder)
        )
        for kind, sources in answers_of(folder).items()
    }
    return kept | {"ran_with": {name: found[name] for name in ("torch", "hardware")}}


def recording_of(folder: Path, pages: Path) -> Path:
    """Return where it is recorded what the check of an exercise said."""
    return pages / "answers" / f"{folder.name}.json"


def answers_of(folder: Path) -> dict[str, dict[str, str]]:
    """Return the programs of an exercise that its page tells of, by their names.

    `answers` are files; `lines` are those of lines.txt, each with the program around it.
    """
    files = [folder / "solution.py", *sorted(folder.glob("wrong/*.py"))]
    stub, lines = text(folder / "exercise.py"), folder / "lines.txt"
    own = text(lines).splitlines() if lines.is_file() else []
    return {
        "answers": {path.stem: text(path) for path in files},
        "lines": {line: with_line(stub, line) for line in own},
    }


def with_line(stub: str, line: str) -> str:
    """Return a program to complete with what it returns in place of the line under its TODO."""
    before, todo, after = re.split(r"^( *# TODO.*\n)", stub, flags=re.MULTILINE)
    returned = re.sub(r"^( *).*", lambda found: f"{found[1]}return {line}", after, count=1)
    return f"{IMPORTED}{before}{todo}{returned}"


def answer_hash(source: str, folder: Path) -> str:
    """Name an answer and the check that it met."""
    return digest(f"{source}\0{text(folder / 'check.py')}")


@kept
def exercises(docs: Path, snippets: Path, chapter: str) -> list[Exercise]:
    """Return the exercises of a chapter, the easiest first.

    Raises BuildError with what is wrong with any of them.
    """
    folders = sorted((snippets / chapter / "exercises").glob("*/"))
    own = [folder for folder in folders if folder.name != "__pycache__"]
    found = fields.each(lambda folder: Exercise.from_folder(folder, docs), own)
    return sorted(found, key=lambda e: (LEVELS.index(e.level), e.minutes, e.slug))


def content_hash(folder: Path) -> str:
    """Name what is asked and how it is checked: a changed exercise is to be solved again."""
    return digest("\0".join(text(folder / f"{name}.py") for name in ("exercise", "check")))

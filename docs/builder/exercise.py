"""What an exercise is: a folder of programs, and the page of the same name that shows it."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from builder import fields
from builder.reading import kept, text
from builder.snippet import digest

LEVELS = ("warm-up", "core", "stretch", "challenge")
FILES = ("exercise", "solution", "check")
EXERCISE = fields.of(
    title=fields.text("what it is called in lists"),
    description=fields.text("what is to be done, in a sentence or two"),
    objective=fields.text("the learning objective of the chapter that it practises"),
    level=fields.choice("how hard it is", LEVELS),
    minutes={"type": "integer", "minimum": 1, "description": "how long it takes, in minutes"},
)


@dataclass(frozen=True)
class Exercise:
    """An exercise: the fields of its page, which EXERCISE explains, and its programs."""

    slug: str
    hash: str
    exercise: str  # the texts of its files
    solution: str
    check: str

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
        return cls(slug=folder.name, hash=content_hash(folder), **texts | meta)

    @cached_property
    def hints(self) -> list[str]:
        """The HINTS of the check, which nothing runs here."""
        for node in ast.parse(self.check).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HINTS":
                return list(ast.literal_eval(node.value))
        return []


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

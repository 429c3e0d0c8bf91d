"""A task: a page below `tasks/` with its program of the same name, and its way in the chooser."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder import fields
from builder.chapter import recorded
from builder.quirk import MET
from builder.reading import kept
from builder.table_differences import Row

QUESTIONS = 5  # at most, until one has arrived
TASK = fields.of(
    title=fields.text("what it is called in the table, in a few words"),
    description=fields.text("what it takes, in a sentence or two: search engines show it"),
    example=fields.text("what people have it for, after the words: for example"),
    met=fields.choice("how often people meet it", MET),
    chosen={
        "type": "object",
        "additionalProperties": fields.text("the answer that leads here; yes and no in quotes"),
        "minProperties": 1,
        "maxProperties": QUESTIONS,
        "description": "the questions of the chooser that lead here, each with its answer",
    },
    anchor=fields.text("its place in the table, if not its name", optional=True),
    searched=fields.text("what people call it, or type into a search, a line each"),
)
Tree = dict[str, Any]  # a question, and its answers: each with a task, or a further tree


@dataclass(frozen=True)
class Task:
    """A task: the fields of its page, which TASK explains, and what its program came to."""

    slug: str
    anchor: str
    title: str
    example: str
    met: str
    chosen: dict[str, str]
    row: Row  # of the table


@kept
def tasks(docs: Path, chapter: str) -> list[Task]:
    """Return the tasks of a chapter as its table has them: by what is predicted, then by fame.

    Raises BuildError with what is wrong with any of their pages.
    """
    table = recorded(docs / chapter / "data" / "pairings.json")
    rows = {row["id"]: row for row in table["rows"]}
    pages = sorted((docs / chapter / "tasks").glob("*.md"))
    found = fields.each(lambda page: task(page, rows), pages)
    found.sort(key=lambda one: (MET.index(one.met), one.slug))
    groups = list(dict.fromkeys(first_answer(one) for one in found))
    found.sort(key=lambda one: groups.index(first_answer(one)))
    fields.refuse(astray(found))
    return found


def task(page: Path, rows: dict[str, Row]) -> Task:
    meta = fields.page_with(TASK, page)[1]
    if page.stem not in rows:
        fields.refuse([f"docs/{page.parts[-3]}/tasks/{page.name}: the table has no such program"])
    named = {name: meta[name] for name in ("title", "example", "met", "chosen")}
    anchor = meta.get("anchor", page.stem.replace("_", "-"))
    return Task(page.stem, anchor, row=rows[page.stem], **named)


def first_answer(one: Task) -> str:
    return next(iter(one.chosen.values()))


def astray(found: list[Task]) -> list[str]:
    """Say which tasks are reached by questions that others do not lead to as well."""
    wrong, asked = [], dict[tuple[str, ...], str]()  # the question after some answers
    for one in found:
        answers: tuple[str, ...] = ()
        for question, answer in one.chosen.items():
            if asked.setdefault(answers, question) != question:
                wrong.append(
                    f"tasks/{one.slug}.md: after {' > '.join(answers) or 'nothing'} the chooser "
                    f"asks {asked[answers]!r}, and this page {question!r}"
                )
            answers = (*answers, answer)
        if asked.setdefault(answers, one.slug) != one.slug:
            wrong.append(f"tasks/{one.slug}.md: its answers lead to {asked[answers]!r} as well")
    return wrong


def tree(found: list[Task], depth: int = 0) -> Tree | Task:
    """Return the questions that lead to tasks, which share their first answers."""
    if len(found) == 1 and depth == len(found[0].chosen):
        return found[0]
    question = [*found[0].chosen][depth]
    answers = dict.fromkeys(one.chosen[question] for one in found)
    return {
        "question": question,
        "answers": {
            answer: tree([one for one in found if one.chosen[question] == answer], depth + 1)
            for answer in answers
        },
    }

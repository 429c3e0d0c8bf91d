"""What a question of a quiz is: a file, checked against a schema, shown as Markdown.

A question is one file, `docs/<chapter>/quiz/<id>.yml`, and the program that proves its answer,
`snippets/<chapter>/<program>.py`. An id is never used again for another question.
Each option is shown with what the program printed about it.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import BuildError

from builder import fields
from builder.question_form import attributes, checking, parts
from builder.question_proof import SHOWN, unproved
from builder.reading import kept, text
from builder.snippet import digest

WHY = fields.text("what is right or wrong about it, in twenty letters or more", minLength=20)
OPTION = fields.of(
    text=fields.text("the answer, as the reader sees it"),
    why=WHY,
    right={
        "const": True,
        "description": "true, for a right answer; leave it out of the others",
        "optional": True,
    },
    seen=fields.text("the lines that the program prints about it: what it claims, or what happens"),
)
QUESTION = fields.of(
    objective=fields.text(
        "a learning objective of the chapter, as in {: #objective-<this> }",
        pattern="^[a-z]+(-[a-z]+)*$",
    ),
    type=fields.choice(
        "what kind of answer it takes",
        ("single", "multiple", "trace", "numeric", "fix", "line", "order"),
    ),
    question=fields.text("what is asked"),
    setting=fields.text("what one has to know before", optional=True),
    options={
        "type": "array",
        "items": OPTION,
        "minItems": 3,
        "maxItems": 6,
        "description": "three to six answers",
        "optional": True,
    },
    answer={"type": "number", "description": "the number that is asked for", "optional": True},
    tolerance={
        "type": "number",
        "minimum": 0,
        "description": "how far off an answer may be: 0 where things are counted",
        "optional": True,
    },
    steps={
        "type": "array",
        "items": fields.text("a step"),
        "minItems": 3,
        "uniqueItems": True,
        "description": "three steps or more, in their right order",
        "optional": True,
    },
    why=WHY | {"optional": True},
    program=fields.text(
        "the program that proves it, snippets/<chapter>/<this>.py", pattern="^([a-z]+/)?[a-z0-9_]+$"
    ),
    closing=fields.text("where it is taught", optional=True),
) | {
    "description": "a numeric question has answer, tolerance and why; one about an order has steps "
    "and why; every other one has options",
    "oneOf": [
        {"properties": {"type": {"const": "numeric"}}, "required": ["answer", "tolerance", "why"]},
        {"properties": {"type": {"const": "order"}}, "required": ["steps", "why"]},
        {"properties": {"type": {"not": {"enum": ["numeric", "order"]}}}, "required": ["options"]},
    ],
}
LEGENDS = {
    "single": "Choose one",
    "multiple": "Choose all that hold",
    "trace": "Choose what it prints",
    "numeric": "Give a number",
    "fix": "Choose the fix",
    "line": "Choose the line",
    "order": "Number the steps",
}


@dataclass(frozen=True)
class Option:
    """An answer to choose, which OPTION explains."""

    text: str
    why: str
    seen: str
    right: bool = False


# Written in C where PyYAML has it: ten times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Question:
    """A question, whose fields QUESTION explains."""

    id: str
    hash: str  # names what is asked: an answer to another wording is none to this

    objective: str
    type: str
    question: str
    program: str
    setting: str = ""
    options: tuple[Option, ...] = ()
    answer: float | None = None
    tolerance: float | None = None
    steps: tuple[str, ...] = ()
    why: str = ""
    closing: str = ""

    def is_asked_by(self, name: str) -> bool:
        """Say whether a page that asks this shows the question: its objective, or itself."""
        return name in (self.objective, self.id)

    @classmethod
    def from_file(cls, path: Path) -> "Question":
        """Read a question; raise BuildError with what keeps the file from being one."""
        file = f"docs/{'/'.join(path.parts[-3:])}"
        try:
            found = yaml.load(text(path), LOADER)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise BuildError(f"{file}: is no YAML: {' '.join(str(error).split())}") from None
        fields.refuse(f"{file}: {fault}" for fault in faults(found))
        question = cls.of(path.stem, found)
        return replace(question, hash=kept_as(path.parent).get(question.hash, question.hash))

    @classmethod
    def of(cls, name: str, found: dict[str, Any]) -> "Question":
        """Return a question from its fields, in which there are no faults."""
        options = tuple(Option(**option) for option in found.get("options", ()))
        lists = {"options": options, "steps": tuple(found.get("steps", ()))}
        return cls(**found | lists, id=name, hash=asked(found))


def asked(found: dict[str, Any]) -> str:
    """Name what is asked: whoever explains it better, or links to more, asks nothing else."""
    options = [[option["text"], option.get("right", False)] for option in found.get("options", ())]
    rest = [found.get(name) for name in ("question", "setting", "answer", "tolerance", "steps")]
    return digest(json.dumps([options, *rest]))[:8]


@kept
def kept_as(folder: Path) -> dict[str, str]:
    """Return under which hash readers have answers to what is asked, where it is not its own."""
    file = folder / "kept.json"
    return dict(json.loads(text(file))) if file.is_file() else {}


@kept
def bank(docs: Path, chapter: str) -> list[Question]:
    """Return the questions of a chapter; raise BuildError with what is wrong with any of them."""
    return fields.each(Question.from_file, sorted((docs / chapter / "quiz").glob("*.yml")))


def faults(found: Any) -> list[str]:
    """Return what keeps data from being a question."""
    if wrong := fields.faults(found, QUESTION):
        return wrong
    options = found.get("options", [])
    right = sum(option.get("right", False) for option in options)
    if options and (right < 1 or (right != 1) is not (found["type"] == "multiple")):
        mark = "mark one with `right: true`, or several if its type is multiple"
        wrong.append(f"{right} options are right: {mark}")
    if len({option["text"] for option in options}) < len(options):
        wrong.append("two options say the same")
    return wrong


def markdown(question: Question, snippets: Path, chapter: str, aside: bool = False) -> str:
    """Return a question as Markdown: a form, and the answer in a fold.

    One aside stands at the end of a section of another page, and is not found there.
    Raises BuildError if its program does not prove it.
    """
    program = snippets / chapter / f"{question.program}.py"
    if not program.is_file():
        raise BuildError(f"quiz/{question.id}.yml: there is no program {program.name}")
    if problems := [*unproved(question, text(program))]:
        raise BuildError(f"quiz/{question.id}.yml: {'; '.join(problems)}")
    shown = ""
    if question.type in SHOWN:
        # As Markdown, a question is no place for HTML yet: that would not outlive what comes next.
        shown = f"<!-- show {chapter}/programs: unanswered {question.program} -->"
    form, answer = parts(question)
    proof = f'```python\n--8<-- "{chapter}/{question.program}.py"\n```'
    inside = "\n\n".join([answer, proof, question.closing]).replace("\n", "\n    ")
    return f"""
<quiz-question{attributes(question)}{" data-unsearched" * aside} markdown="1">

### {"Check yourself: " * aside}{question.question} {{ #{question.id} }}

{question.setting}

{shown}

<form markdown="1"><fieldset markdown="1"><legend>{LEGENDS[question.type]}</legend>

{form}

</fieldset>{checking(question)}</form>

??? question "Answer"

    {inside}

</quiz-question>
"""

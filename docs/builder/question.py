"""What a question of a quiz is: a file, checked against a schema, shown as Markdown.

A question is one file, `docs/<chapter>/quiz/<id>.yml`, and the program that proves its answer,
`snippets/<chapter>/<program>.py`. An id is never used again for another question.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import BuildError

from builder import fields
from builder.reading import kept, text
from builder.snippet import digest, promises, without_promises

WHY = fields.text("what is right or wrong about it, in twenty letters or more", minLength=20)
OPTION = fields.of(
    text=fields.text("the answer, as the reader sees it"),
    why=WHY,
    right={
        "const": True,
        "description": "true, for a right answer; leave it out of the others",
        "optional": True,
    },
    seen=fields.text("a line that the program prints, which shows this outcome", optional=True),
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
        "exclusiveMinimum": 0,
        "description": "how far off an answer may be",
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
SHOWN = ("trace", "line", "fix")  # types whose question shows the program, without its output
LETTERS = "ABCDEF"


@dataclass(frozen=True)
class Option:
    """An answer to choose, which OPTION explains."""

    text: str
    why: str
    right: bool = False
    seen: str = ""


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

    @classmethod
    def from_file(cls, path: Path) -> "Question":
        """Read a question; raise BuildError with what keeps the file from being one."""
        file = f"docs/{'/'.join(path.parts[-3:])}"
        try:
            found = yaml.load(text(path), LOADER)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise BuildError(f"{file}: is no YAML: {' '.join(str(error).split())}") from None
        fields.refuse(f"{file}: {fault}" for fault in faults(found))
        return cls.of(path.stem, found)

    @classmethod
    def of(cls, name: str, found: dict[str, Any]) -> "Question":
        """Return a question from its fields, in which there are no faults."""
        options = tuple(Option(**option) for option in found.get("options", ()))
        asked = digest(json.dumps(found, sort_keys=True))[:8]
        lists = {"options": options, "steps": tuple(found.get("steps", ()))}
        return cls(**found | lists, id=name, hash=asked)


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


def unproved(question: Question, source: str) -> Iterator[str]:
    """Say which outcomes of a question its program does not show."""
    lines, code = promises(source), [line.strip() for line in source.splitlines()]
    for option in question.options:
        claim = option.text.strip("`")
        if option.seen and option.seen not in lines:
            yield f"the program does not print {option.seen!r}"
        if question.type == "trace" and option.right is not any(claim in line for line in lines):
            yield f"option {claim!r} is right exactly if the program prints it"
        if question.type == "line" and claim not in code:
            yield f"the program has no line {claim!r}"
        if question.type == "fix" and not option.seen:
            yield f"option {claim!r} needs `seen`: what the program prints when it is tried"
    if question.type == "numeric":
        numbers = re.findall(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", " ".join(lines))
        if question.answer not in [float(number) for number in numbers]:
            yield f"the program does not print {question.answer}"


def unanswered(source: str) -> str:
    """Return a program as a question shows it: without its claim, output and fixes."""
    silent = re.sub(r'^""".*?"""\n\n', "", without_promises(source))
    return silent.partition("\n# Fixes:")[0].rstrip() + "\n"


def markdown(question: Question, snippets: Path, chapter: str) -> str:
    """Return a question as Markdown: a form, and the answer in a fold.

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
<quiz-question{attributes(question)} markdown="1">

### {question.question} {{ #{question.id} }}

{question.setting}

{shown}

<form markdown="1"><fieldset markdown="1"><legend>{LEGENDS[question.type]}</legend>

{form}

</fieldset>{checking(question)}</form>

??? question "Answer"

    {inside}

</quiz-question>
"""


def checking(question: Question) -> str:
    """Return what a script answers: how sure one is, the buttons, and room for what it says."""
    name, choices = f"{question.id}-confidence", {"sure": "I am sure", "unsure": "I am not"}
    sure = "".join(
        f'<label><input type="radio" name="{name}" value="{value}"> {words}</label>'
        for value, words in choices.items()
    )
    return (
        '<div class="scripted"><fieldset class="quiz-confidence"><legend>How sure are you?</legend>'
        f'{sure}</fieldset><button type="submit">Check</button><button type="button" hidden>'
        'Try again</button><p class="quiz-said" role="status"></p></div>'
    )


def attributes(question: Question) -> str:
    """Return what the script that judges answers has to know."""
    names = ("id", "hash", "type", "objective", "answer", "tolerance")
    values = {name: getattr(question, name) for name in names}
    return "".join(f' data-{n}="{value}"' for n, value in values.items() if value is not None)


def parts(question: Question) -> tuple[str, str]:
    """Return the fields of a question's form, and its answer."""
    match question.type:
        case "numeric":
            return number(question)
        case "order":
            return order(question)
    return choice(question)


def number(question: Question) -> tuple[str, str]:
    field = f'<input name="{question.id}" inputmode="decimal" autocomplete="off">'
    answer = f"The answer is `{question.answer:g}`.\n\n{question.why}"
    return f"<label>Your answer {field}</label>", answer


def order(question: Question) -> tuple[str, str]:
    places = "".join(f" <option>{n}</option>" for n in range(1, len(question.steps) + 1))
    form = "\n".join(
        f'- <label><select name="{question.id}" data-place="{place}"><option value="">?</option>'
        f"{places}</select> {step}</label>"
        for place, step in shuffled(question.steps)
    )
    steps = "\n".join(f"{n}. {step}" for n, step in enumerate(question.steps, 1))
    return form, f"{steps}\n\n{question.why}"


def shuffled(steps: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return steps with their places, in an order that tells nothing and never changes."""
    numbered = list(enumerate(steps, 1))
    mixed = sorted(numbered, key=lambda step: hashlib.sha256(step[1].encode()).digest())
    return mixed if mixed != numbered else mixed[::-1]


def choice(question: Question) -> tuple[str, str]:
    kind = "checkbox" if question.type == "multiple" else "radio"
    lettered = [*zip(LETTERS, question.options, strict=False)]
    form = "\n".join(
        f'- <label><input type="{kind}" name="{question.id}" value="{letter}"'
        f"{' data-right' * option.right}> **{letter}.** {option.text}</label>"
        for letter, option in lettered
    )
    right = [f"**{letter}**" for letter, option in lettered if option.right]
    answer = "The answer is" if len(right) == 1 else "The answers are"
    reasons = "\n".join(f"- **{letter}** {option.why}" for letter, option in lettered)
    return form, f"{answer} {' and '.join(right)}.\n\n{reasons}"

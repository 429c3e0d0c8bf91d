"""The questions of a chapter's quiz: a bank of files, checked against a schema, as Markdown.

A question is one file, `docs/<chapter>/quiz/<id>.yml`, and the program that proves its answer,
`snippets/<chapter>/<program>.py`. An id is never used again for another question.
"""

import hashlib
import json
import re
from pathlib import Path

import yaml
from mkdocs.exceptions import BuildError

from builder import fields
from builder.quirks import printed
from builder.reading import kept

WHY = fields.text("what is right or wrong about it, in twenty letters or more", minLength=20)
OPTION = fields.of(
    text=fields.text("the answer, as the reader sees it"),
    why=WHY,
    right={
        "const": True,
        "description": "true, for a right answer; others have none",
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


@kept
def bank(docs: Path, chapter: str) -> list[dict]:
    """Return the questions of a chapter; refuse by name what is not one."""
    found, wrong = [], []
    for path in sorted((docs / chapter / "quiz").glob("*.yml")):
        file = f"docs/{chapter}/quiz/{path.name}"
        try:
            question = yaml.safe_load(path.read_text("utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            wrong.append(f"{file}: is no YAML: {' '.join(str(error).split())}")
            continue
        wrong += [f"{file}: {fault}" for fault in faults(question)]
        if isinstance(question, dict):
            found.append({"id": path.stem, "hash": content_hash(question)} | question)
    fields.refuse(wrong)
    return found


def faults(question: object) -> list[str]:
    """Return what keeps data from being a question."""
    if found := fields.faults(question, QUESTION):
        return found
    options = question.get("options", [])
    right = sum(option.get("right", False) for option in options)
    if options and (right < 1 or (right != 1) is not (question["type"] == "multiple")):
        found.append(f"{right} options are right; one, or several of type multiple")
    if len({option["text"] for option in options}) < len(options):
        found.append("two options say the same")
    return found


def unproved(question: dict, source: str) -> list[str]:
    """Return the outcomes of a question that its program does not show."""
    lines = printed(source)
    found = [
        f"the program does not print {option['seen']!r}"
        for option in question.get("options", [])
        if "seen" in option and option["seen"] not in lines
    ]
    claims = {option["text"].strip("`"): option for option in question.get("options", [])}
    if question["type"] == "trace":
        for claim, option in claims.items():
            if option.get("right", False) is not any(claim in line for line in lines):
                found.append(f"option {claim!r} is right exactly if the program prints it")
    if question["type"] == "line":
        code = [line.strip() for line in source.splitlines()]
        found += [f"the program has no line {claim!r}" for claim in claims if claim not in code]
    if question["type"] == "fix":
        found += [
            f"option {claim!r} needs `seen`: what the program prints when it is tried"
            for claim, option in claims.items()
            if "seen" not in option
        ]
    if question["type"] == "numeric":
        numbers = re.findall(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", " ".join(lines))
        if question["answer"] not in map(float, numbers):
            found.append(f"the program does not print {question['answer']}")
    return found


def content_hash(question: dict) -> str:
    """Name what is asked, so that an answer to another wording is not taken for one to this."""
    return hashlib.sha256(json.dumps(question, sort_keys=True).encode()).hexdigest()[:8]


def shuffled(steps: list[str]) -> list[tuple[int, str]]:
    """Return steps with their places, in an order that tells nothing and never changes."""
    numbered = list(enumerate(steps, 1))
    mixed = sorted(numbered, key=lambda step: hashlib.sha256(step[1].encode()).digest())
    return mixed if mixed != numbered else mixed[::-1]


def programs(docs: Path, snippets: Path, chapter: str) -> list[dict]:
    """Return the programs that a question of a chapter may be about."""
    folder = snippets / chapter
    paths = [path.relative_to(folder).with_suffix("") for path in sorted(folder.rglob("*.py"))]
    return [
        {"slug": path.as_posix(), "source": (folder / f"{path}.py").read_text("utf-8")}
        for path in paths
    ]


def unanswered(source: str) -> str:
    """Return a program as a question shows it: without its claim, output and fixes."""
    silent = re.sub(r"^# >.*\n", "", source, flags=re.MULTILINE)
    silent = re.sub(r'^""".*?"""\n\n', "", silent)
    return silent.partition("\n# Fixes:")[0].rstrip() + "\n"


def markdown(question: dict, snippets: Path, chapter: str) -> str:
    """Return a question as Markdown: a form, and the answer in a fold."""
    program = snippets / chapter / f"{question['program']}.py"
    if not program.is_file():
        raise BuildError(f"quiz/{question['id']}.yml: there is no program {program.name}")
    source = program.read_text("utf-8")
    if problems := unproved(question, source):
        raise BuildError(f"quiz/{question['id']}.yml: {'; '.join(problems)}")
    shown = ""
    if question["type"] in SHOWN:
        # As Markdown, a question is no place for HTML yet: that would not outlive what comes next.
        shown = f"<!-- show {chapter}/programs: unanswered {question['program']} -->"
    fields, answer = parts(question)
    attributes = "".join(
        f' data-{name}="{question[name]}"'
        for name in ("id", "hash", "type", "objective", "answer", "tolerance")
        if name in question
    )
    folded = [answer, f'```python\n--8<-- "{chapter}/{question["program"]}.py"\n```']
    folded.append(question.get("closing", ""))
    inside = "\n\n".join(folded).replace("\n", "\n    ")
    return f"""
<quiz-question{attributes} markdown="1">

### {question["question"]} {{ #{question["id"]} }}

{question.get("setting", "")}

{shown}

<form markdown="1"><fieldset markdown="1"><legend>{LEGENDS[question["type"]]}</legend>

{fields}

</fieldset></form>

??? question "Answer"

    {inside}

</quiz-question>
"""


def parts(question: dict) -> tuple[str, str]:
    """Return the fields of a question's form, and its answer."""
    name = question["id"]
    if question["type"] == "numeric":
        field = f'<input name="{name}" inputmode="decimal" autocomplete="off">'
        return (
            f"<label>Your answer {field}</label>",
            f"The answer is `{question['answer']:g}`.\n\n{question['why']}",
        )
    if question["type"] == "order":
        places = "".join(f" <option>{n}</option>" for n in range(1, len(question["steps"]) + 1))
        fields = "\n".join(
            f'- <label><select name="{name}" data-place="{place}"><option value="">?</option>'
            f"{places}</select> {step}</label>"
            for place, step in shuffled(question["steps"])
        )
        steps = "\n".join(f"{n}. {step}" for n, step in enumerate(question["steps"], 1))
        return fields, f"{steps}\n\n{question['why']}"
    kind = "checkbox" if question["type"] == "multiple" else "radio"
    fields, reasons, right = [], [], []
    for letter, option in zip(LETTERS, question["options"], strict=False):
        mark = " data-right" if option.get("right") else ""
        fields.append(
            f'- <label><input type="{kind}" name="{name}" value="{letter}"{mark}> '
            f"**{letter}.** {option['text']}</label>"
        )
        reasons.append(f"- **{letter}** {option['why']}")
        right += [f"**{letter}**"] * bool(mark)
    answer = "The answer is" if len(right) == 1 else "The answers are"
    return "\n".join(fields), f"{answer} {' and '.join(right)}.\n\n" + "\n".join(reasons)

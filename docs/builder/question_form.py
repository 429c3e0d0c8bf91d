"""The form in which a question is answered, and the explanation of each answer, as Markdown."""

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.question import Option, Question

LETTERS = "ABCDEF"


def checking(question: "Question") -> str:
    """Return what a script answers: how sure one is, the buttons, and room for what it says."""
    name, choices = f"{question.id}-confidence", {"sure": "I am sure", "unsure": "I am not"}
    sure = "".join(
        f'<label><input type="radio" name="{name}" value="{value}"> {words}</label>'
        for value, words in choices.items()
    )
    return (
        '<div class="scripted"><fieldset class="quiz-confidence"><legend>How sure are you?</legend>'
        f'{sure}</fieldset><button type="submit" disabled>Check</button>'
        '<button type="button" hidden>Try again</button>'
        '<p class="quiz-said" role="status"></p></div>'
    )


def attributes(question: "Question") -> str:
    """Return what the script that judges answers has to know."""
    names = ("id", "hash", "type", "objective", "answer", "tolerance")
    values = {name: getattr(question, name) for name in names}
    return "".join(f' data-{n}="{value}"' for n, value in values.items() if value is not None)


def parts(question: "Question") -> tuple[str, str]:
    """Return the fields of a question's form, and its answer."""
    match question.type:
        case "numeric":
            return number(question)
        case "order":
            return order(question)
    return choice(question)


def number(question: "Question") -> tuple[str, str]:
    field = f'<input name="{question.id}" inputmode="decimal" autocomplete="off">'
    answer = f"The answer is `{question.answer:g}`.\n\n{question.why}"
    return f"<label>Your answer {field}</label>", answer


def order(question: "Question") -> tuple[str, str]:
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


def choice(question: "Question") -> tuple[str, str]:
    kind = "checkbox" if question.type == "multiple" else "radio"
    lettered = [*zip(LETTERS, question.options, strict=False)]
    form = "\n".join(
        f'- <label><input type="{kind}" name="{question.id}" value="{letter}"'
        f"{' data-right' * option.right}> **{letter}.** {option.text}</label>"
        for letter, option in lettered
    )
    *others, last = [f"**{letter}**" for letter, option in lettered if option.right]
    right = f"answers are {', '.join(others)} and {last}" if others else f"answer is {last}"
    reasons = "\n".join(f"- **{letter}** {option.why}{seen(option)}" for letter, option in lettered)
    return form, f"The {right}.\n\n{reasons}"


def seen(option: "Option") -> str:
    """Return what the program printed about an option."""
    return "".join(f" `{line.strip()}`{{ .printed }}" for line in option.seen.splitlines())

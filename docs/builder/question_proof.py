"""Whether the program of a question shows what its options and explanations say.

Each option has `seen`, lines that the program prints: the numbers that the option or its
explanation says stand there, or in the question itself.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.snippet import promises, without_promises

if TYPE_CHECKING:
    from builder.question import Option, Question

SHOWN = ("trace", "line", "fix")  # types whose question shows the program, without its output
CUT = "\n# Options:"  # below it a program tries what the options say, and no question shows it
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.]\d)")
CALLED = re.compile(r"(?<=\w)\([^()]*\)")  # as in nn.LeakyReLU(0.1): run with this very number
DECIMAL = re.compile(r"(?<![\w.])\d+\.\d+(?:e[+-]?\d+)?")


def unproved(question: "Question", source: str) -> Iterator[str]:
    """Say which outcomes of a question its program does not show."""
    lines, code = promises(source), [line.strip() for line in source.splitlines()]
    first = promises(source.partition(CUT)[0])
    given = numbers(f"{question.question} {question.setting}")
    if question.type in SHOWN:
        given |= numbers(unanswered(source))
    for option in question.options:
        claim = option.text.strip("`")
        for line in option.seen.splitlines():
            if line not in lines:
                yield f"the program does not print {line!r}"
        if question.type == "trace" and option.right is not any(claim in line for line in first):
            yield f"option {claim!r} is right exactly if the program prints it"
        if question.type == "line" and claim not in code:
            yield f"the program has no line {claim!r}"
        if unseen := sorted(said(option, question.type) - numbers(option.seen) - given):
            numbered = ", ".join(f"{number:g}" for number in unseen)
            yield f"option {claim!r} says {numbered}, which its `seen` does not"
    printed = numbers(" ".join(lines))
    if question.answer is not None and question.answer not in signed(lines):
        yield f"the program does not print {question.answer}"
    for number in sorted(numbers(question.why) - printed - given):
        yield f"the program does not print {number:g}, which `why` says"


def said(option: "Option", of_type: str) -> set[float]:
    """Return the numbers that an option claims and those that only its explanation says."""
    explained = numbers(option.why) - numbers(option.text)
    if of_type == "line":  # an option is a line of the program, and claims no number
        return explained
    return explained | numbers(re.sub(CALLED, "", option.text), DECIMAL)


def numbers(words: str, pattern: re.Pattern[str] = NUMBER) -> set[float]:
    """Return the numbers of a text but 0 and 1, which are the names of classes and bounds, too."""
    return {abs(float(found)) for found in pattern.findall(words)} - {0.0, 1.0}


def signed(lines: list[str]) -> set[float]:
    return {float(found) for found in re.findall(f"-?{NUMBER.pattern}", " ".join(lines))}


def unanswered(source: str) -> str:
    """Return a program as a question shows it: without its claim, output and what is tried."""
    silent = re.sub(r'^""".*?"""\n\n', "", without_promises(source))
    return silent.partition(CUT)[0].rstrip() + "\n"

"""What figures drew when they were recorded: written down, and compared."""

from pathlib import Path

from builder import figure
from builder.drawing import Drawing, differences
from builder.evidence import write_whole
from builder.snippet import Snippet

from runner.folders import DOCS, SNIPPETS
from runner.programs import Outcome


def write(snippet: Path, drawing: Drawing) -> None:
    """Record what a program drew."""
    picture, numbers = figure.files(Snippet.from_file(snippet, SNIPPETS), DOCS)
    picture.parent.mkdir(exist_ok=True)
    write_whole(picture, drawing.svg)
    write_whole(numbers, drawing.numbers)


def complaint(snippet: Path, outcome: Outcome) -> str:
    """Say what a figure's program draws instead of what is recorded, or nothing at all."""
    before = figure.recorded(Snippet.from_file(snippet, SNIPPETS), DOCS)
    if before is None and outcome.drawn is None:
        return ""
    if outcome.drawn is None:
        return "A figure of this name is recorded, and the program draws none."
    if before is None:
        return "What it draws is not recorded."
    wrong = [*differences(before, outcome.drawn)]
    return "\n".join(["It draws something else:", *wrong]) if wrong else ""

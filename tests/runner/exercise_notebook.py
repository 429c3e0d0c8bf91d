"""Exercises as notebooks: each needs no other file."""

from pathlib import Path
from textwrap import indent
from typing import Any

from runner.exercise_check import checker, source_of, titled

CALLS = Path(__file__).with_name("exercise_calls.py")
DRIVER = """
from types import SimpleNamespace

found = grade(SimpleNamespace(**globals()))
print("Solved." if found is None else found[1])
"""


def notebook(folder: Path) -> dict[str, Any]:
    """Return an exercise as a notebook that needs no other file: the stub, the check, the hints."""
    stub, check, solution = (
        source_of(folder / f"{name}.py") for name in ("exercise", "check", "solution")
    )
    # Within a function, so that no name of the check's takes the place of a learner's own.
    body = f"{check}\n\nreturn next(iter(check(attempt)), None)\n"
    if hasattr(checker(folder), "FORBIDDEN"):
        calls = CALLS.read_text("utf-8")
        body = f"{check}\n\n{calls}\n\nreturn first_finding(attempt, check, FORBIDDEN)\n"
    graded = f"def grade(attempt):\n{indent(body, '    ')}"
    hints = "\n".join(
        f"<details><summary>Hint</summary>{h}</details>\n" for h in checker(folder).HINTS
    )
    title, rest = titled(stub)
    cells = [
        ("markdown", f"# {title}\n{rest}\n\nEdit the next cell, then run both."),
        ("code", stub),
        ("markdown", "The check names the mistake, or shows where your result is not right."),
        ("code", graded + DRIVER),
        ("markdown", hints),
        (
            "markdown",
            f"<details><summary>Our solution</summary>\n\n```python\n{solution}```\n\n</details>",
        ),
    ]
    code: dict[str, Any] = {"execution_count": None, "outputs": []}
    return {
        "cells": [
            {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": source.strip()}
            | (code if kind == "code" else {})
            for number, (kind, source) in enumerate(cells)
        ],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }

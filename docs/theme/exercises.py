"""What the exercises of a chapter are, gathered from their folders and pages: no list is kept."""

import ast
import hashlib
import html
from pathlib import Path

from reading import kept

LEVELS = "warm-up", "core", "stretch", "challenge"


@kept
def exercises(docs: Path, snippets: Path, chapter: str) -> list[dict]:
    """Return the exercises of a chapter, the easiest first."""
    from mkdocs.utils.meta import get_data  # the exercise runner needs no site

    found = []
    for folder in sorted((snippets / chapter / "exercises").glob("*/")):
        page = docs / chapter / "exercises" / f"{folder.name}.md"
        if not (folder / "exercise.py").exists() or not page.exists():
            continue  # a test says so
        sources = {
            name: (folder / f"{name}.py").read_text("utf-8")
            for name in ("exercise", "check", "solution")
        }
        meta = get_data(page.read_text("utf-8"))[1]
        own = {"slug": folder.name, "hints": hints(sources["check"]), "hash": content_hash(folder)}
        found.append(meta | sources | own)
    return sorted(found, key=lambda e: (LEVELS.index(e["level"]), e["minutes"], e["slug"]))


def content_hash(folder: Path) -> str:
    """Name what is asked and how it is checked: a changed exercise is to be solved again."""
    texts = [(folder / f"{name}.py").read_text("utf-8") for name in ("exercise", "check")]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def hints(check: str) -> list[str]:
    """Return the HINTS of a check, which nothing runs here."""
    for node in ast.parse(check).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HINTS":
            return list(ast.literal_eval(node.value))
    return []


def listing(source: str) -> str:
    """Return a program as the fences of a page show it."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    formatter = HtmlFormatter(cssclass="language-python highlight", wrapcode=True)
    return highlight(source, PythonLexer(), formatter)


def fold(title: str, body: str) -> str:
    return f"<details><summary>{title}</summary>{body}</details>"


def task(exercise: dict) -> str:
    """The file to edit, how to check it, and what helps, in folds."""
    folds = [
        fold(f"Hint {number} of {len(exercise['hints'])}", f"<p>{html.escape(hint)}</p>")
        for number, hint in enumerate(exercise["hints"], 1)
    ]
    command = html.escape(f"nox -s exercises -- {exercise['slug']}")
    return (
        f"<div data-search-exclude>{listing(exercise['exercise'])}"
        f"<p>In a clone of this site's repository, <code>{command}</code> gives you this file to "
        "edit and checks it whenever you save. It names the mistake that it sees; the hints are "
        "there, too.</p>"
        f'<p><a href="../notebooks/{exercise["slug"]}.ipynb" download>The same as a notebook</a>, '
        "for Colab or Jupyter, with the check inside.</p>"
        f"{''.join(folds)}{fold('Our solution', listing(exercise['solution']))}</div>"
    )


def overview(found: list[dict]) -> str:
    """Exercises as a list, for a page beside theirs."""
    items = "".join(
        f'<li><a href="../exercises/{exercise["slug"]}/">{html.escape(exercise["title"])}</a> '
        f'<span class="kind">{exercise["level"]}, {exercise["minutes"]} min</span>'
        f"<p>{html.escape(exercise['description'])}</p></li>"
        for exercise in found
    )
    return f'<ol class="quirks">{items}</ol>'

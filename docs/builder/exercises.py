"""What the exercises of a chapter are, gathered from their folders and pages: no list is kept."""

import ast
import hashlib
import html
from pathlib import Path

from builder.reading import kept

LEVELS = "warm-up", "core", "stretch", "challenge"
FILES = "exercise", "solution", "check"


@kept
def exercises(docs: Path, snippets: Path, chapter: str) -> list[dict]:
    """Return the exercises of a chapter, the easiest first."""
    from builder import fields  # the exercise runner needs no site

    found, wrong, schema = [], [], exercise_fields()
    for folder in sorted((snippets / chapter / "exercises").glob("*/")):
        if folder.name == "__pycache__":
            continue
        page = docs / chapter / "exercises" / f"{folder.name}.md"
        needed = [page, *(folder / f"{name}.py" for name in FILES)]
        if missing := [path for path in needed if not path.is_file()]:
            lacks = ", ".join(path.relative_to(docs.parent).as_posix() for path in missing)
            wrong.append(f"snippets/{chapter}/exercises/{folder.name}: there is no {lacks}")
            continue
        whole = fields.page_with(schema, page, wrong)
        if whole is None:
            continue
        sources = {name: (folder / f"{name}.py").read_text("utf-8") for name in FILES}
        own = {"slug": folder.name, "hints": hints(sources["check"]), "hash": content_hash(folder)}
        found.append(whole[1] | sources | own)
    fields.refuse(wrong)
    return sorted(found, key=lambda e: (LEVELS.index(e["level"]), e["minutes"], e["slug"]))


def exercise_fields() -> dict:
    """Return the schema of an exercise's front matter."""
    from builder import fields

    return fields.of(
        title=fields.text("what it is called in lists"),
        description=fields.text("what is to be done, in a sentence or two"),
        objective=fields.text("the learning objective of the chapter that it practises"),
        level=fields.choice("how hard it is", LEVELS),
        minutes={"type": "integer", "minimum": 1, "description": "how long it takes, in minutes"},
    )


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

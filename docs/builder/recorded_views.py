"""Python-Markdown extension: what was recorded, or gathered of a chapter, shown on a page.

`<!-- show activations-and-losses/matrix: headline -->`, on a line of its own, becomes what the
view `headline` makes of `docs/activations-and-losses/data/matrix.json`. What is gathered from the
pages and programs of a chapter is shown alike: `quirks: finder`, and, for one of them,
`quirks: warning <slug>`, `exercises: task <slug>` or `files: file <path>`; and so is one row of a
table, by its id.
"""

import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import BuildError

from builder import (  # noqa: F401
    author_views,
    cuda_views,
    evidence_views,
    exercise_views,
    finder,
    progress_views,
    question,
    question_proof,
)
from builder.chapter import Chapter, chapters
from builder.folders import DOCS, SNIPPETS
from builder.quirk import Quirk
from builder.snippet import Snippet
from builder.table_differences import Table
from builder.views import code, listing, ran_with, text, view, views_of

MARKER = re.compile(
    r"^<!-- show (?P<table>\S+): (?P<view>\S+?)(?: (?P<one>\S+))? -->$", re.MULTILINE
)
ASK = re.compile(r"^<!-- ask (?P<chapter>\S+): (?P<asked>\S+) -->$", re.MULTILINE)


class RecordedViews(Extension):
    def __init__(self, **options: str) -> None:
        self.config = {
            "docs": [str(DOCS), "folder of the pages, with the recorded data"],
            "snippets": [str(SNIPPETS), "folder of the snippets, with the proofs of the quirks"],
            "repo_url": ["", "repository that exercises are started from; no link when empty"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        docs, snippets = Path(self.getConfig("docs")), Path(self.getConfig("snippets"))
        md.block_level_elements.append("recorded-view")  # so that no paragraph is put around it
        md.block_level_elements.append("quiz-question")
        # A question becomes Markdown, before includes and fences are read.
        md.preprocessors.register(AskQuestions(md, docs, snippets), "questions", 40)
        # After includes and fences have been read, before HTML is.
        views = ShowViews(md, docs, snippets, (self.getConfig("repo_url") or "").rstrip("/"))
        md.preprocessors.register(views, "recorded-views", 22)


class AskQuestions(Preprocessor):
    """`<!-- ask activations-and-losses: losses -->` becomes the quiz's questions about that.

    With the name of a question, such as `noise-floor`, it becomes that one, to end a section.
    """

    def __init__(self, md: Markdown, docs: Path, snippets: Path) -> None:
        super().__init__(md)
        self.docs, self.snippets = docs, snippets

    def run(self, lines: list[str]) -> list[str]:
        return ASK.sub(self.ask, "\n".join(lines)).split("\n")

    def ask(self, marker: re.Match[str]) -> str:
        chapter, name = marker["chapter"], marker["asked"]
        asked = [one for one in question.bank(self.docs, chapter) if one.is_asked_by(name)]
        if not asked:
            raise BuildError(f"This page asks about {name!r}, and no question does")
        aside = name == asked[0].id
        return "\n".join(question.markdown(one, self.snippets, chapter, aside) for one in asked)


class ShowViews(Preprocessor):
    def __init__(self, md: Markdown, docs: Path, snippets: Path, repo: str) -> None:
        super().__init__(md)
        self.docs, self.snippets, self.repo = docs, snippets, repo

    def run(self, lines: list[str]) -> list[str]:
        return MARKER.sub(self.show, "\n".join(lines)).split("\n")

    def show(self, marker: re.Match[str]) -> str:
        name, _, table = marker["table"].rpartition("/")
        chapter = chapters(self.docs, self.snippets)(name, self.repo)
        data, views = named(chapter, table), views_of(self.docs / name)
        if marker["view"] not in views:
            raise BuildError(
                f"This page shows {marker['view']!r} of {marker['table']}; "
                f"there are only {', '.join(sorted(views))}"
            )
        if slug := marker["one"]:
            data = one_of(data, slug)
            if data is None:
                raise BuildError(f"This page shows one of {table} that does not exist: {slug}")
        made = views[marker["view"]](data, chapter)
        return self.md.htmlStash.store(f"<recorded-view>{made}</recorded-view>")


def one_of(data: Any, name: str) -> Any:
    """Return a row of a table by its id, or one thing of a chapter by its slug; or None."""
    if isinstance(data, dict):
        return next((row for row in data["rows"] if row.get("id") == name), None)
    return next((one for one in data if one.slug == name), None)


def named(chapter: Chapter, table: str) -> Any:
    """Return what a page names: what is gathered of a chapter, or else a recorded table."""
    match table:
        case "quirks":
            return chapter.quirks
        case "exercises":
            return chapter.exercises
        case "progress":
            return chapter.objectives
        case "programs":
            return chapter.programs
        case "evidence":
            return chapter.recordings
        case "files":
            return author_views.files(chapter.docs, chapter.snippets, chapter.name)
    return chapter.table(table)


# The quirks; the finder has a module of its own.


@view
def warning(quirk: Quirk, _: Chapter) -> str:
    return f'<p class="quirk-warning">{warned(quirk, f"quirks/{quirk.slug}/")}</p>'


def warned(quirk: Quirk, address: str) -> str:
    """One line for where a quirk belongs: what it says, and what its proof printed."""
    wrong, right = quirk.shown("Wrong"), quirk.shown("Right")
    shown = [
        [line for line in wrong if line not in right][:1],
        [line for line in right if line not in wrong][:1],
    ]
    said = "; done right, it prints ".join(code(line) for lines in shown for line in lines)
    heading = text(quirk.heading.replace("`", ""))
    return f'<a href="{address}">{heading}</a>. The program prints {said}.'


@view
def unanswered(program: Snippet, _: Chapter) -> str:
    """The program of a question, which says nothing of the answer."""
    return f"<div data-unsearched>{listing(question_proof.unanswered(program.source))}</div>"


@view
def provenance(data: Table, _: Chapter) -> str:
    return f'<p class="snippet-caption">Ran with {ran_with(data)}</p>'


def makeExtension(**options: str) -> RecordedViews:
    return RecordedViews(**options)

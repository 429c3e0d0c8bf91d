"""Python-Markdown extension: what a table recorded, shown on a page.

`<!-- show activations-and-losses/matrix: headline -->`, on a line of its own, becomes what the
function `headline` of this module makes of `docs/activations-and-losses/data/matrix.json`.
The quirks and exercises of a chapter are shown alike: `quirks: finder`, and, for one of them,
`quirks: warning <slug>` or `exercises: task <slug>`.
"""

import re
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import BuildError

from builder import (
    evidence_views,
    exercises,
    learning,
    quirks,
    quiz,
)
from builder.snippet_fences import recorded
from builder.views import Beside, ran_with, view, views_of

MARKER = re.compile(
    r"^<!-- show (?P<table>\S+): (?P<view>\S+?)(?: (?P<one>\S+))? -->$", re.MULTILINE
)
# What is gathered from pages and programs, and not from a recorded table.
GATHERED = {
    "quirks": quirks.quirks,
    "exercises": exercises.exercises,
    "progress": learning.path,
    "programs": quiz.programs,
    "evidence": evidence_views.chapters,
}


class RecordedViews(Extension):
    def __init__(self, **options: str) -> None:
        self.config = {
            "docs": ["docs", "folder of the pages, with the recorded data"],
            "snippets": ["snippets", "folder of the snippets, with the proofs of the quirks"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        docs, snippets = Path(self.getConfig("docs")), Path(self.getConfig("snippets"))
        md.block_level_elements.append("recorded-view")  # so that no paragraph is put around it
        md.block_level_elements.append("quiz-question")
        # A question becomes Markdown, before includes and fences are read.
        md.preprocessors.register(AskQuestions(md, docs, snippets), "questions", 40)
        # After includes and fences have been read, before HTML is.
        md.preprocessors.register(ShowViews(md, docs, snippets), "recorded-views", 22)


class AskQuestions(Preprocessor):
    """`<!-- ask activations-and-losses: losses -->` becomes the quiz's questions about that."""

    def __init__(self, md: Markdown, docs: Path, snippets: Path) -> None:
        super().__init__(md)
        self.docs, self.snippets = docs, snippets

    def run(self, lines: list[str]) -> list[str]:
        asked = re.compile(r"^<!-- ask (?P<chapter>\S+): (?P<objective>\S+) -->$", re.MULTILINE)
        return asked.sub(self.ask, "\n".join(lines)).split("\n")

    def ask(self, marker: re.Match) -> str:
        chapter, objective = marker["chapter"], marker["objective"]
        found = [q for q in quiz.bank(self.docs, chapter) if q["objective"] == objective]
        if not found:
            raise BuildError(f"This page asks about {objective!r}, and no question does")
        return "\n".join(quiz.markdown(q, self.snippets, chapter) for q in found)


class ShowViews(Preprocessor):
    def __init__(self, md: Markdown, docs: Path, snippets: Path) -> None:
        super().__init__(md)
        self.docs, self.snippets = docs, snippets

    def run(self, lines: list[str]) -> list[str]:
        return MARKER.sub(self.show, "\n".join(lines)).split("\n")

    def show(self, marker: re.Match) -> str:
        chapter, _, name = marker["table"].rpartition("/")

        def beside(name: str) -> dict:
            if gather := GATHERED.get(name):
                return {"pages": gather(self.docs, self.snippets, chapter)}
            path = self.docs / chapter / "data" / f"{name}.json"
            if not path.is_file():
                raise BuildError(f"This page shows a table that is not recorded: {chapter}/{name}")
            return recorded(path, path.stat().st_mtime)

        data = beside(name)
        views = views_of(self.docs / chapter)
        if marker["view"] not in views:
            raise BuildError(
                f"This page shows {marker['view']!r} of {marker['table']}; "
                f"there are only {', '.join(sorted(views))}"
            )
        if one := marker["one"]:
            data = {"pages": [page for page in data["pages"] if page["slug"] == one]}
            if not data["pages"]:
                raise BuildError(f"This page shows one of {name} that does not exist: {one}")
        made = views[marker["view"]](data, beside)
        return self.md.htmlStash.store(f"<recorded-view>{made}</recorded-view>")


@view
def warning(data: dict, _: Beside) -> str:
    [quirk] = data["pages"]
    said = quirks.warning(quirk, f"quirks/{quirk['slug']}/")
    return f'<p class="quirk-warning">{said}</p>'


@view
def finder(data: dict, _: Beside) -> str:
    return quirks.finder(data["pages"])


@view
def task(data: dict, _: Beside) -> str:
    [exercise] = data["pages"]
    return exercises.task(exercise)


@view
def unanswered(data: dict, _: Beside) -> str:
    [program] = data["pages"]
    shown = exercises.listing(quiz.unanswered(program["source"]))
    return f"<div data-search-exclude>{shown}</div>"


@view
def exercise_list(data: dict, _: Beside) -> str:
    return exercises.overview(data["pages"])


@view
def challenge_list(data: dict, _: Beside) -> str:
    return exercises.overview([e for e in data["pages"] if e["level"] == "challenge"])


@view
def learning_path(data: dict, _: Beside) -> str:
    return learning.overview(data["pages"])


@view
def provenance(data: dict, _: Beside) -> str:
    return f'<p class="snippet-caption">Ran with {ran_with(data)}</p>'


def makeExtension(**options: str) -> RecordedViews:
    return RecordedViews(**options)

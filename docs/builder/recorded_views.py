"""Python-Markdown extension: what was recorded, or gathered of a chapter, shown on a page.

`<!-- show activations-and-losses/matrix: headline -->`, on a line of its own, becomes what the
view `headline` makes of `docs/activations-and-losses/data/matrix.json`. What is gathered from the
pages and programs of a chapter is shown alike: `quirks: finder`, and, for one of them,
`quirks: warning <slug>`, `exercises: task <slug>` or `files: file <path>`.
"""

import html
import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import BuildError

from builder import author_views, cuda_views, evidence_views, finder, question, question_proof  # noqa: F401
from builder.chapter import Chapter, Objective, chapters
from builder.exercise import Exercise
from builder.folders import DOCS, SNIPPETS
from builder.quirk import Quirk
from builder.snippet import Snippet
from builder.table_differences import Table
from builder.views import code, listing, plain, ran_with, text, view, views_of

MARKER = re.compile(
    r"^<!-- show (?P<table>\S+): (?P<view>\S+?)(?: (?P<one>\S+))? -->$", re.MULTILINE
)
ASK = re.compile(r"^<!-- ask (?P<chapter>\S+): (?P<objective>\S+) -->$", re.MULTILINE)


class RecordedViews(Extension):
    def __init__(self, **options: str) -> None:
        self.config = {
            "docs": [str(DOCS), "folder of the pages, with the recorded data"],
            "snippets": [str(SNIPPETS), "folder of the snippets, with the proofs of the quirks"],
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
        return ASK.sub(self.ask, "\n".join(lines)).split("\n")

    def ask(self, marker: re.Match[str]) -> str:
        chapter, objective = marker["chapter"], marker["objective"]
        asked = [q for q in question.bank(self.docs, chapter) if q.objective == objective]
        if not asked:
            raise BuildError(f"This page asks about {objective!r}, and no question does")
        return "\n".join(question.markdown(one, self.snippets, chapter) for one in asked)


class ShowViews(Preprocessor):
    def __init__(self, md: Markdown, docs: Path, snippets: Path) -> None:
        super().__init__(md)
        self.docs, self.snippets = docs, snippets

    def run(self, lines: list[str]) -> list[str]:
        return MARKER.sub(self.show, "\n".join(lines)).split("\n")

    def show(self, marker: re.Match[str]) -> str:
        name, _, table = marker["table"].rpartition("/")
        chapter = chapters(self.docs, self.snippets)(name)
        data, views = named(chapter, table), views_of(self.docs / name)
        if marker["view"] not in views:
            raise BuildError(
                f"This page shows {marker['view']!r} of {marker['table']}; "
                f"there are only {', '.join(sorted(views))}"
            )
        if slug := marker["one"]:
            data = next((one for one in data if one.slug == slug), None)
            if data is None:
                raise BuildError(f"This page shows one of {table} that does not exist: {slug}")
        made = views[marker["view"]](data, chapter)
        return self.md.htmlStash.store(f"<recorded-view>{made}</recorded-view>")


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
    said = ", and done right ".join(code(line) for lines in shown for line in lines)
    return f'<a href="{address}">{text(quirk.heading.replace("`", ""))}</a>: {said}.'


# What there is to do.


@view
def task(exercise: Exercise, _: Chapter) -> str:
    """The file to edit, how to check it, and what helps, in folds; the search leaves it all out."""
    folds = [
        fold(f"Hint {number} of {len(exercise.hints)}", f"<p>{html.escape(hint)}</p>", "hint")
        for number, hint in enumerate(exercise.hints, 1)
    ]
    folds.append(fold("Our solution", listing(exercise.solution), "success"))
    command = html.escape(f"nox -s exercises -- {exercise.slug}")
    return (
        f"<div data-unsearched>{listing(exercise.exercise)}"
        f"<p>In a clone of this site's repository, <code>{command}</code> gives"
        " you this file to edit and checks it whenever you save. It names the mistake that it sees;"
        " the hints are there, too.</p>"
        f'<p><a href="../notebooks/{exercise.slug}.ipynb" download>The same as '
        "a notebook</a>, for Colab or Jupyter, with the check inside.</p>"
        f"{''.join(folds)}</div>"
    )


def fold(title: str, body: str, kind: str = "more") -> str:
    return f'<details class="{kind}"><summary>{title}</summary>{body}</details>'


@view
def exercise_list(found: list[Exercise], _: Chapter) -> str:
    """Exercises as a list, for a page beside theirs."""
    items = "".join(
        f'<li><a href="../exercises/{exercise.slug}/">{html.escape(exercise.title)}</a> '
        f'<span class="kind">{exercise.level}, {exercise.minutes} min</span>'
        f"<p>{html.escape(exercise.description)}</p></li>"
        for exercise in found
    )
    return f'<ol class="quirks">{items}</ol>'


@view
def challenge_list(found: list[Exercise], chapter: Chapter) -> str:
    return exercise_list([one for one in found if one.level == "challenge"], chapter)


@view
def unanswered(program: Snippet, _: Chapter) -> str:
    """The program of a question, which says nothing of the answer."""
    return f"<div data-unsearched>{listing(question_proof.unanswered(program.source))}</div>"


@view
def learning_path(objectives: list[Objective], _: Chapter) -> str:
    """The learning path as lists of links; a script adds what has been done."""
    sections, count = [], 0
    for one in objectives:
        quiz = [(f"quiz-{q.id}", f"quiz/#{q.id}", q.question, q.hash) for q in one.questions]
        tasks = [(e.slug, f"exercises/{e.slug}/", e.title, e.hash) for e in one.exercises]
        cards = [(f"card-{c.id}", f"interview/#{c.id}", c.question, "") for c in one.cards]
        count += len(quiz) + len(tasks) + len(cards)
        sections.append(
            f'<section class="objective" data-id="objective-{one.slug}"><h2 id="{one.slug}">'
            f'<a href="../#objective-{one.slug}">{plain(one.claim)}</a></h2>'
            f"{to_do('quiz', 'Quiz', quiz)}{to_do('exercise', 'Exercises', tasks)}"
            f"{to_do('card', 'Cards', cards)}</section>"
        )
    nothing_yet = f"<strong>0 of {count} done</strong>, 0 sections read; saved in this browser."
    return (
        f'<learning-path data-unsearched><div class="finish-chapter scripted"><p role="status">'
        f"{nothing_yet}</p></div>{''.join(sections)}</learning-path>"
    )


@view
def learnt(objectives: list[Objective], _: Chapter) -> str:
    """How many objectives there are, and with a script how many of them are ticked."""
    return f"<p>{counted('objective', len(objectives), 'objectives')}</p>"


@view
def practised(objectives: list[Objective], _: Chapter) -> str:
    """How much there is of each kind, and with a script how much is done, and what is due."""
    kinds = [
        counted("quiz", sum(len(one.questions) for one in objectives), "questions"),
        counted("exercise", sum(len(one.exercises) for one in objectives), "exercises"),
        counted("card", sum(len(one.cards) for one in objectives), "cards"),
    ]
    return f"<p>{'<br>'.join(kinds)}</p>"


def counted(kind: str, many: int, what: str) -> str:
    attributes = f'data-kind="{kind}" data-of="{many}" data-what="{what}"'
    return f"<reader-progress {attributes}>{many} {what}</reader-progress>"


def to_do(kind: str, title: str, things: list[tuple[str, str, str, str]]) -> str:
    """Fold what there is to do of a kind: the names in a reader's progress, addresses, words."""
    items = "".join(
        f'<li data-id="{name}" data-kind="{kind}" data-hash="{own_hash}">'
        f'<a href="../{address}">{plain(words)}</a></li>'
        for name, address, words, own_hash in things
    )
    return fold(f"{title}: {len(things)}", f"<ul>{items}</ul>") if things else ""


@view
def provenance(data: Table, _: Chapter) -> str:
    return f'<p class="snippet-caption">Ran with {ran_with(data)}</p>'


def makeExtension(**options: str) -> RecordedViews:
    return RecordedViews(**options)

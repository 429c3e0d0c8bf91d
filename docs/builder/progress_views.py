"""What a chapter gives to do, by learning objective; scripts add what a reader has done."""

from typing import NamedTuple

from mkdocs.exceptions import BuildError

from builder.chapter import Chapter, Objective, Section
from builder.views import plain, view

Objectives = list[Objective]


class Thing(NamedTuple):
    """What there is to do: its name in a reader's progress, where it is, and what it is called."""

    id: str
    address: str
    title: str
    hash: str = ""  # of what it asks, where that may change


KINDS = {"section": "Sections", "quiz": "Questions", "exercise": "Exercises", "card": "Cards"}
OUTCOMES = {
    "section": "sections read",
    "quiz": "questions right",
    "exercise": "exercises solved",
    "card": "cards known",
}


def things(one: Objective) -> dict[str, list[Thing]]:
    """Return what there is to do for an objective, by kind; addresses are from the chapter."""
    return {
        "section": [Thing(f"section-{s.id}", f"#{s.id}", s.title) for s in one.sections],
        "quiz": [Thing(f"quiz-{q.id}", f"quiz/#{q.id}", q.question, q.hash) for q in one.questions],
        "exercise": [Thing(e.slug, f"exercises/{e.slug}/", e.title, e.hash) for e in one.exercises],
        "card": [Thing(f"card-{c.id}", f"interview/#{c.id}", c.question) for c in one.cards],
    }


@view
def learning_path(objectives: Objectives, _: Chapter) -> str:
    """A row for each objective, and in it what there is to do; a script adds what has been done."""
    begin = beginning(objectives)
    return (
        '<learning-path data-unsearched><div class="finish-chapter scripted"><p role="status">'
        f"{nothing_done(objectives)}; 0 of {len(objectives)} objectives ticked; "
        "saved in this browser.</p><p>Begin with: "
        f'<span><a href="../#{begin.id}">{plain(begin.title)}</a></span></p></div>'
        f'<div class="objectives">{"".join(map(row, objectives))}</div></learning-path>'
    )


def beginning(objectives: Objectives) -> Section:
    """Return the section that one reads first; raise BuildError if no objective leads to one."""
    for one in objectives:
        if one.sections:
            return one.sections[0]
    raise BuildError("No objective of this chapter leads to a section: write [section 1](#its-id)")


def nothing_done(objectives: Objectives) -> str:
    """Say what there is of each kind, once, as the script says it of a reader who has done none."""
    found = {kind: {t.id for one in objectives for t in things(one)[kind]} for kind in KINDS}
    said = [f"0 of {len(found[kind])} {words}" for kind, words in OUTCOMES.items()]
    return f"<strong>0 of {len(set.union(*found.values()))} done</strong>: {', '.join(said)}"


def row(one: Objective) -> str:
    todo = {kind: some for kind, some in things(one).items() if some}
    count, claim = sum(map(len, todo.values())), plain(one.claim)
    lists = "".join(f"<h3>{KINDS[kind]}</h3>{to_do(kind, some)}" for kind, some in todo.items())
    return (
        f'<details class="objective" data-id="objective-{one.slug}"><summary>'
        f'<h2 id="{one.slug}">{claim}</h2><meter class="scripted" max="{count}" value="0"'
        f' aria-label="Done"></meter><span class="count">{count}</span></summary>{lists}</details>'
    )


def to_do(kind: str, some: list[Thing]) -> str:
    items = "".join(
        f'<li data-id="{thing.id}" data-kind="{kind}" data-hash="{thing.hash}">'
        f'<a href="../{thing.address}">{plain(thing.title)}</a></li>'
        for thing in some
    )
    return f"<ul>{items}</ul>"


@view
def summary(objectives: Objectives, _: Chapter) -> str:
    """Where one begins; a script has instead, by objective, what was done and where to go.

    What there is to do stands on the page of the progress: the script reads it there.
    """
    begin = beginning(objectives)
    return (
        '<chapter-summary data-unsearched data-from="progress/"><p>This is self-assessment: the '
        "answers stand on these pages, and what you did is known to this browser alone. Read it as "
        "a list of what to do next, not as a certificate. "
        '<a href="progress/">Your progress</a> has each question, exercise and card by its name, '
        'and can save what you have done as a file.</p><p role="status" class="scripted">'
        f'Begin with <a href="#{begin.id}">'
        f"{plain(begin.title)}</a>, and with the question at the end of that section.</p>"
        "</chapter-summary>"
    )


@view
def learnt(objectives: Objectives, chapter: Chapter) -> str:
    """How many objectives there are, and with a script how many of them are ticked."""
    return f"<p>{counted('objective', len(objectives), 'objectives', chapter)}</p>"


@view
def practised(objectives: Objectives, chapter: Chapter) -> str:
    """How much there is of each kind, and with a script how much is done, and what is due."""
    kinds = [
        counted("quiz", sum(len(one.questions) for one in objectives), "questions", chapter),
        counted("exercise", sum(len(one.exercises) for one in objectives), "exercises", chapter),
        counted("card", sum(len(one.cards) for one in objectives), "cards", chapter),
    ]
    return f"<p>{'<br>'.join(kinds)}</p>"


def counted(kind: str, many: int, what: str, chapter: Chapter) -> str:
    """Say how many there are of a kind, and to a script where a reader does again what is due."""
    place = f"{chapter.name}/{'interview' if kind == 'card' else 'progress'}/"
    attributes = f'data-kind="{kind}" data-of="{many}" data-what="{what}" data-again="{place}"'
    return f"<reader-progress {attributes}><span>{many} {what}</span></reader-progress>"

"""Views of the evidence: what programs do on CUDA, and what people report from there."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from builder.changes import Page, counted, page_of
from builder.chapter import Chapter
from builder.evidence_views import TOP, chapter_view, listed
from builder.outputs import current, verified, where
from builder.quirk import reported
from builder.snippet import Snippet
from builder.views import code, plain, text

NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?")


@chapter_view
def cuda_status(chapter: Chapter) -> str:
    """Say where the programs have run on CUDA, or that they have not."""
    if not chapter.on("cuda"):
        return (
            "<p><strong>Nothing is recorded on CUDA yet</strong>, so this page knows of no "
            "difference that a program has shown.</p>"
        )
    said = []
    for recording in chapter.on("cuda"):
        for run in recording.runs:
            ran = chapter.ran(run)
            other = sum("instead" in did for did in ran.values())
            said.append(
                f"<li>torch {text(recording.torch)} on {text(run.environment.hardware)}, "
                f"<time>{text(run.date)}</time>: {counted(len(ran), 'program', 'has', 'have')} run,"
                f" and {other} of them {'prints' if other == 1 else 'print'} something else.</li>"
            )
    return f"<ul>{''.join(said)}</ul>"


@chapter_view
def cuda_differences(chapter: Chapter) -> str:
    """Every line that programs print on CUDA instead of what they promise, the same line once."""
    found: dict[str, Difference] = {}
    for recording in chapter.on("cuda"):
        for name, did in recording.programs.items():
            if "instead" not in did or not current(chapter.folder / name, did):
                continue
            for promised, got in did["instead"]:
                key = NUMBER.sub("#", got) if got else f"nothing: {NUMBER.sub('#', promised)}"
                one = found.setdefault(key, Difference(got))
                one.promised |= {promised: None} if promised else {}
                one.programs |= {name: None}
                one.where |= {where(recording, name): None}
    if not found:
        return "<p>No such line is recorded.</p>"
    ordered = sorted(found.values(), key=lambda d: (-len(d.programs), d.got))
    other = [one for one in ordered if not one.numbers_only]
    numbers = [one for one in ordered if one.numbers_only]
    made = f'<ul class="messages">{"".join(chapter_line(chapter, one) for one in other)}</ul>'
    if numbers:
        made += "<p>The same words with other numbers:</p>"
        made += f'<ul class="messages">{"".join(chapter_line(chapter, n) for n in numbers)}</ul>'
    return made if other else made.removeprefix('<ul class="messages"></ul>')


@dataclass
class Difference:
    """A line that CUDA prints, and what is known of it; the dictionaries are ordered sets."""

    got: str
    promised: dict[str, None] = field(default_factory=dict)
    programs: dict[str, None] = field(default_factory=dict)
    where: dict[str, None] = field(default_factory=dict)

    @property
    def numbers_only(self) -> bool:
        """Say whether only numbers are others."""
        return any(NUMBER.sub("#", p) == NUMBER.sub("#", self.got) for p in self.promised)


def chapter_line(chapter: Chapter, one: Difference) -> str:
    """Return a difference as an item: the line, what it stands for, and the programs."""
    instead = f"Instead of {listed(map(code, one.promised))}. " if one.promised else ""
    programs = [
        f"<li>{claim(chapter, name)}: {', '.join(pages(chapter, name)) or 'on no page'}</li>"
        for name in one.programs
    ]
    return (
        f"<li><p>{code(one.got) if one.got else 'Nothing is printed'}</p>"
        f"<p>{instead}With {text(listed(one.where))}.</p><ul>{''.join(programs)}</ul></li>"
    )


def claim(chapter: Chapter, program: str) -> str:
    """Return what a program claims, with its code as code."""
    return plain(Snippet.from_file(chapter.folder / program, chapter.snippets).claim)


def pages(chapter: Chapter, program: str) -> list[str]:
    """Return links to a program on the pages that show it."""
    return [link(page, Path(program).stem) for page in chapter.shown.get(program, [])]


def link(page: Page, name: str = "") -> str:
    return f'<a href="{TOP}{page.address}{f"#{name}" * bool(name)}">{text(page.title)}</a>'


@chapter_view
def cuda_reported(chapter: Chapter) -> str:
    """Messages that people report and no recording has: they lead to pages, and prove nothing."""
    found: dict[str, list[str]] = {}
    for path in sorted((chapter.docs / chapter.name).rglob("*.md")):
        messages = reported(path)
        known = verified(messages, chapter.docs, chapter.snippets, chapter.name)
        for message in messages:
            if message not in known:
                found.setdefault(message, []).append(link(page_of(chapter.docs, path)))
    if not found:
        return "<p>No message waits for a recording.</p>"
    items = "".join(
        f"<li>{code(message)}<br>{listed(links)}</li>" for message, links in found.items()
    )
    return f'<p>Reported on CUDA, not yet verified here:</p><ul class="messages">{items}</ul>'

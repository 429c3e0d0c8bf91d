"""Views of the evidence: what has run and where, what changed, and what CUDA does instead.

They know no chapter by name. A page shows them by `<!-- show <chapter>/evidence: <view> -->`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from markdown import Markdown

from builder.changes import Page, Shown, changes, claim_of, compare, counted, page_of, shown_on
from builder.evidence import RUN, SCHEMA, Recording, Run, pinned, recordings
from builder.outputs import current, reported, verified, where
from builder.scores import NAME, scores
from builder.snippet_fences import code, device_of
from builder.views import Beside, heading, table, text, view

NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?")
TOP = "../../"  # from a page of a chapter to the top of the site
UNKNOWN = "not recorded"
REFERENCE = "reference"  # the tables that those of other releases are compared with


@dataclass(frozen=True)
class Chapter:
    """A chapter, with what is recorded of it."""

    docs: Path
    snippets: Path
    name: str

    @cached_property
    def recordings(self) -> list[Recording]:
        return recordings(self.docs, self.name)

    @cached_property
    def shown(self) -> Shown:
        return shown_on(self.docs, self.name)

    @property
    def folder(self) -> Path:
        return self.snippets / self.name

    def on(self, device: str) -> list[Recording]:
        return [recording for recording in self.recordings if recording.device == device]

    def knows(self, recording: Recording, table: str) -> bool:
        """Say whether a table has run, as its program is now."""
        did = recording.tables.get(f"{table}.py")
        return bool(did and current(self.folder / f"{table}.py", did))

    def ran(self, run: Run) -> dict[str, dict]:
        """Return what a run says of programs as they are now."""
        return {n: did for n, did in run.programs.items() if current(self.folder / n, did)}


def chapters(docs: Path, snippets: Path, chapter: str) -> list[Chapter]:
    return [Chapter(docs, snippets, chapter)]


def chapter_view(function: Callable[[Chapter], str]) -> Callable:
    """Make a view of a function that takes the chapter."""

    def shown(data: dict, _: Beside) -> str:
        [chapter] = data["pages"]
        return f"<div data-search-exclude>{function(chapter)}</div>"

    shown.__name__ = function.__name__
    return view(shown)


def listed(names: Iterable[str]) -> str:
    """Return names as one enumerates them."""
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


# What has run, and where.


@chapter_view
def evidence_counts(chapter: Chapter) -> str:
    """In one paragraph: how many programs, releases and devices."""
    if not chapter.recordings:
        return "<p>Nothing is recorded of this chapter yet.</p>"
    release = pinned(chapter.docs)
    shown = {name for name in chapter.shown if (chapter.folder / name).is_file()}
    kept = {
        name
        for recording in chapter.on("cpu")
        for name, did in recording.programs.items()
        if recording.torch == release and current(chapter.folder / name, did)
    }
    needs = sorted(device_of(Path(name)).upper() for name in shown if device_of(Path(name)))
    devices = listed({r.device: r.device.upper() for r in chapter.recordings}.values())
    releases = len({recording.torch for recording in chapter.recordings})
    programs = counted(len(shown), "program", "")
    many = counted(releases, "release", "")
    said = [
        f"<p>The pages of this chapter show {programs.strip()}.",
        f"{len(kept & shown)} of them have run as they stand there with torch {text(release)}, "
        "the release that their output is from.",
        f"Runs with {many.strip()} of PyTorch are recorded, on {text(devices)}.",
    ]
    waiting = [need for need in needs if not chapter.on(need.lower())]
    if waiting:
        said.append(
            f"{counted(len(waiting), 'program', 'needs', 'need')} "
            f"{text(' or '.join(sorted({*waiting})))}, where nothing is recorded yet."
        )
    return " ".join(said) + "</p>"


@chapter_view
def evidence_runs(chapter: Chapter) -> str:
    """A row for each release and environment, with its data."""
    rows, reference = [], f"cpu-{pinned(chapter.docs)}"
    for recording in reversed(chapter.recordings):
        for run in recording.runs:
            ran, data = chapter.ran(run), f"../evidence/{recording.name}.json"
            seconds = f"{run.seconds:,.0f} s" if run.seconds else UNKNOWN
            rows.append(
                [
                    f'<a href="{data}">torch {text(recording.torch)}</a>',
                    text(run.environment.hardware),
                    str(len(ran)),
                    str(sum("instead" in did for did in ran.values())),
                    REFERENCE if recording.name == reference else str(len(run.tables)),
                    seconds,
                    f"<time>{text(run.date)}</time>",
                ]
            )
    head = (
        "Release",
        "Hardware",
        "Programs",
        "Other output",
        "Tables compared",
        "Took",
        "Last run",
    )
    return table([*head], rows) if rows else "<p>Nothing is recorded yet.</p>"


@chapter_view
def evidence_environments(chapter: Chapter) -> str:
    """What is known of the machine behind each run: the same machine once."""
    machines: dict[tuple, dict[tuple, list[str]]] = {}
    for recording in reversed(chapter.recordings):
        for run in recording.runs:
            e = run.environment
            machine = e.hardware, e.processor, e.instructions, e.driver, e.system
            packages = e.python or UNKNOWN, e.numpy or "none"
            builds = machines.setdefault(machine, {}).setdefault(packages, [])
            builds.append(e.build or recording.torch)
    made = []
    for (hardware, *machine), packages in machines.items():
        names = "Processor", "Instructions", "Driver", "System"
        rows = [
            [name, text(value or UNKNOWN)]
            for name, value in zip(names, machine, strict=True)
            if value or name != "Driver"
        ]
        for (python, numpy), builds in packages.items():
            build = f"torch {listed(builds)}, with Python {python} and NumPy {numpy}"
            rows.append(["Software", text(build)])
        made.append(table(["Environment", text(hardware)], rows))
    return "".join(made)


@chapter_view
def evidence_fields(_: Chapter) -> str:
    """The fields of the data files, from the schema that they are checked against."""
    outer = SCHEMA["properties"]
    fields = {name: outer[name] for name in outer if name not in ("runs", "checksum")}
    fields |= {"runs": outer["runs"]} | {f"runs: {name}": RUN[name] for name in RUN}
    fields["checksum"] = outer["checksum"]
    rows = [[code(name), text(field["description"])] for name, field in fields.items()]
    return table(["Field", "What it holds"], rows)


@chapter_view
def mutation_scores(chapter: Chapter) -> str:
    """How many changes to programs and pages the tests notice."""
    found = scores(chapter.docs)
    if not found:
        return "<p>No score is recorded yet.</p>"
    rows = [
        [
            text(kind.capitalize()),
            f"{score['noticed']:,} of {score['total']:,}",
            f"{100 * score['noticed'] / score['total']:.1f} %",
            f"{score['equivalent']:,}",
            f"{score['seconds']:,.0f} s",
            f"<time>{text(score['date'])}</time>",
        ]
        for kind, score in found.items()
    ]
    head = ["Changes to", "Noticed", "Share", "Mean the same", "Took", "Measured"]
    folds = [
        f"<details><summary>{text(of.capitalize())}, by the kind of change</summary>"
        f"{by_kind(score['kinds'])}</details>"
        for of, score in found.items()
        if "kinds" in score
    ]
    data = f'<p class="snippet-caption"><a href="{TOP}{NAME}">{NAME}</a></p>'
    return f"{table(head, rows)}{''.join(folds)}{data}"


def by_kind(kinds: dict[str, list[int]]) -> str:
    rows = [
        [text(kind.capitalize()), f"{noticed:,} of {total:,}"]
        for kind, (noticed, total) in kinds.items()
    ]
    return table(["Change", "Noticed"], rows)


# What changed, release by release.


@chapter_view
def release_changes(chapter: Chapter) -> str:
    """Each release beside the one before it, the newest first: a table, then the changes."""
    releases = [recording.torch for recording in chapter.on("cpu")]
    if len(releases) < 2:
        return (
            f"<p>{f'Only torch {text(releases[0])}' if releases else 'No release'} is recorded "
            "on a CPU, so there is nothing to compare.</p>"
        )
    rows, sections = [], []
    for old, new in reversed([*pairwise(releases)]):
        given = chapter.docs, chapter.snippets, chapter.name, old, new
        found = compare(*given, shown=chapter.shown)
        name = f"torch-{new}"
        rows.append(
            [
                f'<a href="#{name}">torch {text(new)}</a>',
                f"torch {text(old)}",
                str(found.both),
                str(len(found.changed)),
                str(len(found.missing)),
            ]
        )
        # The very text that an issue has.
        said = as_html(changes(*given, site=TOP, shown=chapter.shown))
        title = f"torch {text(new)} after {text(old)}"
        sections.append(heading(name, title, 2, " data-search-exclude") + said)
    head = ["Release", "Compared with", "Programs", "Other output", "Not compared"]
    return table(head, rows) + f'<div class="changes">{"".join(sections)}</div>'


def as_html(markdown: str) -> str:
    """Return Markdown of our own as HTML; what programs print has no copy button."""
    made = Markdown(extensions=["fenced_code"]).convert(markdown)
    return made.replace("<pre>", '<pre class="no-copy">')


# What CUDA does instead.


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


class Difference:
    """A line that CUDA prints, and what is known of it; the dictionaries are ordered sets."""

    def __init__(self, got: str) -> None:
        self.got = got
        self.promised: dict[str, None] = {}
        self.programs: dict[str, None] = {}
        self.where: dict[str, None] = {}

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
    return re.sub("`([^`]+)`", r"<code>\1</code>", text(claim_of(chapter.folder / program)))


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

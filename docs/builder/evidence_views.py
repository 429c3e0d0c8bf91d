"""Views of the evidence: what has run and where, and what changed from release to release.

They know no chapter by name. A page shows them by `<!-- show <chapter>/evidence: <view> -->`.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown import Markdown

from builder.changes import changes, compare, counted
from builder.chapter import Chapter
from builder.evidence import pinned
from builder.evidence_schema import RUN, SCHEMA
from builder.outputs import current
from builder.scores import NAME, scores
from builder.snippet import device_of
from builder.views import View, code, heading, table, text, view

TOP = "../../"  # from a page of a chapter to the top of the site
UNKNOWN = "not recorded"
REFERENCE = "reference"  # the tables that those of other releases are compared with


def chapter_view(function: Callable[[Chapter], str]) -> View:
    """Make a view of a function that takes the chapter."""

    def shown(_: Any, chapter: Chapter) -> str:
        return f"<div data-unsearched>{function(chapter)}</div>"

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
    machines: dict[tuple[str, ...], dict[tuple[str, str], list[str]]] = {}
    for recording in reversed(chapter.recordings):
        for run in recording.runs:
            e = run.environment
            machine = e.hardware, e.processor, e.instructions, e.driver, e.system
            packages = machines.setdefault(machine, {})
            builds = packages.setdefault((e.python or UNKNOWN, e.numpy or "none"), [])
            builds.append(e.build or recording.torch)
    made = []
    for (hardware, *others), packages in machines.items():
        names = "Processor", "Instructions", "Driver", "System"
        rows = [
            [name, text(value or UNKNOWN)]
            for name, value in zip(names, others, strict=True)
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
    fields = {name: outer[name] for name in outer if name != "checksum"}
    fields |= {f"runs: {name}": RUN[name] for name in RUN} | {"checksum": outer["checksum"]}
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
        '<details class="numbers">'
        f"<summary>{text(of.capitalize())}, by the kind of change</summary>"
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
        said = as_html(changes(*given, site=TOP, shown=chapter.shown, found=found))
        title = f"torch {text(new)} after {text(old)}"
        sections.append(heading(name, title, 2, " data-unsearched") + said)
    head = ["Release", "Compared with", "Programs", "Other output", "Not compared"]
    return table(head, rows) + f'<div class="changes">{"".join(sections)}</div>'


def as_html(markdown: str) -> str:
    """Return Markdown of our own as HTML; what programs print has no copy button."""
    made = Markdown(extensions=["fenced_code"]).convert(markdown)
    return made.replace("<pre>", '<pre class="no-copy">')

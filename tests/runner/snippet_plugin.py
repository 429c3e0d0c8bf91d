"""pytest plugin: pytest-markdown-docs runs every fence of a page, as the site renders it."""

import platform
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import markdown
import pytest
from builder import evidence, learning
from builder.evidence import Run, digest
from builder.snippet_fences import device_of, runs_of, snippets_by_text, stays_on_cpu
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError
from mkdocs.utils.meta import get_data
from pytest_markdown_docs._runners import get_runner, register_runner
from pytest_markdown_docs.plugin import MarkdownInlinePythonItem, MarkdownTextFile

from runner import outcomes, paste, places, snippet_runner, steadiness
from runner.places import release
from runner.snippet_runner import (
    Outcome,
    Program,
    broken,
    complaint,
    kept,
    kind_of,
    run_all,
    with_promises,
)

ROOT = Path(__file__).parents[2]
SNIPPETS = ROOT / "snippets"
DOCS = ROOT / "docs"


class PromiseBroken(AssertionError):
    """A snippet did not do what it says."""


class Unfit(PromiseBroken):
    """What a snippet prints cannot be promised."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("snippets")
    group.addoption("--device", default="cpu", help="device that the snippets run on")
    group.addoption("--record", action="store_true", help="record promises and evidence anew")
    group.addoption(
        "--again",
        action="store_true",
        help="with --record: replace what another release or device did when it was recorded",
    )
    group.addoption(
        "--tables",
        action="store_true",
        help="with --record: run every table, too, and record which of its rows differ here",
    )
    group.addoption(
        "--instructions",
        default="",
        metavar="|".join(places.INSTRUCTIONS),
        help="newest instruction set that torch's kernels may use",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Import torch before anything is forked, and refuse a device that is not there."""
    try:
        for place in sorted(DOCS.glob("*/evidence")):
            evidence.recordings(DOCS, place.parent.name)
        # What is recorded first needs no page; and of many workers, who starts them has looked.
        if not (config.option.record or hasattr(config, "workerinput")):
            learning.refuse_faults(DOCS, SNIPPETS)
        RUNNER.import_seconds = snippet_runner.preload(config.option.instructions)
    except (BuildError, ValueError) as error:
        raise pytest.UsageError(str(error)) from None
    device = config.option.device
    if lost := without(device):
        raise pytest.UsageError(
            f"--device={device}: torch {release()} cannot use it here ({lost}). "
            "Nothing ran, so nothing counts as verified."
        )


def without(device: str) -> str:
    """Say why torch cannot use a device, or nothing at all.

    Asked in a child: a parent that has initialised CUDA cannot fork children that use it.
    """
    [tried] = run_all([Program("device", f"import torch\ntorch.ones(1, device={device!r}) + 1\n")])
    return tried.raised


def environment(device: str) -> str:
    """Say what the snippets run on, and so how closely their output is held to the promises."""
    exact = "the reference: output must be equal to the letter"
    close = (
        f"not the reference (torch {reference()} on the CPU of an x86-64 Linux that has AVX2): "
        "a last digit may differ by one"
    )
    kind = exact if on_reference(device) else close
    played = f"{places.pinned_to().upper()} instructions"
    return f"snippets: torch {release()} on {device}, {played}, {kind}"


def reference() -> str:
    """Return the pinned torch release."""
    return evidence.pinned(DOCS)


def on_reference(device: str) -> bool:
    """Say whether promises must be kept to the letter: where torch and processor are known."""
    known = release() == reference() and is_known_cpu(device)
    return known and places.PINNED in places.playable()


def is_known_cpu(device: str) -> bool:
    return (sys.platform, platform.machine(), device) == ("linux", "x86_64", "cpu")


@cache
def site_markdown() -> markdown.Markdown:
    """Return the renderer that mkdocs.yml configures: the one that the site uses."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )


@cache
def rendered(text: str) -> tuple[str, list[Path]]:
    """Return a page's HTML, and the snippets that it shows, in order."""
    renderer = site_markdown().reset()
    return renderer.convert(get_data(text)[0]), list(renderer.snippets)


def snippets_of(text: str) -> list[Path]:
    """Return the snippets that a page shows; of a snippet, itself: it needs no page to run."""
    own = snippets_by_text(SNIPPETS).get(text.strip())
    return [own] if own else rendered(text)[1]


@pytest.hookimpl(tryfirst=True)
def pytest_markdown_docs_markdown_it() -> SimpleNamespace:
    """Parse pages with the site's own renderer."""
    return SimpleNamespace(parse=fence_tokens)


def fence_tokens(text: str) -> list[SimpleNamespace]:
    """Return the fences of a page as the tokens that pytest-markdown-docs reads."""
    lines = text.splitlines()
    tokens = []
    for snippet in snippets_of(text):
        path = snippet.relative_to(SNIPPETS).as_posix()
        # A question of the quiz brings its program along: the page itself does not name it.
        line = next((number for number, line in enumerate(lines) if path in line), 0)
        source = snippet.read_text("utf-8")
        tokens.append(
            SimpleNamespace(type="fence", info="python", map=(line, line), content=source)
        )
    return tokens


class SnippetPage(MarkdownTextFile):
    """A page, or a snippet, collected by pytest-markdown-docs, each fence named by its snippet."""

    def collect(self) -> Iterator[MarkdownInlinePythonItem]:
        snippets = snippets_of(self.path.read_text("utf-8"))
        for fence, snippet in zip(super().collect(), snippets, strict=True):
            item = type(fence).from_parent(
                self, name=snippet.stem, test_definition=fence.test_definition
            )
            item.snippet = snippet
            yield item


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector):
    collectors = yield
    if file_path.is_relative_to(SNIPPETS) and file_path.suffix == ".py":
        if kind_of(file_path) not in ("snippet", "tool"):
            return []
        return [SnippetPage.from_parent(parent, path=file_path)]
    return [
        SnippetPage.from_parent(parent, path=collector.path)
        if isinstance(collector, MarkdownTextFile)
        else collector
        for collector in collectors
    ]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave a snippet about a device to a run on that device, and on the CPU what stays there."""
    device = config.option.device
    kind = device.partition(":")[0]
    snippets = [item for item in items if hasattr(item, "snippet")]
    elsewhere = [
        item
        for item in snippets
        if device_of(item.snippet) not in ("", kind)
        or (device != "cpu" and stays_on_cpu(item.snippet))
    ]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def pytest_collection_finish(session: pytest.Session) -> None:
    items = [item for item in session.items if isinstance(item, MarkdownInlinePythonItem)]
    if items and not session.config.option.collectonly:
        RUNNER.start(items, session.config.option)


@register_runner(default=True)
class SnippetRunner:
    """Runs the selected fences two at a time, while pytest reports them one by one."""

    def __init__(self) -> None:
        self.programs: dict[Path, Program] = {}
        self.outcomes: dict[Path, Outcome] = {}
        self.tables_that_changed: list[str] = []
        self.from_workers: list[str] = []

    def start(self, items: list[MarkdownInlinePythonItem], option) -> None:
        self.device, self.record, self.again = option.device, option.record, option.again
        self.began = time.perf_counter() - self.import_seconds
        self.shown = {item.test_definition: item.snippet for item in items}
        self.programs = {
            snippet: Program(str(snippet), snippet.read_text("utf-8"))
            for snippet in self.shown.values()
        }
        self.running = zip(
            self.programs, run_all(list(self.programs.values()), self.device), strict=True
        )
        self.passed: dict[Path, str] = {}
        self.differs: dict[Path, list] = {}
        self.unfit: dict[str, str] | None = None

    def outcome_of(self, snippet: Path) -> Outcome:
        while snippet not in self.outcomes:
            finished, outcome = next(self.running)
            self.outcomes[finished] = outcome
            self.wall_seconds = time.perf_counter() - self.began
        return self.outcomes[snippet]

    def runtest(self, test, args, **_) -> None:
        snippet = self.shown[test]
        program, outcome = self.programs[snippet], self.outcome_of(snippet)
        if self.record and writes_promises(snippet, self.device, self.again) and not outcome.error:
            if wrong := self.unfit_to_record().get(program.name):
                raise Unfit(f"What it prints cannot be promised:\n{wrong}")
            program = Program(program.name, with_promises(program, outcome))
            if program.source != self.programs[snippet].source:
                evidence.write_whole(snippet, program.source)
        elif differs_here := self.difference(snippet, program, outcome):
            self.differs[snippet] = differs_here
            return
        self.passed[snippet] = program.source

    def difference(self, snippet: Path, program: Program, outcome: Outcome) -> list:
        """Return what a run did instead of what is promised; raise PromiseBroken if it may not.

        It may if that is what is recorded of this release and device, or is being recorded now.
        """
        wrong = complaint(program, outcome, on_reference(self.device))
        now = difference(program, outcome) if wrong else []
        before = recorded_here(snippet, program, self.device)
        if on_reference(self.device) or before is None:
            is_new = self.record and not on_reference(self.device)
            if wrong and not (is_new and counts_as_evidence(self.device)):
                raise PromiseBroken(wrong)
        elif not alike(before, now) and not (self.record and self.again):
            place = f"torch {release()} on {self.device}"
            raise PromiseBroken(
                f"With {place} it did something else when that was recorded.\n"
                f"recorded: {told(before)}\nnow:      {told(now)}\n"
                "If what it does now is right, record with --again."
            )
        return now

    def unfit_to_record(self) -> dict[str, str]:
        """Return what keeps programs from being recorded: all that are new to the evidence."""
        if self.unfit is None:
            new: dict[Program, Program] = {}  # as it ran, and with what it printed
            for snippet, program in self.programs.items():
                outcome = self.outcome_of(snippet)
                if writes_promises(snippet, self.device) and not (
                    outcome.error or device_of(snippet)
                ):
                    promised = Program(program.name, with_promises(program, outcome))
                    if recorded_here(snippet, promised, self.device) is None:
                        new[program] = promised
            outcomes = [self.outcome_of(Path(program.name)) for program in new]
            found = paste.broken([*new.values()]), steadiness.unsteady([*new], outcomes)
            names = {name for complaints in found for name in complaints}
            self.unfit = {name: "\n".join(c[name] for c in found if name in c) for name in names}
        return self.unfit

    def repr_failure(self, test, excinfo, style=None) -> str:
        if not isinstance(excinfo.value, PromiseBroken):
            return str(excinfo.getrepr())
        page = test.source_path.relative_to(ROOT)
        snippet = self.shown[test].relative_to(ROOT)
        shows = f"{page}, line {test.start_line}, shows {snippet}" if page != snippet else page
        others = [other for other in speaking_of(snippet.stem) if other != page]
        also = f"Other pages speak of it: {', '.join(map(str, others))}\n" if others else ""
        said = f"{shows}:\n{excinfo.value}\n{also}"
        if isinstance(excinfo.value, Unfit):
            return f"{said}Print what holds: fewer digits, or a comparison. Nothing was recorded."
        again = f"nox -s record -- -k {snippet.stem}"
        return f"{said}Mend the snippet; or, if what it prints now is right: {again}"

    def speed(self) -> str:
        bodies = sum(outcome.seconds for outcome in self.outcomes.values())
        return (
            f"{len(self.outcomes)} snippets, each in its own process, took "
            f"{self.wall_seconds:.1f} s: one import of torch ({self.import_seconds:.1f} s) and "
            f"{bodies:.1f} s of programs, two at a time"
        )


RUNNER = get_runner(SnippetRunner.__name__)


def speaking_of(claim: str) -> list[Path]:
    """Return the pages that show a snippet, link to it, or warn of it."""
    pages = sorted(DOCS.rglob("*.md"))
    return [page.relative_to(ROOT) for page in pages if claim in page.read_text("utf-8")]


def summary(option) -> list[str]:
    """Return what a session says at its end about the programs that ran in it."""
    if not RUNNER.outcomes:
        return []
    lines = [environment(option.device), RUNNER.speed()]
    if RUNNER.differs:
        lines.append(f"{len(RUNNER.differs)} snippets do something else here:")
        for snippet, instead in RUNNER.differs.items():
            lines += [f"  {snippet.relative_to(SNIPPETS)}", f"    {told(instead)}"]
    lines += [
        f"{table} does something else than was recorded with torch {release()} on "
        f"{option.device}. If what it does now is right, record with --again."
        for table in RUNNER.tables_that_changed
    ]
    if option.record and not counts_as_evidence(option.device):
        lines.append("Promises are recorded; where they ran is not: see above.")
    return lines


def pytest_terminal_summary(terminalreporter) -> None:
    for line in RUNNER.from_workers or summary(terminalreporter.config.option):
        terminalreporter.write_line(line)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node) -> None:
    """Take what a worker of pytest-xdist says: its terminal is nobody's."""
    RUNNER.from_workers += getattr(node, "workeroutput", {}).get("snippets", [])


def pytest_sessionfinish(session: pytest.Session) -> None:
    option = session.config.option
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["snippets"] = summary(option)
    if not (option.record and RUNNER.outcomes and counts_as_evidence(option.device)):
        return
    try:
        tables = tables_here(option) if option.tables else {}
    except outcomes.Refused as error:
        raise pytest.UsageError(f"{error} Nothing is recorded.") from error
    if lost := without(option.device):
        raise pytest.UsageError(
            f"{option.device} was lost while the programs ran ({lost}). Nothing is recorded."
        )
    write_evidence(option.device, RUNNER.passed, RUNNER.differs, tables, RUNNER.wall_seconds)
    if RUNNER.tables_that_changed:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def tables_here(option) -> dict[str, dict[str, dict]]:
    """Return by chapter what its tables do here.

    A table that does something else than was recorded here is left as it is recorded, unless it is
    to be recorded again.
    """
    found: dict[str, dict[str, dict]] = {}
    for chapter in sorted({name.relative_to(SNIPPETS).parts[0] for name in RUNNER.programs}):
        name = f"{option.device.partition(':')[0]}-{release()}"
        known = {r.name: r.tables for r in evidence.recordings(DOCS, chapter)}.get(name, {})
        found[chapter] = outcomes.compared(chapter, option.device)
        for table, did in [*found[chapter].items()]:
            before = known.get(table, {})
            if before.get("text") == did["text"] and before != did and not option.again:
                RUNNER.tables_that_changed.append(f"{chapter}/{table}")
                del found[chapter][table]
    return found


def writes_promises(snippet: Path, device: str, again: bool = False) -> bool:
    """Say whether a run may write what was printed into the snippet: where its promises come from.

    That is the pinned torch on a CPU. A program about a device takes them from the release that it
    first ran with there, and keeps them.
    """
    kind, subject = device.partition(":")[0], device_of(snippet)
    if not subject:
        return release() == reference() and device == "cpu"
    return kind == subject and (again or not runs_of(snippet, SNIPPETS, DOCS).kept)


def recorded_here(snippet: Path, program: Program, device: str) -> list | None:
    """Return what is recorded of this text on this release and device: what it did instead.

    An empty list: it did what it promises. None: nothing is recorded.
    """
    chapter = snippet.relative_to(SNIPPETS).parts[0]
    name = f"{device.partition(':')[0]}-{release()}"
    for recording in evidence.recordings(DOCS, chapter):
        if recording.name == name:
            did = recording.programs.get(snippet.relative_to(SNIPPETS / chapter).as_posix(), {})
            if did.get("text") == digest(program.source):
                return did.get("instead", [])
    return None


def difference(program: Program, outcome: Outcome) -> list[list[str]]:
    """Return each promise with what was printed instead, then what ended the run, if anything did.

    What a run that was ended did not get to print, is left out.
    """
    found = [
        [expected or "", got or ""]
        for _, expected, got in broken(program, outcome, False)
        if got is not None or not outcome.error
    ]
    return found + [["", said] for said in (*outcome.assertions, outcome.raised) if said]


def alike(before: list, now: list) -> bool:
    """Say whether two differences are the same, to the last digit but one."""
    same = len(before) == len(now)
    return same and all(
        kept(old, new, exact=False)
        for lines, others in zip(before, now, strict=True)
        for old, new in zip(lines, others, strict=True)
    )


def told(instead: list) -> str:
    """Return a difference for a person to read."""
    lines = [f"{got or 'nothing'} instead of {want}" if want else got for want, got in instead]
    return "; ".join(lines) or "what it promises"


def counts_as_evidence(device: str) -> bool:
    """Say whether pages may name this run: on an x86-64 Linux, or on an accelerator."""
    return device != "cpu" or is_known_cpu(device)


def write_evidence(
    device: str,
    passed: dict[Path, str],
    differs: dict[Path, list],
    tables: dict[str, dict[str, dict]],
    seconds: float,
) -> None:
    """Record, chapter by chapter, which texts have run here, and what they did instead."""
    did = {snippet: {"text": digest(source)} for snippet, source in passed.items()}
    for snippet, lines in differs.items():
        did[snippet] = {"text": digest(RUNNER.programs[snippet].source), "instead": lines}
    today = datetime.now(UTC).date().isoformat()
    for chapter in sorted({snippet.relative_to(SNIPPETS).parts[0] for snippet in did}):
        own = {
            snippet.relative_to(SNIPPETS / chapter).as_posix(): done
            for snippet, done in did.items()
            if snippet.is_relative_to(SNIPPETS / chapter)
        }
        here, own_tables = places.environment(device), tables.get(chapter, {})
        run = Run(here, today, round(seconds, 1), own, own_tables)
        kind = device.partition(":")[0]
        evidence.record(DOCS, SNIPPETS, chapter, release(), kind, run)

"""pytest plugin: pytest-markdown-docs runs every fence of a page, as the site renders it.

Here are its options and what is collected; in session.py, how a fence runs; in recording.py, what
a session says and writes down at its end.
"""

from collections.abc import Generator, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from builder import evidence
from builder.chapter import refuse_faults
from builder.reading import one_moment
from builder.snippet import Snippet, device_of
from mkdocs.exceptions import BuildError
from pytest_markdown_docs.plugin import (
    MarkdownDocstringCodeModule,
    MarkdownInlinePythonItem,
    MarkdownTextFile,
)

from runner import pages, places, recording
from runner.combinations import Refused
from runner.folders import DOCS, SNIPPETS
from runner.places import release
from runner.processes import preload, run_all
from runner.programs import Program, kind_of
from runner.session import RUNNER
from runner.standing import counts_as_evidence

FROM_WORKERS: list[str] = []  # of pytest-xdist: what each says at its end


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
    device = config.option.device
    is_worker = hasattr(config, "workerinput")
    try:
        for place in sorted(DOCS.glob("*/evidence")):
            evidence.recordings(DOCS, place.parent.name)
        # What is recorded first needs no page; and of many workers, who starts them has looked.
        if not (config.option.record or is_worker):
            with one_moment():
                refuse_faults(DOCS, SNIPPETS)
        if getattr(config.option, "numprocesses", 0) and not is_worker and device == "cpu":
            return  # its workers run the programs
        RUNNER.import_seconds = preload(config.option.instructions)
    except (BuildError, ValueError) as error:
        raise pytest.UsageError(str(error)) from None
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


@pytest.hookimpl(tryfirst=True)
def pytest_markdown_docs_markdown_it() -> SimpleNamespace:
    """Parse pages with the site's own renderer."""
    return SimpleNamespace(parse=pages.fences)


class SnippetItem(MarkdownInlinePythonItem):
    """A fence, named by the snippet that it shows."""

    snippet: Path


class SnippetPage(MarkdownTextFile):
    """A page, or a snippet, collected by pytest-markdown-docs, each fence named by its snippet."""

    def collect(self) -> Iterator[SnippetItem]:
        snippets = pages.snippets_of(self.path.read_text("utf-8"))
        fences: Iterator[MarkdownInlinePythonItem]
        fences = super().collect()  # type: ignore[no-untyped-call]  # the plugin's has no types
        for fence, snippet in zip(fences, snippets, strict=True):
            item = SnippetItem.from_parent(
                self, name=snippet.stem, test_definition=fence.test_definition
            )
            item.snippet = snippet
            yield item


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    with one_moment():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Of a file that is not filled in, say what it lacks: no traceback says more."""
    report = yield
    caught = report.call.excinfo
    if caught and isinstance(caught.value, BuildError):
        report.longrepr = str(caught.value)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
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
        # No docstring shows a program, and to look would render each one, in every session.
        if not isinstance(collector, MarkdownDocstringCodeModule)
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
        or (device != "cpu" and Snippet.from_file(item.snippet, SNIPPETS).stays_on_cpu)
    ]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def pytest_collection_finish(session: pytest.Session) -> None:
    option = session.config.option
    shown = {
        item.test_definition: item.snippet
        for item in session.items
        if isinstance(item, SnippetItem)
    }
    if shown and not option.collectonly:
        RUNNER.start(shown, option.device, option.record, option.again)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in FROM_WORKERS or recording.summary(terminalreporter.config.option):
        terminalreporter.write_line(line)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take what a worker of pytest-xdist says: its terminal is nobody's."""
    FROM_WORKERS.extend(getattr(node, "workeroutput", {}).get("snippets", []))


def pytest_sessionfinish(session: pytest.Session) -> None:
    option = session.config.option
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["snippets"] = recording.summary(option)
    if not (option.record and RUNNER.outcomes and counts_as_evidence(option.device)):
        return
    try:
        tables = recording.tables_here(option) if option.tables else {}
    except Refused as error:
        raise pytest.UsageError(f"{error} Nothing is recorded.") from error
    if lost := without(option.device):
        raise pytest.UsageError(
            f"{option.device} was lost while the programs ran ({lost}). Nothing is recorded."
        )
    recording.write_evidence(option.device, tables)
    if RUNNER.tables_that_changed:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED

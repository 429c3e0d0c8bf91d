"""pytest plugin: pytest-markdown-docs runs every fence of a page, as the site renders it."""

import json
import platform
import re
import sys
import time
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import markdown
import pytest
import snippet_runner
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from pytest_markdown_docs._runners import get_runner, register_runner
from pytest_markdown_docs.plugin import MarkdownInlinePythonItem, MarkdownTextFile
from snippet_fences import device_of, digest
from snippet_runner import Outcome, Program, broken, complaint, run_all, with_promises

ROOT = Path(__file__).parents[1]
SNIPPETS = ROOT / "snippets"
DOCS = ROOT / "docs"


class PromiseBroken(AssertionError):
    """A snippet did not do what it says."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("snippets")
    group.addoption("--device", default="cpu", help="device that the snippets run on")
    group.addoption("--record", action="store_true", help="record promises and evidence anew")


def pytest_configure(config: pytest.Config) -> None:
    """Import torch before anything is forked, and refuse a device that is not there."""
    RUNNER.import_seconds = snippet_runner.preload()
    import torch

    # In a child, too: a parent that has initialised CUDA cannot fork children that use it.
    device = config.option.device
    [tried] = run_all([Program("device", f"import torch\ntorch.empty(1, device={device!r})\n")])
    if tried.error:
        reason = next(line for line in tried.error.splitlines() if "Error: " in line)
        raise pytest.UsageError(
            f"--device={device}: torch {torch.__version__} cannot use it here ({reason}). "
            "Nothing ran, so nothing counts as verified."
        )


def environment(device: str) -> str:
    """Say what the snippets run on, and so how closely their output is held to the promises."""
    import torch

    exact = "the reference: output must be equal to the letter"
    close = f"not the reference (torch {reference()}, Linux CPU): a last digit may differ by one"
    kind = exact if on_reference(device) else close
    return f"snippets: torch {torch.__version__} on {device}, {kind}"


def reference() -> str:
    """Return the pinned torch release."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    return next(pin for pin in groups["snippets"] if pin.startswith("torch==")).split("==")[1]


def release() -> str:
    """Return the release of torch that is installed."""
    import torch

    return torch.__version__.split("+")[0]


def on_reference(device: str) -> bool:
    """Say whether this is where the recordings come from: pinned torch, Linux, x86-64, CPU."""
    return (release(), *place(device)) == (reference(), "linux", "x86_64", "cpu")


def place(device: str) -> tuple[str, str, str]:
    return sys.platform, platform.machine(), device


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


@pytest.hookimpl(tryfirst=True)
def pytest_markdown_docs_markdown_it() -> SimpleNamespace:
    """Parse pages with the site's own renderer."""
    return SimpleNamespace(parse=fence_tokens)


def fence_tokens(text: str) -> list[SimpleNamespace]:
    """Return the fences of a page as the tokens that pytest-markdown-docs reads."""
    lines = text.splitlines()
    tokens = []
    for snippet in rendered(text)[1]:
        path = snippet.relative_to(SNIPPETS).as_posix()
        # A question of the quiz brings its program along: the page itself does not name it.
        line = next((number for number, line in enumerate(lines) if path in line), 0)
        source = snippet.read_text("utf-8")
        tokens.append(
            SimpleNamespace(type="fence", info="python", map=(line, line), content=source)
        )
    return tokens


class SnippetPage(MarkdownTextFile):
    """A page, collected as pytest-markdown-docs does it, with each fence named by its snippet."""

    def collect(self) -> Iterator[MarkdownInlinePythonItem]:
        snippets = rendered(self.path.read_text("utf-8"))[1]
        for fence, snippet in zip(super().collect(), snippets, strict=True):
            item = type(fence).from_parent(
                self, name=snippet.stem, test_definition=fence.test_definition
            )
            item.snippet = snippet
            yield item


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(parent: pytest.Collector):
    collectors = yield
    return [
        SnippetPage.from_parent(parent, path=collector.path)
        if isinstance(collector, MarkdownTextFile)
        else collector
        for collector in collectors
    ]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave a snippet about a device to a run on that device."""
    device = config.option.device.partition(":")[0]
    snippets = [item for item in items if hasattr(item, "snippet")]
    elsewhere = [item for item in snippets if device_of(item.snippet) not in ("", device)]
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

    def start(self, items: list[MarkdownInlinePythonItem], option) -> None:
        self.device, self.record = option.device, option.record
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

    def runtest(self, test, args, **_) -> None:
        snippet = self.shown[test]
        while snippet not in self.outcomes:
            finished, outcome = next(self.running)
            self.outcomes[finished] = outcome
            self.wall_seconds = time.perf_counter() - self.began
        program, outcome = self.programs[snippet], self.outcomes[snippet]
        if self.record and writes_promises(snippet, self.device) and not outcome.error:
            program = Program(program.name, with_promises(program, outcome))
            snippet.write_text(program.source, "utf-8")
        elif wrong := complaint(program, outcome, on_reference(self.device)):
            if self.record and is_another_release(self.device):
                self.differs[snippet] = difference(program, outcome)
                return
            raise PromiseBroken(wrong)
        self.passed[snippet] = program.source

    def repr_failure(self, test, excinfo, style=None) -> str:
        if not isinstance(excinfo.value, PromiseBroken):
            return str(excinfo.getrepr())
        page = test.source_path.relative_to(ROOT)
        snippet = self.shown[test].relative_to(ROOT)
        others = [other for other in speaking_of(snippet.stem) if other != page]
        also = f"Other pages speak of it: {', '.join(map(str, others))}\n" if others else ""
        return (
            f"{page}, line {test.start_line}, shows {snippet}:\n{excinfo.value}\n{also}"
            "Mend the snippet; or, if what it prints now is right: "
            f"nox -s record -- -k {snippet.stem}"
        )

    def speed(self) -> str:
        bodies = sum(outcome.seconds for outcome in self.outcomes.values())
        limit = self.import_seconds + bodies
        return (
            f"{len(self.outcomes)} snippets, each in its own process: {self.wall_seconds:.2f} s = "
            f"{self.wall_seconds / limit:.2f} x the limit of {limit:.2f} s "
            f"(one import {self.import_seconds:.2f} s + all bodies {bodies:.2f} s)"
        )


RUNNER = get_runner(SnippetRunner.__name__)


def speaking_of(claim: str) -> list[Path]:
    """Return the pages that show a snippet, link to it, or warn of it."""
    pages = sorted(DOCS.rglob("*.md"))
    return [page.relative_to(ROOT) for page in pages if claim in page.read_text("utf-8")]


def pytest_terminal_summary(terminalreporter) -> None:
    option = terminalreporter.config.option
    if RUNNER.outcomes:
        terminalreporter.write_line(environment(option.device))
        terminalreporter.write_line(RUNNER.speed())
        if RUNNER.differs:
            terminalreporter.write_line(f"{len(RUNNER.differs)} snippets do something else here:")
            for snippet in RUNNER.differs:
                terminalreporter.write_line(f"  {snippet.relative_to(SNIPPETS)}")
        if option.record and not counts_as_evidence(option.device):
            terminalreporter.write_line("Promises are recorded; where they ran is not: see above.")


def pytest_sessionfinish(session: pytest.Session) -> None:
    option = session.config.option
    if option.record and RUNNER.outcomes and counts_as_evidence(option.device):
        write_evidence(option.device, RUNNER.passed, RUNNER.differs)


def writes_promises(snippet: Path, device: str) -> bool:
    """Say whether a run may write what was printed into the snippet: where its promises come from.

    That is the pinned torch, on a CPU or on the device that the snippet is about.
    """
    return release() == reference() and device.partition(":")[0] == (device_of(snippet) or "cpu")


def is_another_release(device: str) -> bool:
    """Say whether this is the machine of the reference with another torch on it."""
    return place(device) == ("linux", "x86_64", "cpu") and release() != reference()


def difference(program: Program, outcome: Outcome) -> list:
    """Return each promise with what was printed instead, or the error that ended the run."""
    if outcome.error:
        said = re.findall(r"^\w+: .*", outcome.error, re.MULTILINE)
        return [["", (said or outcome.error.splitlines())[-1]]]
    return [[expected or "", got or ""] for _, expected, got in broken(program, outcome, False)]


def counts_as_evidence(device: str) -> bool:
    """Say whether pages may name this run: on the reference machine, or on an accelerator."""
    return device != "cpu" or place(device) == ("linux", "x86_64", "cpu")


def write_evidence(device: str, passed: dict[Path, str], differs: dict[Path, list]) -> None:
    """Record, chapter by chapter, which snippet texts have run, on which torch and hardware.

    Of another release, what it printed instead is recorded, too. What any recording says of a text
    that has changed since is dropped.
    """
    import torch

    kind = device.partition(":")[0]
    place = {
        "torch": release(),
        "hardware": torch.cuda.get_device_name()
        if kind == "cuda"
        else f"{platform.machine()} {kind.upper()}",
    }
    ran_at_all = passed.keys() | differs.keys()
    for chapter in {SNIPPETS / snippet.relative_to(SNIPPETS).parts[0] for snippet in ran_at_all}:
        folder = DOCS / chapter.name / "evidence"
        folder.mkdir(parents=True, exist_ok=True)
        recordings = {path: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
        own = folder / f"{kind}-{release()}.json"
        if release() == reference():
            own = folder / f"{kind}.json"
        earlier = recordings.get(own, {})
        texts = {
            path.relative_to(chapter).as_posix(): digest(path.read_text("utf-8"))
            for path in chapter.rglob("*.py")
        }
        ran = {
            snippet.relative_to(chapter).as_posix(): digest(source)
            for snippet, source in passed.items()
            if snippet.is_relative_to(chapter)
        }
        printed = {
            snippet.relative_to(chapter).as_posix(): {
                "text": digest(snippet.read_text("utf-8")),
                "instead": lines,
            }
            for snippet, lines in differs.items()
            if snippet.is_relative_to(chapter)
        }
        if place.items() <= earlier.items():
            ran = {n: d for n, d in earlier["snippets"].items() if n not in printed} | ran
            before = earlier.get("differs", {}).items()
            printed = {n: d for n, d in before if n not in ran} | printed
        recordings[own] = place | {"snippets": ran} | ({"differs": printed} if printed else {})
        for path, recording in recordings.items():
            still = {n: d for n, d in recording["snippets"].items() if texts.get(n) == d}
            recording["snippets"] = dict(sorted(still.items()))
            if other := recording.pop("differs", {}):
                still = {n: d for n, d in other.items() if texts.get(n) == d["text"]}
                recording["differs"] = dict(sorted(still.items()))
            path.write_text(json.dumps(recording, indent=1) + "\n", "utf-8")

"""The built site, a server for it, and a browser to read it with."""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from built.accessibility import AXE
from built.browsers import TITLES, launch, playing, remedy
from built.building import HOSTED, build_site
from built.serving import Server, serve
from built.tools import checker, missing
from filelock import FileLock
from runner.folders import ROOT
from runner.workload import reads, shared_out, waits
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Locator,
        Page,
        Request,
    )

collect_ignore = ["second_chapter"]  # pages and programs for test_second_chapter
if not find_spec("zensical"):
    collect_ignore += ["test_movable.py"]  # nox -s docs_zensical has what it takes
if not find_spec("timm"):
    collect_ignore += ["test_clients.py"]  # nox -s clients has what it takes
FAILURES = ROOT / ".failures"  # a picture and a trace of each test that failed in the browser
ONE_BY_ONE = ("tests/test_browser.py", "tests/test_recording.py")
SIZES = {"phone": {"width": 412, "height": 823}, "desktop": {"width": 1280, "height": 800}}
MODES = {
    f"{size}-{scheme}": {"viewport": SIZES[size], "color_scheme": scheme}
    for size in SIZES
    for scheme in ("light", "dark")
}
# Colours do not hang on the size, and other rules not on the scheme.
DECIDING_MODES = shared_out(MODES, len(MODES), always=("phone-light", "desktop-dark"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--weekly", action="store_true", help="run also what takes too long each time")
    # It takes a browser three times as long: so it is asked for when something has failed.
    parser.addoption("--traces", action="store_true", help="trace what a browser does in tests")
    parser.addoption("--browser", default="chromium", choices=TITLES, help="what reads the site")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "weekly: takes too long for each run of the tests")
    moved = "moved: is about what a reader moves; each week, and while the newest commits touch it"
    config.addinivalue_line("markers", moved)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to `nox -s weekly` what takes too long, and to Chromium's run what takes no browser."""
    for item in [*items]:
        if waits(item, config) or (config.option.browser != "chromium" and not reads(item)):
            items.remove(item)
            config.hook.pytest_deselected(items=[item])


@pytest.fixture(scope="session")
def weekly(pytestconfig: pytest.Config) -> bool:
    """Whether a law with a shorter form for each run takes its long one."""
    return bool(pytestconfig.option.weekly)


class Together(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist has no types
    """Shares the tests out: those of a file stay together, as they share what takes long to make.

    So do the programs of all pages. Tests that take long and share little go to whoever is free.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if file.startswith("docs/"):
            return "programs"
        return nodeid if file in ONE_BY_ONE else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Together:
    return Together(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in a line for each reason what was left out, and how to have it."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped)
    for reason, number in reasons.items():
        terminalreporter.write_line(f"{number} tests were left out. {reason}", yellow=True)


def built_once(tmp_path_factory: pytest.TempPathFactory, name: str, **environment: str) -> Path:
    """Build a site unless another worker of this run has built it: `<name>/1.0`."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / name
    with FileLock(shared / f"{name}.lock"):
        if not (folder / "1.0").exists():
            build_site(folder / "building", ROOT, **environment).rename(folder / "1.0")
    return folder / "1.0"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built where no address of it, and no repository, is known."""
    return built_once(tmp_path_factory, "site")


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a release builds it, beside a newer version, with an address and a repository."""
    built = built_once(tmp_path_factory, "hosted", **HOSTED)
    listed = [
        {"version": v, "title": v, "aliases": a} for v, a in (("2.0", ["latest"]), ("1.0", []))
    ]
    (built.parent / "versions.json").write_text(json.dumps(listed), "utf-8")
    return built


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    with serve(site) as server:
        yield server


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the browser saves files."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def browser(pytestconfig: pytest.Config, downloads: Path) -> Iterator["Browser"]:
    """A real browser: Chromium, unless another one is asked for."""
    name = pytestconfig.option.browser
    with playing(name) as playwright:
        browser = launch(playwright, name, downloads)
        if not browser:
            missing(f"There is no {TITLES[name]} on this machine", remedy(name))
        yield browser
        browser.close()


# How far what is visible moves while a page loads, as a share of the window: above 0.1 it annoys,
# and a fifth of that is seen. Source: https://web.dev/articles/cls.
SHIFT_LIMIT = 0.02
WATCH_SHIFTS = """
    const moves = [], watcher = new PerformanceObserver((seen) => moves.push(...seen.getEntries()));
    watcher.observe({type: "layout-shift", buffered: true});
    window.shifted = () => {
        moves.push(...watcher.takeRecords());
        return moves.reduce((sum, {value}) => sum + value, 0);
    };
"""


def watched(context: "BrowserContext", trouble: list[str]) -> "BrowserContext":
    """Note what pages complain about, and what they ask of another host."""

    def note_request(request: "Request") -> None:
        if not request.url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")):
            trouble.append(f"a request to {request.url}")

    def note_complaint(said: "ConsoleMessage") -> None:
        if said.type == "error":
            trouble.append(said.text)

    context.on("request", note_request)
    context.on("weberror", lambda error: trouble.append(str(error.error)))
    context.on("console", note_complaint)
    context.add_init_script(WATCH_SHIFTS)
    return context


def go_to(page: "Page", address: str, trouble: list[str]) -> "Page":
    """Open a page, folds too; note if it moves much while it loads."""
    page.goto(address, wait_until="load")
    if (shifted := page.evaluate("window.shifted?.() ?? 0")) > SHIFT_LIMIT:
        trouble.append(f"{address} moves by {shifted:.2f}: leave room for what scripts write")
    page.eval_on_selector_all("details", "all => all.forEach(fold => fold.open = true)")
    return page


@pytest.fixture
def visit(
    browser: "Browser", server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., "Page"]]:
    """Open a page, folds too, in a fresh profile.

    It may neither complain, nor ask another host, nor move much while it loads.
    """
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def visit(address: str, **profile: Any) -> "Page":
        context = watched(browser.new_context(**profile), trouble)
        contexts.append(context)
        if request.config.option.traces:
            context.tracing.start(snapshots=True)
        where = address if "://" in address else server.address + address
        return go_to(context.new_page(), where, trouble)

    yield visit
    if trouble or request.node.stash.get(FAILED, False):
        trouble += kept_of(request.node, contexts)
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture
def finder(visit: Callable[..., "Page"]) -> "Locator":
    """The finder, which has fetched what it knows."""
    found = visit("/find/").locator("quirk-finder")
    found.evaluate("e => e.ready()")
    return found


@pytest.fixture(scope="module")
def tab(browser: "Browser") -> Iterator[tuple["Page", list[str]]]:
    """A tab that takes nothing from a cache, with axe in it, and what its pages complain about.

    For laws about every page: a profile for each takes as long as a page.
    """
    trouble: list[str] = []
    context = watched(browser.new_context(color_scheme="light"), trouble)
    context.add_init_script(path=checker(AXE))
    page = context.new_page()
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page, trouble
    context.close()


@pytest.fixture
def turn_to(
    tab: tuple["Page", list[str]], server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[[str], "Page"]]:
    """Open a page as `visit` does, in a tab that has shown others, and remembers nothing."""
    if request.config.option.traces:  # which are of one test each
        yield request.getfixturevalue("visit")
        return
    page, trouble = tab

    def turn_to(address: str) -> "Page":
        if page.url != "about:blank":
            page.evaluate("localStorage.clear()")
        return go_to(page, server.address + address, trouble)

    yield turn_to
    if trouble or request.node.stash.get(FAILED, False):
        trouble += kept_of(request.node, [page.context])
    found = [*trouble]
    trouble.clear()
    assert found == []


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = report.failed or item.stash.get(FAILED, False)
    return report


def kept_of(test: pytest.Item, contexts: list["BrowserContext"]) -> list[str]:
    """Keep what the browser showed in a test that failed, and say where."""
    folder = FAILURES / re.sub(r"[^\w.=-]+", "-", test.name)
    kept = []
    for number, context in enumerate(contexts, 1):
        if test.config.option.traces:
            trace = folder / f"{number}.zip"
            context.tracing.stop(path=trace)
            kept.append(f"playwright show-trace {trace.relative_to(ROOT)}")
        for page in context.pages:
            picture = folder / f"{number}.png"
            page.screenshot(path=picture)
            kept.append(f"what it showed: {picture.relative_to(ROOT)}")
    return kept

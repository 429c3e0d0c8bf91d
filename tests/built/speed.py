"""How fast each kind of page is, on a phone as Lighthouse plays it: `nox -s speed`.

A score moves with whatever else the machine does, so each page is measured several times, and the
median counts; run it where nothing else runs. What can be counted has laws among the tests.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from runner.folders import ROOT

from built.browsers import CHROMIUM_ARGUMENTS, command, launch, playing, remedy
from built.building import build_site
from built.kinds import CHAPTER_REQUESTS, KINDS, REQUESTS, moved
from built.serving import serve
from built.tools import nodejs

if TYPE_CHECKING:
    from playwright.sync_api import Page

LIGHTHOUSE = ROOT / "tests" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
SCORES = ("performance", "accessibility", "best-practices", "seo")
NUMBERS = {
    "LCP ms": "largest-contentful-paint",
    "blocking ms": "total-blocking-time",
    "shift": "cumulative-layout-shift",
    "elements": "dom-size-insight",
}
LEAST = {"performance": 95.0, "accessibility": 100.0, "best-practices": 100.0, "seo": 100.0}
MOST = {"blocking ms": 200.0, "shift": 0.02, "kB": 120.0, "requests": REQUESTS, "longest ms": 50.0}
ASKED = ("finder-asked", "finder-words")  # which fetch what is known, as somebody has asked
PHONE = {"width": 412, "height": 823}
PLAYING = 4000  # ms that a network trains for
WATCH = """() => {
    window.tasks = [0];
    const note = (seen) => tasks.push(...seen.getEntries().map((task) => task.duration));
    new PerformanceObserver(note).observe({type: "longtask"});
}"""

Numbers = dict[str, float]


@dataclass(frozen=True)
class Measured:
    """What was measured of a page: of each number its median."""

    kind: str
    numbers: Numbers

    def misses(self) -> Iterator[str]:
        """Say which targets the page misses."""
        for name, value in self.numbers.items():
            least, most = LEAST.get(name, value), MOST.get(name, value)
            if self.kind == "chapter" and name == "requests":
                most = CHAPTER_REQUESTS
            if self.kind in ASKED and name == "requests":
                continue
            if self.kind.startswith("finder") and name == "kB":
                continue  # it lists every error: a law holds what each entry may weigh
            if not least <= value <= most:
                yield f"{self.kind}: {name} {value:g}, not {least if value < least else most:g}"


def chromium() -> str:
    """Return the path of the browser that the tests use, too."""
    if own := command("chromium"):
        return own
    with playing("chromium") as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        sys.exit(f"There is no Chromium on this machine. To have it: {remedy('chromium')}")
    return path


def judged(address: str, browser: str) -> Numbers:
    """Let Lighthouse load a page once, as on a phone of the middle range, and read its numbers."""
    wanted = f"--only-categories={','.join(SCORES)}"
    flags = f"--chrome-flags={' '.join(['--headless', *CHROMIUM_ARGUMENTS])}"
    run = subprocess.run(
        [nodejs(), LIGHTHOUSE, address, "--output=json", "--quiet", wanted, flags],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        text=True,
    )
    if run.returncode:
        sys.exit(f"Lighthouse cannot judge {address}: {run.stderr[-2000:]}")
    return numbers_of(json.loads(run.stdout))


def numbers_of(report: dict[str, Any]) -> Numbers:
    """Return the numbers of a report by Lighthouse."""
    audits = report["audits"]
    requests = audits["network-requests"]["details"]["items"]
    sent = [one for one in requests if one["url"].startswith("http")]  # not what is in a style
    scores = {name: 100 * float(report["categories"][name]["score"] or 0) for name in SCORES}
    numbers = {name: float(audits[audit]["numericValue"]) for name, audit in NUMBERS.items()}
    size = sum(request["transferSize"] for request in sent) / 1000
    return scores | numbers | {"kB": size, "requests": float(len(sent))}


def measured(kind: str, address: str, browser: str, runs: int) -> Measured:
    """Return the medians of a page, after a first load that does not count."""
    judged(address, browser)
    found = [judged(address, browser) for _ in range(runs)]
    return Measured(kind, {name: median(one[name] for one in found) for name in found[0]})


def longest_task(page: "Page") -> float:
    """Move each thing that can be moved, train what can be trained; return the longest task, in ms.

    Tasks under 50 ms are not told apart by a browser: then it is 0.
    """
    page.evaluate(WATCH)
    for slider in page.locator("article input[type=range]").all():
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        if box:
            middle = box["y"] + box["height"] / 2
            page.mouse.move(box["x"] + box["width"] / 2, middle)
            page.mouse.down()
            for step in range(40):
                page.mouse.move(box["x"] + box["width"] * (step % 20) / 20, middle)
            page.mouse.up()
    for play in page.get_by_role("button", name="Play", exact=True).all():
        play.click()
        page.wait_for_timeout(PLAYING)
    return float(page.evaluate("Math.max(...tasks)"))


def smoothness(address: str, pages: dict[str, str]) -> Iterator[Measured]:
    """Yield the longest task of each page on which something can be moved or trained."""
    with playing("chromium") as playwright:
        browser = launch(playwright, "chromium")
        assert browser
        for kind, path in pages.items():
            page = browser.new_page(viewport={"width": PHONE["width"], "height": PHONE["height"]})
            page.goto(address + path, wait_until="networkidle")
            page.evaluate("scrollTo(0, document.body.scrollHeight)")  # scripts load when near
            page.wait_for_load_state("networkidle")
            yield Measured(f"{kind}, moved", {"longest ms": longest_task(page)})
            page.close()
        browser.close()


def table(found: list[Measured]) -> Iterator[str]:
    """Yield the lines of a table of what was measured; a star marks what misses its target."""
    names = list(dict.fromkeys(name for one in found for name in one.numbers))
    rows = [["", *names]]
    for one in found:
        missed = " ".join(one.misses())
        cells = [
            f"{one.numbers[name]:.4g}{'*' * (f': {name} ' in missed)}"
            if name in one.numbers
            else ""
            for name in names
        ]
        rows.append([one.kind, *cells])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join([row[0].ljust(widths[0]), *cells])


def main(arguments: list[str]) -> int:
    """Measure the kinds of pages that are named, or all; return 1 if one misses a target."""
    parser = argparse.ArgumentParser(prog="nox -s speed --", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each page is measured")
    parser.add_argument("--page", action="append", default=[], help="a kind, such as quiz")
    chosen = parser.parse_args(arguments)
    browser = chromium()
    with TemporaryDirectory() as folder:
        site = build_site(Path(folder) / "site")
        pages, movable = KINDS | moved(site), moved(site)
        if unknown := set(chosen.page) - set(pages):
            parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(pages)}")
        asked = {kind: path for kind, path in pages.items() if kind in (chosen.page or pages)}
        found = []
        with serve(site) as server:
            for kind, path in asked.items():
                one = measured(kind, f"{server.address}/{path}", browser, chosen.runs)
                found.append(one)
                said = ", ".join(f"{name} {value:.4g}" for name, value in one.numbers.items())
                print(f"{kind}: {said}", flush=True)
            can_move = {kind: path for kind, path in movable.items() if kind in asked}
            found += smoothness(f"{server.address}/", can_move)
    missed = [miss for one in found for miss in one.misses()]
    print("", *table(found), "", *missed or ["Every page is as fast as it has to be."], sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

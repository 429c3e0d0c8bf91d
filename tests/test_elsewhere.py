"""Law: the explorer says what a combination does elsewhere, where that is known to be different."""

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builder import table_differences
from builder.chapter import recorded
from builder.evidence import Environment, Run, record
from builder.snippet import digest
from built.accessibility import violations
from runner.combinations import of_row
from runner.folders import DOCS
from runner.table_runner import CHAPTER as FOLDER
from runner.table_runner import recording_of
from test_bad_pages import make_project, refusal
from test_pairings import show

pytestmark = pytest.mark.moved

MATRIX = recorded(recording_of(FOLDER / "matrix.py"))
EXPLORER = "/activations-and-losses/explorer/"
PAGE = """# Explorer

<!-- show activations-and-losses/matrix: explorer -->

## Elsewhere

<!-- show activations-and-losses/matrix: matrix-elsewhere -->
"""
ERROR = "AcceleratorError: CUDA error: device-side assert triggered\nSearch for it."
ASSERTION = "Assertion `input_val >= zero && input_val <= one` failed"
OLD = {"outcome": "raises", "phase": "backward", "error": "RuntimeError: Found dtype Long"}


def rows_that_say(said: str) -> list[int]:
    return [n for n, row in enumerate(MATRIX["rows"]) if said in row.get("error", "")]


UNNOTICED = rows_that_say("argument #2 'target' is out of range")[:28]
ASSERTED = rows_that_say("all elements of input should be between")[:90]
OLDER = [
    number
    for number, row in enumerate(MATRIX["rows"])
    if row["loss"] == "MSELoss" and row["outcome"] == "silent"
][:7]
# For each file: the release that it was compared with, and what rows do there.
EVIDENCE = {
    ("cuda", "2.11.0"): (
        "2.11.0",
        {n: {"outcome": "silent"} for n in UNNOTICED}
        | {
            n: {"outcome": "raises", "phase": "forward", "error": ERROR, "assertion": ASSERTION}
            for n in ASSERTED
        },
    ),
    ("cpu", "2.10.0"): (MATRIX["torch"], dict.fromkeys(OLDER, OLD)),
    ("cpu", "2.8.0"): (MATRIX["torch"], dict.fromkeys(OLDER[:3], OLD)),
    ("cpu", "1.0.0"): ("0.1.0", dict.fromkeys(OLDER, OLD)),  # compared with another recording
}


def build(folder: Path, devices: tuple[str, ...], caplog: pytest.LogCaptureFixture) -> Path:
    """Build the explorer's page with made-up evidence."""
    config = make_project(folder, "# Home\n", hooks=[])
    docs, chapter = folder / "docs", folder / "docs" / "activations-and-losses"
    for part in ("data", "views"):
        shutil.copytree(DOCS / "activations-and-losses" / part, chapter / part)
    (chapter / "explorer.md").write_text(PAGE, "utf-8")
    (folder / "snippets" / "activations-and-losses").mkdir()
    shutil.copy(FOLDER / "matrix.py", folder / "snippets" / "activations-and-losses")
    for (device, torch), (against, does) in EVIDENCE.items():
        if device in devices:
            there = [(n, here, of_row(MATRIX["rows"][n])) for n, here in does.items()]
            did = {
                "text": digest((FOLDER / "matrix.py").read_text("utf-8")),
                "rows": len(MATRIX["rows"]),
                "against": against,
                "differs": table_differences.grouped(there),
            }
            hardware = "NVIDIA H200" if device == "cuda" else "x86_64 CPU"
            where = Environment(hardware, "x", "AVX2", "", torch, "3.12", "2", "Linux")
            run = Run(where, "2026-01-01", 1.0, {}, {"matrix.py": did})
            record(docs, folder / "snippets", "activations-and-losses", torch, device, run)
    assert refusal(config, caplog) == ""
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In place of the whole site: the explorer, with releases and a GPU."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        return build(tmp_path_factory.mktemp("elsewhere"), ("cpu", "cuda"), Silent())


class Silent:
    """A log that nobody reads: caplog is there for one test only."""

    text = ""

    def set_level(self, *_) -> None: ...


@pytest.mark.parametrize("width", [390, 1280])
def test_the_explorer_says_what_happens_elsewhere(width: int, visit) -> None:
    page = visit(EXPLORER, viewport={"width": width, "height": 844})
    explorer = page.locator("pairing-explorer:defined")
    expected = {
        UNNOTICED[9]: [
            "On CUDA (NVIDIA H200, torch 2.11.0): no error and no warning. "
            "What is an error elsewhere goes unnoticed there."
        ],
        ASSERTED[40]: [
            "On CUDA (NVIDIA H200, torch 2.11.0): an error in the forward pass.",
            f"{ASSERTION}\n{ERROR.splitlines()[0]}",
        ],
        OLDER[2]: [
            "With torch 2.8.0 and torch 2.10.0: an error in the backward pass.",
            OLD["error"],
        ],
        OLDER[3]: ["With torch 2.10.0: an error in the backward pass.", OLD["error"]],
        OLDER[3] + 1: [],
    }
    for number, said in expected.items():
        show(explorer, MATRIX["rows"][number])
        shown = explorer.locator(".explorer-elsewhere, .explorer-elsewhere + pre")
        assert [part.inner_text().strip() for part in shown.all()] == said
        warned = explorer.locator(".explorer-elsewhere.wrong").count()
        assert warned == (number == UNNOTICED[9])
        assert violations(page) == []
        room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert room[0] <= room[1], "the page scrolls sideways"


def test_the_explorer_says_it_of_each_row_and_of_no_other(visit) -> None:
    explorer = visit(EXPLORER).locator("pairing-explorer:defined")
    parts = [
        [row[part] for part in ("activation", "loss", "output_shape", "target_form")]
        for row in MATRIX["rows"]
    ]
    found = explorer.evaluate(
        "(e, all) => all.flatMap(([activation, loss, outputs, target], number) =>"
        " e.records.elsewhere({ activation, loss, outputs, target }).length ? [number] : [])",
        parts,
    )
    assert found == sorted({*UNNOTICED, *ASSERTED, *OLDER})


def test_without_javascript_the_counts_are_there(site: Path) -> None:
    html = BeautifulSoup(
        (site / EXPLORER.strip("/") / "index.html").read_text("utf-8"), "html.parser"
    )
    rows = [[c.get_text() for c in row.select("th, td")] for row in html.select("tbody tr")]
    assert rows == [
        ["torch 2.8.0", "0", "3", "0", "0"],
        ["torch 2.10.0", "0", "7", "0", "0"],
        ["CUDA (NVIDIA H200, torch 2.11.0)", "28", "0", "90", "0"],
    ]
    assert "No run of them on CUDA" not in html.get_text()


def test_without_a_gpu_nothing_is_said_about_one_but_that(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = build(tmp_path, ("cpu",), caplog)
    page = (site / EXPLORER.strip("/") / "index.html").read_text("utf-8")
    assert page.count("CUDA") == 2 and "No run of them on CUDA is recorded yet" in page

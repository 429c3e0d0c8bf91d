"""Law: whatever combinations do to their processes, each one's own outcome is known, or none is.

The second device is a stand-in, the CPU by another name. On it combinations of a made-up table end
their process, poison it, or take the device away, as kernels do on CUDA.
"""

import json
import os
import random
from functools import partial
from pathlib import Path

import pytest
from builder import table_differences
from builder.chapter import recorded
from builder.evidence import Environment, Run, record, recordings
from mkdocs.exceptions import BuildError
from runner import combinations, tables_elsewhere
from runner.combinations import Refused
from runner.devices import works
from runner.places import release
from runner.table_runner import CHAPTER, recording_of
from runner.tables_elsewhere import compared, differing, summary

STAND_IN = "cpu:0"
MATRIX = CHAPTER / "matrix.py"
RECORDED = recorded(recording_of(MATRIX))
# Which outcome a combination of this table has is the name of its loss.
TABLE = """
import os, signal, time
from pathlib import Path
from types import SimpleNamespace

import torch

TARGETS = [SimpleNamespace(name=str(number)) for number in range(100)]
HERE = Path(__file__).parent

def poison():
    def ones(*_, **__):
        raise RuntimeError("device-side assert triggered")
    torch.ones = ones

class Combination:
    def __init__(self, activation, loss, shape, target):
        if loss == "absent":
            torch.nn.NoLoss()
        self.way, self.number = loss, target.name

    def run(self):
        other = torch.get_default_device().index is not None
        return getattr(self, self.way)() if other else {"outcome": "raises", "phase": "forward"}

    def says(self):
        line = f"Loss.cu:1: thread: [0] Assertion `t == {self.number}` failed.\\\\n"
        os.write(2, line.encode())

    def silent(self):
        return {"outcome": "silent"}

    def raises(self):
        return {"outcome": "raises", "phase": "forward", "error": f"RuntimeError: {self.number}"}

    def asserts(self):
        self.says()
        poison()
        return self.raises()

    def late(self):
        self.says()
        poison()
        return self.silent()

    def noted(self):  # an assertion that does no harm
        self.says()
        return self.silent()

    def aborts(self):
        self.says()
        os.abort()

    def leaves(self):
        os._exit(7)

    def hangs(self):
        time.sleep(60)

    def together(self):  # with the other one
        (HERE / f"{self.number}.here").touch()
        while len([*HERE.glob("*.here")]) < 2:
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)

    def lost(self):
        (HERE / "lost").touch()
        poison()
        return self.raises()

    def faulty(self):
        raise ValueError("a fault of the table")
""".replace("\\\\n", "\\n")
ENVIRONMENT = Environment("NVIDIA H200", "x", "AVX2", "580", "2.11.0+cu130", "3.12", "2", "Linux")


def expected(way: str, number: str) -> dict[str, str]:
    said = {"assertion": f"Assertion `t == {number}` failed."}
    raises = {"outcome": "raises", "phase": "forward", "error": f"RuntimeError: {number}"}
    late = "RuntimeError: device-side assert triggered"
    return {
        "silent": {"outcome": "silent"},
        "raises": raises,
        "asserts": raises | said,
        "late": {"outcome": "raises", "phase": "backward", "error": late} | said,
        "noted": {"outcome": "silent"} | said,
        "aborts": {"outcome": "crashes", "error": "signal SIGABRT"} | said,
        "leaves": {"outcome": "crashes", "error": "exit status 7"},
        "together": {"outcome": "crashes", "error": "signal SIGKILL"},
        "hangs": {"outcome": "crashes", "error": "no answer in 2 s"},
        "absent": {"outcome": "absent", "error": "module 'torch.nn' has no attribute 'NoLoss'"},
    }[way]


def ran(folder: Path, ways: list[str], device: str = STAND_IN, **options) -> list[dict]:
    """Run a combination for each way, in a table of its own."""
    table = folder / f"{folder.name.replace('-', '_')}.py"
    table.write_text(TABLE, "utf-8")
    names = [("none", way, "(N,)", str(number)) for number, way in enumerate(ways)]
    options = {"workers": 2, "probe": partial(present, folder)} | options
    return combinations.outcomes(table, names, device, **options)


def present(folder: Path, device: str) -> None:
    """Use the stand-in, unless a combination has taken it away."""
    if (folder / "lost").exists():
        raise RuntimeError("no such device")
    works(device)


def wanted(ways: list[str]) -> list[dict]:
    return [expected(way, str(number)) for number, way in enumerate(ways)]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_each_combination_has_its_own_outcome(workers: int, tmp_path: Path) -> None:
    kinds = ("silent", "raises", "asserts", "late", "noted", "aborts", "leaves", "absent")
    ways = [*random.Random(0).choices(kinds, k=40), "aborts", "aborts", "silent", "noted"]
    assert ran(tmp_path, ways, workers=workers) == wanted(ways)


def test_two_that_die_at_once_are_told_apart(tmp_path: Path) -> None:
    ways = ["together", "together", "silent", "noted", "silent"]
    assert ran(tmp_path, ways) == wanted(ways)


def test_one_that_hangs_is_ended(tmp_path: Path) -> None:
    ways = ["silent", "hangs", "silent", "noted"]
    assert ran(tmp_path, ways, workers=1, patience=2) == wanted(ways)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_device_that_disappears_ends_the_run(workers: int, tmp_path: Path) -> None:
    ways = ["silent"] * 5 + ["lost"] + ["silent"] * 20
    with pytest.raises(Refused, match="cpu:0 cannot be used: RuntimeError: no such device"):
        ran(tmp_path, ways, workers=workers)


def test_a_device_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cuda cannot be used: "):
        ran(tmp_path, ["silent"], "cuda", probe=works)


def test_a_process_that_dies_before_its_first_combination_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"before it could use cpu:0 \(exit status 9\)"):
        ran(tmp_path, ["silent"], probe=dies)


def dies(device: str) -> None:
    os._exit(9)


def test_a_fault_of_the_table_is_no_outcome(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="a fault of the table"):
        ran(tmp_path, ["silent", "faulty"])


def test_the_cpu_does_what_the_matrix_records() -> None:
    rows = random.Random(3).sample(RECORDED["rows"], 1500)
    names = [[row[part] for part in combinations.PARTS] for row in rows]
    assert combinations.outcomes(MATRIX, names) == [combinations.of_row(row) for row in rows]


# What is kept of it.


@pytest.fixture
def chapter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A chapter with two tables: one of combinations, one that is run as a whole."""
    monkeypatch.setattr(tables_elsewhere, "ROOT", tmp_path)
    (tmp_path / "snippets" / "c").mkdir(parents=True)
    (tmp_path / "docs" / "c" / "data").mkdir(parents=True)
    rows = [
        {"activation": "none", "loss": way, "output_shape": "(N,)", "target_form": str(number)}
        | {"outcome": "raises", "phase": "forward", "verdicts": {}}
        for number, way in enumerate(["silent", "asserts", "raises", "aborts"])
    ]
    documents = {"pairs": {"torch": "1.0", "rows": rows}, "sums": {"torch": "1.0", "rows": [{}]}}
    for name, document in documents.items():
        (tmp_path / f"docs/c/data/{name}.json").write_text(json.dumps(document), "utf-8")
    (tmp_path / "snippets/c/pairs.py").write_text(TABLE, "utf-8")
    program = (
        "import json, torch\n"
        "device = torch.get_default_device()\n"
        'print(json.dumps({"rows": [{"a": 1.5, "b": str(device)}, {"a": 1.25}]}))\n'
    )
    (tmp_path / "snippets/c/sums.py").write_text(program, "utf-8")
    return tmp_path


def test_a_device_is_compared_with_the_cpu_of_the_same_torch(chapter: Path) -> None:
    found = compared("c", STAND_IN, workers=2)
    cpu = {"outcome": "raises", "phase": "forward"}
    pairs, sums = found["pairs.py"], found["sums.py"]
    assert pairs["rows"] == 4 and sums["rows"] == 2
    assert pairs["against"] == sums["against"] == release()
    assert pairs["differs"] == [
        {"here": {"outcome": "silent"}, "there": cpu, "rows": ["0"]},
        {"here": expected("asserts", "1"), "there": cpu, "rows": ["1"]},
        {"here": expected("raises", "2"), "there": cpu, "rows": ["2"]},
        {"here": expected("aborts", "3"), "there": cpu, "rows": ["3"]},
    ]
    assert sums["differs"] == [{"here": {"b": "cpu:0"}, "there": {"b": "cpu"}, "rows": ["0"]}]
    said = [*summary("pairs.py", pairs)]
    assert said[:2] == ["pairs.py: 4 rows, 4 differ", "       1 raises -> silent"]


def test_the_cpu_is_compared_with_what_is_recorded(chapter: Path) -> None:
    found = compared("c")
    assert found["pairs.py"]["differs"] == [] and found["pairs.py"]["against"] == "1.0"
    assert found["sums.py"]["differs"] == [{"here": {"rows": 2}, "there": {"rows": 1}, "rows": []}]


def test_a_table_without_its_package_is_refused(chapter: Path) -> None:
    (chapter / "snippets/c/sums.py").write_text("import sklearnt\n", "utf-8")
    with pytest.raises(Refused, match=r"sums.py did not run, as sklearnt is not installed"):
        compared("c")


def test_what_differs_is_found_again(chapter: Path) -> None:
    """Through the evidence file, with its schema, and back."""
    docs, snippets = chapter / "docs", chapter / "snippets"
    run = Run(ENVIRONMENT, "2026-01-01", 1.0, {}, compared("c", STAND_IN, workers=2))
    path = record(docs, snippets, "c", "2.11.0", "cuda", run)
    recording = recordings(docs, "c")[0]
    document = json.loads((docs / "c/data/pairs.json").read_text("utf-8"))
    found = [*table_differences.differences(recording, "pairs", document)]
    ways = [row["loss"] for row, _, _ in found]
    assert path.name == "cuda-2.11.0.json"
    assert sorted(ways) == ["aborts", "asserts", "raises", "silent"]
    for row, here, _ in found:
        assert here == expected(row["loss"], row["target_form"])
    document["rows"].pop()
    with pytest.raises(BuildError, match=r"cuda-2\.11\.0\.json was compared with 4 rows of pairs"):
        [*table_differences.differences(recording, "pairs", document)]


DIFFERING = {
    "a last digit": ([{"a": 0.52}], [{"a": 0.53}], []),
    "two last digits": ([{"a": 0.52}], [{"a": 0.54}], [({"a": 0.52}, {"a": 0.54}, ["0"])]),
    "a field that is new": ([{"a": 1, "b": 2}], [{"a": 1}], [({"b": 2}, {}, ["0"])]),
    "a label": ([{"a": "Target 1"}], [{"a": "Target 2"}], 1),
    "a number of rows": ([{}], [{}, {}], [({"rows": 1}, {"rows": 2}, [])]),
    "an error": ("ValueError: x", [{}], [({"error": "ValueError: x"}, {}, [])]),
    "the same error": ("ValueError: x", "ValueError: x", []),
}


@pytest.mark.parametrize("what", DIFFERING)
def test_what_counts_as_a_difference(what: str) -> None:
    *sides, wanted = DIFFERING[what]
    documents = [side if isinstance(side, str) else {"rows": side} for side in sides]
    found = [tuple(group.values()) for group in differing(*documents)["differs"]]
    assert (len(found) if isinstance(wanted, int) else found) == wanted


@pytest.mark.parametrize("seed", range(30))
def test_row_numbers_survive_being_written_down(seed: int) -> None:
    chosen = random.Random(seed)
    rows = chosen.sample(range(300), chosen.randrange(1, 120))
    rows += range(1000, 1000 + 50 * chosen.randrange(2, 9), 50)
    assert sorted(table_differences.numbers(table_differences.ranges(rows))) == sorted(rows)
    assert table_differences.ranges([*range(5, 20000, 3600), 7, 8]) == ["5-18005/3600", "7-8"]

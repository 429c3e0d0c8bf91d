"""Law: a recorded table is, cell by cell, what its program does today.

Each day one table in three, the matrix, and what the newest commits changed, try one in 48 of their
cases, which are targets, before all losses and after all activations, or the tables that a table is
made of. Each week, and when they are recorded, all tables try all.
"""

import json
import random
from functools import reduce
from operator import getitem
from pathlib import Path

import pytest
from builder import chapter
from builder.evidence import write_whole
from runner.standing import on_reference, reference
from runner.table_runner import (
    case_of,
    check,
    differences,
    executed,
    recording_of,
    share_of,
    tables,
    text_of,
)
from runner.workload import shared_out

TABLES = tables()
MATRIX = [table for table in TABLES if table.stem == "matrix"]
EVERY = 48  # of the targets, or of the tables in a table, each day


@pytest.fixture(scope="module")
def now(request: pytest.FixtureRequest, weekly: bool) -> dict[Path, dict | str]:
    """Run the selected tables, two at a time."""
    law = test_a_table_does_what_is_recorded.__name__
    items = [item for item in request.session.items if item.name.startswith(law)]
    wanted = [item.callspec.params["table"] for item in items]
    every = 1 if weekly or request.config.option.record else EVERY
    return dict(zip(wanted, executed(wanted, every=every), strict=True))


@pytest.mark.parametrize(
    "table", shared_out(TABLES, 3, always=MATRIX), ids=lambda table: table.stem
)
def test_a_table_does_what_is_recorded(
    table: Path, now: dict[Path, dict | str], pytestconfig: pytest.Config
) -> None:
    result, recording = now[table], recording_of(table)
    assert isinstance(result, dict), result
    if pytestconfig.option.record:
        recording.parent.mkdir(parents=True, exist_ok=True)
        write_whole(recording, text_of(result))
    assert recording.exists(), f"{table.name} is not recorded yet: nox -s record -- -k {table.stem}"
    recorded = chapter.recorded(recording)
    if not on_reference("cpu"):
        result |= {name: recorded[name] for name in ("torch", "hardware")}
    wrong = check(share_of(recorded, result), result, on_reference("cpu"))
    assert not wrong, (
        f"{recording.name} is not what {table.name} does:\n{wrong}\n"
        f"If the program is right as it is now: nox -s record -- -k {table.stem}"
    )
    assert recording.read_text("utf-8") == text_of(recorded), (
        f"{recording.name} was edited by hand: nox -s record -- -k {table.stem}"
    )


def cells(value: object, place: tuple = ()) -> list[tuple]:
    """Return the way to every cell of a document."""
    if isinstance(value, dict | list):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        return [way for key, inner in inside for way in cells(inner, (*place, key))]
    return [place]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_flipped_cell_is_named(table: Path, weekly: bool) -> None:
    text = recording_of(table).read_text("utf-8")
    recorded, now = json.loads(text), json.loads(text)
    ways = cells(recorded)
    many = min(len(ways), 400 if weekly else 40)
    for *way, last in random.Random(0).sample(ways, many):
        holder = reduce(getitem, way, recorded)
        kept, holder[last] = holder[last], "flipped"
        [said] = differences(recorded, now, exact=True)
        holder[last] = kept
        assert str(last) in said.splitlines()[0] and "recorded: flipped" in said


@pytest.mark.parametrize(("name", "cases"), [("matrix", "targets"), ("shapes", "tables")])
def test_a_share_is_held_to_its_part_of_the_recording(name: str, cases: str) -> None:
    table = next(path for path in TABLES if path.stem == name)
    recorded = chapter.recorded(recording_of(table))
    some = dict([*recorded[cases].items()][::EVERY])
    rows = [dict(row) for row in recorded["rows"] if case_of(row) in some]
    share = recorded | {cases: some, "rows": rows}
    share |= {"margin": "of these rows alone"} if "margin" in recorded else {}
    assert 0 < len(rows) < len(recorded["rows"]) / 4
    if cases == "targets":  # of which each is tried with all the rest
        assert len(rows) * len(recorded[cases]) == len(recorded["rows"]) * len(some)
    assert check(share_of(recorded, share), share, exact=True) == ""
    rows[-1]["outcome"] = "flipped"
    assert "flipped" in check(share_of(recorded, share), share, exact=True)
    del rows[-1]
    assert "rows" in check(share_of(recorded, share), share, exact=True)


def test_another_torch_is_named() -> None:
    recorded = {"torch": "1.0.0", "rows": []}
    assert check(recorded, recorded, exact=True) == (
        f"recorded with torch 1.0.0, not {reference()}"
    )


BAD = {
    "1 / 0\n": "division by zero",
    "print('no JSON')\n": "one JSON object and nothing else",
    "while True: pass\n": "still running after 3 s",
}


@pytest.mark.parametrize("source", BAD)
def test_a_bad_table_is_refused(source: str, tmp_path: Path) -> None:
    (tmp_path / "table.py").write_text(source, "utf-8")
    [said] = executed([tmp_path / "table.py"], limit=3)
    assert BAD[source] in said and "table.py" in said


def test_what_torch_logs_of_a_machine_is_no_part_of_a_table(tmp_path: Path) -> None:
    """Its CUDA build logs where there is no GPU. That is no warning, of which a table speaks."""
    logged = (
        "W1129 18:21:46.781000 20249 torch/utils/cpp_extension.py:178] No CUDA runtime is found"
    )
    program = f"import sys\nprint({logged!r}, file=sys.stderr)\nprint('{{\"rows\": [1]}}')\n"
    (tmp_path / "table.py").write_text(program, "utf-8")
    [found] = executed([tmp_path / "table.py"])
    assert found["rows"] == [1]


COMBINATIONS = """\
import json
ACTIVATIONS = {f"a{n}": n for n in range(11)}
TARGETS = ["t0", "t1", "t2"]

class Combination:
    pass

def document():
    rows = [[a, t] for a in ACTIVATIONS for t in TARGETS]
    return {"activations": ACTIVATIONS, "of": "all", "rows": rows}

if __name__ == "__main__":
    print(json.dumps(document()))
"""


@pytest.mark.parametrize("every", [1, 2])
def test_a_table_in_parts_is_the_whole_one(every: int, tmp_path: Path) -> None:
    path = tmp_path / "table.py"
    path.write_text(COMBINATIONS, "utf-8")
    [found] = executed([path], every=every)
    tried = [[f"a{n}", f"t{m}"] for n in range(11) for m in range(0, 3, every)]
    assert found["rows"] == tried and [*found["activations"].values()] == [*range(11)]


def test_a_part_that_fails_is_the_failure_of_its_table(tmp_path: Path) -> None:
    path = tmp_path / "table.py"
    path.write_text(COMBINATIONS.replace("rows =", "1 / (ACTIVATIONS.get('a7') != 7); rows ="))
    [said] = executed([path])
    assert "division by zero" in said

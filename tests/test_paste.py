"""Law: what a reader pastes prints what the page says, three times in a row, on any threads.

Six runs of each program are for the week. Each day test_steadiness pastes a fourth of them and all
that are new once, on two threads and with the oldest instructions: with the run that every page
asks for these run twice, and draw other numbers each time.
"""

import nbformat
import pytest
from builder.snippet import device_of
from runner import paste
from runner.folders import SNIPPETS
from runner.lab_runner import text_of
from runner.programs import Program, kind_of
from test_labs import LABS, recording_of
from test_pages import PROGRAMS

PASTED = [path for path in PROGRAMS if kind_of(path) == "snippet" and not device_of(path)]


@pytest.fixture(scope="module")
def complaints(request: pytest.FixtureRequest) -> dict[str, str]:
    """Run the selected programs in one go."""
    law = test_a_pasted_program_prints_its_promises.__name__
    items = [item for item in request.session.items if item.name.startswith(law)]
    wanted = [item.callspec.params["snippet"] for item in items]
    programs = [Program(str(path), path.read_text("utf-8")) for path in wanted]
    return paste.forked(programs)


@pytest.mark.weekly
@pytest.mark.parametrize("snippet", PASTED, ids=lambda path: path.stem)
def test_a_pasted_program_prints_its_promises(snippet, complaints: dict[str, str]) -> None:
    wrong = complaints[str(snippet)]
    assert not wrong, f"{snippet.relative_to(SNIPPETS)}:\n{wrong}"


@pytest.mark.weekly  # test_labs runs each of them every day, in another way
@pytest.mark.parametrize("lab", LABS, ids=lambda path: path.stem)
def test_a_lab_runs_as_a_plain_file_too(lab) -> None:
    done = paste.real_process(Program(str(lab), lab.read_text("utf-8")), threads=1)
    assert done.returncode == 0, done.stderr
    cells = nbformat.read(recording_of(lab), as_version=4).cells
    assert done.stdout == "".join(map(text_of, cells))


TOOLS = [path for path in PROGRAMS if kind_of(path) == "tool"]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda path: path.stem)
def test_a_tool_can_be_taken_away(tool) -> None:
    taken = f"import {tool.stem}\nprint(*{tool.stem}.__all__)\n"
    done = paste.real_process(Program(str(tool.with_name("pasted.py")), taken), threads=1)
    assert done.returncode == 0 and done.stdout.strip(), done.stderr


BAD = {
    "it draws without a seed": (
        "import torch\nprint(f'{torch.rand(1).item():.4f}')\n# > 0.4963\n",
        "from run to run",
    ),
    "it draws with NumPy": ("import numpy\nprint(numpy.random.rand())\n# > 0.5\n", "run to run"),
    "it draws with random": ("import random\nprint(random.random())\n# > 0.5\n", "run to run"),
    "it promises something else": ("print(2)\n# > 3\n", "promised: 3\n  printed:  2"),
    "it promises more": ("print(2)\n# > 2\n# > 3\n", "promised: 3\n  printed:  "),
    "it promises less": ("print(2)\nprint(3)\n# > 2\n", "promised: \n  printed:  3"),
    "it counts threads": (
        "import torch\nprint(torch.get_num_threads())\n# > 1\n",
        "something else in 3 of 6 runs",
    ),
    "it leans on the repository": ("import snippets\n", "No module named 'snippets'"),
    "it leans on its file": ("print(open(__file__).name == 'x')\n# > True\n", "printed:  False"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_a_reader_cannot_paste_is_named(name: str) -> None:
    source, said = BAD[name]
    [wrong] = paste.forked([Program("a.py", source)]).values()
    assert said in wrong


def test_a_real_process_agrees_with_the_forked_child(weekly: bool) -> None:
    bad = BAD if weekly else ["it draws with random", "it leans on the repository"]
    programs = [Program(f"{number}.py", BAD[name][0]) for number, name in enumerate(bad)]
    good = Program("good.py", "print(1 + 1)\n# > 2\n")
    assert {*paste.broken([*programs, good])} == {program.name for program in programs}

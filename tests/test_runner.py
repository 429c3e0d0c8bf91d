"""Law: a program is held to its promises, and harms nobody but itself."""

import ast
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from builder import question_proof
from builder.snippet import promises
from built import tokens
from built.views import learning
from built.warm import Warm
from runner import pages, processes, snippet_plugin, standing
from runner.folders import DOCS, ROOT, SNIPPETS
from runner.processes import run_all
from runner.programs import Program
from runner.promises import complaint, kept, with_promises

GOOD = "print(1 + 1)\n# > 2\n"
CRASH = "import ctypes\nctypes.string_at(0)\n"
BAD = {
    "a wrong promise": ("print(2)\n# > 3\n", "line 1\n  expected: 3\n  got:      2"),
    "a missing promise": ("print(2)\n", "line 1 prints without a promise\n  got:      2"),
    "a superfluous promise": ("x = 2\n# > 2\n", "line 1 does not print this promise"),
    "a promise in the wrong place": (
        "print(1)\nprint(2)\n# > 1\n# > 2\n",
        "line 1 prints without a promise",
    ),
    "output of a subprocess": ("import os\nos.system('echo 7')\n# > 8\n", "got:      7"),
    "a warning": ("import warnings\nwarnings.warn('old')\n", "UserWarning: old"),
    "an exception": ("1 / 0\n", "ZeroDivisionError: division by zero"),
    "a syntax error": ("print(\n", "SyntaxError"),
    "an endless loop": ("while True:\n    pass\n", "still running after 5 s, the time limit"),
    "sys.exit": ("import sys\nsys.exit(0)\n", "calls sys.exit"),
    "a hard exit": ("import os\nos._exit(0)\n", "ended early (exit status 0)"),
    "a crash": (CRASH, "ended early (SIGSEGV)"),
    "the default dtype": ("import torch\ntorch.set_default_dtype(torch.float64)\n", "dtype"),
    "the default device": ("import torch\ntorch.set_default_device('meta')\n", "default device"),
    "the grad mode": ("import torch\ntorch.set_grad_enabled(False)\n", "grad mode"),
    "the threads": ("import torch\ntorch.set_num_threads(2)\n", "number of threads"),
    "the print options": ("import torch\ntorch.set_printoptions(precision=2)\n", "print options"),
    "the working directory": ("import os\nos.chdir('/')\n", "working directory"),
    "the environment": ("import os\nos.environ['A'] = 'b'\n", "environment variables"),
}


def judge(*sources: str) -> list[str]:
    programs = [Program(f"snippet_{i}.py", source) for i, source in enumerate(sources)]
    outcomes = run_all(programs, limit=5)
    return [complaint(p, o, exact=True) for p, o in zip(programs, outcomes, strict=True)]


@pytest.fixture(scope="module")
def verdicts() -> dict[str, str]:
    """Run every bad program in one go, a good one after each: none may harm its neighbour."""
    sources = [source for bad, _ in BAD.values() for source in (bad, GOOD)]
    complaints = judge(*sources)
    assert not any(complaints[1::2]), "a bad program harmed the good one after it"
    return dict(zip(BAD, complaints[::2], strict=True))


@pytest.mark.parametrize("name", BAD)
def test_a_bad_program_gets_a_clear_complaint(name: str, verdicts: dict[str, str]) -> None:
    assert BAD[name][1] in verdicts[name]


def test_the_spawned_worker_of_other_systems_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "START_METHOD", "spawn")
    drawn = "import torch\ntorch.manual_seed(0)\nprint(torch.rand(1))\n"
    programs = [Program("a.py", GOOD), Program("b.py", drawn)]
    spawned = list(run_all(programs, limit=60))
    monkeypatch.undo()
    forked = list(run_all(programs))
    assert [o.printed for o in spawned] == [o.printed for o in forked]
    assert not any(outcome.error for outcome in spawned)


@pytest.mark.parametrize("draw", ["torch.rand(1)", "numpy.random.rand()", "random.random()"])
def test_the_runner_seeds_nothing(draw: str) -> None:
    source = f"import random, numpy, torch\nprint({draw})\n"
    first, second = run_all([Program("a.py", source), Program("b.py", source)])
    assert first.printed != second.printed


def test_other_devices_see_the_random_numbers_of_the_cpu() -> None:
    source = (
        "from torch import manual_seed, nn, rand, randn\n"
        "manual_seed(0)\nprint(rand(2), randn(1), nn.Linear(2, 1).weight)"
    )
    for_cpu, for_other = (
        next(run_all([Program("a.py", source)], device)) for device in ("cpu", "cpu:0")
    )
    assert for_cpu.printed == for_other.printed and not for_other.error


def test_recording_writes_what_was_printed_under_its_statement() -> None:
    source = "for i in (1, 2):\n    print(i)\n# > old\n\nprint('end')\nx = 3\n# > gone\n"
    program = Program("a.py", source)
    [outcome] = run_all([program])
    recorded = with_promises(program, outcome)
    assert (
        recorded == "for i in (1, 2):\n    print(i)\n# > 1\n# > 2\n\nprint('end')\n# > end\nx = 3\n"
    )
    assert judge(recorded) == [""]


def test_a_bare_promise_is_an_empty_line_wherever_it_is_read() -> None:
    source = "print('a\\n\\n b')\n# > a\n# >\n# >  b\n"
    program = Program("a.py", source)
    [outcome] = run_all([program])
    assert complaint(program, outcome, exact=True) == ""
    assert with_promises(program, outcome) == source
    assert promises(source) == tokens.PROMISE.findall(source) == ["a", "", " b"]
    assert question_proof.unanswered(source).strip() == learning.without_answers(source)
    assert promises("# >b\n") == tokens.PROMISE.findall("# >b\n") == []


@pytest.mark.parametrize(
    ("promised", "printed", "close"),
    [
        ("loss 0.5514", "loss 0.5515", True),
        ("loss 0.5514", "loss 0.5516", False),
        ("loss 1.0e-07", "loss 1.1e-07", True),
        ("loss 1.0e-07", "loss 1.0e-06", False),
        ("-0.10", "-0.09", True),
        ("0.10", "-0.10", False),
        ("shape (4, 1)", "shape (4, 2)", False),
        ("loss 0.5", "loss: 0.5", False),
        ("loss nan", "loss 0.5", False),
        ("loss 0.55", "loss 0.5", False),
    ],
)
def test_elsewhere_a_last_digit_may_differ(promised: str, printed: str, close: bool) -> None:
    assert kept(promised, printed, exact=False) is close
    assert not kept(promised, printed, exact=True)


WRAPPINGS = {
    "plain": "{}",
    "an admonition": "!!! note\n\n    {}",
    "a fold": '??? note "More"\n\n    {}',
    "a tab": '=== "One"\n\n    {}',
    "a tab in a fold": '??? note "More"\n\n    === "One"\n\n        {}',
    "a list": "1. First:\n\n    {}",
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_fence_runs_wherever_the_site_shows_it(wrapping: str) -> None:
    snippet = next(path for path in sorted(SNIPPETS.rglob("*.py")) if "labs" not in path.parts)
    lines = ["```python", f'--8<-- "{snippet.relative_to(SNIPPETS).as_posix()}"', "```"]
    template = WRAPPINGS[wrapping]
    last = template.splitlines()[-1]
    indent = last[: len(last) - len(last.lstrip())]
    page = "---\ntitle: x\n---\n# Title\n\n" + template.format(f"\n{indent}".join(lines)) + "\n"
    [token] = pages.fences(page)
    assert ast.parse(token.content)
    assert "--8<--" in page.splitlines()[token.map[0]]
    assert Path(snippet).read_text("utf-8") == token.content


def session(*arguments: str) -> tuple[int | None, str]:
    """Run the snippets as `nox -s snippets` does."""
    return Warm("pytest", "docs/index.md", *arguments, cwd=ROOT, env=dict(os.environ)).wait()


@pytest.mark.parametrize("device", ["cuda:99", "quantum"])
def test_a_device_that_is_not_there_is_refused(device: str) -> None:
    before = {path: path.read_bytes() for path in DOCS.rglob("evidence/*.json")}
    code, said = session(f"--device={device}", "--record")
    assert code != 0
    assert f"--device={device}: torch" in said and "nothing counts as verified" in said
    assert {path: path.read_bytes() for path in DOCS.rglob("evidence/*.json")} == before


def test_snippets_about_cuda_wait_for_a_run_on_cuda(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snippet_plugin, "SNIPPETS", tmp_path)
    texts = {
        "a_claim": "",
        "on_the_cpu": "# Runs on the CPU: NumPy is there.\n",
        "a_claim_cuda": "",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.py").write_text(text)
    deselected: list = []
    hook = SimpleNamespace(pytest_deselected=lambda items: deselected.extend(items))
    runs = {
        "cpu": ["a_claim", "on_the_cpu"],
        "cuda:0": ["a_claim", "a_claim_cuda"],
        "mps": ["a_claim"],
    }
    for device, left in runs.items():
        config = SimpleNamespace(option=SimpleNamespace(device=device), hook=hook)
        items = [SimpleNamespace(snippet=tmp_path / f"{name}.py") for name in texts]
        snippet_plugin.pytest_collection_modifyitems(config, items)
        assert [item.snippet.stem for item in items] == left
    assert len(deselected) == 4


def test_a_mended_quirk_names_every_page_that_speaks_of_it() -> None:
    claim = "a_softmax_before_cross_entropy_hides_behind_its_floor"
    spoken = pages.speaking_of(claim)
    for page in (f"quirks/{claim}.md", "index.md"):
        assert Path("docs/activations-and-losses", page) in spoken


def test_running_nothing_is_no_success() -> None:
    code, said = session("-k", "no_snippet_has_this_name")
    assert code == pytest.ExitCode.NO_TESTS_COLLECTED, said


def test_an_empty_law_is_no_success(tmp_path: Path) -> None:
    test = "import pytest\n@pytest.mark.parametrize('page', [])\ndef test_law(page): pass\n"
    (tmp_path / "test_law.py").write_text(test, "utf-8")
    code, said = session(str(tmp_path / "test_law.py"))
    assert code != 0 and "empty parameter set" in said.lower()


def test_a_file_that_is_not_filled_in_is_told_without_a_traceback(tmp_path: Path) -> None:
    raising = "from mkdocs.exceptions import BuildError\nraise BuildError('a.md: title is empty')\n"
    (tmp_path / "test_law.py").write_text(raising, "utf-8")
    code, said = session(str(tmp_path / "test_law.py"))
    assert code != 0 and "a.md: title is empty" in said
    assert "raise BuildError" not in said, said


def test_another_torch_is_named_and_may_differ_in_a_last_digit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(standing, "reference", lambda: "1.0.0")
    assert not standing.on_reference("cpu")
    assert not standing.writes_promises(Path("a_claim.py"), "cpu")
    said = standing.environment("cpu")
    assert "not the reference (torch 1.0.0" in said and "a last digit may differ" in said

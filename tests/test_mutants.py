"""Law: a change that matters is made, one that shows is noticed, and the score can be red."""

import re
from pathlib import Path

import pytest
from runner import mutants
from runner.mutator import Mutant
from runner.mutator import mutants as mutants_of
from runner.processes import run_all
from runner.programs import Program

# What a snippet says: every change that a mistake may make of it, other than to delete it.
CHANGES = {
    "nn.MSELoss()": "MSELoss -> L1Loss | MSELoss -> SmoothL1Loss",
    "nn.CrossEntropyLoss(ignore_index=i)": "CrossEntropyLoss -> NLLLoss",  # not MultiMarginLoss
    "criterion(x, y)": " -> .sigmoid() | x, y -> y, x",
    "F.huber_loss(x, y)": "huber_loss -> mse_loss | huber_loss -> l1_loss |  -> .sigmoid()",
    "nn.ReLU()": "ReLU -> Identity | ReLU -> Tanh | ReLU -> GELU",
    "nn.LogSoftmax(3)": "LogSoftmax -> Identity | LogSoftmax -> Softmax | LogSoftmax -> Softmin"
    " | 3 -> 4",
    "F.gelu(x)": "F.gelu(x) -> x | gelu -> relu | gelu -> tanh",
    "self.relu(x)": "self.relu(x) -> x",
    "x.softmax(2)": ".softmax(2) ->  | softmax -> log_softmax | 2 -> 1",
    "nn.Sequential(a)": " -> , nn.Sigmoid()",
    "f(nonlinearity='relu', approximate='tanh')": "relu -> tanh | tanh -> none",
    "x.argmin(1)": "argmin -> argmax | 1 -> 0",
    "f(x.any(dim=0), x.any(dim=-1))": "0 -> 1 | -1 -> -2",
    "f(reduction='none')": "none -> mean",
    "f(x.float(), torch.int64)": "float -> long | int64 -> float32",
    "f(3, 200)": "3 -> 4 | 200 -> 100",
    "f(0.1, 30.0, 0.0)": "0.1 -> 0.15 | 30.0 -> -30.0 | 0.0 -> 1.0",
    "f(keepdim=True)": "True -> False",
    "f(x < y, x == y)": "< -> >= | == -> !=",
    "print(f'{x:{3}}', x < 1, f'{y == 2.0}')": "",
    "assert x > 1": "",
    "assert_close(x, y, atol=1.0)": "",
    "import torch": "",
    "'One.'": "",
}


def changes(found: list[Mutant]) -> list[str]:
    return [re.sub(r".*«(.*)».*", r"\1", mutant.change) for mutant in found]


@pytest.mark.parametrize("source", CHANGES)
def test_a_mutant_changes_one_thing_that_matters(source: str) -> None:
    made = changes([m for m in mutants_of(source) if "deleted" not in m.family])
    assert sorted(made) == sorted(filter(None, CHANGES[source].split(" | ")))


def test_a_change_goes_by_the_line_that_it_changes() -> None:
    source = "loss = f(\n    1,\n)\nprint(loss, 2)\nprint(loss, 2)\nwith g():\n    print(3)\n"
    assert [(m.line, m.change) for m in mutants_of(source)] == [
        (1, "«loss = f(1) -> pass»"),
        (1, "loss = f(«1 -> 2»)"),
        (4, "print(loss, «2 -> 3»)"),
        (5, "print(loss, «2 -> 3») (again: 2)"),
        (6, "«with g() -> if True»:"),
        (7, "print(«3 -> 4»)"),
    ]


def test_the_order_matters_unless_the_name_stands_for_a_loss_that_has_none() -> None:
    source = "ce, mse = nn.CrossEntropyLoss(), nn.MSELoss()\nprint(ce(x, y), mse(x, y))"
    swapped = [m.change for m in mutants_of(source) if m.family == "arguments swapped"]
    assert swapped == ["print(ce(«x, y -> y, x»), mse(x, y))"]


def test_statements_go_unless_a_print_or_an_assert_goes_with_them() -> None:
    source = "def f(x):\n    'One.'\n    assert x\n    x += y\n    return x\n\n\nf(z)\nprint(z)\n"
    deleted = [(m.line, m.change) for m in mutants_of(source) if "deleted" in m.family]
    assert deleted == [(4, "«x += y -> pass»"), (5, "«return x -> pass»"), (8, "«f(z) -> pass»")]


def test_promises_stay_where_they_are() -> None:
    source = "x = f(\n    1,  # why\n    2,\n)\nprint(x)\n# > 3\n\n\n@g(4)\ndef h():\n    i()\n"
    for mutant in mutants_of(source):
        lines = mutant.source.splitlines()
        assert lines[5] == "# > 3" and len(lines) == len(source.splitlines())


HEAD = "import torch\nfrom torch import nn\n\n"
LOSS = "loss = nn.MSELoss()(torch.tensor([1.0]), torch.tensor([3.0]))\n"


def judged(folder: Path, source: str, declared: str = "") -> mutants.Verdict:
    (folder / "claim.py").write_text(HEAD + source, "utf-8")
    if declared:
        (folder / "claim.equivalent.toml").write_text(declared, "utf-8")
    [verdict] = mutants.judge([folder / "claim.py"])
    return verdict


def test_a_promise_notices_what_a_mere_run_does_not(tmp_path: Path) -> None:
    ran = judged(tmp_path, LOSS)
    assert changes(ran.noticed) == []
    held = judged(tmp_path, LOSS + 'print(f"{loss:.2f}")\n# > 4.00\n')
    assert changes(held.survived) == []
    assert len(held.noticed) == len(ran.survived) == 6


def test_a_promise_too_coarse_lets_a_mutant_through(tmp_path: Path) -> None:
    coarse = judged(tmp_path, LOSS + 'print("positive:", bool(loss > 0))\n# > positive: True\n')
    assert {"MSELoss -> L1Loss", "1.0 -> 1.5", "3.0 -> 4.5"} <= {*changes(coarse.survived)}


def test_a_mutant_that_hangs_or_crashes_is_noticed(tmp_path: Path) -> None:
    source = "import os\nleft = 2\nwhile left > 0:\n    left -= 1\nif left < 0:\n    os.abort()\n"
    noticed = changes(judged(tmp_path, source).noticed)
    assert {"left -= 1 -> pass", "< -> >="} <= {*noticed}


def test_the_first_print_that_was_not_promised_ends_a_run(tmp_path: Path) -> None:
    endless = Program("a.py", "while True:\n    print('n', 1, sep='=')\n# > n=1\n")
    [outcome] = run_all([endless], child=mutants.until_it_shows)
    assert "calls sys.exit" in outcome.error
    aside = judged(tmp_path, "import io\nprint(5, file=io.StringIO())\nprint('ok')\n# > ok\n")
    assert changes(aside.survived) == ["5 -> 6"]


def test_what_is_declared_equivalent_is_set_aside(tmp_path: Path) -> None:
    reason = "= 'It saves memory; the numbers are the same.'\n"
    source = "with torch.no_grad():\n    print(1)\n# > 1\n"
    change = '"«with torch.no_grad() -> if True»:"'
    verdict = judged(tmp_path, source, change + reason)
    assert changes(verdict.equivalent) == ["with torch.no_grad() -> if True"]
    assert not verdict.survived and not verdict.problems
    for wrong, why in {
        f"{change} = ' '": "no reason: «with torch.no_grad() -> if True»:",
        f'"print(«1 -> 2»)" {reason}': "it is noticed: print(«1 -> 2»)",
        f'"print(«1 -> 3»)" {reason}': "there is no such change",
    }.items():
        verdict = judged(tmp_path, source, wrong)
        assert why in verdict.problems[0] and not verdict.equivalent


def test_declarations_beside_no_snippet_are_refused(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(mutants, "SNIPPETS", tmp_path)
    (tmp_path / "claim.py").write_text("print(1)\n# > 1\n", "utf-8")
    (tmp_path / "gone.equivalent.toml").write_text("", "utf-8")
    assert mutants.main([]) == 1
    assert "ERROR: gone.equivalent.toml stands beside no snippet" in capsys.readouterr().out


def test_a_snippet_that_breaks_its_own_promises_is_not_judged(tmp_path: Path) -> None:
    verdict = judged(tmp_path, "print(1)\n# > 2\n")
    assert not verdict.noticed and not verdict.survived
    assert "its own promises: line 4 / expected: 2 / got:      1" in verdict.problems[0]


def test_what_was_judged_is_judged_again_once_it_changes(
    tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(mutants, "SNIPPETS", tmp_path)
    monkeypatch.setattr(mutants, "JUDGED", tmp_path / "judged.json")
    monkeypatch.setattr(mutants, "record_score", lambda *_, **__: None)
    for name, source in {"a_claim": "print(1)\n# > 1\n", "b_claim": "print(2)\n# > 2\n"}.items():
        (tmp_path / f"{name}.py").write_text(source, "utf-8")

    def anew() -> list[str]:
        status = mutants.main(["--new"])
        return [status, *re.findall(r" s  (.*)\.py", capsys.readouterr().out)]

    assert anew() == [0, "a_claim", "b_claim"]
    assert mutants.main(["--record"]) == 0 and capsys.readouterr()
    assert anew() == [0]
    (tmp_path / "c_claim.py").write_text("print(3)\n# > 3\n", "utf-8")
    assert mutants.main(["--new", "--record"]) == 0 and ".py" in capsys.readouterr().out
    assert anew() == [0], "what is new was added to what was judged"
    (tmp_path / "b_claim.py").write_text("x = 2\n", "utf-8")
    assert anew() == [1, "b_claim"], "what no longer notices a change lowers the whole score"
    (tmp_path / "a_claim.equivalent.toml").write_text("", "utf-8")
    assert anew() == [1, "a_claim", "b_claim"]


@pytest.mark.parametrize(
    ("source", "declared", "status", "last"),
    [
        ("print(1)\n# > 1\n", "", 0, "1 of 1 noticed (100.0 %), 0 declared equivalent"),
        ("print(1)\n# > 1\n", "a = 'stale'\n", 1, "1 of 1 noticed (100.0 %)"),
        ("x = 1\n", "", 1, "0 of 2 noticed (0.0 %)"),
        ("", "", 1, "0 of 0 noticed (0.0 %)"),
        ("print(1)\n# > 2\n", "", 1, "0 of 0 noticed"),
    ],
)
def test_the_command_says_how_it_went(
    source: str, declared: str, status: int, last: str, tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(mutants, "SNIPPETS", tmp_path)
    (tmp_path / "a_claim.py").write_text(source, "utf-8")
    (tmp_path / "a_claim.equivalent.toml").write_text(declared, "utf-8")
    assert mutants.main(["-k", "cla"]) == status
    assert last in capsys.readouterr().out.splitlines()[-1]

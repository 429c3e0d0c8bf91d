"""Law: every promise holds on other instruction sets, threads and roundings, as far as one can try.

The second half shows that the trial finds what is known to have broken elsewhere.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from builder.snippet import device_of
from runner import paste, places, steadiness
from runner.folders import SNIPPETS
from runner.mutants import judged_before
from runner.processes import run_all
from runner.programs import Program, kind_of
from runner.promises import complaint
from runner.steadiness import Setting, settings, unsteady
from runner.workload import shared_out
from test_pages import PROGRAMS

HELD = [path for path in PROGRAMS if kind_of(path) == "snippet" and not device_of(path)]
JUDGED = judged_before()
NEW = {path for path in HELD if path.relative_to(SNIPPETS).as_posix() not in JUDGED}
OLDEST = Setting(places.playable()[0], threads=2)


@pytest.fixture(scope="module")
def complaints(request: pytest.FixtureRequest, weekly: bool) -> dict[Path, str]:
    """Run the selected programs with the oldest instructions that can be played here.

    Each day run one in eight of them, and what is new since mutants were recorded, as a reader
    pastes them: so one run serves this law and that of test_paste.
    """
    law = test_a_promise_holds_with_the_oldest_instructions.__name__
    items = [item for item in request.session.items if item.name.startswith(law)]
    wanted = [item.callspec.params["snippet"] for item in items]
    programs = [Program(str(path), path.read_text("utf-8")) for path in wanted]
    [outcomes] = steadiness.run(programs, [replace(OLDEST, pasted=not weekly)]).values()
    return {
        path: complaint(program, outcome, exact=True)
        if weekly
        else paste.complaint(program, [outcome.printed.get(0, [])], [outcome.error])
        for path, program, outcome in zip(wanted, programs, outcomes, strict=True)
    }


@pytest.mark.parametrize("snippet", shared_out(HELD, 8, always=NEW), ids=lambda path: path.stem)
def test_a_promise_holds_with_the_oldest_instructions(snippet: Path, complaints) -> None:
    assert not complaints[snippet], (
        f"{snippet.relative_to(SNIPPETS)}, {OLDEST}:\n{complaints[snippet]}\n"
        "Print fewer digits, or a comparison: nox -s record says which digits hold."
    )


START = "import torch\nfrom torch import nn\nfrom torch.nn import functional as F\n\n"
KNOWN = {  # what another processor has printed otherwise, or may
    "GELU of 3": ('print(f"{F.gelu(torch.tensor(3.0)):.4f}")', "2.9960 is 2.99595"),
    "a mean next to a tie": (
        "x = torch.tensor(0.50250006)\nprint(f'{x:.3f}')",
        "0.503 is 0.50250",
    ),
    "an item next to a tie": (
        "x = torch.tensor(0.50250006).item()\nprint(f'{x:.3f}')",
        "0.503 is 0.50250",
    ),
    "a percentage next to a tie": (
        "x = torch.tensor(0.50250006)\nprint(f'{x.item():.1%}')",
        "50.3% is 0.5025",
    ),
    "an error of rounding": (
        "x = torch.tensor([0.1, 0.2, 0.7]).softmax(0)\nprint(f'{x.sum() - 1:.0e}')",
        "then:",
    ),
    "all digits of a logarithm": (
        "print(torch.tensor([0.3]).log().item())",
        "with noise of one unit in the last place",
    ),
    "a sign of zero": (
        "x = torch.tensor([0.3])\nprint(f'{(x.exp().log() - x).item():.4f}')",
        "then:",
    ),
    "a comparison that rounding decides": (
        "x = torch.tensor(0.3)\nprint((x.exp().log() == x).item())",
        "then:",
    ),
    "an assert that rounding decides": (
        "x = torch.tensor(0.3)\nassert x.exp().log() == x.exp().log() and x.log().exp() < 0.300001"
        "\nassert x.tanh() == 0.29131263494491577",
        "It fails with noise",
    ),
}
STEADY = {
    "exact numbers": "print(f'{torch.tensor([0.5, 0.25]).sum():.2f}', torch.eye(2).sum().item())",
    "an exact tie": (
        "print(f'{torch.tensor([0.125]).item():.2f} {nn.ReLU()(torch.tensor(2.5)):.0f}')"
    ),
    "exact results of inexact functions": (
        "x = torch.tensor([0.0])\nprint(x.exp().item(), x.exp().log().item(), x.sigmoid().item())"
    ),
    "a float32 loss with four decimals": (
        "loss = nn.CrossEntropyLoss()(torch.tensor([[2.0, 0.0]]), torch.tensor([0]))\n"
        "print(f'{loss:.4f}')"
    ),
    "a trained comparison": (
        "torch.manual_seed(0)\nw = torch.randn(3, requires_grad=True)\n"
        "before = (w ** 2).sum()\nbefore.backward()\nafter = ((w - 0.1 * w.grad) ** 2).sum()\n"
        "print((after < before).item())"
    ),
    "a gradient": (
        "x = torch.tensor([1.0], requires_grad=True)\nx.sigmoid().backward()\n"
        "print(f'{x.grad.item():.4f}')"
    ),
    "counts": "print(sum(range(10)), f'{7:,}')",
}


@pytest.fixture(scope="module")
def found(weekly: bool) -> dict[str, str]:
    """Try all programs: each day with the oldest and the usual instructions, which find them."""
    programs = [Program(name, f"{START}{text}\n") for name, (text, _) in KNOWN.items()]
    programs += [Program(name, f"{START}{text}\n") for name, text in STEADY.items()]
    outcomes = list(run_all(programs))
    assert not [outcome.error for outcome in outcomes if outcome.error]
    with pytest.MonkeyPatch.context() as patch:
        if not weekly:
            few = [*dict.fromkeys([places.playable()[0], places.usual()])]
            patch.setattr(places, "playable", lambda: few)
        return unsteady(programs, outcomes)


@pytest.mark.parametrize("name", KNOWN)
def test_a_number_that_another_processor_may_change_is_found(name: str, found) -> None:
    assert KNOWN[name][1] in found.get(name, "nothing")


@pytest.mark.parametrize("name", STEADY)
def test_a_number_that_holds_everywhere_is_let_alone(name: str, found) -> None:
    assert name not in found, found[name]


def test_the_author_is_told_how_many_digits_hold(found: dict[str, str]) -> None:
    assert "3 decimals hold: 2.996" in found["GELU of 3"]


def test_everything_that_this_machine_can_play_is_tried() -> None:
    tried = {(setting.instructions, setting.threads) for setting in settings() if not setting.noise}
    assert tried == {(name, threads) for name in places.playable() for threads in (1, 2)}
    assert sum(setting.noise > 0 for setting in settings()) == steadiness.NOISES

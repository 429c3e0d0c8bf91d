"""Law: the network of a page trains as in torch, and its program prints what the page says."""

import contextlib
import io
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import torch
from builder.chapter import recorded
from runner.folders import DOCS
from runner.workload import shared_out

pytestmark = pytest.mark.moved

PAGE = "/activations-and-losses/network/"
ASSETS = DOCS / "assets"
CLOSE, STEPS = 1e-5, 50  # of every loss and parameter, after each of so many steps
TINY, UNSTEADY = 1e-13, 0.04  # a disturbance; the share of what is chosen that may multiply it
AWAY = 1e6  # a loss beyond which the page stops
Settings = dict[str, Any]

TRAIN = """([all, steps]) => all.map((settings) => {
    const network = new Network(settings), found = [];
    const program = programOf(network, 100);
    for (let step = 0; step <= steps; step++) {
        if (step) network.step();
        if (network.error) break;
        const { loss, accuracy } = network;
        const values = network.layers.flatMap(({ values }) => [...values]);
        found.push({ loss: String(loss), accuracy, norms: network.norms(), values });
    }
    return { program, found, error: network.error ?? null };
})"""


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Take back what the programs set."""
    dtype, threads = torch.get_default_dtype(), torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_default_dtype(dtype)
    torch.set_num_threads(threads)


@pytest.fixture
def trainer(visit):
    return shown(visit(PAGE))


def shown(page):
    page.locator("network-trainer figcaption").scroll_into_view_if_needed()
    page.wait_for_function("() => typeof fetchNetwork === 'function'")
    page.mouse.move(9, 9)  # signs of a reader
    page.mouse.move(19, 19)
    page.locator("network-trainer .explorable-stage").scroll_into_view_if_needed()
    page.locator("network-trainer[live]").wait_for()
    return page.locator("network-trainer")


def offered(trainer) -> dict[str, list[Any]]:
    """Return what can be chosen, in each control."""
    return trainer.evaluate("""(e) => Object.fromEntries(e.controls.map((c) =>
        [c.name, c.options ?? spaced(c.min, c.max, c.max - c.min)]))""")


def drawn(choices: dict[str, list[Any]], chance: random.Random, **fixed: Any) -> Settings:
    return {name: fixed.get(name, chance.choice(options)) for name, options in choices.items()}


def by_torch(
    program: str, steps: int, disturbed: float = 0.0
) -> tuple[list[dict[str, torch.Tensor]], str | None]:
    """Return what the program's own objects say at each step, and what torch raises.

    The first weights may be disturbed, by a share of each.
    """
    names: dict[str, Any] = {}
    exec(program.partition("\nfor step in range")[0], names)
    model, optimizer = names["model"], names["optimizer"]
    for parameter in model.parameters():
        parameter.data *= 1 + disturbed
    layers = [layer for layer in model if list(layer.parameters())]
    found: list[dict[str, torch.Tensor]] = []
    for _ in range(steps + 1):
        try:
            loss = names["criterion"](model(names["x"]), names["target"])
        except (RuntimeError, ValueError) as error:
            return found, f"{type(error).__name__}: {error}"
        optimizer.zero_grad()
        loss.backward()
        values = torch.cat([parameter.flatten() for parameter in model.parameters()])
        norms = torch.stack([layer.weight.grad.norm() for layer in layers])
        found.append({"loss": loss.detach(), "values": values.detach().clone(), "norms": norms})
        if not loss.abs() < AWAY:
            break
        optimizer.step()
    return found, None


def apart(here: dict[str, Any], there: dict[str, torch.Tensor]) -> float:
    """Return how far two steps are from each other at the most: a share, or a size below 1."""
    most = 0.0
    for name, wanted in there.items():
        given = float(here[name]) if name == "loss" else here[name]
        off = (torch.as_tensor(given, dtype=torch.float64) - wanted).abs()
        most = max(most, float((off / wanted.abs().clamp(min=1)).nan_to_num(nan=9.0).max()))
    return most


def steady(program: str, steps: int) -> int:
    """Return for how many steps torch agrees with itself, begun a tiny way off.

    Where training jumps about, a rounding grows from step to step, in torch as in the page.
    """
    there, other = by_torch(program, steps)[0], by_torch(program, steps, TINY)[0]
    pairs = enumerate(zip(other, there, strict=False))
    return next((step for step, both in pairs if apart(*both) > CLOSE / 100), steps + 1)


def deviation(here: dict[str, Any], steps: int) -> tuple[float, bool]:
    """Return how far the page is from torch at the most, and whether torch was steady throughout.

    Only the steps count for which it was.
    """
    there, error = by_torch(here["program"], steps)
    known = [one for one in there if one["loss"].abs() < AWAY]  # beyond, it has run away
    off = [apart(*both) for both in zip(here["found"], known, strict=False)]
    same = here["error"] == error and len(here["found"]) >= len(known)
    if same and max(off, default=0.0) < CLOSE:
        return max(off, default=0.0), True
    last = steady(here["program"], steps)
    if last > steps:
        return (max(off, default=0.0) if same else float("inf")), True
    return max(off[:last], default=0.0), False


def furthest(page, all_settings: list[Settings], steps: int = STEPS) -> tuple[float, Settings, int]:
    """Return the largest deviation, the settings that have it, and how many were unsteady."""
    worst, of, unsteady = 0.0, Settings(), 0
    for start in range(0, len(all_settings), 40):
        some = all_settings[start : start + 40]
        for settings, here in zip(some, page.evaluate(TRAIN, [some, steps]), strict=True):
            off, whole = deviation(here, steps)
            unsteady += not whole
            if off > worst:
                worst, of = off, settings | {"error": here["error"]}
    return worst, of, unsteady


LOSSES = [
    *("BCEWithLogitsLoss", "BCELoss", "CrossEntropyLoss", "NLLLoss"),
    *("MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss"),
]


@pytest.mark.parametrize("loss", shared_out(LOSSES, 4))
def test_each_activation_before_each_loss_trains_as_in_torch(
    loss: str, trainer, weekly: bool
) -> None:
    """Every activation between layers, with every last activation; a fourth of them each day."""
    choices, chance = offered(trainer), random.Random(loss)
    assert choices["loss"] == LOSSES
    small = {"loss": loss, "layers": 1, "width": 3}
    settings = [
        drawn(choices, chance, hidden=hidden, output=output, **small)
        for hidden in choices["hidden"]
        for output in choices["output"]
    ][:: 1 if weekly else 4]
    worst, of, unsteady = furthest(trainer.page, settings)
    assert worst < CLOSE, of
    assert unsteady <= UNSTEADY * len(settings)


@pytest.mark.parametrize("part", shared_out(range(5), 3))
def test_what_is_chosen_at_random_trains_as_in_torch(part: int, trainer) -> None:
    choices, chance = offered(trainer), random.Random(part)
    settings = [drawn(choices, chance) for _ in range(50)]
    worst, of, unsteady = furthest(trainer.page, settings)
    assert worst < CLOSE, of
    assert unsteady <= UNSTEADY * len(settings)


BREAKS = [
    ("network-arithmetic", "softplus(-z), sigmoid(z)", "softplus(z), sigmoid(z)"),
    ("network-arithmetic", "sigmoid(z) - target]", "sigmoid(z)]"),
    ("network-arithmetic", "* p, 1e-12)", "* p, 1e-2)"),
    ("network-arithmetic", "), -100)", "), -10)"),
    ("network-arithmetic", "2 * (output - target)", "output - target"),
    ("network-arithmetic", "one - dot(gradient, value)", "one"),
    ("network-arithmetic", "Math.exp(one) * whole", "Math.exp(one)"),
    ("network-arithmetic", "slope / both.length", "slope"),
    ("network-arithmetic", "(1 - 0.9)", "0.11"),
    ("network-arithmetic", "1e-8", "1e-6"),
    ("network-arithmetic", "root + 1e", "1 + 1e"),
    ("network-arithmetic", "Math.abs(off) < 1 ?", "Math.abs(off) < 2 ?"),
    ("network-arithmetic", "inputs ** -0.5", "1 / inputs"),
    ("network-data", "state = (16807", "state = (16806"),
    ("network-data", "numbers(99)", "numbers(98)"),
    ("activations", "1 - Math.tanh(x) ** 2]", "1 - Math.tanh(x)]"),
]


@pytest.mark.parametrize("broken", shared_out(BREAKS, 4), ids=" ".join)
def test_a_broken_formula_is_noticed(broken: tuple[str, str, str], visit) -> None:
    name, old, new = broken
    page = visit("/")
    source = (ASSETS / f"{name}.js").read_text("utf-8")
    assert old in source
    served = {"body": source.replace(old, new), "content_type": "text/javascript"}
    page.route(f"**/{name}.js", lambda route: route.fulfill(**served))
    page.goto(page.url.rstrip("/") + PAGE)
    trainer = shown(page)
    choices, chance = offered(trainer), random.Random(name)
    fixed = {"layers": 1, "width": 3, "rate": "0.1", "hidden": "Tanh"}
    settings = [
        drawn(choices, chance, output=output, loss=loss, data=data, start=start, **fixed)
        for loss in LOSSES
        for output in choices["output"]
        for data in ("moons", "three arms", "a sine to fit")
        for start in choices["start"]
    ]
    chance.shuffle(settings)  # so that what shows it is soon among them
    parts = (settings[start : start + 20] for start in range(0, len(settings), 20))
    assert any(furthest(page, part, 10)[0] > CLOSE for part in parts)


def output_of(program: str) -> str:
    """Return what a program prints, and in its last line what it raises."""
    dtype = torch.get_default_dtype()
    with contextlib.redirect_stdout(io.StringIO()) as said:
        try:
            exec(program, {})
        except (RuntimeError, ValueError) as error:
            print(f"{type(error).__name__}: {error}")
        finally:
            torch.set_default_dtype(dtype)  # which the program sets
    return said.getvalue().strip()


def before(last: int, said: str) -> list[str]:
    return [line for line in said.splitlines() if line[0].isdigit() and int(line.split()[0]) < last]


PRINTED = """([settings, steps]) => {
    const network = new Network(settings), history = [{ ...network }];
    while (network.steps < steps && !network.error && Math.abs(network.loss) < 1e6) {
        network.step();
        if (!network.error) history.push({ ...network });
    }
    const printed = printedBy(network, network.error && !network.steps ? [] : history);
    return [programOf(network, network.steps), printed];
}"""


@pytest.mark.parametrize("part", shared_out(range(3), 3))
def test_the_program_prints_what_the_page_says(part: int, trainer) -> None:
    choices, chance = offered(trainer), random.Random(100 + part)
    for steps in chance.sample(range(1, 250), 12):
        settings = drawn(choices, chance)
        program, wanted = trainer.page.evaluate(PRINTED, [settings, steps])
        printed = output_of(program)
        if printed != wanted:  # it may jump about
            last = steady(program, steps)
            assert last <= steps, (settings, steps)
            printed, wanted = (before(last, said) for said in (printed, wanted))
        assert printed == wanted, (settings, steps)
        assert len(program.splitlines()) <= 50
        assert max(map(len, program.splitlines())) <= 79
        assert {*re.findall(r"^(?:import|from) (\w+)", program, re.M)} <= {"math", "torch"}


WORDS = {
    "c": "correct",
    "l": "correct: until its gradient is gone, at a logit of 20",
    "o": "other objective",
    "n": "not always reached",
    "s": "seldom reached",
    "r": "wrong: ranks right",
    "b": "wrong: ranks by its start",
    "w": "wrong: ranks wrong",
    "a": "wrong: runs away",
    "d": "wrong: changes with the data",
    "f": "wrong: flat",
    "u": "wrong: unbounded",
    "x": "raises",
}
TARGETS = {  # the data, its outputs and its target, and what that target is taken for
    ("moons", False): ("(N, 1)", "binary label (N, 1) float32", "binary"),
    ("moons", True): ("(N, C)", "class index (N,) int64", "multi-class"),
    ("three arms", False): ("(N, C)", "one-hot (N, C) float32", "multi-class"),
    ("three arms", True): ("(N, C)", "class index (N,) int64", "multi-class"),
    ("a sine to fit", False): ("(N, 1)", "real-valued (N, 1) float32", "regression"),
    ("a sine to fit", True): ("(N, 1)", "real-valued (N, 1) float32", "regression"),
}


def test_the_verdicts_are_those_that_were_recorded(trainer) -> None:
    matrix = recorded(DOCS / "activations-and-losses/data/matrix.json")
    cell = "activation", "loss", "output_shape", "target_form"
    rows = {tuple(row[name] for name in cell): row for row in matrix["rows"]}
    for (data, of_class), (shape, form, task) in TARGETS.items():
        for loss in LOSSES:
            if (loss in ("CrossEntropyLoss", "NLLLoss")) != of_class:
                continue
            for output in offered(trainer)["output"]:
                row = rows[output, loss, shape, form]
                verdict = row["verdicts"][task] if row["outcome"] == "silent" else "raises"
                settings = {"data": data, "loss": loss, "output": output}
                letter = trainer.page.evaluate("(s) => recordedOf(s)", settings)
                kind = verdict.partition(":")[0] if letter in ("o", "n", "s") else verdict
                assert kind == WORDS[letter], (settings, letter, verdict)


def test_a_floor_is_the_least_loss_that_its_outputs_can_have(trainer) -> None:
    """It is reached by the best outputs that the last activation has, and never undercut."""
    choices, chance = offered(trainer), random.Random(0)
    torch.manual_seed(0)
    found = 0
    for loss in ("CrossEntropyLoss", "BCEWithLogitsLoss"):
        for data in choices["data"]:
            for output in choices["output"]:
                settings = drawn(choices, chance, loss=loss, data=data, output=output)
                floor = trainer.page.evaluate("(s) => floorOf(s) ?? null", settings)
                if floor is None:
                    continue
                found += 1
                names: dict[str, Any] = {}
                (here,) = trainer.page.evaluate(TRAIN, [[settings], 0])
                exec(here["program"].partition("\nfor step in range")[0], names)
                target, criterion = names["target"], names["criterion"]
                share = torch.nn.functional.one_hot(target) if target.ndim == 1 else target
                last = names["model"][-1]
                best = criterion(last(share * 200.0 - 100), target)
                torch.testing.assert_close(best, torch.tensor(floor), rtol=1e-9, atol=1e-9)
                for scale in (1, 10, 100):
                    others = last(scale * torch.randn(share.shape))
                    assert criterion(others, target) >= floor - 1e-9
    assert found == 2 * 5 * 3

"""Law: what a reader can move computes as torch does, says so, and leaves the page as it is."""

import math
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from bs4 import BeautifulSoup
from built.accessibility import violations
from built.tokens import page_of
from conftest import DECIDING_MODES, MODES, SHIFT_LIMIT, SIZES
from runner.folders import DOCS
from runner.workload import shared_out
from test_browser import RULES, scripts
from torch import nn
from torch.nn import functional as F

pytestmark = pytest.mark.moved

PAGE = "/activations-and-losses/explore/"
CLOSE = 1e-9  # in float64, as a share of what torch says,
LEAST = 1e-6  # or of this, where torch says less: 1 + erf(x) has no digits left there
MOST = 30_000  # bytes of the scripts of a page, as they are sent
State = dict[str, Any]
Wanted = dict[str, torch.Tensor]


def slopes(of: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
    return torch.autograd.grad(of.sum(), at, retain_graph=True)[0]


def confidently_wrong(states: list[State]) -> Wanted:
    z = torch.tensor([s["z"] for s in states], dtype=torch.float64, requires_grad=True)
    target = torch.ones_like(z)
    bce = F.binary_cross_entropy_with_logits(z, target, reduction="none")
    mse = F.mse_loss(z.sigmoid(), target, reduction="none")
    gradients = slopes(bce, z), slopes(mse, z)
    return {
        "right": z.sigmoid(),
        "bce": bce,
        "mse": mse,
        "bceGradient": gradients[0],
        "mseGradient": gradients[1],
        "ratio": gradients[0] / gradients[1],
    }


def softmax_twice(states: list[State]) -> Wanted:
    found: dict[str, list[torch.Tensor]] = {}
    for state in states:
        z = torch.tensor(state["z"], dtype=torch.float64, requires_grad=True)
        logits = F.pad(z.view(1, 1), (0, state["classes"] - 1))
        certain = F.one_hot(torch.tensor([0]), state["classes"]).double()
        once, twice, floor = (
            F.cross_entropy(given, torch.tensor([0]))
            for given in (logits, logits.softmax(1), certain)
        )
        values = {"right": logits.softmax(1)[0, 0], "once": once, "twice": twice, "floor": floor}
        values |= {"onceGradient": slopes(once, z), "twiceGradient": slopes(twice, z)}
        for name, value in values.items():
            found.setdefault(name, []).append(value.detach())
    return {name: torch.stack(values) for name, values in found.items()}


NAMED = [
    *("CELU", "ELU", "GELU", "Hardshrink", "Hardsigmoid", "Hardswish", "Hardtanh", "LeakyReLU"),
    *("LogSigmoid", "Mish", "PReLU", "ReLU", "ReLU6", "SELU", "SiLU", "Sigmoid", "Softplus"),
    *("Softshrink", "Softsign", "Tanh", "Tanhshrink"),
]
ACTIVATIONS = {
    "GELU (tanh)": nn.GELU("tanh"),
    "RReLU (eval)": nn.RReLU().eval(),
    **{name: getattr(nn, name)() for name in NAMED},
}
OTHERS = {  # of torch.nn: they take or return more than one number, or have no default setting
    *("GLU", "MultiheadAttention", "Softmax", "Softmax2d", "Softmin", "LogSoftmax", "Threshold")
}


def value_and_slope(name: str, at: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    x = at.double().requires_grad_()
    value = ACTIVATIONS[name].double()(x)
    return value.detach(), slopes(value, x)


@cache
def edges(name: str) -> torch.Tensor:
    """Return where the size of a slope passes 0.05, as pairs: from where to where it is below."""

    def little(x: torch.Tensor) -> torch.Tensor:
        return value_and_slope(name, x)[1].abs() < 0.05

    grid = torch.arange(-50, 50, 0.003, dtype=torch.float64)
    below = little(grid)
    at = (below[1:] != below[:-1]).nonzero()[:, 0]
    low, high = grid[at], grid[at + 1]
    for _ in range(60):
        middle = (low + high) / 2
        same = little(middle) == below[at]
        low, high = torch.where(same, middle, low), torch.where(same, high, middle)
    ends = [[-torch.inf]] * bool(below[0]) + [high.tolist()] + [[torch.inf]] * bool(below[-1])
    return torch.tensor([end for part in ends for end in part], dtype=torch.float64).view(-1, 2)


def activation_microscope(states: list[State]) -> Wanted:
    names = [s["activation"] for s in states]
    at = torch.tensor([[s["x"]] for s in states], dtype=torch.float64)
    both = [value_and_slope(name, x) for name, x in zip(names, at, strict=True)]
    below = [torch.special.ndtr(edges(s["activation"]) / s["width"]) for s in states]
    return {
        "value": torch.cat([value for value, _ in both]),
        "slope": torch.cat([slope for _, slope in both]),
        "share": torch.stack([(one[:, 1] - one[:, 0]).sum() for one in below]),
    }


def an_activation(chance: random.Random) -> State:
    edge = chance.choice([-3, -1, -0.5, 0, 0.5, 1, 3, 6])  # where a slope may jump
    x = edge if chance.random() < 0.2 else chance.uniform(-6, 6)
    return {"activation": chance.choice([*ACTIVATIONS]), "x": x, "width": chance.uniform(0.5, 30)}


DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}


def rounded_by_torch(z: torch.Tensor) -> Wanted:
    target = torch.ones_like(z)
    return {
        "probability": z.sigmoid(),
        "plain": -z.sigmoid().log(),
        "bce": nn.BCELoss(reduction="none")(z.sigmoid(), target),
        "logits": nn.BCEWithLogitsLoss(reduction="none")(z, target),
    }


def three_precisions(states: list[State]) -> Wanted:
    each = [rounded_by_torch(torch.tensor([s["z"]], dtype=DTYPES[s["format"]])) for s in states]
    return {name: torch.cat([one[name].double() for one in each]) for name in each[0]}


X, FIVE = [1.0, 2, 3, 4, 5, 6], [1.3, 1.7, 3.2, 3.8, 5.3]  # the sixth is moved


def robust_losses(states: list[State]) -> Wanted:
    """Find each slope where the gradient of the loss, which rises with it, changes its sign."""
    x = torch.tensor(X, dtype=torch.float64)
    y = torch.tensor([[*FIVE, s["y"]] for s in states], dtype=torch.float64)
    delta = torch.tensor([[s["delta"]] for s in states], dtype=torch.float64)
    losses = {
        "mse": F.mse_loss,
        "l1": F.l1_loss,
        "huber": lambda here, there, reduction: torch.stack(
            [
                F.huber_loss(a, b, reduction=reduction, delta=float(d))
                for a, b, d in zip(here, there, delta, strict=True)
            ]
        ),
    }
    found = {}
    for name, loss in losses.items():
        low, high = torch.zeros_like(delta), torch.full_like(delta, 8)
        for _ in range(60):
            slope = ((low + high) / 2).requires_grad_()
            rises = slopes(loss(slope * x, y, reduction="none"), slope) < 0
            low = torch.where(rises, slope.detach(), low)
            high = torch.where(rises, high, slope.detach())
        found[name] = low[:, 0]
        output = x.expand_as(y).clone().requires_grad_()  # of the line y = x
        found[f"{name}Pull"] = slopes(loss(output, y, reduction="none"), output)[:, -1]
    return found


STARTS = {
    "nn.Linear": lambda w: nn.init.kaiming_uniform_(w, a=math.sqrt(5)),  # what its reset does
    "kaiming_uniform_": lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu"),
    "xavier_uniform_": nn.init.xavier_uniform_,
    "normal_": nn.init.normal_,
}
HIDDEN = ["none", "Sigmoid", "Tanh", "ReLU", "LeakyReLU", "ELU", "SELU", "GELU", "SiLU"]


def drawn(seed: int) -> Iterator[float]:
    """Yield the numbers between 0 and 1 that the page draws."""
    bits = seed * 0x9E3779B9 % 2**32
    while True:
        bits ^= bits << 13 & 0xFFFFFFFF
        bits ^= bits >> 17
        bits ^= bits << 5 & 0xFFFFFFFF
        yield bits / 2**32


@cache
def bound(start: str) -> float:
    """Return what torch multiplies numbers from -1 to 1 by; 0 where it draws normal ones."""
    weights, generator = torch.empty(16, 16, dtype=torch.float64), torch.Generator()
    torch.manual_seed(0)
    STARTS[start](weights)
    plain = torch.empty_like(weights).uniform_(-1, 1, generator=generator.manual_seed(0))
    factors = weights / plain
    return float(factors.mean()) if factors.std() < 1e-9 else 0.0


@cache
def network(start: str, seed: int) -> tuple[torch.Tensor, list[tuple[torch.Tensor, ...]]]:
    """Return the samples, and the weights and biases of 50 layers."""
    numbers = drawn(seed)

    def entry(most: float) -> float:
        if most:
            return most * (2 * next(numbers) - 1)
        return math.sqrt(-2 * math.log(next(numbers))) * math.cos(2 * math.pi * next(numbers))

    def table(*shape: int, most: float) -> torch.Tensor:
        entries = [entry(most) for _ in range(math.prod(shape))]
        return torch.tensor(entries, dtype=torch.float64).view(shape)

    samples = table(16, 16, most=0)
    own, other = bound(start), bound("nn.Linear")
    return samples, [(table(16, 16, most=own), table(16, most=other)) for _ in range(50)]


def gradient_through_depth(states: list[State]) -> Wanted:
    found = []
    for state in states:
        x, layers = network(state["start"], int(state["seed"]))
        weights = [weight.requires_grad_() for weight, _ in layers[: state["depth"]]]
        for weight, (_, bias) in zip(weights, layers, strict=False):
            x = F.linear(x, weight, bias)
            if state["activation"] != "none":
                x = ACTIVATIONS[state["activation"]](x)
        sizes = [g.norm() for g in torch.autograd.grad(x.mean(), weights)]
        found.append([sizes[0], sizes[len(sizes) // 2], sizes[-1], sizes[0] / sizes[-1]])
    values = torch.tensor(found, dtype=torch.float64).T
    return dict(zip(("first", "middle", "last", "ratio"), values, strict=True))


RIGHT = {"1, 0, 0": 45, "2, 0, 0": 58, "4, 0, 0": 79, "6, 0, 0": 91, "8, 0, 0": 96}  # of 100


def one_temperature(states: list[State]) -> Wanted:
    kinds = torch.tensor([[float(z) for z in name.split(",")] for name in RIGHT]).double()
    logits = kinds.repeat_interleave(100, dim=0)
    target = torch.tensor([int(n >= right) for right in RIGHT.values() for n in range(100)])
    found: dict[str, list[torch.Tensor]] = {}
    for state in states:
        divided = logits / state["temperature"]
        shares = divided.softmax(dim=1)
        own = shares[100 * [*RIGHT].index(state["sample"])]
        values = {"own": own[0], "others": own[1], "confidence": shares.amax(1).mean()}
        values["accuracy"] = (shares.argmax(1) == target).double().mean()
        values["loss"] = F.cross_entropy(divided, target)
        for name, value in values.items():
            found.setdefault(name, []).append(value)
    return {name: torch.stack(values) for name, values in found.items()}


def smoothed(z: torch.Tensor, smoothing: float) -> torch.Tensor:
    logits = F.pad(z.view(1, 1), (0, 9))
    return F.cross_entropy(logits, torch.tensor([0]), label_smoothing=smoothing)


@cache
def best(smoothing: float) -> torch.Tensor:
    """Find where the gradient of the smoothed loss changes its sign."""
    low, high = torch.tensor([-9.0, 19.0], dtype=torch.float64)
    for _ in range(60):
        z = ((low + high) / 2).requires_grad_()
        rises = slopes(smoothed(z, smoothing), z) < 0
        low, high = (z.detach(), high) if rises else (low, z.detach())
    return low


def label_smoothing(states: list[State]) -> Wanted:
    found: dict[str, list[torch.Tensor]] = {}
    for state in states:
        logits = F.pad(torch.tensor([[state["z"]]], dtype=torch.float64), (0, 9)).requires_grad_()
        target, smoothing = torch.tensor([0]), state["smoothing"]
        loss = F.cross_entropy(logits, target, label_smoothing=smoothing)
        plain = F.cross_entropy(logits, target)
        gradient = slopes(loss, logits)[0]
        values = {"right": logits.softmax(1)[0, 0], "plain": plain, "smoothed": loss}
        values |= {"plainGradient": slopes(plain, logits)[0, 0], "best": best(smoothing)}
        values |= {"smoothedGradient": gradient[0], "otherGradient": gradient[1]}
        values["least"] = smoothed(best(smoothing), smoothing)
        for name, value in values.items():
            found.setdefault(name, []).append(value.detach())
    return {name: torch.stack(values) for name, values in found.items()}


@dataclass(frozen=True)
class Explorable:
    """What an explorable is held to: what torch says of the same states, and the way to its goal.

    `breaks` are changes to its script that make a formula wrong.
    """

    draw: Callable[[random.Random], State]
    torch_says: Callable[[list[State]], Wanted]
    goal: tuple[str, str, str]  # the control, the key, and what the sentence then says
    breaks: tuple[tuple[str, str], ...]
    cases: int = 300
    close: float = CLOSE
    least: float = LEAST


EXPLORABLES = {
    "confidently-wrong": Explorable(
        lambda r: {"z": r.uniform(-12, 4)},
        confidently_wrong,
        ("z", "ArrowLeft", "The gradient of BCE is 101 times that of MSE."),
        (("-2 * wrong", "-1 * wrong"), ("Math.log1p", "Math.expm1"), ("-wrong,", "wrong,")),
    ),
    "softmax-twice": Explorable(
        lambda r: {"z": r.uniform(-6, 12), "classes": r.randint(2, 10)},
        softmax_twice,
        ("z", "ArrowRight", "Softmax twice is at its floor, a loss of 1.461."),
        (("/ others; // of", "; // of"), ("classes / others", "1"), ("Math.E", "2.7")),
    ),
    "activation-microscope": Explorable(
        an_activation,
        activation_microscope,
        ("width", "ArrowRight", "90.0% of the units have a slope within \N{PLUS-MINUS SIGN}0.05."),
        (("from / width", "from"), ("[value, slope]", "[slope, value]"), ("](x)", "](x + 1e-8)")),
        len(ACTIVATIONS) * 240,
    ),
    "three-precisions": Explorable(
        lambda r: {"z": r.randint(-300, 300) / 2, "format": r.choice([*DTYPES])},
        three_precisions,
        ("z", "ArrowLeft", "is inf."),
        (("-rounded(Math.log", "-(Math.log"), (", 100)", ", 99)"), ("Math.max(-logit", "(-logit")),
        close=2**-23,  # float32: a unit in the last place
    ),
    "robust-losses": Explorable(
        lambda r: {"y": r.choice([6, r.uniform(0, 30)]), "delta": r.uniform(0.1, 10)},
        robust_losses,
        ("y", "ArrowUp", "MSE fits a slope of 2.00, Huber of 1.13, L1 of 1.06."),
        (("2 * (AT", "(AT"), ("x * clipped(", "clipped("), ("l1: middle", "l1: 1 + 0 * middle")),
    ),
    "gradient-through-depth": Explorable(
        lambda r: {
            "activation": r.choice(HIDDEN),
            "start": r.choice([*STARTS]),
            "seed": r.choice("123"),
            "depth": r.randint(2, 50),
        },
        gradient_through_depth,
        ("depth", "ArrowLeft", "in the first of 8 layers, and "),
        (("slopes[i][j]", "1"), ("sqrt(6", "sqrt(5"), ("bits >>> 17", "bits >>> 16")),
        close=1e-6,
        least=1e-300,
    ),
    "one-temperature": Explorable(
        lambda r: {"temperature": r.uniform(0.5, 5), "sample": r.choice([*RIGHT])},
        one_temperature,
        ("temperature", "ArrowRight", "The model is 73.8% sure, and 73.8% right."),
        (("1 + 2 *", "1 + 3 *"), ("(1 - right) * lead", "right * lead"), (": 58", ": 59")),
    ),
    "label-smoothing": Explorable(
        lambda r: {"z": r.uniform(-2, 12), "smoothing": r.uniform(0.01, 0.5)},
        label_smoothing,
        ("z", "ArrowRight", "and 0.000 above its least."),
        (("- smoothing + each", "- smoothing"), ("others * each * z", "each * z"), ("= 10", "= 9")),
    ),
}


STANDING = [
    (f"/{page_of(source.relative_to(DOCS).as_posix()).removesuffix('index.html')}", name)
    for source in sorted(DOCS.rglob("*.md"))
    for name in re.findall(r'^<([\w-]+) class="explorable"', source.read_text("utf-8"), re.M)
    if name in EXPLORABLES
]


def test_each_state_of_three_precisions_is_rounded_as_torch_rounds_it(visit) -> None:
    """Equal in bfloat16 and float16; in float32, the exp of torch has its own last digit."""
    element = in_view(visit(PAGE), "three-precisions")
    for name, dtype in DTYPES.items():
        z = torch.arange(-150, 150.5, 0.5).to(dtype)
        states = [{"z": at, "format": name} for at in z.tolist()]
        found = element.evaluate(
            "(e, all) => all.map((s) => Object.values(e.values(s)).map(String))", states
        )
        here = torch.tensor([[float(v) for v in one] for one in found], dtype=torch.float64)
        for column, wanted in enumerate(rounded_by_torch(z).values()):
            ours = here[:, column].to(dtype)
            assert torch.equal(ours.double(), here[:, column]), "not a number of that precision"
            if dtype is torch.float32:
                torch.testing.assert_close(ours, wanted, rtol=2**-22, atol=2**-149)
            else:
                assert torch.equal(ours, wanted), (name, column)


def states_of(name: str) -> list[State]:
    explorable, chance = EXPLORABLES[name], random.Random(name)
    return [explorable.draw(chance) for _ in range(explorable.cases)]


def deviations(name: str, element) -> dict[str, float]:
    """Return how far the script is from torch at the most, for each value, as a share of it."""
    states = states_of(name)
    found = element.evaluate("(e, all) => all.map((state) => e.values(state))", states)
    wanted = EXPLORABLES[name].torch_says(states)
    assert all(one.keys() == wanted.keys() for one in found)
    off = {}
    for key, values in wanted.items():
        here = torch.tensor([one[key] for one in found], dtype=torch.float64)
        there = values.detach()
        share = (here - there).abs() / there.abs().clamp(min=EXPLORABLES[name].least)
        off[key] = float(torch.where(here == there, 0.0, share).nan_to_num(nan=9.0).max())
    return off


def changed(page) -> str:
    """Wait until the address holds what was moved, and return it."""
    page.wait_for_function("() => location.hash.includes('explore=')")
    return page.url


def in_view(page, name: str):
    element = page.locator(name)
    element.locator("figcaption").scroll_into_view_if_needed()
    element.locator(".explorable-stage").scroll_into_view_if_needed()
    page.wait_for_function("name => document.querySelector(name).hasAttribute('live')", arg=name)
    return element


@pytest.mark.parametrize("name", EXPLORABLES)
def test_it_computes_as_torch_does(name: str, visit) -> None:
    off = deviations(name, in_view(visit(PAGE), name))
    assert max(off.values()) <= EXPLORABLES[name].close, off


def test_each_activation_of_one_number_is_there(visit) -> None:
    page = visit(PAGE)
    in_view(page, "activation-microscope")
    offered = page.locator("#activation-microscope-activation option").all_inner_texts()
    assert sorted(offered) == sorted(ACTIVATIONS)
    there = {*nn.modules.activation.__all__} - OTHERS
    assert {name.partition(" ")[0] for name in offered} == there


@pytest.mark.parametrize("name", shared_out(EXPLORABLES, 4))
def test_a_broken_formula_is_noticed(name: str, visit) -> None:
    page = visit(PAGE)
    in_view(page, name)  # which fetches what its script needs
    source = (DOCS / "assets" / f"{name}.js").read_text("utf-8")
    for number, (old, new) in enumerate(EXPLORABLES[name].breaks):
        assert old in source
        broken_name = f"broken-{number}"
        changed = source.replace(old, new).replace(f'define("{name}"', f'define("{broken_name}"')
        page.evaluate(f"() => {{ {changed} }}")
        broken = page.evaluate_handle("name => document.createElement(name)", broken_name)
        assert max(deviations(name, broken).values()) > EXPLORABLES[name].close, (old, new)


@pytest.mark.parametrize("name", EXPLORABLES)
def test_what_to_try_is_reached_by_keyboard(name: str, visit) -> None:
    page = visit(PAGE)
    element = in_view(page, name)
    control, key, said = EXPLORABLES[name].goal
    status = element.get_by_role("status")
    assert said not in status.inner_text()
    page.locator(f"#{name}-{control}").focus()
    for _ in range(200):
        page.keyboard.press(key)
        page.evaluate("() => new Promise(requestAnimationFrame)")
        if "\u2713" in status.inner_text():
            break
    assert said in status.inner_text()
    words = page.locator(f"#{name}-{control}").evaluate("e => e.ariaValueText")
    state = element.evaluate("(e, name) => e.state[name]", control)
    assert float(words.replace("minus ", "-")) == state and "\N{MINUS SIGN}" not in words
    element.get_by_role("button", name="Start over").click()
    status.filter(has_not_text=said).wait_for()
    page.wait_for_function("() => !location.hash")


@pytest.mark.parametrize("where", ["server", "files"])
@pytest.mark.parametrize("name", shared_out(EXPLORABLES, 4))
def test_a_link_brings_back_what_was_moved(name: str, where: str, visit, site: Path) -> None:
    page = visit(PAGE if where == "server" else f"{site.as_uri()}{PAGE}index.html")
    element = in_view(page, name)
    assert "#" not in page.url
    page.locator(f"{name} input[type=range]").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    address = changed(page)
    said, state = element.get_by_role("status").inner_text(), element.evaluate("e => e.state")
    again = visit(address)
    again.locator(f"{name}[live]").wait_for()
    assert again.locator(name).get_by_role("status").inner_text() == said
    assert again.locator(name).evaluate("e => e.state") == state
    box = again.locator(name).bounding_box()
    assert abs(box["y"]) < again.viewport_size["height"], "a link does not lead to it"


def test_an_address_that_asks_for_nonsense_changes_nothing(visit) -> None:
    for asked, z in (("z=abc", -2), ("z=", -2), ("z=99", 4), ("y=1", -2), ("z=-5.32", -5.3)):
        page = visit(f"{PAGE}#explore=confidently-wrong&{asked}")
        in_view(page, "confidently-wrong")
        assert page.locator("confidently-wrong").evaluate("e => e.state") == {"z": z}


@pytest.mark.parametrize("mode", DECIDING_MODES)
def test_it_is_accessible_before_and_after(mode: str, visit, weekly: bool) -> None:
    """As test_browser does: each week every rule in each way to read, each day where it decides."""
    page = visit(PAGE, **MODES[mode])
    only = "" if weekly else RULES.get(tuple(mode.split("-")))
    for name, explorable in EXPLORABLES.items():
        element = in_view(page, name)
        assert only is None or violations(page, only, within=name) == []
        page.locator(f"#{name}-{explorable.goal[0]}").focus()
        page.keyboard.press("End")
        page.keyboard.press("ArrowLeft")
        assert only is None or violations(page, only, within=name) == []
        targets = ".explorable-panel :is(button, select, input)"
        sizes = element.locator(targets).evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect()).map((b) => [b.width, b.height])"
        )
        assert sizes and min(min(size) for size in sizes) >= 24


NEEDING_MORE = """(e, states) => {
    const panel = e.querySelector(".explorable-panel");
    const room = parseFloat(getComputedStyle(panel).minHeight);
    return states.flatMap((state) => {
        e.take(state);
        e.tell();
        const own = panel.getBoundingClientRect().height;
        return Math.abs(own - room) < 1 ? [] : [[own, state]];
    });
}"""
END = """(e) => e.querySelector(".snippet-caption").getBoundingClientRect().top
    - e.getBoundingClientRect().top"""


@pytest.mark.parametrize("width", shared_out([320, 390, 500, 768, 1280], 3))
def test_it_has_its_room_from_the_start(width: int, visit) -> None:
    """Whatever is moved, and whatever the sentence then says, what is below stays where it was."""
    page = visit(PAGE, viewport={"width": width, "height": 800})
    for name in EXPLORABLES:  # as they are until their scripts come
        page.route(f"**/{name}.js", lambda r: r.fulfill(body="", content_type="text/javascript"))
    page.reload()
    before = {name: page.locator(name).evaluate(END) for name in EXPLORABLES}
    page.unroute_all()
    page.reload()
    for name in EXPLORABLES:
        element = in_view(page, name)
        assert abs(element.evaluate(END) - before[name]) < 1, f"{name} at {width} px moves the text"
        more = element.evaluate(NEEDING_MORE, states_of(name)[:60])
        assert not more, f"{name} at {width} px needs other heights: {more[:3]}"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", SIZES)
def test_the_page_keeps_still_while_it_is_read(size: str, visit) -> None:
    page = visit(PAGE, viewport=SIZES[size])
    page.reload()  # as a reader has it, whose folds are closed
    for name in EXPLORABLES:
        in_view(page, name)
    assert page.evaluate("window.shifted()") <= SHIFT_LIMIT


@pytest.mark.parametrize(("address", "name"), STANDING)
def test_it_comes_alive_on_each_page_where_it_stands(address: str, name: str, visit) -> None:
    page = visit(address, viewport=SIZES["phone"])
    page.reload()  # as a reader has it, whose folds are closed
    scripts = "[...document.scripts].flatMap(({src}) => src ? src.split('/').at(-1) : [])"
    if page.locator(name).bounding_box()["y"] > 2 * SIZES["phone"]["height"]:
        assert f"{name}.js" not in page.evaluate(scripts)
    in_view(page, name)
    fetched = page.evaluate(scripts)
    assert len(fetched) == len({*fetched}), "a script is fetched twice"
    assert page.evaluate("window.shifted()") <= SHIFT_LIMIT


def test_it_asks_the_same_on_each_page_where_it_stands(site: Path) -> None:
    asked: dict[str, set[str]] = {}
    for address, name in STANDING:
        page = BeautifulSoup((site / address.strip("/") / "index.html").read_bytes(), "html.parser")
        texts = page.find(name).find_all("p", recursive=False)
        asked.setdefault(name, set()).add(" ".join(text.get_text() for text in texts))
    assert asked.keys() == EXPLORABLES.keys()
    assert not {name: texts for name, texts in asked.items() if len(texts) > 1}


def test_nothing_is_fetched_or_drawn_out_of_view(visit) -> None:
    page = visit(PAGE, viewport=SIZES["phone"])
    names = [*EXPLORABLES]
    fetched = page.evaluate("performance.getEntriesByType('resource').map(({name}) => name)")
    assert not [one for one in fetched if one.endswith(f"/{names[-1]}.js")]
    assert not page.evaluate("name => customElements.get(name)", names[-1])
    first = in_view(page, names[0])
    in_view(page, names[-1])
    before = first.evaluate("e => e.live.innerHTML")
    first.evaluate("e => e.change({ z: 3 })")
    page.wait_for_timeout(100)
    assert first.evaluate("e => e.live.innerHTML") == before
    in_view(page, names[0])
    page.wait_for_function(
        "([e, was]) => e.live.innerHTML !== was", arg=[first.element_handle(), before]
    )


@pytest.mark.parametrize("how", ["without JavaScript", "in print"])
def test_the_static_figure_stands(how: str, visit) -> None:
    page = visit(PAGE, java_script_enabled=how == "in print")
    for name in EXPLORABLES:
        element = in_view(page, name) if how == "in print" else page.locator(name)
        page.emulate_media(media="print" if how == "in print" else "screen")
        assert element.locator("svg[aria-label]:visible").count() == 1
        assert element.locator("figcaption").is_visible()
        assert element.locator("svg:visible").first.get_attribute("aria-label").count(". ")
        assert not element.locator(".explorable-panel:visible, > p:visible").count()
        page.emulate_media(media="screen")


@pytest.mark.parametrize("name", shared_out(EXPLORABLES, 4))
def test_forced_colours_leave_lines_to_see(name: str, visit) -> None:
    page = visit(PAGE, forced_colors="active")
    element = in_view(page, name)
    drawn = element.locator(".explorable-stage > svg:last-child > svg path[stroke-dasharray]")
    colors = drawn.evaluate_all(
        "all => all.map((e) => [getComputedStyle(e).stroke, getComputedStyle(document.body).color])"
    )
    assert len(colors) > 1
    assert sum(own == text for own, text in colors) > 1
    looks = drawn.evaluate_all("all => all.map((e) => e.getAttribute('stroke-dasharray'))")
    assert len({*looks}) > 1


def test_the_scripts_of_a_page_are_small(visit) -> None:
    """Its own and those that it fetches while it is read, in bytes as a server sends them."""
    page = visit(PAGE)
    for name in EXPLORABLES:
        in_view(page, name)
    sent = scripts(page)
    assert {f"{name}.js" for name in EXPLORABLES} < sent.keys()
    assert sum(sent.values()) <= MOST, sent

"""Law: the network that trains in a page computes as torch does, and its program is what it says."""

import contextlib
import gzip
import io
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from built.accessibility import violations
from conftest import MODES, SIZES
from runner.folders import DOCS

PAGE = "/activations-and-losses/network/"
ASSETS = DOCS / "assets"
CLOSE, STEPS = 1e-5, 50  # of every loss and parameter, after each of so many steps
MOST, SHIFT, LONG = 30_000, 0.02, 50  # bytes, compressed; of the window; ms of a task
AWAY = 1e6  # a loss beyond which the page stops
LEARNED = "It gets every point right."
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
    page.locator("network-trainer[live]").wait_for()
    return page.locator("network-trainer")


def offered(trainer) -> dict[str, list[Any]]:
    """Return what can be chosen, in each control."""
    return trainer.evaluate("""(e) => Object.fromEntries(e.controls.map((c) =>
        [c.name, c.options ?? spaced(c.min, c.max, c.max - c.min)]))""")


def drawn(choices: dict[str, list[Any]], chance: random.Random, **fixed: Any) -> Settings:
    return {name: fixed.get(name, chance.choice(options)) for name, options in choices.items()}


def by_torch(program: str, steps: int) -> tuple[list[dict[str, Any]], str | None]:
    """Return what the program's own objects say at each step, and what torch raises."""
    names: dict[str, Any] = {}
    exec(program.partition("\nfor step in range")[0], names)
    model, optimizer = names["model"], names["optimizer"]
    layers = [layer for layer in model if list(layer.parameters())]
    found = []
    for step in range(steps + 1):
        try:
            output = model(names["x"])
            loss = names["criterion"](output, names["target"])
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


def deviation(here: dict[str, Any], steps: int) -> float:
    """Return how far the page is from torch at the most: a share, or where that is less, a size."""
    there, error = by_torch(here["program"], steps)
    if here["error"] != error or len(here["found"]) < len(there):
        return float("inf")
    most = 0.0
    for ours, theirs in zip(here["found"], there, strict=False):
        if not theirs["loss"].abs() < AWAY:
            break  # it has run away
        for name, wanted in theirs.items():
            given = ours[name] if name != "loss" else float(ours[name])
            off = (torch.as_tensor(given, dtype=torch.float64) - wanted).abs()
            most = max(most, float((off / wanted.abs().clamp(min=1)).nan_to_num(nan=9.0).max()))
    return most


def furthest(trainer, all_settings: list[Settings], steps: int = STEPS) -> tuple[float, Settings]:
    worst, of = 0.0, {}
    for start in range(0, len(all_settings), 40):
        some = all_settings[start : start + 40]
        for settings, here in zip(some, trainer.page.evaluate(TRAIN, [some, steps]), strict=True):
            off = deviation(here, steps)
            if off > worst:
                worst, of = off, settings | {"error": here["error"]}
    return worst, of


LOSSES = [
    *("BCEWithLogitsLoss", "BCELoss", "CrossEntropyLoss", "NLLLoss"),
    *("MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss"),
]


@pytest.mark.parametrize("loss", LOSSES)
def test_each_activation_before_each_loss_trains_as_in_torch(loss: str, trainer) -> None:
    """Every activation between layers, with every last activation."""
    choices, chance = offered(trainer), random.Random(loss)
    assert choices["loss"] == LOSSES
    small = {"loss": loss, "layers": 1, "width": 3}
    settings = [
        drawn(choices, chance, hidden=hidden, output=output, **small)
        for hidden in choices["hidden"]
        for output in choices["output"]
    ]
    worst, of = furthest(trainer, settings)
    assert worst < CLOSE, of


@pytest.mark.parametrize("part", range(5))
def test_what_is_chosen_at_random_trains_as_in_torch(part: int, trainer) -> None:
    choices, chance = offered(trainer), random.Random(part)
    worst, of = furthest(trainer, [drawn(choices, chance) for _ in range(50)])
    assert worst < CLOSE, of


BREAKS = [
    ("network-arithmetic", "softplus(-z), sigmoid(z)", "softplus(z), sigmoid(z)"),
    ("network-arithmetic", "sigmoid(z) - target]", "sigmoid(z)]"),
    ("network-arithmetic", "), 1e-12)", "), 1e-2)"),
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
    ("activation-microscope", "1 - Math.tanh(x) ** 2]", "1 - Math.tanh(x)]"),
]


@pytest.mark.parametrize(("name", "old", "new"), BREAKS)
def test_a_broken_formula_is_noticed(name: str, old: str, new: str, visit) -> None:
    page = visit("/")
    source = (ASSETS / f"{name}.js").read_text("utf-8")
    assert old in source
    broken = {"body": source.replace(old, new), "content_type": "text/javascript"}
    page.route(f"**/{name}.js", lambda route: route.fulfill(**broken))
    page.goto(page.url.rstrip("/") + PAGE)
    trainer = shown(page)
    choices, chance = offered(trainer), random.Random(name)
    fixed = {"layers": 1, "width": 3, "rate": "0.1", "hidden": "Tanh"}
    settings = [
        drawn(choices, chance, output=output, loss=loss, **fixed)
        for loss in LOSSES
        for output in choices["output"]
    ]
    assert furthest(trainer, settings, 20)[0] > CLOSE


def output_of(program: str) -> str:
    """Return what a program prints, and in its last line what it raises."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        try:
            exec(program, {})
        except (RuntimeError, ValueError) as error:
            print(f"{type(error).__name__}: {error}")
    return said.getvalue().strip()


PRINTED = """([settings, steps]) => {
    const network = new Network(settings), history = [{ ...network }];
    while (network.steps < steps && !network.error && Math.abs(network.loss) < 1e6) {
        network.step();
        if (!network.error) history.push({ ...network });
    }
    return [programOf(network, network.steps), printedBy(network, network.error && !network.steps ? [] : history)];
}"""


@pytest.mark.parametrize("part", range(3))
def test_the_program_prints_what_the_page_says(part: int, trainer) -> None:
    choices, chance = offered(trainer), random.Random(100 + part)
    for steps in chance.sample(range(1, 250), 12):
        settings = drawn(choices, chance)
        program, wanted = trainer.page.evaluate(PRINTED, [settings, steps])
        assert output_of(program) == wanted, (settings, steps)
        assert len(program.splitlines()) <= 50
        assert max(map(len, program.splitlines())) <= 79
        assert {*re.findall(r"^(?:import|from) (\w+)", program, re.M)} <= {"math", "torch"}


WORDS = {
    "c": "correct",
    "l": "correct: until its gradient is gone, at a logit of 20",
    "o": "other objective",
    "r": "wrong: ranks right",
    "w": "wrong: ranks wrong",
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
    matrix = json.loads((DOCS / "activations-and-losses/data/matrix.json").read_text("utf-8"))
    cell = "activation", "loss", "output_shape", "target_form"
    rows = {tuple(row[name] for name in cell): row for row in matrix["rows"]}
    for (data, of_class), (shape, form, task) in TARGETS.items():
        for loss in LOSSES:
            if (loss in ("CrossEntropyLoss", "NLLLoss")) != of_class:
                continue
            for output in offered(trainer)["output"]:
                row = rows[output, loss, shape, form]
                recorded = row["verdicts"][task] if row["outcome"] == "silent" else "raises"
                settings = {"data": data, "loss": loss, "output": output}
                letter = trainer.page.evaluate("(s) => recordedOf(s)", settings)
                right = recorded == WORDS[letter] or (
                    letter == "o" and recorded.startswith("other objective")
                )
                assert right, (settings, letter, recorded)


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


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def choose(page, name: str, value: str | int) -> None:
    """Choose by the keyboard alone."""
    control = page.locator(f"#network-trainer-{name}")
    control.focus()
    if control.evaluate("e => e.localName") == "select":
        page.keyboard.type(str(value))
    else:
        page.keyboard.press("Home")
        for _ in range(int(value) - int(control.get_attribute("min"))):
            page.keyboard.press("ArrowRight")
    assert control.input_value() == str(value)


def trained(page, hundreds: int) -> str:
    """Train by the keyboard, and return what is then said."""
    for _ in range(hundreds):
        press(page, "100 steps")
        page.wait_for_function("() => !document.querySelector('network-trainer').training")
    settled(page)
    return page.locator("network-trainer").get_by_role("status").inner_text()


def settled(page) -> None:
    page.wait_for_function("""() => {
        const e = document.querySelector("network-trainer");
        return !e.training && !e.stale && !e.frame;
    }""")


def accuracy(said: str) -> float:
    return float(re.search(r"([\d.]+)% right", said)[1])


def test_what_to_try_is_reached_by_keyboard(trainer) -> None:
    page = trainer.page
    found = []
    for layers in (1, 2, 3):
        choose(page, "layers", layers)
        said = trained(page, 3)
        assert "Its boundary is a straight line." in said and LEARNED not in said
        found.append(accuracy(said))
    assert max(found) - min(found) < 1 and max(found) < 90
    choose(page, "hidden", "Tanh")
    said = trained(page, 3)
    assert accuracy(said) == 100 and LEARNED in said and "Its boundary bends." in said


def test_a_softmax_before_cross_entropy_stays_above_its_floor(trainer) -> None:
    page = trainer.page
    choose(page, "hidden", "Tanh")
    choose(page, "loss", "CrossEntropyLoss")
    right = trained(page, 3)
    assert "CrossEntropyLoss of the outputs as they are: right." in right
    choose(page, "output", "Softmax")
    said = trained(page, 3)
    assert "The loss cannot fall below 0.313." in said
    assert "Softmax before CrossEntropyLoss: wrong, and no error says so" in said
    loss = [float(re.search(r"loss ([\d.]+)", one)[1]) for one in (right, said)]
    assert loss[0] < 0.05 and loss[1] > 0.313


def test_mse_behind_a_surely_wrong_sigmoid_has_little_gradient(trainer) -> None:
    page, norms = trainer.page, {}
    for name, value in {"output": "Sigmoid", "optimizer": "SGD", "start": "surely wrong"}.items():
        choose(page, name, value)
    for loss in ("BCELoss", "MSELoss"):
        choose(page, "loss", loss)
        settled(page)
        seen = trainer.locator(".explorable-stage > svg").last.get_attribute("aria-label")
        norms[loss] = float(re.search(r"layer 2 ([\d.]+)", seen)[1])
    assert norms["BCELoss"] > 100 * norms["MSELoss"] > 0


def test_an_error_of_torch_is_said(trainer) -> None:
    page = trainer.page
    choose(page, "loss", "BCELoss")
    settled(page)
    said = trainer.get_by_role("status").inner_text()
    assert "PyTorch raises an error at step 0." in said
    assert "all elements of input should be between 0 and 1" in said
    assert output_of(trainer.locator(".network-program code").first.inner_text()).endswith(
        trainer.locator(".network-program code").last.inner_text()
    )


def test_the_program_that_is_shown_is_that_of_what_was_trained(trainer) -> None:
    trained(trainer.page, 2)
    program, printed = trainer.locator(".network-program code").all_inner_texts()
    assert printed.startswith("0 0.") and len(printed.splitlines()) == 11
    assert output_of(program) == printed
    said = trainer.get_by_role("status").inner_text()
    assert printed.splitlines()[-1].split()[1] in said


def test_the_program_is_copied(visit) -> None:
    page = visit(PAGE, permissions=["clipboard-read", "clipboard-write"])
    trainer = shown(page)
    press(page, "Copy this program")
    trainer.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == trainer.locator(".network-program code").first.text_content()


WATCH = """(e) => {
    window.said = [];
    new MutationObserver(() => window.said.push(e.querySelector("[role=status]").innerText))
        .observe(e.querySelector("[role=status]"), { childList: true, subtree: true });
}"""


def test_it_plays_and_pauses_and_speaks_once_of_each(trainer) -> None:
    page = trainer.page
    trainer.evaluate(WATCH)
    press(page, "Play")
    page.wait_for_function("() => document.querySelector('network-trainer').network.steps > 30")
    drawn = trainer.locator(".explorable-stage > svg").last
    first = drawn.inner_html()
    page.wait_for_function(
        "([e, was]) => e.innerHTML !== was", arg=[drawn.element_handle(), first]
    )
    press(page, "Pause")
    settled(page)
    at = trainer.evaluate("e => e.network.steps")
    page.wait_for_timeout(200)
    assert trainer.evaluate("e => e.network.steps") == at
    said = page.evaluate("window.said")
    assert said[0] == "It is training." and said[-1].startswith(f"Step {at}: loss")
    assert len({*said}) == 2
    press(page, "Reset")
    settled(page)
    assert trainer.get_by_role("status").inner_text().startswith("Step 0: loss")


@pytest.mark.parametrize("how", ["out of view", "in a hidden tab"])
def test_it_stops_where_nobody_sees_it(how: str, trainer) -> None:
    page = trainer.page
    press(page, "Play")
    page.wait_for_function("() => document.querySelector('network-trainer').network.steps > 5")
    if how == "out of view":
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.evaluate("document.querySelector('network-trainer').style.marginBottom = '300vh'")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
    else:
        page.evaluate("""() => {
            Object.defineProperty(document, "hidden", { value: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""")
    page.wait_for_function("() => !document.querySelector('network-trainer').training")


def test_who_asks_for_less_motion_sees_big_steps(visit) -> None:
    page = visit(PAGE, reduced_motion="reduce")
    trainer = shown(page)
    trainer.evaluate("""(e) => {
        window.at = [];
        const draw = e.draw.bind(e);
        e.draw = () => { window.at.push([e.network.steps, performance.now()]); draw(); };
    }""")
    press(page, "Play")
    page.wait_for_function("() => window.at.length >= 3")
    press(page, "Pause")
    at = page.evaluate("window.at.slice(0, 3)")
    assert [steps for steps, _ in at] == [100, 200, 300]
    assert all(after[1] - before[1] > 900 for before, after in zip(at, at[1:], strict=False))


def test_no_task_is_long_while_it_trains(trainer) -> None:
    page = trainer.page
    choose(page, "layers", 3)
    choose(page, "hidden", "GELU")
    settled(page)
    page.evaluate("""() => {
        window.long = [];
        new PerformanceObserver((seen) => window.long.push(...seen.getEntries().map((e) => e.duration)))
            .observe({ type: "longtask" });
    }""")
    press(page, "Play")
    page.wait_for_function("() => document.querySelector('network-trainer').network.steps > 150")
    press(page, "Pause")
    trained(page, 1)
    assert page.evaluate("window.long") == []


@pytest.mark.parametrize("where", ["server", "files"])
def test_a_link_brings_back_what_was_chosen(where: str, visit, site: Path) -> None:
    page = visit(PAGE if where == "server" else f"{site.as_uri()}{PAGE}index.html")
    trainer = shown(page)
    choose(page, "data", "XOR")
    choose(page, "layers", 2)
    page.wait_for_function("() => location.hash.includes('layers=2')")
    settled(page)
    said = trainer.get_by_role("status").inner_text()
    again = visit(page.url)
    again.locator("network-trainer[live]").wait_for()
    settled(again)
    assert again.locator("network-trainer").evaluate("e => e.state") == trainer.evaluate(
        "e => e.state"
    )
    assert again.locator("network-trainer").get_by_role("status").inner_text() == said


@pytest.mark.parametrize("mode", MODES)
def test_it_is_accessible_before_and_after(mode: str, visit) -> None:
    page = visit(PAGE, **MODES[mode])
    trainer = shown(page)
    assert violations(page, within="network-trainer") == []
    choose(page, "data", "three arms")
    choose(page, "loss", "CrossEntropyLoss")
    trained(page, 1)
    assert violations(page, within="network-trainer") == []
    targets = ".explorable-panel :is(button, select, input)"
    sizes = trainer.locator(targets).evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map((b) => [b.width, b.height])"
    )
    assert sizes and min(min(size) for size in sizes) >= 24
    spoken = page.locator("#network-trainer-layers").evaluate("e => e.ariaValueText")
    assert spoken == "1"


END = """(e) => e.querySelector(".snippet-caption").getBoundingClientRect().top
    - e.getBoundingClientRect().top"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_it_has_its_room_from_the_start(width: int, visit) -> None:
    """Whatever is chosen, and whatever the sentence then says, what is below stays there."""
    page = visit(PAGE, viewport={"width": width, "height": 800})
    page.route(
        "**/network-trainer.js", lambda r: r.fulfill(body="", content_type="text/javascript")
    )
    page.reload()
    before = page.locator("network-trainer").evaluate(END)
    page.unroute_all()
    page.reload()
    trainer = shown(page)
    choices, chance = offered(trainer), random.Random(width)
    for _ in range(30):
        trainer.evaluate("(e, s) => { e.take(s); e.tell(); }", drawn(choices, chance))
        assert abs(trainer.evaluate(END) - before) < 1, trainer.get_by_role("status").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", SIZES)
def test_the_page_keeps_still_while_it_is_used(size: str, visit) -> None:
    page = visit(PAGE, viewport=SIZES[size])
    page.reload()  # as a reader has it, whose folds are closed
    shown(page)
    trained(page, 2)
    assert page.evaluate("window.shifted()") <= SHIFT


@pytest.mark.parametrize("how", ["without JavaScript", "in print"])
def test_the_static_figure_stands(how: str, visit) -> None:
    page = visit(PAGE, java_script_enabled=how == "in print")
    trainer = shown(page) if how == "in print" else page.locator("network-trainer")
    page.emulate_media(media="print" if how == "in print" else "screen")
    assert trainer.locator("svg[aria-label]:visible").count() == 1
    assert trainer.locator("figcaption").is_visible()
    assert not trainer.locator(".explorable-panel:visible, > p:visible").count()


def test_forced_colours_leave_signs_to_see(visit) -> None:
    page = visit(PAGE, forced_colors="active")
    trainer = shown(page)
    live = trainer.locator(".explorable-stage > svg").last
    text = page.evaluate("getComputedStyle(document.body).color")
    edge = live.locator(".boundary").evaluate("e => getComputedStyle(e).stroke")
    assert edge == text
    assert live.locator("circle").count() > 50 and live.locator("rect").count() > 50
    assert live.locator("pattern").count() == 2


def test_its_scripts_are_small(site: Path) -> None:
    page = (site / PAGE.strip("/") / "index.html").read_text("utf-8")
    asked = {*re.findall(r'src="[./]*assets/([\w-]+)\.js"', page)} - {"ask", "scrolling"}
    needs = re.search(r'data-needs="([^"]+)"', page)[1].split()
    asked |= {*needs, "network-trainer"}
    assert len(asked) == 2 + 7
    weight = sum(len(gzip.compress((ASSETS / f"{name}.js").read_bytes(), 9)) for name in asked)
    assert weight <= MOST

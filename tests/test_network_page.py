"""Law: the network of a page is trained by keyboard, says what it does, and keeps its place."""

import itertools
import random
import re
from pathlib import Path

import pytest
from built.accessibility import violations
from conftest import DECIDING_MODES, MODES, SHIFT_LIMIT, SIZES
from runner.workload import shared_out
from test_browser import scripts
from test_explorables import END, MOST
from test_network import PAGE, drawn, offered, output_of, shown

pytestmark = pytest.mark.moved

GOES = 3  # of which one is to have no long task: a busy machine holds up any page
LEARNED = "It gets every point right."


@pytest.fixture
def trainer(visit):
    return shown(visit(PAGE))


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def choose(page, name: str, value: str | int) -> None:
    """Choose by the keyboard alone."""
    control = page.locator(f"#network-trainer-{name}")
    control.focus()
    if control.evaluate("e => e.localName") == "select":
        place = control.locator("option").all_inner_texts().index(str(value))
    else:
        place = int(value) - int(control.get_attribute("min"))
    page.keyboard.press("Home")
    for _ in range(place):
        page.keyboard.press("ArrowDown" if control.get_attribute("min") is None else "ArrowRight")
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
    assert "Softmax before CrossEntropyLoss: wrong, without an error" in said
    loss = [float(re.search(r"loss ([\d.]+)", one)[1]) for one in (right, said)]
    assert loss[0] < 0.05 and loss[1] > 0.313


def test_mse_behind_a_surely_wrong_sigmoid_has_little_gradient(trainer) -> None:
    page, norms = trainer.page, {}
    for name, value in {"output": "Sigmoid", "optimizer": "SGD", "start": "surely wrong"}.items():
        choose(page, name, value)
    for loss in ("BCELoss", "MSELoss"):
        choose(page, "loss", loss)
        settled(page)
        said = trainer.get_by_role("status").inner_text()
        norms[loss] = float(re.search(r"gradient of layer 2 is ([\d.]+\d)", said)[1])
    assert norms["BCELoss"] > 100 * norms["MSELoss"] > 0


def test_a_loss_without_end_falls_below_zero(trainer) -> None:
    choose(trainer.page, "loss", "NLLLoss")
    said = trained(trainer.page, 1)
    assert "NLLLoss of the outputs as they are: wrong, without an error: its loss falls" in said
    assert "loss -" in said


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
    page.wait_for_function("([e, was]) => e.innerHTML !== was", arg=[drawn.element_handle(), first])
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
        new MutationObserver(() => window.at.push([e.network.steps, performance.now()]))
            .observe(e.live, { childList: true });
    }""")
    press(page, "Play")
    page.wait_for_function("() => window.at.length >= 3")
    press(page, "Pause")
    at = page.evaluate("window.at.slice(0, 3)")
    assert [steps for steps, _ in at] == [100, 200, 300]
    assert all(after[1] - before[1] > 900 for before, after in itertools.pairwise(at))


def test_no_task_is_long_while_it_trains(trainer) -> None:
    page = trainer.page
    choose(page, "layers", 3)
    choose(page, "hidden", "GELU")
    settled(page)
    page.evaluate("""() => {
        const note = (seen) => window.long.push(...seen.getEntries().map((e) => e.duration));
        new PerformanceObserver(note).observe({ type: "longtask" });
    }""")
    for _ in range(GOES):
        page.evaluate("window.long = []")
        press(page, "Play")
        page.wait_for_function("() => document.querySelector('network-trainer').network.steps > 60")
        press(page, "Pause")
        trained(page, 1)
        if not (long := page.evaluate("window.long")):
            break
        press(page, "Reset")
        settled(page)
    assert long == []


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


@pytest.mark.parametrize("mode", DECIDING_MODES)
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


@pytest.mark.parametrize("width", shared_out([320, 390, 768, 1280], 2))
def test_it_has_its_room_from_the_start(width: int, visit) -> None:
    """Whatever is chosen, and whatever the sentence then says, what is below stays there."""
    page = visit(PAGE, viewport={"width": width, "height": 800})
    page.route(
        "**/network-element.js", lambda r: r.fulfill(body="", content_type="text/javascript")
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
    assert page.evaluate("window.shifted()") <= SHIFT_LIMIT


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


def test_it_is_fetched_at_the_first_sign_of_a_reader(visit) -> None:
    page = visit(PAGE)
    page.wait_for_function("() => typeof fetchNetwork === 'function'")
    assert not page.evaluate("customElements.get('network-trainer')")
    page.keyboard.press("Tab")
    page.locator("network-trainer[live]").wait_for()


def test_the_scripts_of_the_page_are_small(visit) -> None:
    """Its own and those that it fetches, in bytes as a server sends them."""
    page = visit(PAGE)
    shown(page)
    sent = scripts(page)
    assert {"activations.js", "network-element.js"} < sent.keys()
    assert sum(sent.values()) <= MOST, sent

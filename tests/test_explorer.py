"""Law: the explorer's map, words and remedies agree with what is recorded, for each combination."""

import re
from collections import Counter
from functools import cache
from itertools import product

import pytest
from builder.chapter import recorded
from builder.views import package_of
from built.accessibility import violations
from conftest import MODES
from mkdocs.exceptions import BuildError
from runner.folders import DOCS
from runner.table_runner import CHAPTER as FOLDER
from runner.table_runner import recording_of
from test_look import contrast
from test_pairings import EXPLORER, MATRIX, PARTS, state_of

FIELDS = "activation", "loss", "outputs", "shape", "dtype"  # what a remedy may change
PHONE = {"width": 390, "height": 844}
Row = dict


def names() -> list[list[str]]:
    return [[*MATRIX[part]] for part in ("activations", "losses", "outputs", "targets")]


@cache
def by_parts() -> dict[tuple[str, ...], Row]:
    return {tuple(row[part] for part in PARTS): row for row in MATRIX["rows"]}


def kind(row: Row, task: str = "") -> str:
    if row["outcome"].startswith("raises"):
        return "error"
    verdicts = row["verdicts"]
    found = {v.split(":")[0] for t, v in verdicts.items() if task in ("", t)}
    order = ("correct", "right"), ("other objective", "other"), ("seldom reached", "seldom")
    return next((word for start, word in order if start in found), "wrong")


def shortest(task: str) -> dict[tuple[str, ...], tuple[int | None, bool]]:
    """By brute force: how many changes each combination is from a right one, itself or another."""
    right: dict[str, list[tuple[str, ...]]] = {}
    states = {parts: state_of(row) for parts, row in by_parts().items()}
    for parts, row in by_parts().items():
        if kind(row, task) == "right":
            state = states[parts]
            right.setdefault(state["values"], []).append(tuple(state[f] for f in FIELDS))
    found = {}
    for parts, row in by_parts().items():
        state = states[parts]
        own = tuple(state[field] for field in FIELDS)
        far = [sum(map(str.__ne__, own, other)) for other in right.get(state["values"], [])]
        found[parts] = (min(far) if far else None, kind(row, task) == "right")
    return found


ALL = """(explorer, [activations, losses, outputs, targets, task]) => {
    const found = [];
    for (const activation of activations) for (const loss of losses)
        for (const output of outputs) for (const target of targets) {
            const { kind: values, shape, dtype } = explorer.data.targets[target];
            const state = { activation, loss, outputs: output, values, shape, dtype, task };
            const shown = new PairingResult(explorer.records, state, () => "#");
            const near = explorer.records.nearest(state);
            found.push([shown.kind, shown.fix().innerText, near && [near.other, near.changed]]);
        }
    return found;
}"""


@pytest.mark.parametrize("task", ["", "multi-class", "multi-label"])
def test_no_cell_contradicts_itself_and_each_remedy_is_the_shortest(task: str, visit) -> None:
    """Every combination, judged, mended, and mended by brute force."""
    explorer = visit(EXPLORER).locator("pairing-explorer:defined")
    found = explorer.evaluate(ALL, [*names(), task])
    known, wrong = shortest(task), []
    assert len(found) == len(known) == len(MATRIX["rows"])
    for parts, (said, text, near) in zip(product(*names()), found, strict=True):
        fewest, is_right = known[parts]
        row = by_parts()[parts]
        mends = "shortest way" in text
        if said != kind(row, task) or (said == "right") != is_right:
            wrong.append(f"{parts} is said to be {said}")
        elif is_right and (mends or near[1] or "nothing to mend" not in text):
            wrong.append(f"{parts} is right, and mended: {text}")
        elif not is_right and mends != (fewest is not None):
            wrong.append(f"{parts}: {text}")
        elif not is_right and fewest is not None:
            other, changed = near
            there = (*(other[f] for f in FIELDS[:3]), "{values} {shape} {dtype}".format(**other))
            if kind(by_parts()[there], task) != "right" or len(changed) != fewest:
                wrong.append(f"{parts} to {there}: {len(changed)} changes, where {fewest} suffice")
    assert not wrong, f"{len(wrong)}: {wrong[:5]}"


# The map.

FORMS = [
    ("(N, C)", "class index (N,) int64"),
    ("(N, 1)", "real-valued (N,) float32"),
    ("(N, C)", "one-hot (N, C) float32"),
]


def chosen(outputs: str, target: str, **more: str) -> dict[str, str]:
    row = next(
        r for r in MATRIX["rows"] if (r["output_shape"], r["target_form"]) == (outputs, target)
    )
    return state_of(row) | more


def show(explorer, state: dict[str, str]) -> None:
    explorer.evaluate("(e, state) => e.choose({ task: '', ...state })", state)


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_map_says_of_each_pair_what_is_recorded(form, size: str, visit) -> None:
    page = visit(EXPLORER, viewport=MODES[f"{size}-light"]["viewport"])
    show(page.locator("pairing-explorer:defined"), chosen(*form))
    part = ".map-list" if size == "phone" else ".map-grid"
    other = ".map-grid" if size == "phone" else ".map-list"
    assert page.locator(other).is_hidden()
    links = page.locator(f"{part} a").evaluate_all(
        "all => all.map((a) => [a.ariaLabel, a.classList[0], new URL(a.href).hash])"
    )
    rows = {(r["activation"], r["loss"]): r for p, r in by_parts().items() if p[2:] == form}
    words = {"other": "another objective", "seldom": "seldom reached"}
    for label, look, address in links:
        activation, loss, said = re.fullmatch(r"(\S+) before (\w+): (.+)", label).groups()
        row = rows.pop((activation, loss))
        assert look == kind(row) and said.startswith(words.get(look, look)), label
        assert ("warning" in said) == (row["outcome"] == "warns"), label
        assert f"activation={activation}&loss={loss}&" in address
    assert not rows, "the map leaves these out"
    counts = Counter(look for _, look, _ in links)
    if size == "desktop":
        legend = page.locator(".map-legend li:has(.kind)").all_inner_texts()
        assert [int(item.split()[-1]) for item in legend] == [
            counts[name] for name in ("right", "other", "seldom", "wrong", "error") if counts[name]
        ]


def test_the_map_of_one_reading_is_of_that_reading(visit) -> None:
    page = visit(EXPLORER)
    explorer = page.locator("pairing-explorer:defined")
    form = "(N, C)", "one-hot (N, C) float32"
    for task in ("multi-class", "multi-label"):
        show(explorer, chosen(*form))
        page.locator("#explorer-task").select_option(task)
        assert f"task={task}" in page.url
        links = page.locator(".map-grid a").evaluate_all(
            "all => all.map((a) => [a.dataset.activation, a.dataset.loss, a.classList[0]])"
        )
        for activation, loss, look in links:
            assert look == kind(by_parts()[(activation, loss, *form)], task), (activation, loss)
    show(explorer, chosen("(N, C)", "class index (N,) int64"))
    assert page.locator("#explorer-task").is_hidden() and "task" not in page.url


def test_the_map_is_one_stop_in_which_arrow_keys_move(visit) -> None:
    page = visit(EXPLORER)
    page.locator("#explorer-dtype").focus()
    page.keyboard.press("Tab")
    at = "[document.activeElement.dataset.activation, document.activeElement.dataset.loss]"
    assert page.evaluate(at) == ["Softmax", "CrossEntropyLoss"]
    activations, losses = names()[:2]
    ways = {
        "ArrowUp": (activations[activations.index("Softmax") - 1], "CrossEntropyLoss"),
        "ArrowRight": (..., losses[losses.index("CrossEntropyLoss") + 1]),
        "Home": (..., losses[0]),
        "ArrowLeft": (..., losses[0]),
        "Control+End": (activations[-1], losses[-1]),
        "ArrowDown": (activations[-1], losses[-1]),
        "Control+Home": (activations[0], losses[0]),
        "End": (activations[0], losses[-1]),
    }
    for key, (activation, loss) in ways.items():
        page.keyboard.press(key)
        now = page.evaluate(at)
        assert loss == now[1] and activation in (..., now[0]), key
        assert page.locator(".map-said").inner_text().startswith(f"{now[0]} before {now[1]}: ")
        assert page.locator(".map-grid a[tabindex='0']").count() == 1
    page.keyboard.press("Control+Home")
    page.keyboard.press("Enter")
    which = page.locator(".explorer-which")
    which.filter(has_text=f"{activations[0]} before {losses[0]}, ").wait_for()
    assert f"activation={activations[0]}&loss={losses[0]}&" in page.url
    assert page.evaluate(at) == [activations[0], losses[0]], "the focus is where the reader is"
    page.keyboard.press("Tab")
    assert not page.evaluate("!!document.activeElement.closest('.map-grid')")


def test_a_click_in_the_map_opens_that_pair(visit) -> None:
    page = visit(EXPLORER)
    cell = page.locator(".map-grid a[data-activation=none][data-loss=CrossEntropyLoss]")
    cell.click()
    page.locator("p.verdict", has_text=re.compile(r"^Right\.$")).wait_for()
    assert cell.get_attribute("aria-current") == "true"
    assert page.locator("#explorer-activation").input_value() == "none"


@pytest.mark.parametrize("forced", ["active", "none"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_kind_has_a_sign_that_can_be_seen_in_any_colours(forced, scheme, visit) -> None:
    page = visit(EXPLORER, forced_colors=forced, color_scheme=scheme)
    explorer = page.locator("pairing-explorer:defined")
    looks = {}
    for form in FORMS:
        show(explorer, chosen(*form))
        looks |= page.locator(".map-grid a:not([aria-current])").evaluate_all("""all => {
            const hex = (color) => {
                const canvas = new OffscreenCanvas(1, 1).getContext("2d");
                canvas.fillStyle = color;
                canvas.fillRect(0, 0, 1, 1);
                const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
                return "#" + [r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("");
            };
            return Object.fromEntries(all.map((a) => {
                const style = getComputedStyle(a), sign = getComputedStyle(a, "::before");
                const look = [sign.content, hex(sign.color), hex(style.backgroundColor)];
                return [a.classList[0], [...look, style.backgroundImage, style.borderStyle]];
            }));
        }""")
    assert {*looks} == {"right", "other", "seldom", "wrong", "error"}
    for name, (_, color, under, *_) in looks.items():
        assert contrast(color, under) >= 4.5, (name, color, under)
    signs = [look[0].split(" / ")[0] for look in looks.values()]
    patterns = [(look[2], look[3], look[4]) for look in looks.values()]
    assert len({*signs}) == len({*patterns}) == len(looks), looks


# What a reader types.

TYPED = {
    ("(32, 10) float32", "(32,) int64"): ("(N, C)", "class index (N,) int64"),
    ("torch.Size([32, 10])", "torch.Size([32]) torch.int64"): ("(N, C)", "class index (N,) int64"),
    ("[8, 1] float", "[8, 1] float"): ("(N, 1)", "binary label (N, 1) float32"),
    ("8 x 21 x 50", "8 x 50 long"): ("(N, C, L)", "class index (N, L) int64"),
    ("(64, 5), torch.float32", "(64, 5), torch.float32"): ("(N, C)", "one-hot (N, C) float32"),
}


def typed(page, output: str, target: str) -> str:
    page.locator("#explorer-your-output").fill(output)
    page.locator("#explorer-your-target").fill(target)
    page.keyboard.press("Enter")
    return page.locator(".typed-found").inner_text()


@pytest.mark.parametrize("tensors", TYPED, ids=" and ".join)
def test_typed_tensors_lead_to_their_form(tensors: tuple[str, str], visit) -> None:
    page = visit(EXPLORER)
    outputs, target = TYPED[tensors]
    said = typed(page, *tensors)
    assert f"This is shown: {target} with outputs {outputs}." in said
    assert page.locator(".explorer-which").inner_text().endswith(f"outputs {outputs}, {target}")
    for link in page.locator(".typed-found a").all():
        form = link.inner_text()
        link.click()
        other, shape = form.split(" with outputs ")
        shown = page.locator(".explorer-which", has_text=f"outputs {shape}, {other}")
        shown.wait_for()


FRUITLESS = {
    ("(32, 10) float32", "(16,) int64"): "No form like these two was run.",
    ("(32, 10) float32", "(32,) float16"): "No target of float16 ran.",
    ("logits", "(32,) int64"): "Write the shape and the dtype of your output",
    ("(32, 10)", ""): "Write the shape and the dtype of your target",
    ("(10, 10) float32", "(10,) int64"): "where they are equal, as with you",
    ("(1, 10) float32", "(1,) int64"): "An axis of size 1 broadcasts",
    ("(32, 10) bfloat16", "(32,) int64"): "The outputs here were float32, not bfloat16",
}


@pytest.mark.parametrize("tensors", FRUITLESS, ids=" and ".join)
def test_what_typed_tensors_do_not_tell_is_said(tensors: tuple[str, str], visit) -> None:
    assert FRUITLESS[tensors] in typed(visit(EXPLORER), *tensors)


# The verdict, on a phone and in words.

IN_VIEW = """() => {
    const verdict = document.querySelector("pairing-explorer p.verdict");
    const { top, bottom } = verdict.getBoundingClientRect();
    return top >= 48 && bottom <= innerHeight;
}"""


def test_on_a_phone_the_verdict_is_in_view_after_each_choice(visit) -> None:
    page = visit(EXPLORER, viewport=PHONE)
    fields = page.locator(".explorer-choices select:visible")
    for number in range(fields.count()):
        field = fields.nth(number)
        for _ in range(2):
            value = field.evaluate("s => s.options[(s.selectedIndex + 1) % s.options.length].value")
            field.select_option(value)
            assert page.evaluate(IN_VIEW), f"after {field.get_attribute('name')} {value}"
    show(page.locator("pairing-explorer:defined"), chosen("(N, C)", "class index (N,) int64"))
    page.eval_on_selector_all(".map-list details", "all => all.forEach((one) => one.open = true)")
    links = page.locator(".map-list a")
    for number in range(0, links.count(), 7):
        links.nth(number).click()
        assert page.evaluate(IN_VIEW), links.nth(number).get_attribute("aria-label")
    typed(page, "(32, 1) float32", "(32,) float32")
    assert page.evaluate(IN_VIEW)


NEW = {
    "seldom reached: from 3 of 40 starts": ("silent", "seldom", "which training seldom reaches"),
    "other objective: the median": ("silent", "other", "Another objective"),
    "wrong: something new": ("silent", "wrong", "Wrong. PyTorch says nothing."),
    "correct": ("raises for some values", "error", "an error for some values"),
}


@pytest.mark.parametrize("verdict", NEW)
def test_verdicts_that_are_yet_to_come_have_a_place(verdict: str, visit) -> None:
    """A kind is what stands before the colon; an error may hang on the values."""
    outcome, look, title = NEW[verdict]
    page = visit(EXPLORER)
    page.locator("pairing-explorer:defined").evaluate(
        """(e, [outcome, verdict]) => {
            const result = e.records.look({ ...e.state, target: e.records.target(e.state) });
            Object.assign(result, [outcome, "forward", "", { "multi-class": verdict }, ""]);
            e.data.plain[verdict] = e.data.verdicts[verdict] = "In other words.";
            e.map.element.dataset.form = "";
            e.show();
        }""",
        [outcome, verdict],
    )
    assert title in page.locator("p.verdict").first.inner_text()
    assert page.locator(".map-grid a[aria-current]").get_attribute("class") == look
    mends = page.locator(".explorer-fix").count()
    assert mends == 1, "only what is right, and runs, needs no remedy"
    assert violations(page, within="pairing-explorer") == []


CURVES = recorded(recording_of(FOLDER / "curves.py"))


@pytest.mark.parametrize("pair", ["Softmax, CrossEntropyLoss", "none, NLLLoss", "none, L1Loss"])
def test_the_loss_that_training_gave_stands_beside_the_right_ones(pair: str, visit) -> None:
    activation, loss = pair.split(", ")
    form, dtype = ("(N, C)", "class index", "(N,)"), "int64"
    if loss == "L1Loss":
        form, dtype = ("(N, 1)", "real-valued", "(N,)"), "float32"
    page = visit(EXPLORER)
    explorer = page.locator("pairing-explorer:defined")
    state = chosen(form[0], f"{form[1]} {form[2]} {dtype}", activation=activation, loss=loss)
    show(explorer, state)
    near = explorer.evaluate("e => e.records.nearest(e.state).other")
    parts = "activation", "loss", "outputs", "values", "shape"
    pairs = (activation, loss, *form), [near[part] for part in parts]
    page.locator(".explorer-curves").scroll_into_view_if_needed()
    picture = page.locator(".explorer-curves > svg")
    picture.wait_for()
    wanted = []
    for parts in pairs:
        [curve] = [row["curve"] for row in CURVES["rows"] if " | ".join(parts) in row["trains"]]
        steps = CURVES["steps"][-1]
        name = f"{parts[0]} before {parts[1]}"
        wanted.append(f"{name}: a loss from {curve[0]} to {curve[-1]} in {steps} steps")
    assert picture.get_attribute("aria-label") == ". ".join(wanted) + "."
    lines = picture.locator("path.loss").all()
    assert [line.get_attribute("d").count("L") for line in lines] == [len(CURVES["steps"]) - 1] * 2
    assert violations(page, within="pairing-explorer") == []


def test_each_curve_of_a_pair_that_runs_is_there_once() -> None:
    """Of each form that was trained: what the matrix runs has a curve, and nothing else has."""
    trained = Counter(name for row in CURVES["rows"] for name in row["trains"])
    assert {*trained.values()} == {1}
    curves = [str(row["curve"]) for row in CURVES["rows"]]
    assert len({*curves}) == len(curves)
    forms = {tuple(name.split(" | ")[2:]) for name in trained}
    for (activation, loss, outputs, _), row in by_parts().items():
        target = MATRIX["targets"][row["target_form"]]
        form = outputs, target["kind"], target["shape"]
        is_index = form[0] == "(N, C)" and form[2] == "(N,)"
        if form in forms and target["dtype"] == ("int64" if is_index else "float32"):
            runs = row["outcome"] != "raises"
            has = " | ".join((activation, loss, *form)) in trained
            hangs_on_values = re.search("should be between|out of range", row.get("error", ""))
            assert has == runs or hangs_on_values, (activation, loss, form)


def test_a_verdict_without_words_stops_the_build() -> None:
    words_on = package_of(DOCS / "activations-and-losses").explorer.words_on
    words = {"wrong": "short", "wrong: flat": "long"}
    assert words_on(["wrong: flat", "wrong: new"], words) == {
        "wrong: flat": "long",
        "wrong: new": "short",
    }
    with pytest.raises(BuildError, match="has no word on 'odd'"):
        words_on(["odd"], words)


def test_what_has_not_run_on_cuda_is_said_so(visit) -> None:
    page = visit(EXPLORER)
    ran = page.locator("pairing-explorer:defined").evaluate("e => e.data.cuda")
    said = [f"On {place}: the same." for place in ran] or ["Not run on CUDA."]
    captions = page.locator(".explorer-result > .snippet-caption").all_inner_texts()
    assert {*captions} <= {*said} and (captions or ran)

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
from runner.workload import shared_out
from test_look import contrast
from test_pairings import EXPLORER, MATRIX, PARTS, TASKS, state_of

pytestmark = pytest.mark.moved

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
    order = ("correct", "right"), ("other objective", "other"), ("not always reached", "seldom")
    order += (("seldom reached", "seldom"),)
    return next((word for start, word in order if start in found), "wrong")


@cache
def usual() -> dict[str, list[tuple[str, str]]]:
    return package_of(DOCS / "activations-and-losses").pairing_texts.USUAL


def has_reservation(row: Row, task: str) -> bool:
    """Say whether a right one warns, or its verdict has more to say for each reading."""
    right = [v for t, v in row["verdicts"].items() if task in ("", t) and v.startswith("correct")]
    return row["outcome"] == "warns" or "correct" not in right


def axes(shape: str) -> list[str]:
    return sorted(set(re.findall(r"\w+", shape)) - {"1"})


def recommended(task: str) -> dict[tuple[str, ...], tuple[int, int] | None]:
    """By brute force: the fewest changes from each to one to recommend, and how usual that is."""
    pairs = usual()
    everyones = [pair for own in pairs.values() for pair in own]
    states = {parts: state_of(row) for parts, row in by_parts().items()}
    good: dict[tuple[str, str], list[dict[str, str]]] = {}
    for parts, row in by_parts().items():
        if kind(row, task) == "right" and not has_reservation(row, task):
            state = states[parts]
            good.setdefault((state["values"], *axes(state["shape"])), []).append(state)
    found = {}
    for parts, own in states.items():
        known = everyones if task else pairs[own["values"]]
        ways = []
        for other in good.get((own["values"], *axes(own["shape"])), []):
            pair = other["activation"], other["loss"]
            if pair in known or other["loss"] == own["loss"]:
                rank = known.index(pair) if pair in known else len(known)
                ways.append((sum(own[f] != other[f] for f in FIELDS), rank))
        found[parts] = min(ways, default=None)
    return found


ALL = """(explorer, [activations, losses, outputs, targets, task]) => {
    const found = [];
    for (const activation of activations) for (const loss of losses)
        for (const output of outputs) for (const target of targets) {
            const { kind: values, shape, dtype } = explorer.data.targets[target];
            const state = { activation, loss, outputs: output, values, shape, dtype, task };
            const shown = new PairingResult(explorer.records, state, () => "#");
            const near = explorer.records.nearest(state);
            const words = [shown.title(), shown.fix().innerText];
            found.push([shown.kind, ...words, near && [near.other, near.changed]]);
        }
    return found;
}"""


def faults(parts: tuple[str, ...], cell: list, task: str, way: tuple[int, int] | None) -> str:
    """Say what is false in what the explorer says of one combination."""
    row, (said, title, text, near) = by_parts()[parts], cell
    is_right = kind(row, task) == "right"
    reserved = is_right and has_reservation(row, task)
    if said != kind(row, task):
        return f"is said to be {said}"
    if ("PyTorch warns" in title) != (row["outcome"] == "warns"):
        return f"has the title {title}"
    if is_right and ("nothing to mend" in text) == reserved:
        return f"is right, and told: {text}"
    if reserved and (title == "Right." or "It works. Without" not in text):
        return f"has a reservation, and is told: {title} {text}"
    if is_right and not reserved:
        return f"is changed to {near}" if near[1] else ""
    if near is None or way is None:
        return "" if near == way and "No output and loss" in text else f"{way}, and told: {text}"
    other, changed = near
    there = (*(other[f] for f in FIELDS[:3]), "{values} {shape} {dtype}".format(**other))
    better = by_parts()[there]
    if kind(better, task) != "right" or has_reservation(better, task):
        return f"is led to {there}, which is not right without a reservation"
    known = [p for own in usual().values() for p in own] if task else usual()[other["values"]]
    rank = known.index(there[:2]) if there[:2] in known else len(known)
    return "" if (len(changed), rank) == way else f"is led to {there}, where {way} would do"


@pytest.mark.parametrize("task", shared_out(["multi-class", "", "multi-label"], 3))
def test_no_cell_contradicts_itself_and_each_remedy_is_the_best(task: str, visit) -> None:
    """Every combination, judged, mended, and mended by brute force."""
    explorer = visit(EXPLORER).locator("pairing-explorer:defined")
    found = explorer.evaluate(ALL, [*names(), task])
    known = recommended(task)
    assert len(found) == len(known) == len(MATRIX["rows"])
    wrong = []
    for parts, cell in zip(product(*names()), found, strict=True):
        if fault := faults(parts, cell, task, known[parts]):
            wrong.append(f"{parts} {fault}")
    assert not wrong, f"{len(wrong)}: {wrong[:5]}"


# What the explorer advises for some that people really write, whatever the rule.
ADVICE = {
    ("none", "BCEWithLogitsLoss", "(N, C)", "binary label (N, 1) int64"): (
        "none BCEWithLogitsLoss (N, 1) binary label (N, 1) float32"
    ),
    ("none", "MSELoss", "(N, 1)", "binary label (N, 1) int64"): (
        "none BCEWithLogitsLoss (N, 1) binary label (N, 1) float32"
    ),
    ("Softmax", "MSELoss", "(N, C)", "real-valued (N, 1) float32"): (
        "none MSELoss (N, 1) real-valued (N, 1) float32"
    ),
    ("none", "L1Loss", "(N, C)", "real-valued (N, 1) float32"): (
        "none MSELoss (N, 1) real-valued (N, 1) float32"
    ),
    ("none", "MSELoss", "(N, C)", "probabilities (N, C) float32"): (
        "none CrossEntropyLoss (N, C) probabilities (N, C) float32"
    ),
    ("none", "MSELoss", "(N, L, C)", "probabilities (N, L, C) float32"): (
        "none CrossEntropyLoss (N, C, L) probabilities (N, C, L) float32"
    ),
    ("Softmax", "NLLLoss", "(N, C)", "class index (N,) int64"): (
        "LogSoftmax NLLLoss (N, C) class index (N,) int64"
    ),
    ("none", "BCELoss", "(N, 1)", "binary label (N, 1) float32"): (
        "none BCEWithLogitsLoss (N, 1) binary label (N, 1) float32"
    ),
}


def test_the_advice_is_what_an_expert_gives(visit) -> None:
    explorer = visit(EXPLORER).locator("pairing-explorer:defined")
    given = {}
    for parts in ADVICE:
        other = explorer.evaluate(
            "(e, state) => e.records.nearest(state).other", state_of(by_parts()[parts])
        )
        given[parts] = "{activation} {loss} {outputs} {values} {shape} {dtype}".format(**other)
    assert given == ADVICE


def test_what_is_usual_is_what_the_tasks_use() -> None:
    tasks = {
        (row["activation"], re.sub(r"nn\.(\w+)\(.*", r"\1", loss))
        for row in TASKS["rows"]
        for loss in row["losses"]
    }
    assert {*usual()} == {target["kind"] for target in MATRIX["targets"].values()}
    first = {values: own[0] for values, own in usual().items() if own[0] not in tasks}
    assert first == {"plus or minus one": ("none", "SoftMarginLoss")}, "no task has such a target"


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
    words = {"other": "another objective", "seldom": "not always reached"}
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
        said = page.locator(".map-said").inner_text()
        assert said.startswith(f"{now[0]} before {now[1]}: ")
        assert "Press Enter" in said, "the panel below shows another pair"
        assert page.locator(".map-grid a[tabindex='0']").count() == 1
    page.keyboard.press("Control+Home")
    page.keyboard.press("Enter")
    which = page.locator(".explorer-which")
    which.filter(has_text=f"{activations[0]} before {losses[0]}, ").wait_for()
    assert f"activation={activations[0]}&loss={losses[0]}&" in page.url
    assert page.evaluate(at) == [activations[0], losses[0]], "the focus is where the reader is"
    assert "Press Enter" not in page.locator(".map-said").inner_text()
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
    ("(128, 1)", "(128)"): ("(N, 1)", "binary label (N,) float32"),
    ("(8, 21, 64, 48) float32", "(8, 64, 48) int64"): ("(N, C, L)", "class index (N, L) int64"),
    ("(8, 3, 4, 5, 6)", "(8, 3, 4, 5, 6) float"): ("(N, C, L)", "one-hot (N, C, L) float32"),
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


NOT_TOLD = {
    ("(10, 10) float32", "(10,) int64"): "where they are equal, as with you",
    ("(1, 10) float32", "(1,) int64"): "An axis of size 1 broadcasts",
    ("(32, 10) bfloat16", "(32,) int64"): "The outputs here were float32, not bfloat16",
    ("(8, 21, 64, 48)", "(8, 64, 48) int64"): "output.flatten(2) and target.flatten(1), of shapes "
    "(8, 21, 3072) and (8, 3072)",
    ("(8, 3, 4, 6)", "(8, 3, 4, 6) float32"): "target.flatten(2), of shapes (8, 3, 24) and",
}


@pytest.mark.parametrize("tensors", NOT_TOLD, ids=" and ".join)
def test_what_typed_tensors_do_not_tell_is_said(tensors: tuple[str, str], visit) -> None:
    assert NOT_TOLD[tensors] in typed(visit(EXPLORER), *tensors)


FRUITLESS = {
    ("(32, 10) float32", "(16,) int64"): "No form like these two was run.",
    ("(32, 10) float32", "(32,) float16"): "No target of float16 ran.",
    ("(32, 10)", "(32, 10) bool"): "No target of bool ran with these shapes. What ran with these "
    "shapes has a target of: float32, int64, int32, uint8.",
    ("(8, 21, 64, 48)", "(8, 64, 48) bool"): "No target of bool ran with these shapes.",
    ("(32, 10)", "(32,) strange"): "“strange” is not the name of a dtype that was run.",
    ("(32, 10) torch.float8", "(32,) int64"): "“float8” is not the name of a dtype that was run.",
    ("32 x 10", "32 dtype=complex64"): "“complex64” is not the name of a dtype that was run.",
    ("(8, 64, 48, 21)", "(8, 64, 48) int64"): "No form like these two was run.",
    ("logits", "(32,) int64"): "Write the shape of your output",
    ("(32, 10)", ""): "Write the shape of your target",
    ("(10,) float32", "() int64"): "a batch axis, which a tensor of shape () lacks",
    ("(32, 10) int64", "(32,) int64"): "Outputs of int64 cannot be trained",
    ("(0, 10) float32", "(0,) int64"): "An axis of size 0",
}


@pytest.mark.parametrize("tensors", FRUITLESS, ids=" and ".join)
def test_tensors_that_did_not_run_have_a_word_and_no_verdict(tensors, visit) -> None:
    page = visit(EXPLORER)
    parts = page.locator(".explorer-verdict, .explorer-result, .pairing-map")
    assert FRUITLESS[tensors] in typed(page, *tensors)
    assert parts.count() == 3 and not any(part.is_visible() for part in parts.all())
    assert page.locator(".explorer-live").inner_text() == ""
    page.locator("#explorer-loss").select_option("MSELoss")
    assert all(part.is_visible() for part in parts.all()), "a choice shows what is chosen"


BESIDE = {  # an output, and the fold about it on the page of shapes and dtypes
    ("CrossEntropyLoss", "(8, 21, 64, 48) float32"): "crossentropyloss-n-c-h-w",
    ("CrossEntropyLoss", "(10,) float32"): "crossentropyloss-c",
    ("MSELoss", "(5, 5, 1) float64"): "mseloss-n-l",
    ("MSELoss", "() float32"): "mseloss-1",
    ("MultiLabelMarginLoss", "(4, 4) float16"): "multilabelmarginloss-n-c",
    ("KLDivLoss", "(2, 3, 4, 5, 6) float32"): "kldivloss",
}


@pytest.mark.parametrize(("loss", "output"), BESIDE)
def test_typed_tensors_lead_to_other_shapes_of_their_loss(loss: str, output: str, visit) -> None:
    page = visit(EXPLORER)
    page.locator("#explorer-loss").select_option(loss)
    typed(page, output, "(7,) float16")
    page.locator(".typed-more a").click()
    page.locator(f"#{BESIDE[loss, output]}:is(h2, [open])").wait_for()


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


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_nearest_is_shown_and_its_verdict_has_the_focus(width: int, visit) -> None:
    page = visit(EXPLORER, viewport={"width": width, "height": 700})
    link = page.get_by_role("link", name="Show that")
    address = link.evaluate("link => link.hash")
    link.press("Enter")
    page.wait_for_url(f"**{address}")
    page.locator("p.verdict", has_text="Right.").wait_for()
    assert page.evaluate("document.activeElement.matches('.explorer-verdict')")
    assert page.evaluate(IN_VIEW)


NEW = {
    "seldom reached: from 3 of 40 starts": ("silent", "seldom", "which training seldom reaches"),
    "not always reached: as it is": ("silent", "seldom", "which training does not always reach"),
    "other objective: the median": ("silent", "other", "Another objective"),
    "wrong: something new": ("silent", "wrong", "Wrong. PyTorch says nothing."),
    "correct": ("raises for some values", "error", "an error for some values"),
}


@pytest.mark.parametrize("verdict", shared_out(NEW, 3))
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


BROADCASTS = {  # what the words and the crosses say of each
    ("(N, C)", "real-valued (N, 1) float32"): (12, 0, "each target meets 4 outputs"),
    ("(N, 1)", "real-valued (N, C) float32"): (12, 0, "each output meets 4 targets"),
    ("(N, 1)", "real-valued (N,) float32"): (3, 6, "and 6 with another sample"),
}


@pytest.mark.parametrize("form", BROADCASTS, ids=" ".join)
def test_the_words_on_a_broadcast_agree_with_its_table(form: tuple[str, str], visit) -> None:
    meant, others, words = BROADCASTS[form]
    page = visit(EXPLORER)
    show(page.locator("pairing-explorer:defined"), chosen(*form, activation="none", loss="MSELoss"))
    table = page.locator(".explorer-broadcast")
    assert [table.locator(f"td.{name}").count() for name in ("meant", "not-meant")] == [
        meant,
        others,
    ]
    assert words in table.locator("caption").inner_text()
    said = page.locator(".explorer-result").inner_text()
    assert "an output meets several targets, or a target several outputs" in said
    assert ("another sample" in said) == bool(others)


CURVES = recorded(recording_of(FOLDER / "curves.py"))


@pytest.mark.parametrize(
    "pair", shared_out(["Softmax, CrossEntropyLoss", "none, NLLLoss", "none, L1Loss"], 3)
)
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

"""Law: what a loss computes of a shape or dtype, and where it leads, is what float64 says.

The table finds what a call computes by rearranging tensors, in PyTorch. Here NumPy goes over
samples, steps, pixels and classes one by one, with formulas of its own; and calls are trained
again in float64, from other starts.
"""

import math
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from builder.chapter import chapters, recorded
from builder.finder import answers
from builder.views import package_of
from runner.folders import DOCS, SNIPPETS
from runner.table_runner import CHAPTER, loaded, recording_of
from runner.workload import shared_out
from test_others import ByHand, in_float64, run

DATA = recorded(recording_of(CHAPTER / "shapes.py"))
ROWS = DATA["rows"]
RAN = [row for row in ROWS if row["outcome"] != "raises"]
VIEW = package_of(DOCS / "activations-and-losses").shapes
STARTS = (21, 22, 23)
CHANCE = 2  # of the trainings of a call that arrive, or do not, from other starts
Array = Any  # of numpy
Pairs = Iterator[tuple[Array, Array]]  # of what is computed: outputs and target
Read = Callable[[Array, Array], Pairs]  # of what the model gives and what is meant


def shapes() -> ModuleType:
    return loaded("shapes")


def table_of(row: dict) -> Any:
    return next(table for table in shapes().TABLES if table.name == row["table"])


# What can be computed: for each loss of classes, scores and the right one, or shares of each.


def over(*sizes: int) -> Iterator[tuple[int, ...]]:
    return product(*map(range, sizes))


def in_blocks(x: Array, t: Array) -> Pairs:
    """Cut the numbers, one class after the other, into as many as there are classes."""
    flat = np.concatenate([np.moveaxis(sample, -1, 0).ravel() for sample in x])
    return zip(flat.reshape(-1, x.shape[-1]), t.ravel(), strict=True)


CLASSES: dict[str, Read] = {
    "as meant": lambda x, t: zip(x.reshape(-1, x.shape[-1]), t.ravel(), strict=True),
    "the samples taken for classes": lambda x, t: (
        ((x[:, i], t[i]) for i in range(x.shape[1]))
        if x.ndim == 2
        else ((x[:, k, c], t[c, k]) for k, c in over(*x.shape[1:]))
    ),
    "the samples taken for classes, and other steps": lambda x, t: (
        (x[:, k, c], t[k, c]) for k, c in over(*x.shape[1:])
    ),
    "the steps taken for classes": lambda x, t: (
        (x[n, :, c], t[n, c]) for n, c in over(x.shape[0], x.shape[2])
    ),
    "the steps taken for classes, by shares": lambda x, t: (
        (x[n, :, c], (t[n] == c).astype(float)) for n, c in over(x.shape[0], x.shape[2])
    ),
    "the label of another sample and step": lambda x, t: (
        (x[n, k], t[k, n]) for n, k in over(*t.shape)
    ),
    "the axes of the target in another order": lambda x, t: (
        (x[n, *places], (t[n][:, *places[:-1]] == places[-1]).astype(float))
        for n, *places in over(*t.shape)
    ),
    "numbers of several classes and steps as the scores of one step": in_blocks,
    "numbers of several classes and pixels as the scores of one pixel": in_blocks,
    "the label of the mirrored pixel": lambda x, t: (
        (x[n, h, w], t[n, w, h]) for n, h, w in over(*t.shape)
    ),
    "the rows of pixels taken for classes": lambda x, t: (
        (x[n, :, w, c], t[n, w, c]) for n, w, c in over(x.shape[0], *x.shape[2:])
    ),
    "the rows of pixels taken for classes, by shares": lambda x, t: (
        (x[n, :, w, c], (t[n, :, w] == c).astype(float))
        for n, w, c in over(x.shape[0], *x.shape[2:])
    ),
}


# For a loss of single numbers: what one output is, and what it is compared with.


def listed(t: Array, end: int) -> Array:
    """Return the labels that apply, the largest first, filled up."""
    lists = [[c for c in range(len(row))[::-1] if row[c]] for row in t]
    return np.array([found + [end] * (t.shape[1] - len(found)) for found in lists])


def each(x: Array, y: Array) -> Pairs:
    return ((x[at], y[at]) for at in over(*y.shape))


VALUES: dict[str, Read] = {
    "as meant": lambda x, t: zip(x.ravel(), t.ravel(), strict=True),
    "every output with every target": lambda x, t: product(x.ravel(), t.ravel()),
    "the target of another sample and output": lambda x, t: each(x, t.T),
    "every sample with every sample": lambda x, t: (
        pair for one, other in product(x, t) for pair in zip(one, other, strict=True)
    ),
    "every sequence with every sequence": lambda x, t: (
        (x[n, k, 0], t[m, k]) for n, m, k in over(len(x), len(x), x.shape[1])
    ),
    "step l with all targets of sample l": lambda x, t: (
        (x[n, k, 0], t[k, j]) for n, k, j in over(len(x), *t.shape)
    ),
    "all steps of sample l with the target of step l": lambda x, t: (
        (x[k, j, 0], t[n, k]) for n, k, j in over(len(x), *t.shape)
    ),
    "the target of another sample and step": lambda x, t: each(x[..., 0], t.T),
    "every image with every image": lambda x, t: (
        (x[n, h, w, 0], t[m, h, w]) for n, m, h, w in over(len(x), *t.shape)
    ),
    "the target of the mirrored pixel": lambda x, t: each(x[..., 0], np.swapaxes(t, 1, 2)),
    "pixel (h, w) with row w of image h": lambda x, t: (
        (x[n, h, w, 0], t[h, w, k]) for n, h, w, k in over(len(x), *t.shape)
    ),
    "the numbers of the list as shares of yes": lambda x, t: each(x, listed(t, -1)),
    "only the samples of yes": lambda x, t: zip(x.ravel(), t.ravel() * 1, strict=True),
    "a softmax over the samples": lambda x, t: each(x, t),
}
LISTS: dict[str, Read] = {
    "as meant": lambda x, t: zip(x, listed(t, -1), strict=True),
    "the padding as class 0": lambda x, t: zip(x, listed(t, 0), strict=True),
    "the tags 0 and 1 as the classes 0 and 1": lambda x, t: zip(x, t * 1, strict=True),
    "the labels of other samples": lambda x, t: zip(x, listed(t, -1).T, strict=True),
}
SOFTMAX = {  # a reading by the axis that a softmax goes over, where it is not that of the classes
    "a softmax over the samples": 0,
    "a softmax over the steps": 1,
    "a softmax over the row of pixels": 2,
}


def readings_of(row: dict) -> dict[str, Read]:
    """Return what can be computed in a table, in its order: the first that fits is told."""
    table, kind = DATA["tables"][row["table"]], VALUES
    if table["loss"] in ("CrossEntropyLoss", "NLLLoss"):
        kind = CLASSES | dict.fromkeys([*SOFTMAX][1:], CLASSES["as meant"])
    kind = LISTS if table["loss"] == "MultiLabelMarginLoss" else kind
    return {label: kind[label] for label in table["readings"]}


# The losses.


def log_softmax(x: Array, axis: int = -1) -> Array:
    return x - np.logaddexp.reduce(x, axis=axis, keepdims=True)


def taken(logs: Array, right: Array) -> float:
    return -float(logs @ right if np.ndim(right) else logs[int(right)])


def margins(x: Array, labels: Array) -> float:
    own = [int(label) for label in labels]
    own = own[: own.index(-1)] if -1 in own else own
    others = [c for c in range(len(x)) if c not in own]
    return sum(max(0, 1 - x[one] + x[other]) for one, other in product(own, others)) / len(x)


def bounded(x: float, y: float) -> float:
    return (x - y) ** 2 / 2 if abs(x - y) < 1 else abs(x - y) - 0.5


def of_yes(x: float, y: float) -> float:
    return y * np.logaddexp(0, -x) + (1 - y) * np.logaddexp(0, x)


ONE: dict[str, Callable[[Any, Any], float]] = {
    "CrossEntropyLoss": lambda x, y: taken(log_softmax(x), y),
    "NLLLoss": lambda x, y: math.nan if np.ndim(y) else taken(x, y),
    "BCEWithLogitsLoss": of_yes,
    "BCELoss": of_yes,
    "MultiLabelSoftMarginLoss": of_yes,
    "MSELoss": lambda x, y: (x - y) ** 2,
    "L1Loss": lambda x, y: abs(x - y),
    "SmoothL1Loss": bounded,
    "HuberLoss": bounded,
    "KLDivLoss": lambda x, y: y * (np.log(np.maximum(y, 1e-300)) - x),
    "PoissonNLLLoss": lambda x, y: np.exp(x) - y * x,
    "MultiLabelMarginLoss": margins,
    "SoftMarginLoss": lambda x, y: np.logaddexp(0, -y * x),
}


def known(loss: str, label: str, read: Read, raw: Array, truth: Array) -> float:
    """Return the loss that a reading has, or nan where its sizes do not allow it."""
    if loss in ("NLLLoss", "KLDivLoss"):
        axis = SOFTMAX.get(label, -1)
        raw = log_softmax(raw, axis) if axis < raw.ndim else raw * np.nan
    if loss == "SoftMarginLoss" and label != "only the samples of yes":
        truth = 2.0 * truth - 1
    try:
        found = [ONE[loss](one, other) for one, other in read(raw, truth)]
        return float(np.mean(found)) * (raw.shape[-1] if loss == "KLDivLoss" else 1)
    except (IndexError, ValueError, TypeError):
        return math.nan


# What the loss of PyTorch says, on weights drawn here.


@cache
def measured(program: str, many: int = 4) -> list[tuple[float, Array, Array]]:
    """Return losses, with what the model gave and what is meant, at weights drawn at random.

    The call keeps its dtypes; what it gave is looked at in float64.
    """
    start, _, rest = program.partition("for _ in range")
    step = (
        rest.partition("\n")[2].partition("    optimizer.zero")[0].replace("\n    ", "\n").strip()
    )
    names: dict[str, Any] = {}
    exec(start, names)
    random, found = np.random.default_rng(5), []
    for _ in range(many):
        for weight in names["model"].parameters():
            weight.data = torch.tensor(random.normal(size=weight.shape), dtype=torch.float32)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(step, names)
        raw, truth = names["raw"].detach().double().numpy(), names["truth"].numpy()
        found.append((names["loss"].item(), raw, truth))
    return found


def room(row: dict) -> float:
    """Return how much the digits of the dtypes leave open, in shares of a loss."""
    dtypes = {row["chosen"]["outputs dtype"], row["chosen"]["target dtype"]}
    return 0.05 if "bfloat16" in dtypes else 0.02 if "float16" in dtypes else 1e-4


def fits(row: dict, label: str, size: str) -> float:
    """Return the factor by which a reading is what the call computes, or nan if it is not."""
    call = VIEW.Call(row, DATA["tables"][row["table"]], size)
    seen = measured(call.program)
    loss, read = call.table["loss"], readings_of(row)[label]
    losses = np.array([one for one, _, _ in seen])
    values = np.array([known(loss, label, read, raw, truth) for _, raw, truth in seen])
    if not np.isfinite(values).all() or not values @ values:
        return math.nan
    times = (losses @ values) / (values @ values)
    is_alike = np.abs(losses - times * values).max() <= room(row) * np.abs(losses).max()
    return float(times) if is_alike and times > 0 else math.nan


def disagreement(row: dict) -> str:
    """Say why NumPy speaks against what a call is said to compute, or nothing at all."""
    said = []
    for size in row["sizes"]:
        factors = {label: fits(row, label, size) for label in readings_of(row)}
        fitting = [label for label, times in factors.items() if not math.isnan(times)]
        if not fitting or fitting[0] != row["computes"]:
            said.append(f"at {size} it computes {fitting[:1] or 'something else'}")
        elif size == row["sizes"][0]:
            times = row.get("times", 1.0)
            if abs(factors[fitting[0]] - times) > max(room(row), 1e-3) * times:
                said.append(f"its factor is {factors[fitting[0]]:.4f}")
    return "; ".join(said)


EACH_DAY = 20  # of the calls one in so many, and each week all


def test_numpy_agrees_on_what_a_call_computes() -> None:
    said = {f"{row['table']}, {row['chosen']}": disagreement(row) for row in RAN}
    assert not any(said.values()), "\n".join(f"{k}: {v}" for k, v in said.items() if v)


READINGS = sorted({row["computes"] for row in RAN})


@pytest.mark.parametrize("computes", READINGS)
def test_another_reading_is_contradicted(computes: str) -> None:
    """Whatever else a call may be said to compute, NumPy denies it: for a call of each table."""
    of_table = {row["table"]: row for row in RAN if row["computes"] == computes}
    for table, row in of_table.items():
        for other in readings_of(row):
            assert other == computes or disagreement(row | {"computes": other}), (table, other)


def test_another_factor_is_contradicted() -> None:
    for row in [row for row in RAN if "times" in row]:
        assert disagreement(row | {"times": row["times"] * 1.1})
    assert disagreement(RAN[0] | {"times": 2.0})


# Where training leads.


@cache
def arrivals(program: str, rates: tuple[tuple[str, float], ...], enough: float) -> int:
    """Return how many trainings in float64 arrive, from other starts and without torch.optim."""
    arrived = 0
    for seed, (name, rate) in product(STARTS, rates):
        made = program.replace("manual_seed(0)", f"manual_seed({seed})")
        made = in_float64(made).replace("by_hand(weights, 'Adam', ", f"by_hand(weights, '{name}', ")
        names: dict[str, Any] = {
            "print": lambda *_: None,
            "by_hand": lambda weights, name, _, rate=rate: ByHand(weights, rate, name == "Adam"),
        }
        run(made, names)
        arrived += names["score"].item() >= enough
    return arrived


def misjudged(row: dict) -> str:
    """Say why training in float64 speaks against a verdict, or nothing at all."""
    table, many = table_of(row), DATA["trainings"]
    call = VIEW.Call(row, DATA["tables"][row["table"]], row["sizes"][0])
    reached = arrivals(call.program, tuple(table.rates.items()), table.task.enough)
    if abs(reached - row["reached"]) > CHANCE:
        return f"{reached} arrive, not {row['reached']}"
    right = "correct" if row["computes"] == "as meant" else "other objective"
    said = {0: "wrong", many: right}.get(row["reached"], "not always reached")
    return "" if row["verdict"] == said else f"with {row['reached']} of {many} it is {said}"


@pytest.mark.parametrize("start", shared_out(range(EACH_DAY), EACH_DAY))
def test_a_verdict_agrees_with_training_in_float64(start: int) -> None:
    said = {f"{row['table']}, {row['chosen']}": misjudged(row) for row in RAN[start::EACH_DAY]}
    assert not any(said.values()), "\n".join(f"{k}: {v}" for k, v in said.items() if v)


VERDICTS = sorted({row["verdict"] for row in RAN})


@pytest.mark.parametrize("verdict", VERDICTS)
def test_another_verdict_is_contradicted(verdict: str) -> None:
    """Also one whose count fits it, if that is further off than chance."""
    row, many = next(row for row in RAN if row["verdict"] == verdict), DATA["trainings"]
    counts = {"wrong": 0, "not always reached": many // 2}
    assert not misjudged(row)
    for other in VERDICTS:
        said = row | {"verdict": other}
        counted = said | {"reached": counts.get(other, many)}
        is_far = abs(counted["reached"] - row["reached"]) > 2 * CHANCE
        if other != verdict:
            assert misjudged(said) and (misjudged(counted) or not is_far), other


# What the page makes of them.


@pytest.mark.parametrize("name", [*DATA["tables"]])
def test_a_fix_is_a_right_call_of_the_same_sizes(name: str) -> None:
    calls = VIEW.calls_of(DATA, name)
    table = next(table for table in shapes().TABLES if table.name == name)
    assert calls[0].kind == "correct"
    for call in calls:
        assert call.program == table.program(call.chosen), "the page has the programs that ran"
        mended = VIEW.nearest(call, calls)
        assert mended.kind == "correct" and mended.sizes == call.sizes
        assert call.kind == "correct" or 0 < len(mended.own(call)) <= 2


def test_every_call_is_recorded_once_with_all_its_sizes() -> None:
    recorded_ones = [row["chosen"] | {"sizes": size} for row in ROWS for size in row["sizes"]]
    tried = [chosen for table in shapes().TABLES for chosen in table.choices()]
    key = lambda one: sorted(one.items())  # noqa: E731
    assert sorted(recorded_ones, key=key) == sorted(tried, key=key)


def test_the_folds_of_the_page_have_names_of_their_own() -> None:
    names = [VIEW.anchor(DATA, name) for name in DATA["tables"]]
    assert len(names) == len({*names})


def test_a_message_leads_to_a_page_about_it() -> None:
    quirks = chapters(DOCS, SNIPPETS)("activations-and-losses").quirks
    explained = package_of(DOCS / "activations-and-losses").others.explained
    for row in ROWS:
        message = row.get("error") or row.get("warning") or "no such message"
        loss = DATA["tables"][row["table"]]["loss"]
        fitting = [quirk for quirk in quirks if answers(quirk, message)]
        own = [quirk for quirk in fitting if loss in quirk.losses]
        assert explained(message, loss, quirks) in (own or fitting or [None])

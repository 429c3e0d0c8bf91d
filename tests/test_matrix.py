"""Law: each verdict of the matrix is what float64 values say, without autograd or an optimizer.

The matrix compares float32 gradients and trains to the end. Here only losses are evaluated, with
likelihoods written as sums of logarithms: slopes are differences, and a best model is one that no
step improves.
"""

import multiprocessing
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from types import ModuleType

import numpy as np
import pytest
import torch
from builder.chapter import recorded
from runner.table_runner import CHAPTER, loaded, recording_of

RECORDED = recorded(recording_of(CHAPTER / "matrix.py"))
RUNS = [row for row in RECORDED["rows"] if row["outcome"] != "raises"]
PAIRS = sorted({(row["loss"], row["activation"]) for row in RUNS})
STEP = 1e-5


def matrix() -> ModuleType:
    return loaded("matrix")


@cache
def target_of(name: str):
    return next(target for target in matrix().TARGETS if target.name == name)


def logits_of(row: dict, z: np.ndarray) -> torch.Tensor:
    return torch.tensor(matrix().written(z, row["output_shape"]).copy())


def loss_of(row: dict) -> Callable[[np.ndarray], float]:
    """Return the loss of logits, in the axes (row, C, L), as a float64 function."""
    m, target = matrix(), target_of(row["target_form"])
    combination = m.Combination(row["activation"], row["loss"], row["output_shape"], target)
    labels = m.all_rows(target)
    labels = labels.double() if labels.is_floating_point() else labels

    def loss(z: np.ndarray) -> float:
        outputs = combination.activation(logits_of(row, z))
        return combination.criterion(outputs, labels).item()

    return loss


def minus_log_likelihood(task: str, y: np.ndarray) -> Callable[[np.ndarray], float]:
    def of(z: np.ndarray) -> float:
        if task == "multi-class":
            return -((z - np.logaddexp.reduce(z, axis=1, keepdims=True)) * y).sum()
        if task == "regression":
            return ((z - y) ** 2).sum() / 2
        return (y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)).sum()

    return of


def slopes(function: Callable, points: list, directions: list) -> np.ndarray:
    ends = [[function(z + sign * STEP * d) for sign in (1, -1)] for z in points for d in directions]
    return np.diff(np.array(ends)[:, ::-1], axis=1)[:, 0] / (2 * STEP)


def undo_activation(name: str, a: np.ndarray) -> np.ndarray | None:
    """Return the logits that an activation turns into these outputs, if there are any."""
    with np.errstate(all="ignore"):
        return {
            "none": lambda: a,
            "Sigmoid": lambda: np.log(a / (1 - a)) if a.min() > 0 and a.max() < 1 else None,
            "Softmax": lambda: np.log(a) if np.allclose(a.sum(1), 1) and a.min() > 0 else None,
            "LogSoftmax": lambda: a if np.allclose(np.exp(a).sum(1), 1) else None,
            "LogSigmoid": lambda: a - np.log(-np.expm1(a)) if a.max() < 0 else None,
            "Tanh": lambda: np.arctanh(a) if np.abs(a).max() < 1 else None,
            "ReLU": lambda: a if a.min() > 0 else None,
        }[name]()


def undo_reading(name: str, known: np.ndarray) -> np.ndarray | None:
    """Return the outputs that a reading turns into what is known, if there are any."""
    inside = known.min() > 0 and known.max() < 1
    return {
        "as they are": lambda: known,
        "through a sigmoid": lambda: np.log(known / (1 - known)) if inside else None,
        "through a softmax": lambda: np.log(known) if np.allclose(known.sum(1), 1) else None,
        "through exp": lambda: np.log(known) if known.min() > 0 else None,
        "as (1 + output) / 2": lambda: 2 * known - 1,
    }[name]()


def best_models(row: dict, task: str, size: tuple) -> Iterator[tuple[str, np.ndarray]]:
    """Yield each reading, with the logits by group that say what is true when read so."""
    known = matrix().truth_of(target_of(row["target_form"]), task)
    if task != "regression":
        known = np.clip(known, 1e-9, 1 - 1e-9)
    if any(have < need for have, need in zip(size, known.shape[1:], strict=True)):
        return  # fewer outputs than there is to say
    known = np.broadcast_to(known, (len(known), *size)).copy()
    for reading in matrix().READINGS:
        outputs = undo_reading(reading, known)
        if outputs is None:
            continue
        # What a softmax reads may be moved: above zero, where a ReLU can say it, too.
        moved = [0.0, 1.0 - outputs.min()] if reading == "through a softmax" else [0.0]
        for further in moved:
            z = undo_activation(row["activation"], outputs + further)
            if z is not None and np.isfinite(z).all():
                yield reading, z


def steps_from(shape: tuple) -> Iterator[np.ndarray]:
    """Yield steps in random directions, in each coordinate, and along whole axes."""
    random = np.random.default_rng(1)
    for size in (0.02, 0.05, 0.1, 0.3, 1.0, 3.0) * 2:
        yield size * random.normal(0, 1, shape)
    for fixed in ((), (0,), (1,), (0, 1), (0, 2)):
        for place in np.ndindex(*(shape[axis] for axis in fixed)):
            chosen = dict(zip(fixed, place, strict=True))
            where = tuple(chosen.get(axis, slice(None)) for axis in range(3))
            for size in (0.1, -0.1):
                step = np.zeros(shape)
                step[where] = size
                yield step


def is_where_it_leads(function: Callable, row: dict, reading: str, best: np.ndarray) -> bool:
    """Say whether no step lowers a loss of logits by group, or keeps it and reads otherwise."""
    groups, m = matrix().GROUP, matrix()
    outputs = outputs_of(row)
    least, said = function(best[groups]), m.READINGS[reading](outputs(best))
    in_outputs = (
        undo_activation(row["activation"], outputs(best) + step) for step in steps_from(best.shape)
    )
    for other in chain((best + step for step in steps_from(best.shape)), in_outputs):
        if other is None or not np.isfinite(other).all():
            continue
        loss = function(other[groups])
        if not np.isfinite(least) or loss < least - 1e-7:
            return False
        if loss < least + 1e-9:
            read = m.READINGS[reading](outputs(other))
            if np.abs(read - said).max() > 0.005:
                return False
    return True


def falls_without_end(function: Callable, shape: tuple) -> bool:
    """Say whether a loss goes on falling as a single logit, or a whole group's, moves away."""
    groups, start = matrix().GROUP, np.full((matrix().GROUPS, *shape), 0.3)
    ways = [*np.eye(start.size).reshape(-1, *start.shape), *np.ones((1, *start.shape))]
    for way in (sign * way for sign in (-1, 1) for way in ways):
        levels = [function((start + far * way)[groups]) for far in (0, 3000, 6000)]
        if levels[2] < levels[1] - 1 < levels[0] - 2:
            return True
    return False


def outputs_of(row: dict) -> Callable[[np.ndarray], np.ndarray]:
    """Return the function from logits to outputs, both in the axes (group, C, L)."""
    m = matrix()
    axis = m.CLASS_AXIS[row["output_shape"]]
    activation = eval(m.ACTIVATIONS[row["activation"]].format(axis=axis), {"nn": torch.nn})

    def outputs(z: np.ndarray) -> np.ndarray:
        return m.canonical(activation(logits_of(row, z)).numpy(), row["output_shape"])

    return outputs


def some_logits(row: dict) -> list[np.ndarray]:
    """Return three draws, in the axes (row, C, L)."""
    m, random = matrix(), np.random.default_rng(2)
    sizes = [m.SIZES[axis] for axis in m.axes(row["output_shape"])[1:]]
    shape = m.canonical(np.zeros((len(m.GROUP), *sizes)), row["output_shape"]).shape
    return [random.normal(0, 1.5, shape) for _ in range(3)]


def disagreement(row: dict, task: str, verdict: str) -> str:
    """Say why float64 values speak against a verdict, or nothing at all."""
    m, target = matrix(), target_of(row["target_form"])
    function, points = loss_of(row), some_logits(row)
    shape = points[0].shape
    directions = [np.random.default_rng(7 + i).normal(0, 1, shape) for i in range(2)]
    y = m.shares_of(target, task)
    with np.errstate(all="ignore"):
        learned = slopes(function, points, directions)
    fits = all(have >= need for have, need in zip(shape[1:], y.shape[1:], strict=True))
    fits = fits and (task != "multi-class" or shape[1] == y.shape[1])
    likelihood = slopes(minus_log_likelihood(task, y), points, directions) if fits else None
    equal = False
    if fits and np.isfinite(learned).all() and np.abs(learned).max() > 0:
        ratio = (learned @ likelihood) / (likelihood @ likelihood)
        equal = np.abs(learned - ratio * likelihood).max() < 1e-4 * np.abs(learned).max()
        equal = equal and ratio > 0
    if equal != verdict.startswith("correct"):
        return f"its slopes are {'' if equal else 'not '}those of the likelihood"
    if equal:
        return ""
    if verdict == "wrong: false gradient":
        combination = m.Combination(row["activation"], row["loss"], row["output_shape"], target)
        _, gradient = combination.gradient(logits_of(row, points[0]), m.all_rows(target))
        promised = [(gradient * direction).sum() for direction in directions]
        honest = np.allclose(promised, learned[: len(directions)], rtol=0.01, atol=1e-4)
        return "its gradient is its slope" if honest else ""
    if verdict == "wrong: flat":
        level = np.abs(learned).max() < 1e-9 * max(1, abs(function(points[0])))
        return "" if level else f"it has slopes: {learned}"
    if verdict == "wrong: diverges":  # in float32
        combination = m.Combination(row["activation"], row["loss"], row["output_shape"], target)
        z = combination.logits(1.5, seed=9)
        loss, gradient = combination.gradient(z, m.all_rows(target))
        finite = np.isfinite([loss, *gradient.flat]).all()
        return "its loss and gradient are finite" if finite else ""
    if verdict == "wrong: unbounded":
        falls = falls_without_end(function, shape[1:])
        return "" if falls else "it does not fall without end"
    claimed = verdict.removeprefix("other objective: ") if "other" in verdict else ""
    with np.errstate(all="ignore"):
        leads = [
            reading
            for reading, best in best_models(row, task, shape[1:])
            if claimed in ("", reading) and is_where_it_leads(function, row, reading, best)
        ]
    if bool(leads) == bool(claimed):
        return ""
    return (
        f"what is true, read {(leads or [claimed])[0]}, is {'' if leads else 'not '}where it leads"
    )


def disagreements(pair: tuple[str, str]) -> list[str]:
    """Return what float64 values say against the verdicts on a loss and an activation."""
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    wrong, said_before = [], {}
    for row in RUNS:
        if (row["loss"], row["activation"]) != pair:
            continue
        function, target = loss_of(row), target_of(row["target_form"])
        for task, verdict in row["verdicts"].items():
            # Another dtype of the same numbers, and the same verdict: the same question.
            same = row["output_shape"], target.kind, target.shape, task, verdict
            same += tuple(function(z) for z in some_logits(row))
            if same not in said_before:
                said_before[same] = disagreement(row, task, verdict)
            if said := said_before[same]:
                cell = f"{row['output_shape']}, {row['target_form']}, {task}: {verdict}"
                wrong.append(f"{cell}, but {said}")
    return wrong


@pytest.fixture(scope="module")
def found(request: pytest.FixtureRequest) -> dict[tuple, list[str]]:
    """Judge the selected pairs, two at a time."""
    law = test_a_verdict_agrees_with_float64.__name__
    items = [item for item in request.session.items if item.name.startswith(law)]
    pairs = [item.callspec.params["pair"] for item in items]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return dict(zip(pairs, pool.map(disagreements, pairs, chunksize=1), strict=True))


# Each day one in six, each week all.
EACH_DAY = PAIRS[::6]
DRAWN = [
    pair if pair in EACH_DAY else pytest.param(pair, marks=pytest.mark.weekly) for pair in PAIRS
]


@pytest.mark.parametrize("pair", DRAWN, ids="-".join)
def test_a_verdict_agrees_with_float64(pair: tuple[str, str], found: dict) -> None:
    loss, activation = pair
    assert not found[pair], "\n".join([f"{activation} before {loss}:", *found[pair]])


@pytest.mark.parametrize("verdict", sorted({v for row in RUNS for v in row["verdicts"].values()}))
def test_another_verdict_is_contradicted(verdict: str) -> None:
    row, task = next(
        (row, task) for row in RUNS for task, said in row["verdicts"].items() if said == verdict
    )
    other = "wrong: ranks right" if "correct" in verdict or "other" in verdict else "correct"
    assert not disagreement(row, task, verdict) and disagreement(row, task, other)

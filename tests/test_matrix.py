"""Law: each verdict of the matrix is what a second judge says, who has another way to all of it.

The matrix compares float32 gradients, and trains with autograd. Here likelihoods are sums of
logarithms, slopes are differences or formulas of numpy, and training is the second judge's own:
see runner/second_judge.py. Both have the data sets and the starts in common, and nothing else.
"""

import json
import multiprocessing
import random
import warnings
from collections.abc import Callable
from functools import cache
from types import ModuleType

import numpy as np
import pytest
import torch
from builder.chapter import recorded
from runner.second_judge import WITHIN, Pairing, Said, SecondJudge, word_on
from runner.table_runner import CHAPTER, loaded, recording_of
from runner.workload import shared_out

RECORDED = recorded(recording_of(CHAPTER / "matrix.py"))
RUNS = [row for row in RECORDED["rows"] if row["outcome"] != "raises"]
PAIRS = sorted({(row["loss"], row["activation"]) for row in RUNS})
STEP = 1e-5


def matrix() -> ModuleType:
    return loaded("matrix")


@cache
def target_of(name: str):
    return next(target for target in matrix().TARGETS if target.name == name)


def combination_of(row: dict):
    target = target_of(row["target_form"])
    return matrix().Combination(row["activation"], row["loss"], row["output_shape"], target)


def logits_of(row: dict, z: np.ndarray) -> torch.Tensor:
    return torch.tensor(matrix().written(z, row["output_shape"]).copy())


def loss_of(row: dict, data: int) -> Callable[[np.ndarray], float]:
    """Return the loss of logits, in the axes (row, C, L), as a float64 function."""
    combination = combination_of(row)
    labels = matrix().all_rows(combination.target, data)
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


def some_logits(row: dict) -> list[np.ndarray]:
    """Return three draws, in the axes (row, C, L)."""
    m, random = matrix(), np.random.default_rng(2)
    sizes = m.sizes_of(row["output_shape"])
    shape = m.canonical(np.zeros((len(m.GROUP), *sizes)), row["output_shape"]).shape
    return [random.normal(0, 1.5, shape) for _ in range(3)]


def is_likelihood(task: str, learned: list[np.ndarray], row: dict) -> bool:
    """Say whether slopes are one positive multiple of those of the likelihood."""
    m, points = matrix(), some_logits(row)
    known = [m.shares_of(target_of(row["target_form"]), task, data) for data in m.DATA]
    have, need = points[0].shape[1:], known[0].shape[1:]
    if have < need or any(h < n for h, n in zip(have, need, strict=True)):
        return False
    if task == "multi-class" and have[0] != need[0]:
        return False
    wanted = [slopes(minus_log_likelihood(task, y), points, directions_of(points)) for y in known]
    mine, its = np.concatenate(learned), np.concatenate(wanted)
    size = np.abs(mine).max()
    if not np.isfinite(mine).all() or size == 0:
        return False
    ratio = (mine @ its) / (its @ its)
    return bool(ratio > 0 and np.abs(mine - ratio * its).max() < 1e-4 * size)


def directions_of(points: list[np.ndarray]) -> list[np.ndarray]:
    return [np.random.default_rng(7 + i).normal(0, 1, points[0].shape) for i in range(2)]


def is_deceived(row: dict, learned: np.ndarray) -> bool:
    """Say whether the gradient that torch gives is not the slope of the loss that it gives."""
    points, combination = some_logits(row), combination_of(row)
    labels = matrix().all_rows(combination.target, 0)
    labels = labels.double() if labels.is_floating_point() else labels
    _, gradient = combination.gradient(logits_of(row, points[0]), labels)
    promised = [(gradient * direction).sum() for direction in directions_of(points)]
    honest = np.allclose(promised, learned[:2], rtol=0.01, atol=1e-4)
    return bool(np.isfinite(learned[:2]).all() and not honest)


def diverges_in_float32(row: dict) -> bool:
    combination = combination_of(row)
    z = combination.logits(1.5, seed=9)
    said = combination.gradient(z, matrix().all_rows(combination.target, 0))
    return not all(np.isfinite(part).all() for part in said)


def of_likelihood(row: dict, task: str) -> str:
    """Say what is still to be said of a pairing whose gradient is that of the likelihood."""
    m, combination = matrix(), combination_of(row)
    need = m.shares_of(combination.target, task, 0)[0].size
    if some_logits(row)[0][0].size > need:
        return "correct: with outputs to spare"
    sure = combination.logits(1.0, seed=3).sign() * 20
    axis, moved = Pairing(m, row).axis, sure.clone()
    (moved if axis is None else moved.select(axis - 1, 0)).add_(0.25)
    unchanged = combination.activation(sure) == combination.activation(moved)
    gone = (unchanged if axis is None else unchanged.all(dim=axis - 1)).any()
    return "correct" + ": until its gradient is gone, at a logit of 20" * bool(gone)


def judged(row: dict) -> dict[str, Said]:
    """Return by task what the second judge says of a pairing."""
    points = some_logits(row)
    with np.errstate(all="ignore"):
        learned = [
            slopes(loss_of(row, data), points, directions_of(points)) for data in matrix().DATA
        ]
    found: dict[str, Said] = {}
    second: SecondJudge | None = None
    for task in row["verdicts"]:
        right = is_likelihood(task, learned, row)
        by_slopes = "" if right else without_training(row, learned)
        if by_slopes:
            found[task] = by_slopes, None
            continue
        second = second or SecondJudge(matrix(), row)
        found[task] = second.verdict(task)
        if right:  # and training must lead to the truth
            found[task] = of_likelihood(row, task), found[task][1]
    return found


def without_training(row: dict, learned: list[np.ndarray]) -> str:
    """Return the verdict that slopes alone tell, or nothing."""
    if is_deceived(row, learned[0]):
        return "wrong: false gradient"
    if diverges_in_float32(row):
        return "wrong: diverges"
    level = np.abs(learned).max() < 1e-9
    return "wrong: flat" if level else ""


def disagreement(row: dict, said: dict[str, Said]) -> str:
    """Say where the second judge speaks against what is recorded of a pairing, or nothing."""
    found = [
        f"{task}: {recorded_of(row, task)}, but the second judge says {own}"
        for task, own in said.items()
        if not agree(recorded_of(row, task), own)
    ]
    return "; ".join(found)


def recorded_of(row: dict, task: str) -> Said:
    counts, share = (row.get(name, {}).get(task) for name in ("in_order", "reached"))
    return row["verdicts"][task], counts if share is None else share


def agree(recorded: Said, own: Said) -> bool:
    """Say whether a record is what the second judge says: in words, or within a few runs.

    Of how many runs end in the right order, the two may count a few differently; then the word is
    the one that follows from what is recorded.
    """
    (word, by), (own_word, own_by) = recorded, own
    if isinstance(own_by, list):
        return near(by, own_by) and word == word_on(by)
    share = None if own_word.startswith("wrong") else in_quarters(own_by)
    return (word, by) == (own_word, share)


def near(counts: object, own: object) -> bool:
    """Say whether both are counts, and those of almost the same runs."""
    lists = isinstance(counts, list) and isinstance(own, list)
    return lists and bool(np.abs(np.subtract(counts, own)).sum() <= WITHIN)


def in_quarters(share: float | None) -> float | None:
    return share if share in (None, 1) else min(round(4 * share) / 4, 0.75)


def another_loss(row: dict) -> str:
    """Say whether the formula of the second judge is not the loss of torch, in float64."""
    with np.errstate(all="ignore"):
        for z in some_logits(row):
            pairing = Pairing(matrix(), row)
            logits = matrix().written(z, row["output_shape"])[None]
            [mine], _ = pairing.slope(logits, pairing.targets([0]))
            its = loss_of(row, 0)(z)
            if not np.allclose(mine, its, rtol=1e-9, atol=1e-9, equal_nan=True):
                return f"its loss is {its}, and by the formula {mine}"
    return ""


def question(row: dict) -> tuple:
    """Return what makes two rows the same question: another dtype of the same numbers, mostly."""
    target = target_of(row["target_form"])
    losses = [loss_of(row, data)(z) for data in matrix().DATA for z in some_logits(row)]
    float32 = diverges_in_float32(row)
    said = json.dumps([row["verdicts"], row.get("reached"), row.get("in_order")])
    return row["output_shape"], target.kind, target.shape, said, float32, *losses


def disagreements(pair: tuple[str, str]) -> list[str]:
    """Return what the second judge says against the verdicts on a loss and an activation."""
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    said_before: dict[tuple, str] = {}
    wrong = []
    for row in RUNS:
        if (row["loss"], row["activation"]) != pair:
            continue
        same = question(row)
        if same not in said_before:
            said_before[same] = another_loss(row) or disagreement(row, judged(row))
        if said := said_before[same]:
            wrong.append(f"{row['output_shape']}, {row['target_form']}: {said}")
    return wrong


def two_at_a_time(work: Callable, cases: list) -> list:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return pool.map(work, cases, chunksize=1)


@pytest.fixture(scope="module")
def found(request: pytest.FixtureRequest) -> dict[tuple, list[str]]:
    """Judge the selected pairs."""
    law = test_a_verdict_is_that_of_the_second_judge.__name__
    items = [item for item in request.session.items if item.name.startswith(law)]
    pairs = [item.callspec.params["pair"] for item in items]
    return dict(zip(pairs, two_at_a_time(disagreements, pairs), strict=True))


@pytest.mark.parametrize("pair", shared_out(PAIRS, 60), ids="-".join)
def test_a_verdict_is_that_of_the_second_judge(pair: tuple[str, str], found: dict) -> None:
    loss, activation = pair
    assert not found[pair], "\n".join([f"{activation} before {loss}:", *found[pair]])


def of_a_verdict(verdict: str, many: int) -> list[tuple[dict, str]]:
    """Return rows that have a verdict, each with the task: drawn by chance."""
    cases = [
        (row, task) for row in RUNS for task, said in row["verdicts"].items() if said == verdict
    ]
    return random.Random(verdict).sample(cases, min(many, len(cases)))


VERDICTS = sorted({verdict for row in RUNS for verdict in row["verdicts"].values()})
# Of how many of twenty runs, by data set, the order is right: clear ones for each word.
COUNTS = [20, 20], [0, 0], [10, 10], [20, 0], [0, 20]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_any_other_label_is_noticed(verdict: str, weekly: bool) -> None:
    """Each label in the place of each other: the second judge has the word for one alone."""
    torch.set_num_threads(1)
    for row, task in of_a_verdict(verdict, 20 if weekly else 1):
        said = judged(row)
        assert not disagreement(row, said), row
        for other in (other for other in VERDICTS if other != row["verdicts"][task]):
            wrong = row | {"verdicts": row["verdicts"] | {task: other}}
            assert disagreement(wrong, said), (wrong, said)
            for counts in COUNTS:  # with another count to bear it out
                if not near(counts, said[task][1]):
                    forged = wrong | {"in_order": {task: counts}}
                    assert disagreement(forged, said), (forged, said)


def test_a_word_follows_from_the_count_that_is_recorded() -> None:
    in_all, right, wrong = RECORDED["starts"].values()
    assert in_all == 40
    for row in RUNS:
        for task, verdict in row["verdicts"].items():
            if counts := row.get("in_order", {}).get(task):
                ranks = "right" if sum(counts) >= right else "wrong" if sum(counts) <= wrong else ""
                hang = 2 * min(counts) <= wrong and 2 * max(counts) >= right
                between = "changes with the data" if hang else "ranks by its start"
                assert verdict == f"wrong: {f'ranks {ranks}' if ranks else between}", row
            else:
                assert not verdict.startswith("wrong: ranks"), row
            kind, share = verdict.partition(":")[0], row.get("reached", {}).get(task)
            assert kind in KINDS[share], row


# The share of the starts that arrive, in quarters -> what may be said of where they lead.
RIGHT, MOST, FEW = {"correct", "other objective"}, {"not always reached"}, {"seldom reached"}
KINDS = {None: {"wrong"}, 1: RIGHT, 0.75: MOST, 0.5: MOST, 0.25: FEW, 0: FEW}

"""A second judge of pairings: slopes, training and rules of its own, in numpy and float64.

It has the data sets and the starts of the first, and nothing else: no autograd, no optimiser of
torch. Arrays have the axes (run, row, ...), tables of logits (run, group, ...).
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
import torch

from runner.numpy_losses import Array, Slope, loss_of

CLOSE, ARRIVED = 0.02, 0.035
WITHIN = 3  # of forty runs that may end in another order by another way to the end


class Pairing:
    """A pairing on the data sets: one of them for each run."""

    def __init__(self, first: ModuleType, row: dict[str, Any]) -> None:
        self.first, self.shape, self.loss = first, row["output_shape"], row["loss"]
        self.target = next(t for t in first.TARGETS if t.name == row["target_form"])
        axis = first.CLASS_AXIS[self.shape]
        made = first.ACTIVATIONS[row["activation"]]
        self.axis = axis + 1 if "{axis}" in made else None
        self.is_log = "Log" in row["activation"]
        self.made = eval(made.format(axis=axis + 1), {"nn": torch.nn, "torch": torch})

    def targets(self, data: list[int]) -> Array:
        rows = np.stack([self.first.all_rows(self.target, which).numpy() for which in data])
        return rows.astype(float) if rows.dtype.kind == "f" else rows

    def outputs(self, z: Array) -> Array:
        found: Array = self.made(torch.tensor(z)).numpy()
        return found

    def slope(self, z: Array, targets: Array) -> Slope:
        """Return of each run the loss, and its slope by the logits."""
        a = self.outputs(z)
        value, by_output = loss_of(self.loss, a, targets)
        if self.axis is None:
            ahead, behind = self.outputs(z + 1e-6), self.outputs(z - 1e-6)
            return value, by_output * (ahead - behind) / 2e-6
        if self.is_log:
            return value, by_output - np.exp(a) * by_output.sum(axis=self.axis, keepdims=True)
        mean = (a * by_output).sum(axis=self.axis, keepdims=True)
        return value, a * (by_output - mean)

    def slope_of_tables(self, tables: Array, targets: Array) -> Slope:
        groups = self.first.GROUPS  # rows take turns among them
        value, slope = self.slope(tables[:, self.first.GROUP], targets)
        return value, slope.reshape(len(slope), -1, groups, *slope.shape[2:]).sum(axis=1)

    def read(self, table: Array) -> Array:
        """Return the outputs of a table, in the axes (group, C, L)."""
        outputs = self.outputs(table[None, self.first.GROUP])[0, : self.first.GROUPS]
        found: Array = self.first.canonical(outputs, self.shape)
        return found


def by_adam(slope_of: Callable[[Array], Array], start: Array, rate: float, steps: int) -> Array:
    """Descend with Adam, its rate falling to nothing."""
    place, mean, square = start, np.zeros_like(start), np.zeros_like(start)
    for step in range(1, steps + 1):
        slope = slope_of(place)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        size = np.sqrt(square / (1 - 0.999**step)) + 1e-8
        place = place - rate * (1 - (step - 1) / steps) * mean / (1 - 0.9**step) / size
    return place


def by_sgd(slope_of: Callable[[Array], Array], start: Array, rate: float, steps: int) -> Array:
    """Descend with a momentum of 0.9, the rate falling to nothing."""
    place, speed = start, np.zeros_like(start)
    for step in range(steps):
        speed = 0.9 * speed + slope_of(place)
        place = place - rate * (1 - step / steps) * speed
    return place


def downhill(slope_of: Callable[[Array], Array], place: Array, least: float) -> Array:
    """Go on in small steps, in each coordinate of one size, wherever there is a slope."""
    for left in np.linspace(0.03, 0, 400):
        slope = slope_of(place)
        place = place - left * np.sign(slope) * np.minimum(1, np.abs(slope) / least)
    return place


def trained(pairing: Pairing) -> tuple[Array, Array, Array]:
    """Return tables: two starts, their ends, and as usual from all, by data set in turn."""
    first = pairing.first
    sizes = first.sizes_of(pairing.shape)
    outputs = int(np.prod(sizes))
    data = [*first.DATA]
    turns = pairing.targets(data * 2)
    low, high = [0.1, 0.1, 2.0, 2.0], [0.5, 0.5, 3.0, 3.0]  # where most activations slope
    starts = np.random.default_rng(5).uniform(low, high, (first.GROUPS, outputs, 4))
    starts = starts.transpose(2, 0, 1).reshape(4, -1, *sizes)
    ends = downhill(lambda z: pairing.slope_of_tables(z, turns)[1], starts, 1e-9)
    layers = [
        np.concatenate([np.asarray(part) for part in layer])
        for layer in first.usual_starts(outputs)
    ]
    layer = np.stack(layers).reshape(len(layers), -1, *sizes)
    targets = pairing.targets((data * len(layers))[: len(layers)])

    def slope_of(layer: Array) -> Array:
        slope = pairing.slope_of_tables(layer[:, :-1] + layer[:, -1:], targets)[1]
        return np.concatenate([slope, slope.sum(axis=1, keepdims=True)], axis=1) * outputs

    usual = [
        way(slope_of, layer, rate, first.USUAL_STEPS)
        for way, rate in ((by_sgd, first.SGD), (by_adam, first.ADAM))
    ]
    tables = np.concatenate([found[:, :-1] + found[:, -1:] for found in usual])
    both = np.concatenate([targets] * 2)
    usual = downhill(lambda z: pairing.slope_of_tables(z, both)[1] * outputs, tables, 1e-7)
    return starts, ends, usual


def truth_by(reading: str, outputs: Array) -> Array:
    """Return what outputs (group, C, L) say, read in a way that has a name."""
    with np.errstate(all="ignore"):
        if reading == "through a softmax":
            return np.exp(outputs) / np.exp(outputs).sum(axis=1, keepdims=True)
        ways: dict[str, Callable[[], Array]] = {
            "through a sigmoid": lambda: 1 / (1 + np.exp(-outputs)),
            "through exp": lambda: np.exp(outputs),
            "as (1 + output) / 2": lambda: (outputs + 1) / 2,
        }
        return ways.get(reading, lambda: outputs)()


# A verdict, and what of the usual runs tells it: the share that arrives; by data set, how many end
# in the right order; or, where no training from the usual starts tells it, nothing.
Said: TypeAlias = tuple[str, float | list[int] | None]


@dataclass
class End:
    """Where training ended on a data set: outputs, also further on where it is no end, and how."""

    outputs: list[Array]
    way: str


class SecondJudge:
    """Where training leads a pairing, and what that says of a task."""

    def __init__(self, first: ModuleType, row: dict[str, Any]) -> None:
        self.first, self.pairing = first, Pairing(first, row)
        starts, ends, usual = trained(self.pairing)
        moved = np.sign(ends - starts)
        self.ends = [self.end(ends[data::2], moved[data::2], data) for data in first.DATA]
        self.usual = [self.pairing.read(table) for table in usual]

    def losses(self, tables: Array, data: int) -> Array:
        targets = self.pairing.targets([data])
        targets = np.broadcast_to(targets, (len(tables), *targets.shape[1:]))
        return np.nan_to_num(self.pairing.slope_of_tables(tables, targets)[0], nan=np.inf)

    def end(self, tables: Array, moved: Array, data: int) -> End:
        """Choose the lowest of several ends; see whether its logits may go on for ever.

        One alone, up or down; or all of a group, each the way that it went.
        """
        lowest = self.losses(tables, data).argmin()
        table = tables[lowest]
        outputs = self.pairing.read(table)
        together = np.eye(len(table)).reshape(-1, len(table), *[1] * (table.ndim - 1))
        alone = np.concatenate([np.eye(table.size), -np.eye(table.size)])
        ways = np.concatenate([alone.reshape(-1, *table.shape), together * moved[lowest]])
        here, near, on, far, third, sixth = (
            self.losses(table + size * ways, data) for size in (0, 10, 15, 100, 3000, 6000)
        )
        if not np.isfinite([*here, *outputs.flat]).all():
            return End([outputs], "diverges")
        if ((sixth < third - 1) & (third < here - 1)).any():
            return End([outputs], "unbounded")
        gone = []
        # Where it only fell at first, and is flat from there on, there is an end.
        for way in ways[(near < here - 1e-7) & (on < near - 1e-12) & (far <= on + 1e-9)]:
            before, after = (self.pairing.read(table + size * way) for size in (15, 100))
            if np.abs(after - before).max() > 1:
                gone.append(after)
        return End([outputs, *gone], "runs away" if gone else "")

    def says(self, reading: str, outputs: Array, task: str, data: int) -> bool:
        """Say whether outputs are true when read so."""
        known = self.first.truth_of(self.pairing.target, task, data)
        if reading in (self.first.MEDIAN, self.first.BETWEEN):
            fits = task == "regression" and outputs.shape[1] >= known.shape[1]
            return fits and self.is_middle(reading, outputs, known, data)
        if reading == "through a softmax" and outputs.shape[1] == 1:
            return False
        return bool(np.abs(truth_by(reading, outputs) - known).max() < CLOSE)

    def is_middle(self, reading: str, outputs: Array, mean: Array, data: int) -> bool:
        target, groups = self.pairing.target, self.first.GROUPS
        values = self.first.samples(target.kind, target.shape, data)
        median = np.median(values.reshape(-1, groups, *values.shape[1:]), axis=0)
        if reading == self.first.MEDIAN:
            return bool(np.abs(outputs - median).max() < CLOSE)
        way, edge = (outputs - median) / (mean - median), CLOSE / np.abs(mean - median)
        return bool(((way > edge) & (way < 1 - edge)).all())

    def reading(self, task: str) -> str:
        """Say how the truth is read off the outputs at every end, or nothing."""
        ends = [(data, said) for data, end in enumerate(self.ends) for said in end.outputs]
        names = *self.first.READINGS, self.first.MEDIAN, self.first.BETWEEN
        fitting = (
            name for name in names if all(self.says(name, said, task, data) for data, said in ends)
        )
        return next(fitting, "")

    def verdict(self, task: str) -> Said:
        """Return the verdict that training gives, and what of the usual runs it is by."""
        runs = [(number % 2, outputs) for number, outputs in enumerate(self.usual)]
        if reading := self.reading(task):
            best = [truth_by(reading, end.outputs[0]) for end in self.ends]
            off = [np.abs(truth_by(reading, said) - best[data]).max() for data, said in runs]
            share = float(np.mean(np.array(off) < ARRIVED))
            some = "seldom reached" if share < 0.375 else "not always reached"
            kind = "other objective" if share == 1 else some
            return f"{kind}: {reading}", share
        way, other = (end.way for end in self.ends)
        if way or other:
            return f"wrong: {way if way == other else 'changes with the data'}", None
        known = [self.first.truth_of(self.pairing.target, task, data) for data in (0, 1)]
        right = [in_order(task, said, known[data]) for data, said in runs]
        counts = [sum(right[::2]), sum(right[1::2])]
        return word_on(counts), counts


def word_on(counts: list[int]) -> str:
    """Return the verdict, if so many of twenty runs on each data set end in the right order."""
    low, high = sorted(counts)
    if not 6 <= low + high <= 34:
        return f"wrong: ranks {'wrong' if low + high < 6 else 'right'}"
    hangs = low < 3 and high > 17
    return f"wrong: {'changes with the data' if hangs else 'ranks by its start'}"


def in_order(task: str, outputs: Array, known: Array) -> bool:
    """Say whether outputs put what is true first, and clearly."""
    outputs, known = np.broadcast_arrays(outputs, known)
    if task == "multi-class":
        best = np.take_along_axis(outputs, known.argmax(axis=1)[:, None], axis=1)
        return bool((outputs > best - CLOSE).sum() == best.size)  # itself alone
    higher = known[:, None] > known[None]
    if task != "regression":
        higher = (known[:, None] > 0.5) & (known[None] < 0.5)
    return bool((outputs[:, None] - outputs[None] > CLOSE)[higher].all())

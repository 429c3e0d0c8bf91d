"""Every output activation before every loss, on every shape and target.

Each combination is a small program, and is run. One that does not raise
is then judged by what it teaches: its gradient, and where that leads, is
compared with the likelihood of each task that the target can mean. What
is trained, is trained from the starts that PyTorch gives, too: an optimum
that most of them never reach is not what training leads to.
"""

import inspect
import json
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import product

import numpy as np
import torch
from torch import nn

PROGRAM = """\
import torch
from torch import nn

logits = {logits}.requires_grad_()
activation = {activation}
criterion = nn.{loss}()
target = {target}

loss = criterion(activation(logits), target)
loss.backward()
print(f"loss {{loss.item():.4f}}")
print("gradient", logits.grad.flatten().tolist())
"""
SIZES = {"N": 3, "1": 1, "C": 4, "L": 5}  # no shape fits by accident
OUTPUTS = {
    "(N,)": "torch.linspace(-2, 2, 3)",
    "(N, 1)": "torch.linspace(-2, 2, 3).reshape(3, 1)",
    "(N, C)": "torch.linspace(-2, 2, 12).reshape(3, 4)",
    "(N, C, L)": "torch.linspace(-2, 2, 60).reshape(3, 4, 5)",
    "(N, L, C)": "torch.linspace(-2, 2, 60).reshape(3, 5, 4)",
}
CLASS_AXIS = dict(zip(OUTPUTS, (0, 1, 1, 1, 2), strict=True))
ACTIVATIONS = {
    "none": "nn.Identity()",
    "Sigmoid": "nn.Sigmoid()",
    "Softmax": "nn.Softmax(dim={axis})",
    "LogSoftmax": "nn.LogSoftmax(dim={axis})",
    "LogSigmoid": "nn.LogSigmoid()",
    "Tanh": "nn.Tanh()",
    "ReLU": "nn.ReLU()",
    "ReLU6": "nn.ReLU6()",
    "Hardtanh": "nn.Hardtanh()",
    "Hardsigmoid": "nn.Hardsigmoid()",
    "Softplus": "nn.Softplus()",
    "GELU": "nn.GELU()",
}
ONE_HOT = "nn.functional.one_hot("
INDEX = "torch.arange(15).reshape(3, 5) % 4"
FLOATS = ("float32",)
INTEGERS = ("int64", "int32", "uint8")
FORMS = {  # what the numbers mean: dtypes, and a literal by shape
    "class index": (
        (*INTEGERS, *FLOATS),
        {
            "(N,)": "torch.tensor([2, 0, 3])",
            "(N, 1)": "torch.tensor([[2], [0], [3]])",
            "(N, L)": f"({INDEX})",
        },
    ),
    "binary label": (
        (*INTEGERS, "bool", *FLOATS),
        {
            "(N,)": "torch.tensor([1, 0, 1])",
            "(N, 1)": "torch.tensor([[1], [0], [1]])",
        },
    ),
    "one-hot": (
        (*FLOATS, "int64"),
        {
            "(N, C)": f"{ONE_HOT}torch.tensor([2, 0, 3]))",
            "(N, C, L)": f"{ONE_HOT}{INDEX}).movedim(2, 1)",
            "(N, L, C)": f"{ONE_HOT}{INDEX})",
        },
    ),
    "multi-hot": (
        (*FLOATS, "int64"),
        {
            "(N, C)": "(torch.arange(12).reshape(3, 4) % 5 % 2)",
            "(N, C, L)": "(torch.arange(60).reshape(3, 4, 5) % 3 % 2)",
            "(N, L, C)": "(torch.arange(60).reshape(3, 5, 4) % 3 % 2)",
        },
    ),
    "probabilities": (
        FLOATS,
        {
            "(N, C)": "torch.eye(3, 4).softmax(dim=1)",
            "(N, C, L)": "torch.eye(3, 20).reshape(3, 4, 5).softmax(dim=1)",
            "(N, L, C)": "torch.eye(3, 20).reshape(3, 5, 4).softmax(dim=2)",
        },
    ),
    "real-valued": (
        FLOATS,
        {
            "(N,)": "torch.tensor([0.5, -1.0, 2.0])",
            "(N, 1)": "torch.tensor([[0.5], [-1.0], [2.0]])",
            "(N, C)": "torch.linspace(2, -1, 12).reshape(3, 4)",
            "(N, C, L)": "torch.linspace(2, -1, 60).reshape(3, 4, 5)",
            "(N, L, C)": "torch.linspace(2, -1, 60).reshape(3, 5, 4)",
        },
    ),
    "plus or minus one": (
        (*FLOATS, "int64"),
        {
            "(N,)": "torch.tensor([1, -1, 1])",
            "(N, 1)": "torch.tensor([[1], [-1], [1]])",
            "(N, C)": "(torch.arange(12).reshape(3, 4) % 5 % 2 * 2 - 1)",
        },
    ),
}
CAST = {"float32": ".float()", "int32": ".int()", "uint8": ".byte()"}
CAST |= {"bool": ".bool()", "int64": ""}


@dataclass(frozen=True)
class Target:
    """A target: what its numbers mean, its axes, dtype and literal."""

    kind: str
    shape: str
    dtype: str
    code: str
    other_code: str  # with values that are in the range of every loss

    @property
    def name(self) -> str:
        return f"{self.kind} {self.shape} {self.dtype}"


OTHER_VALUES = {  # what brings values into the range of every loss
    "class index": "({} * 0)",
    "binary label": "({} * 0)",
    "real-valued": "({}.abs() / 2)",
    "plus or minus one": "({}.abs())",
}


def made_target(kind: str, shape: str, dtype: str, code: str) -> Target:
    other = OTHER_VALUES.get(kind, "{}").format(code)
    as_is = kind in ("probabilities", "real-valued")
    cast = "" if as_is else CAST[dtype]
    return Target(kind, shape, dtype, code + cast, other + cast)


TARGETS = [
    made_target(kind, shape, dtype, code)
    for kind, (dtypes, shapes) in FORMS.items()
    for shape, code in shapes.items()
    for dtype in dtypes
]


def losses() -> dict[str, bool]:
    """Return torch's losses of (input, target): is each elementwise?

    Left out are those that cannot be built without an argument, and
    names that PyTorch has deprecated.
    """
    found = {}
    for name, loss in sorted(vars(nn).items()):
        if not name.endswith("Loss") or not inspect.isclass(loss):
            continue
        settings = inspect.signature(loss).parameters.values()
        if len(inspect.signature(loss.forward).parameters) == 3 and all(
            s.default is not s.empty or s.kind is s.VAR_KEYWORD
            for s in settings
        ):
            pairs = torch.full((5, 3), 0.5), torch.ones(5, 3)
            try:
                each = loss(reduction="none")(*pairs)
                found[name] = each.shape == (5, 3)
            except (RuntimeError, IndexError):  # it wants class indices
                found[name] = False
    return found


def tasks(target: Target, output_shape: str) -> list[str]:
    """Return what a target can mean for outputs of a shape."""
    if target.kind == "binary label":
        classes = ["multi-class"] if "C" in output_shape else []
        return ["binary", *classes]
    if target.kind == "plus or minus one":
        return ["multi-label" if "C" in target.shape else "binary"]
    return {
        "class index": ["multi-class"],
        "one-hot": ["multi-class", "multi-label"],
        "multi-hot": ["multi-label"],
        "probabilities": ["multi-class", "multi-label"],
        "real-valued": ["regression"],
    }[target.kind]


# Two data sets whose best models are known: three groups of inputs, each
# seen twenty times, its labels in exactly these shares, and no share .5,
# so that positives do not balance negatives. Axes: (row, C, L).
GROUPS, REPEATS = 3, 20
GROUP = np.arange(GROUPS * REPEATS) % GROUPS  # of each row
DATA = 0, 1
PLACES = 2  # of an axis L: as many as it takes
ONE_OF_SEVERAL = ("class index", "one-hot", "probabilities")
SHARES = np.array(
    [
        [
            [0.8, 0.1, 0.05, 0.05],
            [0.6, 0.1, 0.05, 0.25],
            [0.7, 0.05, 0.1, 0.15],
        ],
        [
            [0.7, 0.05, 0.1, 0.15],
            [0.2, 0.15, 0.6, 0.05],
            [0.1, 0.75, 0.05, 0.1],
        ],
    ]
)
YES = np.array([[0.15, 0.35, 0.85], [0.25, 0.65, 0.9]])
MEANS = np.array([[-1.5, -0.5, 1.0], [0.5, 2.0, -1.0]])
# Noise has a mean of zero and a long tail, up or down by group: median,
# mean and what lies between them differ.
TAIL = np.array([[1, 1, -1], [-1, 1, -1]])
QUANTILES = -np.log(1 - (np.arange(REPEATS) + 0.5) / REPEATS)
QUANTILES[9:11] = QUANTILES[9:11].mean()  # one median
NOISE = QUANTILES - QUANTILES.mean()
ROUNDING = 1e-4  # of float32, with room: see "margin" in the recording
FLAT = 1e-7  # a gradient that is rounding, in float32
CLOSE = 0.02  # a probability or mean is recovered
EXTREME = 20.0  # a logit at which float32 runs out of digits


@cache
def truth(kind: str, shape: str, data: int) -> np.ndarray:
    """Return probabilities or means by group, C and L (or size 1)."""
    places = PLACES if "L" in shape else 1
    group, c, place = np.ogrid[:GROUPS, :4, :places]
    if kind in ONE_OF_SEVERAL:
        of = SHARES[data]
        return of[(group + 2 * place) % 3, (c - group - place) % 4]
    if "C" not in shape:
        c = c[:, :1]
    turn = (group + c + place) % 3
    if kind == "real-valued":
        return MEANS[data, turn] + 0.25 * c
    return YES[data, turn] + 0.05 * (c % 2)


@cache
def samples(kind: str, shape: str, data: int) -> np.ndarray:
    """Return the targets of all rows; classes as rows of shares."""
    random = np.random.default_rng(data)
    known = truth(kind, shape, data)
    drawn = np.zeros((len(GROUP), *known.shape[1:]))
    for g, place in product(range(GROUPS), range(known.shape[2])):
        rows, shares = g == GROUP, known[g, :, place]
        if kind in ONE_OF_SEVERAL:
            counts = np.rint(shares * REPEATS).astype(int)
            classes = random.permutation(np.repeat(np.arange(4), counts))
            drawn[rows, :, place] = np.eye(4)[classes]
            continue
        for c, share in enumerate(shares):
            yes = np.arange(REPEATS) < np.rint(share * REPEATS)
            noise = NOISE * TAIL[data, (g + c + place) % 3]
            values = share + noise if kind == "real-valued" else yes
            drawn[rows, c, place] = random.permutation(values)
    if kind == "probabilities":  # never sure, and right on average
        drawn = 0.7 * drawn + 0.3 * known[GROUP]
    return drawn


def axes(shape: str) -> list[str]:
    return [axis.strip() for axis in shape.strip("(,)").split(",")]


def sizes_of(shape: str) -> list[int]:
    """Return the sizes of a row of outputs in the data sets."""
    sizes = SIZES | {"L": PLACES}
    return [sizes[axis] for axis in axes(shape)[1:]]


def written(values: np.ndarray, shape: str) -> np.ndarray:
    """Move from the axes (row, C, L) to those of a shape."""
    names = axes(shape)
    values = (
        values.transpose(0, 2, 1) if names[1:] == ["L", "C"] else values
    )
    sizes = [values.shape[0], *(1 if n == "1" else -1 for n in names[1:])]
    return values.reshape(sizes if sizes.count(-1) < 2 else values.shape)


def canonical(values: np.ndarray, shape: str) -> np.ndarray:
    """Move from the axes of a shape to (row, C, L)."""
    names = axes(shape)
    if names[1:] == ["L", "C"]:
        return values.transpose(0, 2, 1)
    if names[1:] == ["L"]:
        return values[:, None, :]
    return values.reshape(values.shape + (1,) * (3 - values.ndim))


@cache
def all_rows(target: Target, data: int) -> torch.Tensor:
    """Return the target of all rows, in its shape and dtype."""
    values = samples(target.kind, target.shape, data)
    if target.kind == "class index":
        values = values.argmax(axis=1, keepdims=True)
    elif target.kind == "plus or minus one":
        values = 2 * values - 1
    values = torch.tensor(written(values, target.shape))
    return values.to(getattr(torch, target.dtype))


def sigmoid(z: np.ndarray) -> np.ndarray:
    return np.exp(-np.logaddexp(0, -z))


def softmax(z: np.ndarray) -> np.ndarray:
    return np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))


def with_two_more(no: np.ndarray, yes: np.ndarray) -> np.ndarray:
    """Return what a yes or no is among four classes."""
    return np.concatenate([no, yes, 0 * yes, 0 * yes], axis=1)


def shares_of(target: Target, task: str, data: int) -> np.ndarray:
    """Return the targets as the task understands them, (row, C, L)."""
    values = samples(target.kind, target.shape, data)
    if task == "multi-class" and target.kind == "binary label":
        return with_two_more(1 - values, values)
    return values


def truth_of(target: Target, task: str, data: int) -> np.ndarray:
    """Return what the best model says, (group, C, L)."""
    known = truth(target.kind, target.shape, data)
    if task == "multi-class" and target.kind == "binary label":
        return with_two_more(1 - known, known)
    return known


def likelihood_gradient(
    task: str, z: np.ndarray, y: np.ndarray
) -> np.ndarray | None:
    """Return d(-log likelihood)/dz; z and y have axes (row, C, L).

    Gaussian, Bernoulli, categorical or independent Bernoulli: always
    the mean of the prediction less the target.
    """
    if z.shape[1] < y.shape[1] or z.shape[2] < y.shape[2]:
        return None  # fewer outputs than there is to say
    if task == "multi-class":
        return softmax(z) - y if z.shape[1] == y.shape[1] else None
    return (z if task == "regression" else sigmoid(z)) - y


def other_logits(shape: str) -> str:
    """Return logits that are in the range of every loss themselves."""
    return OUTPUTS[shape].replace("(-2, 2", "(0.1, 0.9")


class Combination:
    """One activation, loss, output shape and target."""

    def __init__(
        self, activation: str, loss: str, shape: str, target: Target
    ) -> None:
        self.names = activation, loss
        self.shape, self.target = shape, target
        axis = CLASS_AXIS[shape]
        parts = {
            "activation": ACTIVATIONS[activation].format(axis=axis),
            "loss": loss,
        }
        self.program = PROGRAM.format(
            logits=OUTPUTS[shape], target=target.code, **parts
        )
        self.other_program = PROGRAM.format(
            logits=other_logits(shape), target=target.other_code, **parts
        )
        axis -= len(axes(shape))  # as many axes as there may be before it
        self.activation = eval(ACTIVATIONS[activation].format(axis=axis))
        self.criterion = getattr(nn, loss)()

    def run(self) -> dict[str, str]:
        """Run the program; say what PyTorch says."""
        return self.outcome(self.program)

    def outcome(self, program: str) -> dict[str, str]:
        names: dict = {"print": lambda *_: None}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                exec(compile(program, "program", "exec"), names)
            except Exception as error:
                phase = "backward" if "loss" in names else "forward"
                said = f"{type(error).__name__}: {error}"
                outcome = {"outcome": "raises", "phase": phase}
                return outcome | {"error": said}
        if caught:
            said = f"{caught[0].category.__name__}: {caught[0].message}"
            outcome = {"outcome": "warns", "phase": "forward"}
            return outcome | {"warning": said}
        return {"outcome": "silent"}

    def gradient(
        self, z: torch.Tensor, target: torch.Tensor
    ) -> tuple[float, np.ndarray]:
        """Return the loss, and its gradient in the axes (row, C, L)."""
        z = z.clone().requires_grad_()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            loss = self.criterion(self.activation(z), target)
        loss.backward()
        return loss.item(), canonical(z.grad.double().numpy(), self.shape)

    def deceives(self, z: torch.Tensor, target: torch.Tensor) -> bool:
        """Say whether the gradient is not the slope of the loss."""
        z = z.double()
        target = target.double() if target.is_floating_point() else target
        _, gradient = self.gradient(z, target)
        way = self.logits(1.0, seed=8).double()
        with torch.no_grad(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ahead, behind = (
                self.criterion(self.activation(z + step * way), target)
                for step in (1e-6, -1e-6)
            )
        slope = (ahead - behind).item() / 2e-6
        along = (gradient * canonical(way.numpy(), self.shape)).sum()
        size = 1 + np.abs(gradient).sum()
        return bool(
            np.isfinite(slope) and not abs(slope - along) < 1e-5 * size
        )

    def logits(self, scale: float, seed: int) -> torch.Tensor:
        """Draw float32 logits for all rows."""
        classes = SIZES["C"] if "C" in self.shape else 1
        places = PLACES if "L" in self.shape else 1
        rows = len(GROUP), classes, places
        drawn = np.random.default_rng(seed).normal(0, scale, rows)
        return torch.tensor(written(drawn, self.shape).copy()).float()


class Judge:
    """Compares gradients, and keeps how clearly each case was decided."""

    def __init__(self) -> None:
        self.largest_equal = 0.0
        self.smallest_unequal = np.inf
        self.distances: list[float] = []  # of usual training from the end

    def margin(self) -> dict[str, str]:
        """Return how far what was decided in either way lay apart."""
        near = [d for d in self.distances if d < ARRIVED]
        not_near = [d for d in self.distances if d >= ARRIVED]
        return {
            "taken as equal, at most": f"{self.largest_equal:.0e}",
            "taken as unequal, at least": f"{self.smallest_unequal:.0e}",
            "arrived, at most": f"{max(near, default=0.0):.0e}",
            "not arrived, at least": f"{min(not_near, default=np.inf):.0e}",
        }

    def verdicts(self, combination: Combination) -> tuple[dict, tuple]:
        """Return a verdict by task, "" where only training can tell.

        And a key: what has the same one need not be trained again.
        """
        target, shape = combination.target, combination.shape
        draws = [combination.logits(1.5, seed) for seed in range(3)]
        z = [canonical(draw.numpy(), shape) for draw in draws]
        learned = [
            combination.gradient(draw, all_rows(target, data))
            for data in DATA
            for draw in draws
        ]
        instead = self.without_training(combination, draws[0], learned)
        found = {}
        for task in tasks(target, shape):
            wanted = [
                likelihood_gradient(
                    task, logits, shares_of(target, task, d)
                )
                for d in DATA
                for logits in z
            ]
            right = self.equal(learned, wanted)
            found[task] = (
                self.right(combination, task) if right else instead
            )
        sums = [f"{x:.6g} {np.abs(g).sum():.6g}" for x, g in learned]
        # Of the shapes, only which axes are of classes and of places.
        of_outputs, of_target = (
            "".join(axis for axis in axes(either) if axis in "CL")
            for either in (shape, target.shape)
        )
        activation, _ = combination.names
        key = (activation, target.kind, of_outputs, of_target, *sums)
        return found, key

    @staticmethod
    def without_training(
        combination: Combination, z: torch.Tensor, learned: list
    ) -> str:
        """Return what gradients that are not right tell, or nothing."""
        if combination.deceives(z, all_rows(combination.target, 0)):
            return "wrong: false gradient"
        if not all(np.isfinite([x, *g.flat]).all() for x, g in learned):
            return "wrong: diverges"
        flat = all(np.abs(g).max() < FLAT for _, g in learned)
        return "wrong: flat" if flat else ""

    def equal(self, learned: list, wanted: list) -> bool:
        """Say whether gradients are one positive multiple of others."""
        if wanted[0] is None:
            return False
        a = np.stack([gradient for _, gradient in learned])
        b = np.stack(wanted)
        ratio = (a * b).sum() / (b * b).sum()
        size = np.abs(a).max()
        off = np.abs(a - ratio * b).max() / size if size else np.inf
        if not ratio > 0 or not np.isfinite(off):
            return False
        if off < ROUNDING:
            self.largest_equal = max(self.largest_equal, off)
        else:
            self.smallest_unequal = min(self.smallest_unequal, off)
        return off < ROUNDING

    @staticmethod
    def right(combination: Combination, task: str) -> str:
        """Say where a right gradient is not all there is to say."""
        y = shares_of(combination.target, task, 0)
        z = combination.logits(1.0, 3).sign() * EXTREME
        rows = all_rows(combination.target, 0)
        _, gradient = combination.gradient(z, rows)
        if gradient.size > y.size:
            return "correct: with outputs to spare"
        z = canonical(z.numpy(), combination.shape)
        wanted = likelihood_gradient(task, z, y)
        ratio = (gradient * wanted).sum() / (wanted * wanted).sum()
        off = np.abs(gradient - ratio * wanted).max()
        if off < 1e-3 * np.abs(gradient).max():
            return "correct"
        at = f"at a logit of {EXTREME:.0f}"
        return f"correct: until its gradient is gone, {at}"


# Training: many runs of a combination at once, each a table of logits by
# group, which is what a linear layer makes of one-hot groups.
SEEDS = 20
USUAL_STEPS, LAST_STEPS = 200, 80
SGD, ADAM = 0.1, 0.1  # learning rates; they fall to nothing
ARRIVED = 0.035  # from the optimum, at the most
STARTS = 2 * SEEDS  # each by SGD and by Adam, and half on each data set
FEW, MOST = 5, 35  # of the starts: at most hardly any, at least nearly all
FAR = 15.0  # no optimum of these data has such a logit


ROWS = torch.tensor(GROUP)


class Runs:
    """A combination in several runs at once, each on one of the data sets."""

    def __init__(self, combination: Combination, data: list[int]) -> None:
        targets = [all_rows(combination.target, which) for which in data]
        self.targets = torch.stack(targets)
        if self.targets.is_floating_point():
            self.targets = self.targets.double()
        self.combination, self.number = combination, len(data)
        sizes = [len(data), GROUPS, *sizes_of(combination.shape)]
        draws = np.random.default_rng(3).normal(0, 1, sizes)
        tables = torch.tensor(draws)
        wanted = self.slope(tables, self.alone)
        ways = (
            self.by_group,
            self.side_by_side,
            self.one_after_another,
            self.alone,
        )
        self.loss = next(
            way
            for way in ways
            if self.equal(self.slope(tables, way), wanted)
        )

    def by_group(self, tables: torch.Tensor) -> torch.Tensor:
        """Return the sum of the losses, where rows of a group are alike."""
        return self.together(self.combination.activation(tables))

    def side_by_side(self, tables: torch.Tensor) -> torch.Tensor:
        """Return the sum of the losses, with the runs as a first axis."""
        return self.together(self.outputs(tables))

    def one_after_another(self, tables: torch.Tensor) -> torch.Tensor:
        """Return the sum of the losses, with the rows of all runs as rows."""
        outputs = self.outputs(tables).flatten(0, 1)
        loss = self.combination.criterion(
            outputs, self.targets.flatten(0, 1)
        )
        return loss * self.number

    def alone(self, tables: torch.Tensor) -> torch.Tensor:
        pairs = zip(self.outputs(tables), self.targets, strict=True)
        return sum(self.combination.criterion(*pair) for pair in pairs)

    def outputs(self, tables: torch.Tensor) -> torch.Tensor:
        return self.combination.activation(tables[:, ROWS])

    def together(self, outputs: torch.Tensor) -> torch.Tensor:
        targets = self.targets
        missing = outputs.ndim - targets.ndim
        for _ in range(missing):
            targets = targets.unsqueeze(1)
        for _ in range(-missing):
            outputs = outputs.unsqueeze(1)
        return self.combination.criterion(outputs, targets) * self.number

    def slope(self, tables: torch.Tensor, way: Callable) -> torch.Tensor:
        tables = tables.clone().requires_grad_()
        try:
            way(tables).backward()
        except (RuntimeError, ValueError, IndexError):
            return torch.full_like(tables, torch.nan)
        return tables.grad

    @staticmethod
    def equal(a: torch.Tensor, b: torch.Tensor) -> bool:
        return torch.allclose(a, b, rtol=1e-9, atol=1e-12, equal_nan=True)


def slopes(several: list[Runs], tables: torch.Tensor) -> torch.Tensor:
    """Return the gradients of all runs: (combination, run, group, ...).

    The loss is summed over the outputs of a row: a mean over many would
    learn slowly, and seem to have no gradient where one has.
    """
    tables.requires_grad_()
    each = zip(several, tables.unbind(), strict=True)
    total = sum(runs.loss(own) for runs, own in each)
    (slope,) = torch.autograd.grad(total, tables)
    return slope * tables[0, 0, 0].numel()


def to_the_end(
    several: list[Runs], tables: torch.Tensor, least: float
) -> torch.Tensor:
    """Train by the signs of gradients alone (Rprop), as long as there are
    any, so that size, kinks and distance do not matter. A step across the
    minimum, or into where there is no gradient, is taken back and halved.
    """
    step, moved = torch.full_like(tables, 0.1), torch.zeros_like(tables)
    for left in range(LAST_STEPS, 0, -1):
        slope, tables = slopes(several, tables), tables.detach()
        slope[slope.abs() < least] = 0.0  # rounding would take full steps
        back = (moved != 0) & (slope * moved >= 0)
        most = 3.0 * min(1.0, 0.85 ** (40 - left))  # at last it settles
        step = torch.where(back, step / 2, step * 1.2).clamp(max=most)
        moved = torch.where(back, -moved, -slope.sign() * step)
        tables = tables + moved
        moved[back] = 0.0
    return tables


def with_a_slope(many: int, sizes: list[int]) -> torch.Tensor:
    """Return two starts for each data set where every activation slopes."""
    starts = [
        np.random.default_rng(far).uniform(
            0.1, 0.5 + 3 * far, [GROUPS, *sizes]
        )
        for far in (0, 1)
        for _ in DATA
    ]
    return torch.tensor(np.stack([np.stack(starts)] * many))


@cache
def usual_starts(outputs: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Return the weights and biases that PyTorch gives a last layer."""
    found = []
    for seed in range(SEEDS):
        torch.manual_seed(seed)
        layer = nn.Linear(GROUPS, outputs).double()
        found.append((layer.weight.detach().T, layer.bias.detach()[None]))
    return found


def first_layers(many: int, sizes: list[int]) -> torch.Tensor:
    """Return starts, each twice, for many: weights and then a bias."""
    starts = usual_starts(int(np.prod(sizes))) * 2
    layers = torch.stack([torch.cat([w, b]) for w, b in starts])
    layers = layers.reshape(1, len(starts), GROUPS + 1, *sizes)
    return layers.repeat(many, *[1] * (layers.ndim - 1))


def as_usual(several: list[Runs], sizes: list[int]) -> torch.Tensor:
    """Train a linear layer on one-hot groups, from PyTorch's own start.

    Each start twice: by SGD with momentum, and by Adam.
    """
    layer, by_sgd = first_layers(len(several), sizes), slice(0, SEEDS)
    speed, square = torch.zeros_like(layer), torch.zeros_like(layer)
    for step in range(1, USUAL_STEPS + 1):
        table = layer[:, :, :GROUPS] + layer[:, :, GROUPS:]
        slope = slopes(several, table)
        slope = torch.cat([slope, slope.sum(2, keepdim=True)], 2)
        left = 1 - (step - 1) / USUAL_STEPS
        speed = 0.9 * speed + slope
        square = 0.999 * square + 0.001 * slope**2
        size = (square / (1 - 0.999**step)).sqrt() + 1e-8
        mean = speed * 0.1 / (1 - 0.9**step)
        moved = ADAM * mean / size
        moved[:, by_sgd] = SGD * speed[:, by_sgd]
        layer = layer - left * moved
    return (layer[:, :, :GROUPS] + layer[:, :, GROUPS:]).detach()


READINGS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "as they are": lambda a: a,
    "through a sigmoid": sigmoid,
    "through exp": np.exp,
    "through a softmax": softmax,
    "as (1 + output) / 2": lambda a: (1 + a) / 2,
}
MEDIAN, BETWEEN = "the median", "between median and mean"


@cache
def medians(target: Target, data: int) -> np.ndarray:
    values = samples(target.kind, target.shape, data)
    return np.stack(
        [np.median(values[g == GROUP], axis=0) for g in range(GROUPS)]
    )


def reading_of(
    task: str, outputs: np.ndarray, target: Target, data: int
) -> str:
    """Say how to read the truth off outputs (group, C, L), or nothing."""
    known = truth_of(target, task, data)
    for reading, function in READINGS.items():
        if reading != "through a softmax" or outputs.shape[1] > 1:
            with np.errstate(all="ignore"):
                off = np.abs(function(outputs) - known).max()
            if off < CLOSE:
                return reading
    if task != "regression" or outputs.shape[1] < known.shape[1]:
        return ""
    median = medians(target, data)
    if np.abs(outputs - median).max() < CLOSE:
        return MEDIAN
    low, high = np.minimum(median, known), np.maximum(median, known)
    between = (low + CLOSE < outputs) & (outputs < high - CLOSE)
    return BETWEEN if between.all() else ""


def ranks(task: str, outputs: np.ndarray, known: np.ndarray) -> bool:
    """Say whether the outputs at least order what they should."""
    shape = np.broadcast_shapes(outputs.shape, known.shape)
    outputs = np.broadcast_to(outputs, shape)
    known = np.broadcast_to(known, shape)
    if task == "multi-class":
        ordered = np.sort(outputs, axis=1)
        clear = (ordered[:, -1] - ordered[:, -2] > CLOSE).all()
        best = outputs.argmax(axis=1) == known.argmax(axis=1)
        return bool(clear and best.all())
    if task == "regression":
        order = known.argsort(axis=0)
        steps = np.diff(np.take_along_axis(outputs, order, axis=0), axis=0)
        return bool((steps > CLOSE).all())
    lowest_yes = np.where(known > 0.5, outputs, np.inf).min(axis=0)
    highest_no = np.where(known < 0.5, outputs, -np.inf).max(axis=0)
    return bool((lowest_yes > highest_no + CLOSE).all())


@dataclass
class End:
    """Where a run led: the loss, the outputs, and in which way it is no end."""

    loss: float
    outputs: np.ndarray  # (group, C, L)
    away: np.ndarray  # the same further on the way, where it is no end
    way: str


class Trained:
    """A combination, and where training leads it."""

    def __init__(
        self,
        combination: Combination,
        first: torch.Tensor,
        last: torch.Tensor,
    ) -> None:
        self.combination = combination
        ends = [
            self.end(table, (table - start).sign(), run % 2)
            for run, (start, table) in enumerate(
                zip(first, last, strict=True)
            )
        ]
        # Of the two starts, by data set: the one that led further down.
        self.ends = [
            min(ends[data::2], key=lambda end: end.loss) for data in DATA
        ]
        self.usual: list[np.ndarray] = []
        self.distances: list[float] = []  # of usual outputs from the ends

    def outputs(self, table: torch.Tensor) -> np.ndarray:
        """Return outputs, in the axes (group, C, L)."""
        outputs = self.combination.activation(table[ROWS])[:GROUPS]
        return canonical(outputs.numpy(), self.combination.shape)

    def loss(self, table: torch.Tensor, data: int) -> float:
        target = all_rows(self.combination.target, data)
        target = target.double() if target.is_floating_point() else target
        outputs = self.combination.activation(table[ROWS])
        return self.combination.criterion(outputs, target).item()

    def end(
        self, table: torch.Tensor, moved: torch.Tensor, data: int
    ) -> End:
        loss, outputs = self.loss(table, data), self.outputs(table)
        far = torch.where(table.abs() > FAR, 2 * table, table)
        away, way = self.outputs(far), ""
        if not np.isfinite([loss, *outputs.flat]).all():
            return End(np.inf, outputs, away, "diverges")
        if self.loss(2 * table, data) < loss - 1:
            way = "unbounded"
        elif np.abs(away - outputs).max() > 1:
            way = "runs away" if self.loss(far, data) <= loss + 1e-9 else ""
        if not way and (on := [*self.further(table, moved, data)]):
            way, away = "runs away", on[-1]
        return End(loss, outputs, away if way else outputs, way)

    def further(
        self, table: torch.Tensor, moved: torch.Tensor, data: int
    ) -> Iterator[np.ndarray]:
        """Yield outputs far on where all logits of a group went together,
        if the loss falls on and on that way: slow is not at an end.
        """
        for group in range(GROUPS):
            way = torch.zeros_like(table)
            way[group] = moved[group]
            places = [table + size * way for size in (0, 8, 12, 100)]
            here, near, on, far = (
                self.loss(place, data) for place in places
            )
            falls = near < here - 1e-7 and on < near - 1e-12
            before, after = map(self.outputs, places[2:])
            grown = np.abs(after - before).max() > 1
            if grown and falls and far <= on + 1e-9:
                yield after

    def reading(self, task: str) -> str:
        """Say how the truth is read off the ends, or nothing."""
        target = self.combination.target
        [reading, *others] = {
            reading_of(task, outputs, target, data)
            for data, end in zip(DATA, self.ends, strict=True)
            for outputs in (end.outputs, end.away)
        }
        return "" if others else reading

    def is_decided(self) -> bool:
        """Say whether the ends alone tell the verdicts."""
        target, shape = self.combination.target, self.combination.shape
        read = any(self.reading(task) for task in tasks(target, shape))
        return not read and all(end.way for end in self.ends)

    def verdict(
        self, task: str, found: str
    ) -> tuple[str, float | list[int] | None]:
        """Return a verdict, and what of the usual starts it is by.

        The share that arrives; or, by data set, how many lead to the
        right order; or nothing.
        """
        if reading := self.reading(task):
            arrived = self.count(partial(self.is_near, reading))
            share = sum(arrived) / len(self.usual)
            if found:
                return found, share
            return f"{kind_by(share)}: {reading}", share
        ways = [end.way for end in self.ends]
        if len({*ways}) > 1:
            return "wrong: changes with the data", None
        if ways[0]:
            return f"wrong: {ways[0]}", None
        counts = self.count(partial(self.is_in_order, task))
        return f"wrong: {by_order(counts)}", counts

    def count(self, does: Callable[[np.ndarray, int], bool]) -> list[int]:
        """Return of how many usual runs something is so, by data set."""
        return [
            sum(
                does(outputs, data)
                for outputs in self.usual[data :: len(DATA)]
            )
            for data in DATA
        ]

    def is_near(self, reading: str, outputs: np.ndarray, data: int) -> bool:
        function = READINGS.get(reading, lambda a: a)
        off = function(outputs) - function(self.ends[data].outputs)
        self.distances.append(np.abs(off).max())
        return bool(self.distances[-1] < ARRIVED)

    def is_in_order(
        self, task: str, outputs: np.ndarray, data: int
    ) -> bool:
        return ranks(
            task, outputs, truth_of(self.combination.target, task, data)
        )


def train(to_train: dict[tuple, Combination]) -> dict[tuple, Trained]:
    """Train many at once: those with outputs of one shape."""
    found = {}
    for shape in OUTPUTS:
        keys = [
            key for key, case in to_train.items() if case.shape == shape
        ]
        for some in batched(keys, 25):
            several = [Runs(to_train[key], [*DATA] * 2) for key in some]
            starts = with_a_slope(len(some), sizes_of(shape))
            last = to_the_end(several, starts.clone(), 1e-12)
            for key, *run in zip(some, starts, last, strict=True):
                found[key] = Trained(to_train[key], *run)
        open_ones = [key for key in keys if not found[key].is_decided()]
        for some in batched(open_ones, 25):
            several = [Runs(to_train[key], [*DATA] * SEEDS) for key in some]
            usual = as_usual(several, sizes_of(shape))
            usual = to_the_end(several, usual, FLAT)  # slow is not stuck
            for key, tables in zip(some, usual, strict=True):
                found[key].usual = [found[key].outputs(t) for t in tables]
    return found


def batched(keys: Iterable, size: int) -> Iterator[list]:
    """Split into lists; itertools.batched is new in Python 3.12."""
    keys = list(keys)
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def rows(activation: str, judge: Judge) -> list[dict]:
    """Run every combination with an activation, and judge what runs."""
    found, undecided, to_train = [], [], {}
    for loss, shape, target in product(losses(), OUTPUTS, TARGETS):
        combination = Combination(activation, loss, shape, target)
        row = {
            "activation": activation,
            "loss": loss,
            "output_shape": shape,
            "target_form": target.name,
        } | combination.run()
        found.append(row)
        if row["outcome"] == "raises":
            other = combination.outcome(combination.other_program)
            if other["outcome"] != "raises":
                row["other_values"] = other["outcome"]
            continue
        verdicts, key = judge.verdicts(combination)
        row["verdicts"] = verdicts
        for task, verdict in row["verdicts"].items():
            if not verdict or verdict.startswith("correct"):
                undecided.append((row, task, key))
                to_train.setdefault(key, combination)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trained = train(to_train)
    for row, task, key in undecided:
        verdict, by = trained[key].verdict(task, row["verdicts"][task])
        row["verdicts"][task] = verdict
        if isinstance(by, list):
            row.setdefault("in_order", {})[task] = by
        elif by is not None:
            row.setdefault("reached", {})[task] = in_quarters(by)
    judge.distances = [
        d for case in trained.values() for d in case.distances
    ]
    return found


def in_quarters(share: float) -> float:
    """Round a share so that it is the same elsewhere; all is all of them."""
    return 1.0 if share == 1 else min(round(4 * share) / 4, 0.75)


def by_order(counts: list[int]) -> str:
    """Name what is not the truth by the runs in the right order.

    They are counted for each data set, which has half of the starts.
    """
    if sum(counts) >= MOST:
        return "ranks right"
    if sum(counts) <= FEW:
        return "ranks wrong"
    hang = 2 * min(counts) <= FEW and 2 * max(counts) >= MOST
    return "changes with the data" if hang else "ranks by its start"


def kind_by(share: float) -> str:
    """Name an optimum that is the truth by the share that arrives there."""
    if share == 1:
        return "other objective"
    few = in_quarters(share) < 0.5
    return "seldom reached" if few else "not always reached"


def document() -> dict:
    """Return what is recorded: the parts, and what their sums do."""
    judges = {activation: Judge() for activation in ACTIVATIONS}
    found = [
        row for one, judge in judges.items() for row in rows(one, judge)
    ]
    return {
        "sizes": SIZES,
        "program": PROGRAM,
        "activations": ACTIVATIONS,
        "losses": losses(),
        "outputs": {
            shape: {
                "code": code,
                "other_code": other_logits(shape),
                "axis": CLASS_AXIS[shape],
            }
            for shape, code in OUTPUTS.items()
        },
        "targets": {
            target.name: {
                "kind": target.kind,
                "shape": target.shape,
                "dtype": target.dtype,
                "code": target.code,
                "other_code": target.other_code,
            }
            for target in TARGETS
        },
        "margin": {one: judge.margin() for one, judge in judges.items()},
        "starts": {
            "in all": STARTS,
            "ranks right, at least": MOST,
            "ranks wrong, at most": FEW,
        },
        "rows": found,
    }


if __name__ == "__main__":
    print(json.dumps(document()))

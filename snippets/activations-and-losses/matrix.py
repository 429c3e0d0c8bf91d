"""Every output activation before every loss, on every shape and target.

Each combination is a small program, and is run. One that does not raise
is then judged by what it teaches: its gradient, and where that leads, is
compared with the likelihood of each task that the target can mean.
"""

import inspect
import json
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
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

    @property
    def name(self) -> str:
        return f"{self.kind} {self.shape} {self.dtype}"


TARGETS = [
    Target(
        kind,
        shape,
        dtype,
        code
        if kind in ("probabilities", "real-valued")
        else code + CAST[dtype],
    )
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


# A data set whose best model is known: three groups of inputs, each seen
# twenty times, its labels in exactly these shares. Axes: (row, C, L).
GROUPS, REPEATS = 3, 20
GROUP = np.arange(GROUPS * REPEATS) % GROUPS  # of each row
ONE_OF_SEVERAL = ("class index", "one-hot", "probabilities")
SHARES = np.array(
    [[0.8, 0.1, 0.05, 0.05], [0.6, 0.1, 0.05, 0.25], [0.7, 0.05, 0.1, 0.15]]
)
SPREAD = np.array([0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0, 1.3, 1.6])
NOISE = np.concatenate([SPREAD, -SPREAD])  # its mean is its median
STEPS = 80  # of training a table
ROUNDING = 1e-4  # of float32, with room: see "margin" in the recording
FLAT = 1e-7  # a gradient that is rounding, in float32
CLOSE = 0.02  # a probability or mean is recovered
EXTREME = 20.0  # a logit at which float32 runs out of digits


@cache
def truth(kind: str, shape: str) -> np.ndarray:
    """Return probabilities or means by group, C and L (or size 1)."""
    group, c, place = np.ogrid[:GROUPS, :4, : 5 if "L" in shape else 1]
    if kind in ONE_OF_SEVERAL:
        return SHARES[(group + 2 * place) % 3, (c - group - place) % 4]
    if "C" not in shape:
        c = c[:, :1]
    turn = (group + c + place) % 3
    if kind == "real-valued":
        return np.array([-1.5, -0.5, 1.0])[turn] + 0.25 * c
    return np.array([0.2, 0.4, 0.9])[turn] + 0.05 * (c % 2)


@cache
def samples(kind: str, shape: str) -> np.ndarray:
    """Return the targets of all rows; classes as rows of shares."""
    random, known = np.random.default_rng(0), truth(kind, shape)
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
            values = share + NOISE if kind == "real-valued" else yes
            drawn[rows, c, place] = random.permutation(values)
    if kind == "probabilities":  # never sure, and right on average
        drawn = 0.7 * drawn + 0.3 * known[GROUP]
    return drawn


def axes(shape: str) -> list[str]:
    return [axis.strip() for axis in shape.strip("(,)").split(",")]


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
def all_rows(target: Target) -> torch.Tensor:
    """Return the target of all rows, in its shape and dtype."""
    values = samples(target.kind, target.shape)
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


def shares_of(target: Target, task: str) -> np.ndarray:
    """Return the targets as the task understands them, (row, C, L)."""
    values = samples(target.kind, target.shape)
    if task == "multi-class" and target.kind == "binary label":
        return np.concatenate([1 - values, values, 0 * values], axis=1)[
            :, [0, 1, 2, 2]
        ]
    return values


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


READINGS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "as they are": lambda a: a,
    "through a sigmoid": sigmoid,
    "through a softmax": softmax,
    "through exp": np.exp,
    "as (1 + output) / 2": lambda a: (1 + a) / 2,
}


class Combination:
    """One activation, loss, output shape and target."""

    def __init__(
        self, activation: str, loss: str, shape: str, target: Target
    ) -> None:
        self.names = activation, loss
        self.shape, self.target = shape, target
        code = ACTIVATIONS[activation].format(axis=CLASS_AXIS[shape])
        self.program = PROGRAM.format(
            logits=OUTPUTS[shape],
            activation=code,
            loss=loss,
            target=target.code,
        )
        self.activation = eval(code)
        self.criterion = getattr(nn, loss)()

    def run(self) -> dict[str, str]:
        """Run the program; say what PyTorch says."""
        names: dict = {"print": lambda *_: None}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                exec(compile(self.program, "program", "exec"), names)
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
        rows = [len(GROUP), *(SIZES[axis] for axis in axes(self.shape)[1:])]
        random = np.random.default_rng(seed)
        return torch.tensor(random.normal(0, scale, rows)).float()


@dataclass
class Best:
    """Where training led: the loss, that at twice the logits, outputs."""

    loss: float
    further: float
    outputs: np.ndarray  # by group, in the axes (group, C, L)


def trained(
    combinations: list[Combination], shape: str, seed: int
) -> Iterator[Best]:
    """Train tables, an entry for each group, all at once and to the end.

    Only the sign of a gradient counts (Rprop), so that size, kinks and
    distance do not matter. A step across the minimum, or into where there
    is no gradient, is taken back and halved.
    """
    targets = [all_rows(combination.target) for combination in combinations]
    targets = [t.double() if t.is_floating_point() else t for t in targets]
    sizes = [SIZES[axis] for axis in axes(shape)[1:]]
    random = np.random.default_rng(seed)
    # Above zero: a dead ReLU would say where training began.
    start = random.uniform(0.1, 0.5 + 3 * seed, [GROUPS, *sizes])
    tables = torch.tensor(start).repeat(len(targets), *[1] * start.ndim)
    rows = torch.tensor(GROUP)
    step, moved = torch.full_like(tables, 0.1), torch.zeros_like(tables)

    def losses_at(tables: torch.Tensor) -> list[torch.Tensor]:
        each = zip(
            combinations, tables[:, rows].unbind(), targets, strict=True
        )
        return [
            c.criterion(c.activation(z), target) for c, z, target in each
        ]

    for _ in range(STEPS):
        tables.requires_grad_()
        (slope,) = torch.autograd.grad(sum(losses_at(tables)), tables)
        tables = tables.detach()
        slope[slope.abs() < 1e-12] = (
            0.0  # or else rounding takes full steps
        )
        back = (moved != 0) & (slope * moved >= 0)
        step = torch.where(back, step / 2, (step * 1.2).clamp(max=3.0))
        moved = torch.where(back, -moved, -slope.sign() * step)
        tables = tables + moved
        moved[back] = 0.0
    for combination, table, loss, further in zip(
        combinations,
        tables,
        losses_at(tables),
        losses_at(2 * tables),
        strict=True,
    ):
        outputs = combination.activation(table[rows])[:GROUPS].numpy()
        outputs = canonical(outputs, shape)
        yield Best(loss.item(), further.item(), outputs)


class Judge:
    """Compares gradients, and keeps how clearly each case was decided."""

    def __init__(self) -> None:
        self.largest_equal = 0.0
        self.smallest_unequal = np.inf

    def verdicts(self, combination: Combination) -> tuple[dict, tuple]:
        """Return a verdict by task, "" where only training can tell.

        And a key: what has the same one need not be trained again.
        """
        target, shape = combination.target, combination.shape
        rows = all_rows(target)
        draws = [combination.logits(1.5, seed) for seed in range(3)]
        learned = [combination.gradient(z, rows) for z in draws]
        z = [canonical(draw.numpy(), shape) for draw in draws]
        finite = all(np.isfinite([x, *g.flat]).all() for x, g in learned)
        deceives = combination.deceives(draws[0], rows)
        found = {}
        for task in tasks(target, shape):
            y = shares_of(target, task)
            wanted = [likelihood_gradient(task, logits, y) for logits in z]
            if self.equal(learned, wanted):
                spare = z[0].size > y.size
                found[task] = "correct" + (
                    ": with outputs to spare"
                    if spare
                    else self.limit(combination, task, y)
                )
            elif deceives:
                found[task] = "wrong: false gradient"
            elif not finite:
                found[task] = "wrong: diverges"
            elif all(np.abs(g).max() < FLAT for _, g in learned):
                found[task] = "wrong: flat"
            else:
                found[task] = ""
        sums = [f"{x:.6g} {np.abs(g).sum():.6g}" for x, g in learned]
        key = (shape, target.kind, target.shape, combination.names, *sums)
        return found, key

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
            worst = max(self.largest_equal, off)
            self.largest_equal = worst
        else:
            worst = min(self.smallest_unequal, off)
            self.smallest_unequal = worst
        return off < ROUNDING

    def limit(
        self, combination: Combination, task: str, y: np.ndarray
    ) -> str:
        """Say whether equality ends where float32 runs out of digits."""
        z = combination.logits(1.0, 3).sign() * EXTREME
        _, gradient = combination.gradient(z, all_rows(combination.target))
        wanted = likelihood_gradient(
            task, canonical(z.numpy(), combination.shape), y
        )
        ratio = (gradient * wanted).sum() / (wanted * wanted).sum()
        off = np.abs(gradient - ratio * wanted).max()
        if off < 1e-3 * np.abs(gradient).max():
            return ""
        return f": until its gradient is gone, at a logit of {EXTREME:.0f}"


def truth_of(target: Target, task: str) -> np.ndarray:
    """Return what the best model says, (group, C, L)."""
    known = truth(target.kind, target.shape)
    if task == "multi-class" and target.kind == "binary label":
        return np.concatenate([1 - known, known, 0 * known, 0 * known], 1)
    return known


def where_it_leads(task: str, best: Best, known: np.ndarray) -> str:
    """Judge the outputs that a loss is lowest at."""
    outputs = best.outputs
    if not np.isfinite([best.loss, *outputs.flat]).all():
        return "wrong: diverges"
    if best.further < best.loss - 1:
        return "wrong: unbounded"
    ends = best.further > best.loss + 1e-7  # or else it is no minimum
    for reading, function in READINGS.items() if ends else ():
        if reading == "through a softmax" and outputs.shape[1] == 1:
            continue
        with np.errstate(over="ignore"):
            off = np.abs(function(outputs) - known).max()
        if off < CLOSE:
            return f"other objective: {reading}"
    right = ranks(task, outputs, known)
    return f"wrong: ranks {'right' if right else 'wrong'}"


def ranks(task: str, outputs: np.ndarray, known: np.ndarray) -> bool:
    """Say whether the outputs at least order what they should."""
    shape = np.broadcast_shapes(outputs.shape, known.shape)
    outputs = np.broadcast_to(outputs, shape)
    known = np.broadcast_to(known, shape)
    if task == "multi-class":
        ordered = np.sort(outputs, axis=1)
        clear = (ordered[:, -1] - ordered[:, -2] > 1e-3).all()
        best = outputs.argmax(axis=1) == known.argmax(axis=1)
        return bool(clear and best.all())
    if task == "regression":
        order = known.argsort(axis=0)
        steps = np.diff(np.take_along_axis(outputs, order, axis=0), axis=0)
        return bool((steps > 1e-3).all())
    lowest_yes = np.where(known > 0.5, outputs, np.inf).min(axis=0)
    highest_no = np.where(known < 0.5, outputs, -np.inf).max(axis=0)
    return bool((lowest_yes > highest_no + 1e-3).all())


def decide(
    undecided: list[tuple], to_train: dict[tuple, Combination], start: int
) -> None:
    """Train what is undecided, many at once, and write the verdicts."""
    best = {}
    for shape in OUTPUTS:
        keys = [key for *_, key in undecided if key[0] == shape]
        for some in batched(dict.fromkeys(keys), 200):
            cases = [to_train[key] for key in some]
            best |= zip(some, trained(cases, shape, start), strict=True)
    for verdicts, task, target, key in undecided:
        known = truth_of(target, task)
        verdicts[task] = where_it_leads(task, best[key], known)


def batched(keys: Iterable, size: int) -> Iterator[list]:
    """Split into lists; itertools.batched is new in Python 3.12."""
    keys = list(keys)
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def rows(judge: Judge) -> list[dict]:
    """Run every combination, and judge what runs."""
    found, undecided, to_train = [], [], {}
    for names in product(ACTIVATIONS, losses(), OUTPUTS, TARGETS):
        combination = Combination(*names)
        activation, loss, shape, target = names
        row = {
            "activation": activation,
            "loss": loss,
            "output_shape": shape,
            "target_form": target.name,
        } | combination.run()
        found.append(row)
        if row["outcome"] != "raises":
            row["verdicts"], key = judge.verdicts(combination)
            for task, verdict in row["verdicts"].items():
                if not verdict:
                    case = (row["verdicts"], task, target, key)
                    undecided.append(case)
                    to_train[key] = combination
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for start in (0, 1):  # what recovers the truth, does so from both
            decide(undecided, to_train, start)
            undecided = [
                (verdicts, task, target, key)
                for verdicts, task, target, key in undecided
                if verdicts[task].startswith("other objective")
            ]
    return found


def document() -> dict:
    """Return what is recorded: the parts, and what their sums do."""
    judge = Judge()
    found = rows(judge)
    return {
        "sizes": SIZES,
        "program": PROGRAM,
        "activations": ACTIVATIONS,
        "losses": losses(),
        "outputs": {
            shape: {"code": code, "axis": CLASS_AXIS[shape]}
            for shape, code in OUTPUTS.items()
        },
        "targets": {
            target.name: {
                "kind": target.kind,
                "shape": target.shape,
                "dtype": target.dtype,
                "code": target.code,
            }
            for target in TARGETS
        },
        "margin": {
            "taken as equal, at most": f"{judge.largest_equal:.0e}",
            "taken as unequal, at least": f"{judge.smallest_unequal:.0e}",
        },
        "rows": found,
    }


if __name__ == "__main__":
    print(json.dumps(document()))

"""The shapes and dtypes that people hand to a loss, and what it computes.

Each row is a program of its own. If it runs, its loss is compared with
what is meant, and with what it may compute instead, on outputs drawn at
random; then a linear layer is trained by it, from several starts and by
two optimisers, and is scored on data that it has not seen.
"""

import json
import math
import re
import statistics
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

import torch
from torch import nn

F = nn.functional
SEEDS, OPTIMIZERS = range(3), ("Adam", "SGD")
DRAWS = 4  # of weights, to compare losses
DIGITS = {torch.float16: 0.02, torch.bfloat16: 0.05}  # of a loss
OF_FLOAT32 = 1e-4
STEPPED = "    optimizer.step()\n"
PROGRAM = """\
import torch
from torch import nn

torch.manual_seed({seed})
{sizes}
rule = {rule}  # the truth, to be found


def batch(many):
    inputs = torch.randn(many, {axes}4)
    return inputs, {truth}


model = nn.Linear(4, {width})
criterion = nn.{loss}({settings})
weights = model.parameters()
optimizer = torch.optim.{optimizer}(weights, lr={rate})
for _ in range({steps}):
    inputs, truth = batch({batch})
    raw = model(inputs){one}  # {raw}
    outputs = {outputs}{outputs dtype}
    target = {target}{target dtype}
    loss = criterion(outputs, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

inputs, truth = batch(200)
raw = model(inputs)
score = {score}
print("score", round(score.item(), 2))
"""
CASTS = {
    "float32": ".float()",
    "float64": ".double()",
    "float16": ".half()",
    "bfloat16": ".bfloat16()",
    "int64": ".long()",
    "int32": ".int()",
    "int16": ".short()",
    "uint8": ".byte()",
    "bool": ".bool()",
}
FLOATS = ("float32", "float64", "float16", "bfloat16")
TAKEN = ("rule", "width", "truth", "batch", "one", "steps", "score")
Choices = dict[str, str]


@dataclass(frozen=True)
class Target:
    """A form of a target: its code, its own dtype, and those to try."""

    code: str
    dtype: str
    given: str = ""  # the dtype that the code has without a cast
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Task:
    """What outputs and target mean, and the forms that people give them."""

    means: str
    raw: str  # the axes of what the model gives, classes last
    sizes: dict[str, str]  # that differ first, and then those that coincide
    outputs: dict[str, str]
    targets: dict[str, Target]
    layouts: tuple[tuple[str, str], ...]  # of outputs and target
    readings: dict[str, str]  # what is computed: outputs and target of it
    truth: str
    score: str
    enough: float
    rule: str = "torch.eye(4, C)"  # the class is the largest input
    width: str = "C"
    batch: str = "N"
    one: str = ""  # what makes a batch of one a sample
    steps: int = 80
    outputs_dtypes: tuple[str, ...] = FLOATS


@dataclass(frozen=True)
class Table:
    """The calls of a loss for a task."""

    loss: str
    task: Task
    rates: dict[str, float] = field(
        default_factory=lambda: {"Adam": 0.1, "SGD": 0.5}
    )
    settings: str = ""

    @property
    def name(self) -> str:
        return f"{self.loss}, {self.task.means}"

    def choices(self) -> Iterator[Choices]:
        """Yield the usual call, other layouts and sizes, then dtypes."""
        task = self.task
        for sizes, (outputs, target) in product(task.sizes, task.layouts):
            yield self.chosen(sizes, outputs, target)
        first, tried = next(iter(task.sizes)), set()
        for outputs, label in task.layouts:
            if label not in tried:
                tried.add(label)
                for dtype in task.targets[label].others:
                    yield self.chosen(first, outputs, label, dtype)
        for dtype in task.outputs_dtypes[1:]:
            yield self.chosen(first, *task.layouts[0], "", dtype)

    def chosen(
        self,
        sizes: str,
        outputs: str,
        target: str,
        dtype: str = "",
        outputs_dtype: str = "float32",
    ) -> Choices:
        return {
            "sizes": sizes,
            "outputs": outputs,
            "target": target,
            "target dtype": dtype or self.task.targets[target].dtype,
            "outputs dtype": outputs_dtype,
        }

    def codes(self, chosen: Choices) -> Choices:
        """Return the code of each choice."""
        task, dtype = self.task, chosen["target dtype"]
        target = task.targets[chosen["target"]]
        own = chosen["outputs dtype"]
        return {
            "sizes": task.sizes[chosen["sizes"]],
            "outputs": task.outputs[chosen["outputs"]],
            "target": target.code,
            "target dtype": "" if dtype == target.given else CASTS[dtype],
            "outputs dtype": "" if own == "float32" else CASTS[own],
        }

    def template(self, seed: int = 0, optimizer: str = "Adam") -> str:
        """Return the program with a place for each choice."""
        task = self.task
        axes = task.raw.strip("(,)").split(", ")[:-1]
        filled = {
            "seed": seed,
            "optimizer": optimizer,
            "rate": self.rates[optimizer],
            "loss": self.loss,
            "settings": self.settings,
            "axes": "".join(f"{axis}, " for axis in axes if axis != "N"),
            "raw": task.raw,
        }
        for name in TAKEN:
            filled[name] = getattr(task, name)
        made = PROGRAM
        for name, value in filled.items():
            made = made.replace("{" + name + "}", str(value))
        return made

    def program(
        self, chosen: Choices, seed: int = 0, optimizer: str = "Adam"
    ) -> str:
        """Return the whole program of a call."""
        template = self.template(seed, optimizer)
        return template.format(**self.codes(chosen))


# What outputs and targets mean, and how people hand them over.

MEANT = "as meant"
INTEGERS = ("int32", "int16", "uint8", "float32", "float64")
INDEX, ONE_HOT = "class index", "one-hot"
ENCODED = "nn.functional.one_hot(truth, C)"
RIGHT_CLASS = "(raw.argmax(dim=-1) == truth).float().mean()"
LARGEST = "(inputs @ rule).argmax(dim=-1)"


def index(code: str, others: tuple[str, ...] = ()) -> Target:
    return Target(code, "int64", "int64", others)


def one_hot(code: str, others: tuple[str, ...] = ()) -> Target:
    return Target(ENCODED + code, "float32", "int64", others)


CLASSES = Task(
    means="one class for each sample",
    raw="(N, C)",
    sizes={"N = 16, C = 4": "N, C = 16, 4", "N = C = 4": "N, C = 4, 4"},
    outputs={"(N, C)": "raw", "(C, N)": "raw.T"},
    targets={
        f"{INDEX} (N,)": index("truth", INTEGERS),
        f"{INDEX} (N, 1)": index("truth.unsqueeze(1)"),
        f"{ONE_HOT} (N, C)": one_hot(
            "", ("int64", "bool", "float64", "float16", "bfloat16")
        ),
    },
    layouts=(
        ("(N, C)", f"{INDEX} (N,)"),
        ("(N, C)", f"{INDEX} (N, 1)"),
        ("(N, C)", f"{ONE_HOT} (N, C)"),
        ("(C, N)", f"{INDEX} (N,)"),
        ("(C, N)", f"{ONE_HOT} (N, C)"),
    ),
    readings={
        MEANT: "raw, truth",
        "the samples taken for classes": "raw.T, truth",
    },
    truth=LARGEST,
    score=RIGHT_CLASS,
    enough=0.88,
)
STEPS = Task(
    means="one class for each step of a sequence",
    raw="(N, L, C)",
    sizes={
        "N = 8, L = 5, C = 4": "N, L, C = 8, 5, 4",
        "L = C": "N, L, C = 8, 4, 4",
        "N = L": "N, L, C = 5, 5, 4",
        "N = C": "N, L, C = 4, 5, 4",
        "N = L = C": "N, L, C = 4, 4, 4",
    },
    outputs={
        "(N, C, L)": "raw.movedim(-1, 1)",
        "(N, L, C)": "raw",
        "(L, N, C)": "raw.transpose(0, 1)",
        "(N * L, C)": "raw.reshape(-1, C)",
        "(N * L, C) from (N, C, L)": "raw.movedim(-1, 1).reshape(-1, C)",
    },
    targets={
        f"{INDEX} (N, L)": index("truth"),
        f"{INDEX} (L, N)": index("truth.T"),
        f"{INDEX} (N * L,)": index("truth.flatten()"),
        f"{ONE_HOT} (N, C, L)": one_hot(".movedim(-1, 1)"),
        f"{ONE_HOT} (N, L, C)": one_hot(""),
    },
    layouts=(
        ("(N, C, L)", f"{INDEX} (N, L)"),
        ("(N, C, L)", f"{INDEX} (L, N)"),
        ("(N, C, L)", f"{ONE_HOT} (N, C, L)"),
        ("(N, C, L)", f"{ONE_HOT} (N, L, C)"),
        ("(N, L, C)", f"{INDEX} (N, L)"),
        ("(N, L, C)", f"{ONE_HOT} (N, L, C)"),
        ("(L, N, C)", f"{INDEX} (L, N)"),
        ("(L, N, C)", f"{INDEX} (N, L)"),
        ("(N * L, C)", f"{INDEX} (N * L,)"),
        ("(N * L, C) from (N, C, L)", f"{INDEX} (N * L,)"),
    ),
    readings={
        MEANT: "raw.reshape(-1, C), truth.flatten()",
        "the label of another sample and step": (
            "raw.reshape(-1, C), truth.T.flatten()"
        ),
        "the steps taken for classes": (
            "raw.movedim(1, -1).reshape(-1, L), truth.flatten()"
        ),
        "the steps taken for classes, by shares": (
            "raw.movedim(1, -1).reshape(-1, L), "
            f"{ENCODED}.movedim(1, -1).reshape(-1, L)"
        ),
        "the axes of the target in another order": (
            f"raw.reshape(-1, C), {ENCODED}.movedim(1, -1).reshape(-1, C)"
        ),
        "the samples taken for classes": (
            "raw.permute(1, 2, 0).reshape(-1, N), truth.T.flatten()"
        ),
        "the samples taken for classes, and other steps": (
            "raw.permute(1, 2, 0).reshape(-1, N), truth.flatten()"
        ),
        "numbers of several classes and steps as the scores of one step": (
            "raw.movedim(-1, 1).reshape(-1, C), truth.flatten()"
        ),
    },
    truth=LARGEST,
    score=RIGHT_CLASS,
    enough=0.92,
    outputs_dtypes=("float32",),
)
PIXELS = Task(
    means="one class for each pixel",
    raw="(N, H, W, C)",
    sizes={
        "N = 5, C = 4, H = 2, W = 3": "N, C, H, W = 5, 4, 2, 3",
        "H = W": "N, C, H, W = 5, 4, 3, 3",
        "C = H = W": "N, C, H, W = 5, 3, 3, 3",
    },
    outputs={
        "(N, C, H, W)": "raw.movedim(-1, 1)",
        "(N, H, W, C)": "raw",
        "(N * H * W, C)": "raw.reshape(-1, C)",
        "(N * H * W, C) from (N, C, H, W)": (
            "raw.movedim(-1, 1).reshape(-1, C)"
        ),
    },
    targets={
        f"{INDEX} (N, H, W)": index("truth", ("uint8", "int32", "float32")),
        f"{INDEX} (N, 1, H, W)": index("truth.unsqueeze(1)"),
        f"{INDEX} (N, W, H)": index("truth.mT"),
        f"{INDEX} (N * H * W,)": index("truth.flatten()"),
        f"{ONE_HOT} (N, C, H, W)": one_hot(
            ".movedim(-1, 1)", ("int64", "uint8")
        ),
        f"{ONE_HOT} (N, H, W, C)": one_hot(""),
    },
    layouts=(
        ("(N, C, H, W)", f"{INDEX} (N, H, W)"),
        ("(N, C, H, W)", f"{INDEX} (N, 1, H, W)"),
        ("(N, C, H, W)", f"{INDEX} (N, W, H)"),
        ("(N, C, H, W)", f"{ONE_HOT} (N, C, H, W)"),
        ("(N, C, H, W)", f"{ONE_HOT} (N, H, W, C)"),
        ("(N, H, W, C)", f"{INDEX} (N, H, W)"),
        ("(N, H, W, C)", f"{ONE_HOT} (N, H, W, C)"),
        ("(N * H * W, C)", f"{INDEX} (N * H * W,)"),
        ("(N * H * W, C) from (N, C, H, W)", f"{INDEX} (N * H * W,)"),
    ),
    readings={
        MEANT: "raw.reshape(-1, C), truth.flatten()",
        "the label of the mirrored pixel": (
            "raw.reshape(-1, C), truth.mT.flatten()"
        ),
        "the rows of pixels taken for classes": (
            "raw.movedim(1, -1).reshape(-1, H), truth.flatten()"
        ),
        "the rows of pixels taken for classes, by shares": (
            "raw.movedim(1, -1).reshape(-1, H), "
            f"{ENCODED}.movedim(1, -1).reshape(-1, H)"
        ),
        "the axes of the target in another order": (
            f"raw.reshape(-1, C), {ENCODED}.movedim(1, -1).reshape(-1, C)"
        ),
        "numbers of several classes and pixels as the scores of one pixel": (
            "raw.movedim(-1, 1).reshape(-1, C), truth.flatten()"
        ),
    },
    truth=LARGEST,
    score=RIGHT_CLASS,
    enough=0.92,
    outputs_dtypes=("float32",),
)
SINGLE = Task(
    means="one sample without a batch, and its class",
    raw="(C,)",
    sizes={"C = 4": "C = 4"},
    outputs={"(C,)": "raw", "(1, C)": "raw.unsqueeze(0)"},
    targets={
        f"{INDEX} ()": index("truth[0]", ("int32", "float32")),
        f"{INDEX} (1,)": index("truth"),
        f"{ONE_HOT} (C,)": one_hot("[0]", ("int64",)),
        f"{ONE_HOT} (1, C)": one_hot(""),
    },
    layouts=tuple(
        product(
            ("(C,)", "(1, C)"),
            (
                f"{INDEX} ()",
                f"{INDEX} (1,)",
                f"{ONE_HOT} (C,)",
                f"{ONE_HOT} (1, C)",
            ),
        )
    ),
    readings={MEANT: "raw.reshape(1, C), truth"},
    truth=LARGEST,
    score=RIGHT_CLASS,
    enough=0.8,
    batch="1",
    one="[0]",
    steps=250,
    outputs_dtypes=("float32",),
)


def with_logs(task: Task, **changes: Any) -> Task:
    """Return a task for a loss that takes the logarithms of shares."""
    logs = "raw.log_softmax(dim=-1)"
    return replace(
        task,
        outputs={
            label: code.replace("raw", logs)
            for label, code in task.outputs.items()
        }
        | changes.pop("outputs", {}),
        readings={
            label: code.replace("raw", logs)
            for label, code in task.readings.items()
        }
        | changes.pop("readings", {}),
        layouts=(*task.layouts, *changes.pop("layouts", ())),
        **changes,
    )


LOG_CLASSES = with_logs(
    replace(
        CLASSES,
        targets=CLASSES.targets | {f"{ONE_HOT} (N, C)": one_hot("")},
    )
)
LOG_STEPS = with_logs(
    STEPS,
    outputs={
        "(N, C, L), log_softmax(dim=-1)": (
            "raw.movedim(-1, 1).log_softmax(dim=-1)"
        )
    },
    layouts=(("(N, C, L), log_softmax(dim=-1)", f"{INDEX} (N, L)"),),
    readings={
        "a softmax over the steps": (
            "raw.log_softmax(dim=1).reshape(-1, C), truth.flatten()"
        )
    },
)
LOG_PIXELS = with_logs(
    PIXELS,
    outputs={
        "(N, C, H, W)": "raw.movedim(-1, 1).log_softmax(dim=1)",
        "(N, C, H, W) as a view": "raw.log_softmax(dim=-1).movedim(-1, 1)",
        "(N, C, H, W), log_softmax(dim=-1)": (
            "raw.movedim(-1, 1).log_softmax(dim=-1)"
        ),
    },
    layouts=(("(N, C, H, W), log_softmax(dim=-1)", f"{INDEX} (N, H, W)"),),
    readings={
        "a softmax over the row of pixels": (
            "raw.log_softmax(dim=2).reshape(-1, C), truth.flatten()"
        )
    },
)
SHAPELESS = ("float64", "float16", "bfloat16", "int64", "int32")
NUMBER = Target("truth", "float32", "float32", SHAPELESS)
YES = Target("truth", "float32", "bool", ("bool", "int64", "uint8"))
YES = replace(YES, others=(*YES.others, "float64", "float16"))
EVERY = "every output with every target"


def at(target: Target, code: str, others: tuple[str, ...] = ()) -> Target:
    """Return a target in another shape."""
    return replace(target, code=code, others=others)


@dataclass(frozen=True)
class Value:
    """What a single output can mean."""

    name: str
    target: Target
    rule: str
    truth: str  # of a batch, with an axis of one at the end
    score: str
    enough: float
    steps: int = 80


WIDE = "2 * torch.randn(4, {width})"
NEAR = "1 - ((raw - {truth}).square().mean() / {truth}.var()).sqrt()"
A_NUMBER = Value(
    "number",
    NUMBER,
    WIDE,
    "(inputs @ rule + 2).round()",
    NEAR,
    0.6,
    120,
)
A_YES = Value(
    "yes or no",
    YES,
    WIDE,
    "inputs @ rule > 0",
    "((raw > 0) == {truth}).float().mean()",
    0.85,
)
COUNT = Target("truth", "float32", "float32", SHAPELESS)
A_COUNT = Value(
    "count",
    COUNT,
    "0.5 * torch.randn(4, {width})",
    "torch.poisson((inputs @ rule).exp())",
    NEAR.replace("{truth}", "(inputs @ rule)"),
    0.45,
    150,
)


def filled(value: Value, shape: str, width: str = "1") -> dict[str, Any]:
    """Return what a task has of a value; the truth has no axis of one."""
    drop = ".squeeze(-1)" if width == "1" else ""
    back = ".unsqueeze(-1)" if width == "1" else ""
    truth = f"({value.truth}){drop}" if drop else value.truth
    return {
        "means": f"{value.name} {shape}",
        "width": width,
        "rule": value.rule.replace("{width}", width),
        "truth": truth,
        "score": value.score.replace("{truth}", f"truth{back}"),
        "enough": value.enough,
        "steps": value.steps,
    }


def for_sample(value: Value, dtypes: tuple[str, ...] = FLOATS) -> Task:
    kind = value.target
    return Task(
        **filled(value, "for each sample"),
        raw="(N, 1)",
        sizes={"N = 16": "N = 16", "N = 1": "N = 1"},
        outputs={"(N,)": "raw.flatten()", "(N, 1)": "raw"},
        targets={
            "(N,)": kind,
            "(N, 1)": at(kind, "truth.unsqueeze(1)"),
            "(1, N)": at(kind, "truth.unsqueeze(0)"),
        },
        layouts=(
            ("(N,)", "(N,)"),
            ("(N, 1)", "(N, 1)"),
            ("(N, 1)", "(N,)"),
            ("(N,)", "(N, 1)"),
            ("(N, 1)", "(1, N)"),
        ),
        readings={
            MEANT: "raw, truth.unsqueeze(1)",
            EVERY: "raw, truth.unsqueeze(0)",
        },
        outputs_dtypes=dtypes,
    )


def for_step(value: Value) -> Task:
    kind = replace(value.target, others=())
    return Task(
        **filled(value, "for each step of a sequence"),
        raw="(N, L, 1)",
        sizes={"N = 8, L = 5": "N, L = 8, 5", "N = L": "N, L = 5, 5"},
        outputs={
            "(N, L)": "raw.squeeze(-1)",
            "(N, L, 1)": "raw",
            "(N, 1, L)": "raw.movedim(-1, 1)",
        },
        targets={
            "(N, L)": kind,
            "(N, L, 1)": at(kind, "truth.unsqueeze(-1)"),
            "(L, N)": at(kind, "truth.T"),
        },
        layouts=(
            ("(N, L)", "(N, L)"),
            ("(N, L, 1)", "(N, L, 1)"),
            ("(N, L, 1)", "(N, L)"),
            ("(N, L)", "(N, L, 1)"),
            ("(N, 1, L)", "(N, L)"),
            ("(N, L)", "(L, N)"),
        ),
        readings={
            MEANT: "raw.squeeze(-1), truth",
            "every sequence with every sequence": (
                "raw.movedim(-1, 1), truth.unsqueeze(0)"
            ),
            "step l with all targets of sample l": "raw, truth.unsqueeze(0)",
            "all steps of sample l with the target of step l": (
                "raw.movedim(-1, 0), truth.unsqueeze(-1)"
            ),
            "the target of another sample and step": (
                "raw.squeeze(-1), truth.T"
            ),
        },
        outputs_dtypes=("float32",),
    )


def for_pixel(value: Value) -> Task:
    kind = replace(value.target, others=())
    return Task(
        **filled(value, "for each pixel"),
        raw="(N, H, W, 1)",
        sizes={
            "N = 4, H = 2, W = 3": "N, H, W = 4, 2, 3",
            "H = W": "N, H, W = 4, 3, 3",
            "N = H = W": "N, H, W = 3, 3, 3",
        },
        outputs={
            "(N, 1, H, W)": "raw.movedim(-1, 1)",
            "(N, H, W)": "raw.squeeze(-1)",
            "(N, H, W, 1)": "raw",
        },
        targets={
            "(N, 1, H, W)": at(kind, "truth.unsqueeze(1)"),
            "(N, H, W)": kind,
            "(N, W, H)": at(kind, "truth.mT"),
        },
        layouts=(
            ("(N, 1, H, W)", "(N, 1, H, W)"),
            ("(N, H, W)", "(N, H, W)"),
            ("(N, 1, H, W)", "(N, H, W)"),
            ("(N, H, W)", "(N, 1, H, W)"),
            ("(N, H, W, 1)", "(N, H, W)"),
            ("(N, H, W)", "(N, W, H)"),
        ),
        readings={
            MEANT: "raw.squeeze(-1), truth",
            "every image with every image": (
                "raw.movedim(-1, 1), truth.unsqueeze(0)"
            ),
            "the target of the mirrored pixel": "raw.squeeze(-1), truth.mT",
            "pixel (h, w) with row w of image h": "raw, truth.unsqueeze(0)",
        },
        outputs_dtypes=("float32",),
    )


def alone(value: Value) -> Task:
    kind = value.target
    return Task(
        **filled(value, "of one sample without a batch"),
        raw="(1,)",
        sizes={"one": "#"},
        outputs={"(1,)": "raw", "()": "raw.squeeze(0)"},
        targets={
            "(1,)": at(kind, "truth"),
            "()": at(kind, "truth[0]", kind.others[:1]),
        },
        layouts=tuple(product(("(1,)", "()"), ("(1,)", "()"))),
        readings={MEANT: "raw, truth"},
        batch="1",
        one="[0]",
        outputs_dtypes=("float32",),
    )


def for_outputs(
    value: Value,
    dtypes: dict[str, Target],
    readings: dict[str, str],
) -> Task:
    """Several outputs for each sample, each with a target of its own."""
    usual, *others = dtypes
    return Task(
        **filled(value, "for each output of a sample", "C"),
        raw="(N, C)",
        sizes={"N = 16, C = 4": "N, C = 16, 4", "N = C": "N, C = 4, 4"},
        outputs={"(N, C)": "raw", "(N, 1, C)": "raw.unsqueeze(1)"},
        targets=dtypes,
        layouts=(
            ("(N, C)", usual),
            ("(N, 1, C)", usual),
            *(("(N, C)", label) for label in others),
        ),
        readings={
            MEANT: "raw, truth",
            "the target of another sample and output": "raw, truth.T",
            "every sample with every sample": (
                "raw.unsqueeze(1), truth.unsqueeze(0)"
            ),
            **readings,
        },
        outputs_dtypes=FLOATS,
    )


def several(target: Target, name: str) -> dict[str, Target]:
    """Return the shapes of several targets a sample."""
    return {
        f"{name}(N, C)": target,
        f"{name}(C, N)": at(target, "truth.T"),
        f"{name}(N, 1, C)": at(target, "truth.unsqueeze(1)"),
    }


LISTED = "torch.where(truth, torch.arange(C), {}).sort(-1, True)[0]"
LIST, ZEROS = LISTED.format(-1), LISTED.format(0)
A_SHARE = Value(
    "share",
    Target("truth", "float32", "float32", FLOATS[1:]),
    WIDE,
    "(inputs @ rule).softmax(dim=-1)",
    NEAR.replace("raw", "raw.softmax(dim=-1)"),
    0.75,
)
NUMBERS = for_outputs(A_NUMBER, several(NUMBER, ""), {})
TAGS = for_outputs(
    A_YES,
    several(YES, "multi-hot ")
    | {"label list (N, C)": Target(LIST, "int64", "int64", ("float32",))},
    {"the numbers of the list as shares of yes": f"raw, {LIST}"},
)
TAGS = replace(TAGS, enough=0.93)
LISTS = replace(
    for_outputs(
        A_YES,
        {
            "label list (N, C)": Target(
                LIST, "int64", "int64", ("int32", "float32")
            ),
            "label list (C, N)": Target(LIST + ".T", "int64", "int64"),
            "label list (N, 2)": Target(LIST + "[:, :2]", "int64", "int64"),
            "label list, padded with 0": Target(ZEROS, "int64", "int64"),
            "multi-hot (N, C)": Target(
                "truth", "int64", "bool", ("bool", "float32")
            ),
        },
        {},
    ),
    readings={
        MEANT: f"raw, {LIST}",
        "the padding as class 0": f"raw, {ZEROS}",
        "the tags 0 and 1 as the classes 0 and 1": "raw, truth.long()",
        "the labels of other samples": f"raw, {LIST}.T",
    },
    score="((raw + 1e9 * ~truth).amin(-1) > "
    "(raw - 1e9 * truth).amax(-1)).float().mean()",
    enough=0.9,
)
SHARES = with_logs(
    for_outputs(
        A_SHARE,
        several(A_SHARE.target, "")
        | {
            "class index (N,)": Target(
                "truth.argmax(dim=-1)", "int64", "int64"
            )
        },
        {},
    ),
    outputs={"(N, C), log_softmax(dim=0)": "raw.log_softmax(dim=0)"},
    layouts=(("(N, C), log_softmax(dim=0)", "(N, C)"),),
    readings={"a softmax over the samples": "raw.log_softmax(0), truth"},
)
SIGNS = for_sample(A_YES)
SIGNS = replace(
    SIGNS,
    targets={
        "1 and -1 (N,)": Target(
            "(2 * truth.long() - 1)",
            "float32",
            "int64",
            ("int64", "float64", "float16"),
        ),
        "1 and -1 (N, 1)": Target(
            "(2 * truth.long() - 1).unsqueeze(1)", "float32", "int64"
        ),
        "0 and 1 (N,)": YES,
    },
    layouts=(
        ("(N,)", "1 and -1 (N,)"),
        ("(N, 1)", "1 and -1 (N, 1)"),
        ("(N, 1)", "1 and -1 (N,)"),
        ("(N,)", "1 and -1 (N, 1)"),
        ("(N,)", "0 and 1 (N,)"),
    ),
    readings={
        MEANT: "raw.flatten(), 2 * truth.long() - 1",
        "only the samples of yes": "raw.flatten(), truth.long()",
        EVERY: "raw, 2 * truth.long() - 1",
    },
)
COUNTS = replace(for_sample(A_COUNT), sizes={"N = 16": "N = 16"})
FEW = ("float32", "float16")
SLOW = {"Adam": 0.1, "SGD": 0.1}


def probabilities(task: Task) -> Task:
    """Return a task for a loss that takes probabilities."""
    last = "raw.sigmoid()"
    return replace(
        task,
        outputs={
            label: code.replace("raw", last)
            for label, code in task.outputs.items()
        },
        readings={
            label: code.replace("raw", last)
            for label, code in task.readings.items()
        },
    )


BINARY = [
    for_sample(A_YES),
    TAGS,
    replace(for_pixel(A_YES), enough=0.93),
    alone(A_YES),
]
TABLES = [
    *(
        Table("CrossEntropyLoss", task)
        for task in (CLASSES, STEPS, PIXELS, SINGLE)
    ),
    *(
        Table("NLLLoss", task)
        for task in (LOG_CLASSES, LOG_STEPS, LOG_PIXELS)
    ),
    *(Table("BCEWithLogitsLoss", task) for task in BINARY),
    *(Table("BCELoss", probabilities(task)) for task in BINARY),
    *(
        Table("MSELoss", task, SLOW)
        for task in (
            for_sample(A_NUMBER),
            NUMBERS,
            for_step(A_NUMBER),
            for_pixel(A_NUMBER),
            alone(A_NUMBER),
        )
    ),
    *(
        Table(loss, for_sample(A_NUMBER, FEW), SLOW)
        for loss in ("L1Loss", "SmoothL1Loss", "HuberLoss")
    ),
    Table(
        "KLDivLoss",
        SHARES,
        {"Adam": 0.1, "SGD": 1.0},
        'reduction="batchmean"',
    ),
    Table("PoissonNLLLoss", COUNTS, {"Adam": 0.05, "SGD": 0.05}),
    Table("MultiLabelMarginLoss", LISTS),
    Table("MultiLabelSoftMarginLoss", TAGS),
    Table("SoftMarginLoss", SIGNS),
]


# What a loss is, by its definition, for rows of outputs and of targets.

Tensor = torch.Tensor


def entropy(x: Tensor, y: Tensor) -> Tensor:
    return (F.softplus(x) - x * y).mean()


def bent(x: Tensor, y: Tensor) -> Tensor:
    off = (x - y).abs()
    return torch.where(off < 1, off.square() / 2, off - 0.5).mean()


def margins(x: Tensor, y: Tensor) -> Tensor:
    """Each label of a list, up to -1, before each class not in it."""
    total = x.new_zeros(())
    for scores, numbers in zip(x, y.long().tolist(), strict=True):
        end = numbers.index(-1) if -1 in numbers else len(numbers)
        others = [c for c in range(len(scores)) if c not in numbers[:end]]
        for label in numbers[:end]:
            total += (1 - scores[label] + scores[others]).relu().sum()
    return total / x.numel()


DEFINED: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "CrossEntropyLoss": F.cross_entropy,
    "NLLLoss": F.nll_loss,
    "BCEWithLogitsLoss": entropy,
    "BCELoss": lambda p, y: entropy(p.logit(), y),
    "MSELoss": lambda x, y: (x - y).square().mean(),
    "L1Loss": lambda x, y: (x - y).abs().mean(),
    "SmoothL1Loss": bent,
    "HuberLoss": bent,
    "KLDivLoss": lambda x, y: (y.xlogy(y) - y * x).sum(-1).mean(),
    "PoissonNLLLoss": lambda x, y: (x.exp() - x * y).mean(),
    "MultiLabelMarginLoss": margins,
    "MultiLabelSoftMarginLoss": entropy,
    "SoftMarginLoss": lambda x, y: F.softplus(-y * x).mean(),
}


@dataclass
class Run:
    """What a program did: what it said, its tensors, where it led."""

    error: str = ""
    phase: str = ""
    warning: str = ""
    losses: list[float] = field(default_factory=list)
    score: float = math.nan
    names: dict[str, Any] = field(default_factory=dict)


def run(program: str) -> Run:
    """Run a program, and look at the loss of each step."""
    done = Run()
    done.names = {
        "look": lambda loss: done.losses.append(loss.item()),
        "print": lambda *_: None,
    }
    looked = program.replace(STEPPED, "    look(loss)\n" + STEPPED)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(compile(looked, "program", "exec"), done.names)
            done.score = done.names["score"].item()
        except Exception as error:
            done.error = f"{type(error).__name__}: {error}".strip()
            done.phase = line_of(error, looked)
    if caught:
        said = caught[0]
        done.warning = f"{said.category.__name__}: {said.message}"
    return done


def line_of(error: Exception, program: str) -> str:
    """Say whether it is the loss or its backward that raised."""
    frames = traceback.extract_tb(error.__traceback__)
    own = next(f.lineno for f in frames if f.filename == "program")
    line = program.splitlines()[(own or 1) - 1]
    return "backward" if "backward" in line else "forward"


def computed(table: Table, chosen: Choices) -> dict[str, Any]:
    """Find what a loss computes: the first reading that it equals.

    Both are measured at weights drawn at random, and may differ by a
    factor, which is kept.
    """
    program = table.program(chosen).replace(STEPPED, "")
    start, _, rest = program.partition("for _ in range")
    step = rest.partition("\n")[2].partition("    optimizer.zero")[0]
    step = "\n".join(line.strip() for line in step.splitlines())
    names: dict[str, Any] = {}
    exec(start, names)
    seen: list[float] = []
    known: dict[str, list[float]] = {}
    for _ in range(DRAWS):
        with torch.no_grad(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for weight in names["model"].parameters():
                weight.normal_()
            exec(step, names)
            seen.append(names["loss"].item())
            for label, reading in table.task.readings.items():
                value = defined(table.loss, reading, names)
                known.setdefault(label, []).append(value)
    digits = max(
        DIGITS.get(names[name].dtype, OF_FLOAT32)
        for name in ("outputs", "target")
    )
    label, times = matched(seen, known, digits)
    found = {
        "computes": label,
        "losses": [round(seen[0], 2), round(known[MEANT][0], 2)],
    }
    is_factor = abs(times - 1) > digits
    return found | {"times": round(times, 4)} if is_factor else found


def matched(
    seen: list[float], known: dict[str, list[float]], digits: float
) -> tuple[str, float]:
    """Return the first reading that has the losses seen, and a factor."""
    room = digits * max(map(abs, seen))
    for label, values in known.items():
        ratios = [a / b for a, b in zip(seen, values, strict=True) if b]
        times = statistics.median(ratios) if ratios else math.nan
        pairs = zip(seen, values, strict=True)
        if times > 0 and all(abs(a - times * b) <= room for a, b in pairs):
            return label, times
    return "unknown", 1.0


def defined(loss: str, reading: str, names: dict[str, Any]) -> float:
    """Return the loss of a reading, where its sizes allow it."""
    try:
        outputs, target = eval(reading, names)
        return float(DEFINED[loss](outputs.double(), exact(target)))
    except (RuntimeError, IndexError, ValueError):
        return math.nan


def exact(target: torch.Tensor) -> torch.Tensor:
    """Return class indices as they are, and anything else in float64."""
    is_index = target.dtype == torch.int64 and target.dim() == 1
    return target if is_index else target.double()


def judged(table: Table, chosen: Choices, computes: str) -> dict:
    """Train from each start by each optimizer, and say where it led."""
    runs = [
        run(table.program(chosen, seed, optimizer))
        for optimizer, seed in product(OPTIMIZERS, SEEDS)
    ]
    reached = sum(run.score >= table.task.enough for run in runs)
    if reached == 0:
        verdict = "wrong"
    elif reached < len(runs):
        verdict = "not always reached"
    else:
        verdict = "correct" if computes == MEANT else "other objective"
    middle = statistics.median(run.score for run in runs)
    score = round(max(middle, 0.0), 1) if math.isfinite(middle) else None
    return {"verdict": verdict, "reached": reached, "score": score}


def tensor(value: torch.Tensor) -> str:
    """Return shape and dtype, as people write them."""
    return f"{tuple(value.shape)} {str(value.dtype).partition('.')[2]}"


def called(table: Table, chosen: Choices, known: dict[str, dict]) -> dict:
    """Say what a call does; those that begin alike are trained once."""
    short = f"range({table.task.steps})", "range(3)"
    seen = [
        run(table.program(chosen, seed).replace(*short)) for seed in SEEDS
    ]
    first = seen[0]
    found: dict[str, Any] = {
        name: tensor(first.names[name]) for name in ("outputs", "target")
    }
    if first.error:
        found |= {"outcome": "raises", "phase": first.phase}
        return found | {"error": first.error}
    found["outcome"] = "warns" if first.warning else "silent"
    found |= {"warning": first.warning} if first.warning else {}
    meaning = computed(table, chosen)
    key = meaning["computes"]
    key += str([(run.losses, run.score) for run in seen])
    if key not in known:
        known[key] = judged(table, chosen, meaning["computes"])
    return found | meaning | known[key]


def alike(row: dict) -> str:
    """Return what rows share that differ in their sizes alone."""
    names = ("outcome", "phase", "error", "warning", "computes", "verdict")
    said = [re.sub(r"\d+", "#", str(row.get(name))) for name in names]
    return str([row["chosen"] | {"sizes": ""}, said])


def rows(table: Table, known: dict[str, dict]) -> Iterator[dict]:
    """Yield what each call does, with all sizes at which it does so."""
    found: dict[str, dict] = {}
    for chosen in table.choices():
        row = {"table": table.name, "chosen": chosen}
        row |= called(table, chosen, known)
        row["sizes"] = []
        same = found.setdefault(alike(row), row)
        same["sizes"].append(chosen["sizes"])
    yield from found.values()


def codes(table: Table) -> dict[str, dict[str, str]]:
    """Return the code of each choice, by what is chosen."""
    found: dict[str, dict[str, str]] = {}
    for chosen in table.choices():
        for name, code in table.codes(chosen).items():
            label = chosen[name]
            if name == "target dtype":  # some targets have it by themselves
                label = f"{chosen['target']} {label}"
            found.setdefault(name, {})[label] = code
    return found


def shown(table: Table) -> dict:
    """Return what is recorded of a table beside its rows."""
    return {
        "loss": table.loss,
        "means": table.task.means,
        "raw": table.task.raw,
        "program": table.template(),
        "codes": codes(table),
        "readings": table.task.readings,
        "enough": table.task.enough,
    }


def document() -> dict:
    """Return what is recorded: the tables, and what each call does."""
    known: dict[str, dict] = {}
    return {
        "trainings": len(SEEDS) * len(OPTIMIZERS),
        "tables": {table.name: shown(table) for table in TABLES},
        "rows": [row for table in TABLES for row in rows(table, known)],
    }


if __name__ == "__main__":
    print(json.dumps(document()))

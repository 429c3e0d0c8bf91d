"""Every task with the last layer, loss and target that belong to it.

A task is a program in the folder `tasks`.  Each one runs here, and what
the table says of it is read off its objects and its source.
"""

import ast
import contextlib
import io
import json
from functools import cached_property
from math import log
from pathlib import Path

from torch import Tensor, nn

FOLDER = Path(__file__).parent / "tasks"
# What tells how far off a prediction is; of all else, more is better.
LOWER = ("error", "RMSE", "distance", "NLL")
# Steps of autograd that move and scale numbers, and bend nothing.
MOVES = ("torch::", "Slice", "Select", "Permute", "Transpose", "Squeeze")
MOVES += ("View", "Unsqueeze", "Split", "Div", "Index", "Reshape", "Alias")
MOVES += ("Add", "Cat", "Mul", "Mm", "ClampMin", "Expand", "Unbind")
NAMES = {"linalg_vector_norm": "normalize"}  # what is divided by its norm


class Task:
    """A program that has run: its objects by name, and its source."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.source = path.read_text("utf-8")
        self.tree = ast.parse(self.source)
        self.found: dict = {"__name__": "__main__"}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(self.tree, str(path), "exec"), self.found)

    def text(self, name: str) -> str:
        """Return what a name was last given, as the source has it."""
        return ast.unparse(value) if (value := self.value(name)) else ""

    def value(self, name: str) -> ast.expr | None:
        nodes = filter(is_assignment, ast.walk(self.tree))
        found = {}
        for node in sorted(nodes, key=lambda node: node.lineno):
            target, value = node.targets[0], node.value
            parts = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(
                value, ast.Tuple
            ):
                parts = zip(target.elts, value.elts, strict=True)
            found |= {ast.unparse(to): given for to, given in parts}
        return found.get(name)

    @cached_property
    def step(self) -> list[ast.stmt]:
        """From what the model gives to the loss: the lines of training."""
        for loop in ast.walk(self.tree):
            lines = loop.body if isinstance(loop, ast.For) else []
            starts = [
                n for n, line in enumerate(lines) if calls_model(line)
            ]
            ends = [
                n for n, line in enumerate(lines) if gives(line, "loss")
            ]
            if starts and ends:
                return lines[starts[0] : ends[0] + 1]
        raise ValueError(f"{self.name} trains no model")

    @property
    def outputs(self) -> str:
        """The name of what the model gives."""
        return ast.unparse(self.step[0].targets[0])

    def after(self, outputs: Tensor) -> dict:
        """Return the names as the lines of training leave them."""
        freed = {
            name: value.detach()
            for name, value in self.found.items()
            if getattr(value, "grad_fn", None)
        }
        names = self.found | freed | {self.outputs: outputs}
        for line in self.step[1:]:
            run = ast.Module([line], type_ignores=[])
            exec(compile(run, self.name, "exec"), names)
        return names

    @property
    def calls(self) -> list[ast.Call]:
        """How losses are called on the way, in this order."""
        nodes = [node for line in self.step for node in ast.walk(line)]
        found = [n for n in nodes if isinstance(n, ast.Call)]
        return sorted(filter(self.is_loss, found), key=lambda n: n.lineno)

    def is_loss(self, call: ast.Call) -> bool:
        """Say whether a call is one of a loss: torch's, or the program's."""
        name = ast.unparse(call.func)
        own = {
            node.name for node in self.tree.body if hasattr(node, "name")
        }
        given = {ast.unparse(argument) for argument in call.args}
        known = self.found.get(name)
        is_torch = isinstance(known, nn.Module) and "Loss" in repr(known)
        return is_torch or (name in own and "target" in given)


def is_assignment(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign)


def gives(line: ast.stmt, name: str) -> bool:
    return is_assignment(line) and ast.unparse(line.targets[0]) == name


def calls_model(line: ast.stmt) -> bool:
    value = getattr(line, "value", None)
    return (
        isinstance(value, ast.Call) and ast.unparse(value.func) == "model"
    )


def quoted(source: str) -> str:
    """Return a piece of source as the programs have it."""
    return source.replace("'", '"')


def layer(task: Task) -> str:
    """Read the last layer of the model."""
    *_, last = task.found["model"].modules()
    kind = type(last).__name__
    if isinstance(last, nn.Linear):
        return f"nn.{kind}({last.in_features}, {last.out_features})"
    (size,), (padding,) = set(last.kernel_size), set(last.padding)
    channels = f"{last.in_channels}, {last.out_channels}"
    return f"nn.{kind}({channels}, {size}, padding={padding})"


def losses(task: Task) -> list[str]:
    """Read which losses are called: classes with settings, or names."""
    names = dict.fromkeys(ast.unparse(call.func) for call in task.calls)
    return [quoted(task.text(name) or name) for name in names]


def activation(task: Task) -> str:
    """Read from autograd what happens between the outputs and the loss."""
    names = task.after(task.found[task.outputs].detach().requires_grad_())
    sources = [ast.unparse(a) for call in task.calls for a in call.args]
    own = ", ".join(source for source in sources if "model(" not in source)
    given = eval(f"({own},)", names)
    nodes = [getattr(argument, "grad_fn", None) for argument in given]
    steps = set()
    while nodes:
        if node := nodes.pop():
            steps.add(node.name().removesuffix("Backward0"))
            nodes += [before for before, _ in node.next_functions]
    steps = sorted(step for step in steps if not step.startswith(MOVES))
    snake = ["".join("_" * c.isupper() + c for c in step) for step in steps]
    words = [step.strip("_").lower() for step in snake]
    return ", ".join(NAMES.get(word, word) for word in words) or "none"


def shape(tensor: Tensor | None) -> str:
    if tensor is None:
        return "none"
    return str(("N", *tensor.shape[1:])).replace("'", "")


def dtype(tensor: Tensor | None) -> str:
    return "none" if tensor is None else str(tensor.dtype).split(".")[1]


def corner(target: Tensor | None) -> list:
    """Return a few entries: fewer, the more axes there are."""
    if target is None:
        return []
    few = (slice(4 - target.dim()), slice(4), slice(4))
    target = target[few[: target.dim()]]
    if target.is_floating_point():
        target = target.double().round(decimals=2)
    return target.tolist()


def metric(task: Task) -> str:
    """Read how the score is called where it is printed."""
    for node in ast.walk(task.tree):
        if isinstance(node, ast.JoinedStr):
            word, score, *_ = node.values
            if "score" in ast.unparse(score):
                return word.value.strip()
    raise ValueError(f"{task.name} prints no score")


def formula(task: Task) -> str:
    """Return the comment behind the first loss, which is what it is."""
    for line in task.source.splitlines():
        if line.startswith("first = "):
            return line.partition("  # ")[2]
    return ""


def check(task: Task, row: dict) -> None:
    """Refuse a task that has not learned what its loss asks for."""
    perfect = 0 if row["better"] == "lower" else 1
    left, all_of_it = (
        abs(perfect - row[key]) for key in ("score", "baseline")
    )
    assert left < 0.75 * all_of_it, f"{task.name} has not learned"
    if row["start_formula"]:
        formula = eval(row["start_formula"], {"log": log} | task.found)
        off = abs(formula - task.found["first"])
        assert off < 1e-4, f"{task.name}: the first loss is no {formula}"
    final, floor, start = (row[key] for key in ("final", "floor", "start"))
    if None in (final, floor, start):
        return
    short = abs(final - floor) / (start - floor)
    assert short < 0.2, f"{task.name} has not learned"
    # The loss asks for these outputs, neither shrunk nor stretched.
    source, truth = task.text("floor"), task.found.get("truth")
    if "truth" in source:
        for factor in (0.8, 1.25):
            other = eval(source, task.found | {"truth": factor * truth})
            assert floor < other + 1e-4, f"{task.name}: {factor} is better"


def number(value: Tensor | float) -> float:
    return value.item() if isinstance(value, Tensor) else float(value)


def row(task: Task) -> dict:
    """Return what the table shows of a task."""
    found = task.found
    target = found.get("target")
    numbers = {
        name: number(found[key]) if key in found else None
        for name, key in {
            "score": "score",
            "baseline": "baseline",
            "start": "first",
            "floor": "floor",
            "final": "trained",
        }.items()
    }
    kind = metric(task)
    about = {
        "id": task.name,
        "output": layer(task),
        "activation": activation(task),
        "losses": losses(task),
        "call": quoted(task.text("loss")),
        "outputs": task.outputs,
        "output_shape": shape(found[task.outputs]),
        "target_dtype": dtype(target),
        "target_shape": shape(target),
        "target_example": corner(target),
        "prediction": quoted(task.text("prediction")),
        "metric": kind,
        "better": "lower"
        if any(word in kind for word in LOWER)
        else "higher",
        "start_formula": formula(task),
    }
    check(task, about | numbers)
    rounded = {
        name: None if value is None else round(value, 2)
        for name, value in numbers.items()
    }
    return about | rounded


def tasks() -> list[Path]:
    return sorted(FOLDER.glob("*.py"))


if __name__ == "__main__":
    print(json.dumps({"rows": [row(Task(path)) for path in tasks()]}))

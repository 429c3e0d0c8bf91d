"""Change a snippet in one place, as a mistake would: every such change is a mutant.

Left alone is what can only be noticed, or never: prints, asserts and what they compare with,
imports, docstrings, format specs.
"""

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

# A name becomes one of the others in its row: the first two that exist in the same place and take
# the same arguments.
ROWS = """
loss        CrossEntropyLoss NLLLoss MultiMarginLoss
loss        BCEWithLogitsLoss BCELoss SoftMarginLoss MultiLabelSoftMarginLoss HingeEmbeddingLoss
loss        MSELoss L1Loss SmoothL1Loss HuberLoss KLDivLoss PoissonNLLLoss
loss        CosineEmbeddingLoss MarginRankingLoss
loss        cross_entropy nll_loss multi_margin_loss
loss        binary_cross_entropy_with_logits binary_cross_entropy soft_margin_loss
loss        multilabel_soft_margin_loss hinge_embedding_loss soft_margin_loss
loss        mse_loss l1_loss smooth_l1_loss huber_loss kl_div poisson_nll_loss
loss        cosine_embedding_loss margin_ranking_loss
activation  ReLU Tanh GELU Sigmoid SiLU ELU LeakyReLU Softplus Mish Hardswish SELU CELU PReLU
activation  Hardtanh ReLU6 Hardsigmoid Softsign LogSigmoid Tanhshrink Softshrink Hardshrink
activation  Softmax LogSoftmax Softmin
activation  relu tanh gelu sigmoid silu elu leaky_relu softplus mish hardswish selu celu prelu
activation  hardtanh relu6 hardsigmoid softsign logsigmoid tanhshrink softshrink hardshrink
activation  softmax log_softmax softmin
dtype       float64 float32 float16 bfloat16
dtype       int64 float32
dtype       float long
dtype       double float
dtype       half bfloat16
reduction   mean sum
reduction   argmax argmin
"""
WORDS = {
    "reduction": {"mean": "sum", "sum": "mean", "none": "mean", "batchmean": "sum"},
    "approximate": {"none": "tanh", "tanh": "none"},
    "nonlinearity": {"relu": "tanh", "leaky_relu": "tanh", "tanh": "relu", "linear": "relu"},
}
FLIPPED = {"Lt": "GtE", "Gt": "LtE", "Eq": "NotEq", "Is": "IsNot", "In": "NotIn"}
FLIPPED |= {new: old for old, new in FLIPPED.items()}
TAKE_A_DIM = "softmax log_softmax logsumexp argmax argmin sum mean cat stack"
CRITERION = re.compile(r"criterion|loss(_|$)|Loss$|cross_entropy$|^kl_div$")
SYMMETRIC = re.compile(r"MSE|L1|Huber|Cosine|mse|l1|huber|cosine")  # swapped arguments: no change
TOKEN = re.compile(r"-?\d[\d.]*(?:e-?\d+)?|\w+|\s+|[=!<>]=|.")


@dataclass(frozen=True)
class Mutant:
    """A snippet with one change."""

    line: int
    family: str
    change: str  # the changed line, with «before -> after» in it: the name of the mutant
    source: str


@dataclass(frozen=True)
class Place:
    """A node, where it hangs, and what it is there for."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    line: int
    role: str  # "dim", "oracle" (what a result is held to) or nothing

    def put(self, new: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, new)
        else:
            getattr(self.parent, self.field)[self.index] = new


def alternatives() -> dict[str, tuple[str, list[str]]]:
    """Return for each name its family, and what it may become."""
    found: dict[str, tuple[str, list[str]]] = {}
    for family, *row in map(str.split, ROWS.strip().splitlines()):
        for name in row:
            found.setdefault(name, (family, [other for other in row if other != name]))
    return found


ALTERNATIVES = alternatives()


def mutants(source: str) -> list[Mutant]:
    """Return every mutant of a snippet; comments, and so promises, stay where they are."""
    tree = ast.parse(source)
    criteria = given_losses(tree)
    found: dict[str, Mutant] = {}
    seen: Counter[str] = Counter()
    for statement in tree.body:
        holder = ast.Module([statement], [])
        before = ast.unparse(holder)
        first = min(n.lineno for n in [statement, *getattr(statement, "decorator_list", [])])
        for place in places(holder):
            for family, new in changes(place, criteria):
                place.put(new)
                after = ast.unparse(holder)
                place.put(place.node)
                lines = source.splitlines()
                padding = [""] * (statement.end_lineno - first - after.count("\n"))
                lines[first - 1 : statement.end_lineno] = after.splitlines() + padding
                changed = "\n".join(lines) + "\n"
                if after != before and changed not in found:
                    change = difference(before, after)
                    seen[change] += 1
                    change += f" (again: {seen[change]})" if seen[change] > 1 else ""
                    found[changed] = Mutant(place.line, family, change, changed)
    return list(found.values())


def places(parent: ast.AST, line: int = 0, role: str = "") -> Iterator[Place]:
    """Yield every node that may change."""
    for name, value in ast.iter_fields(parent):
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or name == "format_spec":
                continue
            line = node.lineno if isinstance(node, ast.stmt) else line
            now = role_of(node, parent) or role
            yield Place(node, parent, name, index, line, now)
            yield from places(node, line, now)


def role_of(node: ast.AST, parent: ast.AST) -> str:
    called = last_name(parent)
    match node:
        case ast.Assert() | ast.keyword(arg="atol" | "rtol" | "strict"):
            return "oracle"
        case ast.Call() if last_name(node).startswith("assert"):
            return "oracle"
        case ast.Call() if last_name(node) == "manual_seed":
            return "oracle"  # any seed will do; that there is one, pasting the program tells
        case ast.Compare() if called == "print" or isinstance(parent, ast.FormattedValue):
            return "oracle"  # a printed comparison is an assert that says so
        case ast.keyword(arg="dim" | "axis"):
            return "dim"
        case ast.Constant(value=int()) if called in TAKE_A_DIM.split():
            return "dim"
    return ""


def changes(place: Place, criteria: dict[str, str]) -> Iterator[tuple[str, ast.AST]]:
    """Yield the changes that fit a place: their family, and the node that goes there instead."""
    match place.node:
        case ast.Attribute(value=owner, attr=name, ctx=context) if name in ALTERNATIVES:
            family, others = ALTERNATIVES[name]
            parent = place.parent if place.field == "func" else None
            called = parent if isinstance(parent, ast.Call) else None
            for other in [other for other in others if fits(owner, other, called)][:2]:
                yield family, ast.Attribute(owner, other, context)
        case ast.keyword(arg=str(key), value=ast.Constant(value=str(word))):
            if instead := WORDS.get(key, {}).get(word):
                kind = "reduction" if key == "reduction" else "activation"
                yield kind, ast.keyword(key, ast.Constant(instead))
        case ast.Constant(value=bool() | int() | float() as value):
            if place.role == "dim":
                down = value > 0 and not isinstance(place.parent, ast.UnaryOp)
                yield "dim", ast.Constant(value - 1 if down else value + 1)
            elif place.role != "oracle":
                yield "constant", ast.Constant(another(value))
        case ast.Compare(left=left, ops=[op], comparators=right):
            if place.role != "oracle" and (flipped := FLIPPED.get(type(op).__name__)):
                yield "comparison", ast.Compare(left, [getattr(ast, flipped)()], right)
        case ast.Call() as call:
            yield from call_changes(call, criteria)
        case ast.With(items=items, body=body) if not any(item.optional_vars for item in items):
            yield "statement deleted", ast.If(ast.Constant(True), body, [])
        case ast.stmt() as statement if may_go(statement):
            defines = isinstance(statement, ast.Assign | ast.FunctionDef | ast.ClassDef)
            yield f"{'definition' if defines else 'statement'} deleted", ast.Pass()


def call_changes(call: ast.Call, criteria: dict[str, str]) -> Iterator[tuple[str, ast.AST]]:
    name, function = last_name(call), call.func
    if isinstance(function, ast.Attribute) and family(name) == "activation":
        if name[0].isupper():
            nothing = ast.Attribute(function.value, "Identity", ast.Load())
            yield "activation dropped", ast.Call(nothing, call.args, call.keywords)
        elif home(function.value) is home():
            yield "activation dropped", function.value
        elif call.args:
            yield "activation dropped", call.args[0]
    if name == "Sequential":
        more = [*call.args, ast.parse("nn.Sigmoid()", mode="eval").body]
        yield "activation added", ast.Call(function, more, call.keywords)
    computes = isinstance(function, ast.Call) or name[:1].islower()
    if computes and call.args and (CRITERION.search(name) or name in criteria):
        first, *others = call.args
        squashed = ast.Call(ast.Attribute(first, "sigmoid", ast.Load()), [], [])
        yield "activation added", ast.Call(function, [squashed, *others], call.keywords)
        if others and not SYMMETRIC.search(criteria.get(name, name)):
            swapped = [others[0], first, *others[1:]]
            yield "arguments swapped", ast.Call(function, swapped, call.keywords)


def last_name(node: ast.AST) -> str:
    """Return the name that is called: `step` of `optimizer.step()`, `ReLU` of `nn.ReLU()(x)`."""
    while isinstance(node, ast.Call):
        node = node.func
    return str(getattr(node, "attr", getattr(node, "id", "")))


def family(name: str) -> str:
    return ALTERNATIVES.get(name, ("", []))[0]


def given_losses(tree: ast.AST) -> dict[str, str]:
    """Return the names that are bound to a loss, and the loss."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = [*zip(target.elts, value.elts, strict=False)]
            found |= {
                last_name(t): last_name(v) for t, v in pairs if family(last_name(v)) == "loss"
            }
    return found


def home(owner: ast.expr | None = None) -> object:
    """Return what has an attribute: torch, torch.nn, its functions; all else counts as a tensor."""
    import torch  # not before its instruction set has been pinned

    if owner is None:
        return torch.Tensor
    functions = torch.nn.functional
    homes = {"torch": torch, "nn": torch.nn, "F": functions, "nn.functional": functions}
    homes["self"] = None  # a module of the snippet's own
    return homes.get(ast.unparse(owner).removeprefix("torch."), torch.Tensor)


def fits(owner: ast.expr, name: str, call: ast.Call | None) -> bool:
    """Say whether a name exists beside another, and can be called with the same arguments."""
    there = getattr(home(owner), name, None)
    try:
        if call and there:
            named = {word.arg: word.value for word in call.keywords if word.arg}
            if len(named) < len(call.keywords):  # `**more`: nobody knows what
                return False
            inspect.signature(there).bind(*call.args, **named)
    except TypeError:
        return False
    except ValueError:
        pass  # written in C++: it does not say what it takes
    return there is not None


def another(value: bool | int | float) -> bool | int | float:
    """Return a value that a mistake may put there; one step more in 200 is nobody's mistake."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1 if abs(value) < 10 else value // 2
    return -value if abs(value) >= 10 else float(f"{value * 1.5:.6g}") or 1.0


def may_go(statement: ast.stmt) -> bool:
    """Say whether deleting a statement tells anything: not if a print or an assert goes with it."""
    docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    if docstring or isinstance(statement, ast.Import | ast.ImportFrom | ast.Pass):
        return False
    return not re.search(r"\b(print\(|assert|manual_seed\()", ast.unparse(statement))


def difference(before: str, after: str) -> str:
    """Return the changed lines with «before -> after» in them."""
    lines = ([line.strip() for line in text.splitlines()] for text in (before, after))
    _, *differing, _ = apart(*lines)
    tokens = (TOKEN.findall("; ".join(lines)) for lines in differing)
    left, was, now, right = map("".join, apart(*tokens))
    left = left if len(left) <= 40 else f"...{left[-37:]}"
    right = right if len(right) <= 40 else f"{right[:37]}..."
    return f"{left}«{was.strip()} -> {now.strip()}»{right}"


def apart(one: list[str], other: list[str]) -> tuple[list[str], ...]:
    """Split two lists into what they start with, where they differ, and what they end with."""
    start = alike(one, other)
    end = alike(one[start:][::-1], other[start:][::-1])
    a, b = len(one) - end, len(other) - end
    return one[:start], one[start:a], other[start:b], one[a:]


def alike(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))

"""Every message that losses and activations have in PyTorch itself.

Three kinds: what they print on the inputs of PyTorch's own tests, the
good ones and those that must fail; what they print on such an input with
one tensor in another dtype; and what stands behind `raise` and `warn` in
the Python source of the losses, the activations and their functions.
"""

import ast
import json
import os
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn.modules import activation, loss

environment = dict(os.environ)  # PyTorch's tests write into it
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # they miss a library, for other tests
    from torch.testing._internal.common_methods_invocations import op_db
    from torch.testing._internal.common_modules import module_db
os.environ.clear()
os.environ.update(environment)

ATTENTION = "MultiheadAttention"  # a layer among the activations
NAMED = ("softmax", "gumbel_softmax", "softmin")  # no module calls them so
SCRIPTING = "torch.jit.is_scripting()"
HOLE = "…"  # where a message has a value
FEW = 2  # inputs of each module that are tried in other dtypes
DTYPES = (
    "float64",
    "float16",
    "bfloat16",
    "int64",
    "int32",
    "int16",
    "uint8",
    "bool",
)
WORDS = re.compile(  # for dtypes
    r"\b(c10::)?(double|float|half|bfloat16|long|int|short|char|byte|bool|unsigned)\b",
    re.IGNORECASE,
)
Found = tuple[str, str, str, str]  # type, message, who says it, where seen
Call = Callable[[], Any]


def parsed(module: Any) -> ast.Module:
    return ast.parse(Path(module.__file__).read_text("utf-8"))


def own_classes(module: Any) -> list[ast.ClassDef]:
    classes = [
        node
        for node in parsed(module).body
        if isinstance(node, ast.ClassDef)
    ]
    return [node for node in classes if node.name != ATTENTION]


def called(node: ast.AST) -> set[str]:
    """Return the names of the functions, `f` or `F.f`, that a piece of source calls."""
    calls = [
        part.func for part in ast.walk(node) if isinstance(part, ast.Call)
    ]
    names = [ast.unparse(call).removeprefix("F.") for call in calls]
    return {name for name in names if name.isidentifier()}


def own_functions(
    classes: list[ast.ClassDef],
) -> dict[str, ast.FunctionDef]:
    """Return the functions of torch.nn.functional that classes call, and what those call."""
    body = parsed(nn.functional).body
    functions = {
        node.name: node
        for node in body
        if isinstance(node, ast.FunctionDef)
    }
    found: dict[str, ast.FunctionDef] = {}
    waiting = {*NAMED}.union(*map(called, classes))
    while waiting:
        if (name := waiting.pop()) in functions and name not in found:
            found[name] = functions[name]
            waiting |= called(functions[name])
    return found


def text_of(node: ast.expr) -> str:
    """Return the text that an expression makes, with a hole for each value."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(map(text_of, node.values))
    if isinstance(node, ast.BinOp):
        return text_of(node.left) + text_of(node.right)
    return HOLE


def written(name: str, node: ast.AST) -> Iterator[Found]:
    """Yield what stands behind `raise` and `warn` in a piece of source."""
    scripted = [
        inside
        for part in ast.walk(node)
        if isinstance(part, ast.If) and ast.unparse(part.test) == SCRIPTING
        for inside in ast.walk(part)
    ]  # torch.jit.script, which does not get so far
    for part in ast.walk(node):
        if part in scripted:
            continue
        raised = part.exc if isinstance(part, ast.Raise) else part
        if not isinstance(raised, ast.Call) or not raised.args:
            continue
        call, text = ast.unparse(raised.func), text_of(raised.args[0])
        if isinstance(part, ast.Raise):
            yield call, text, name, "source"
        elif call.endswith("warn"):
            kind = (
                ast.unparse(raised.args[1])
                if len(raised.args) > 1
                else "UserWarning"
            )
            yield kind, text, name, "source"


def said(name: str, call: Call) -> Iterator[Found]:
    """Yield what a call warns and raises."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = call()
            if torch.is_tensor(result) and result.requires_grad:
                result.sum().backward()
        except Exception as error:
            yield type(error).__name__, str(error), name, "tests"
    for warning in caught:
        yield warning.category.__name__, str(warning.message), name, "tests"


def of_modules(names: set[str]) -> Iterator[tuple[str, type, list[Any]]]:
    """Yield each module with the inputs of PyTorch's tests for it."""
    like = {"device": "cpu", "dtype": torch.float32, "requires_grad": True}
    for info in module_db:
        if info.module_cls.__name__ not in names:
            continue
        inputs = []
        for training in (True, False):
            how = like | {"training": training}
            inputs += [*info.module_inputs_func(info, **how)]
            if wrong := getattr(info, "module_error_inputs_func", None):
                inputs += [
                    case.module_error_input for case in wrong(info, **how)
                ]
        yield info.module_cls.__name__, info.module_cls, inputs


def calling(kind: type, given: Any) -> Call:
    made, put = given.constructor_input, given.forward_input
    args, named = (put.args, put.kwargs) if put else ((), {})
    return lambda: kind(*made.args, **made.kwargs)(*args, **named)


def in_other_dtypes(kind: type, inputs: list[Any]) -> Iterator[Call]:
    """Yield a call for each tensor of the first inputs in each other dtype."""
    for given in [given for given in inputs if given.forward_input][:FEW]:
        made, put = given.constructor_input, given.forward_input
        for place, tensor in enumerate(put.args):
            for name in DTYPES if torch.is_tensor(tensor) else ():
                cast = tensor.detach().to(getattr(torch, name))
                args = [
                    a.detach() if torch.is_tensor(a) else a
                    for a in put.args
                ]
                args[place] = cast
                yield lambda made=made, put=put, args=args: kind(
                    *made.args, **made.kwargs
                )(*args, **put.kwargs)


def of_functions(names: set[str]) -> Iterator[tuple[str, Call]]:
    """Yield a call for each input of PyTorch's tests, good or bad."""
    for info in op_db:
        name = info.name.rpartition(".")[2]
        if name not in names:
            continue
        samples = [
            *info.sample_inputs("cpu", torch.float32, requires_grad=True)
        ]
        if info.error_inputs_func:
            samples += [
                case.sample_input for case in info.error_inputs("cpu")
            ]
        for given in samples:
            yield (
                name,
                lambda given=given, op=info.op: op(
                    given.input, *given.args, **given.kwargs
                ),
            )


def rows(found: list[Found]) -> Iterator[dict[str, Any]]:
    """Yield each message once, whatever its values, with all who say it."""
    templates = {text for _, text, _, seen in found if seen == "source"}
    patterns = {t: re.escape(t).replace(HOLE, "[^…]*") for t in templates}
    merged: dict[tuple[str, str], dict[str, Any]] = {}
    dtypes_aside = {
        WORDS.sub("", text)
        for _, text, _, seen in found
        if seen != "dtypes"
    }
    for kind, message, name, seen in found:
        fitting = [
            t for t, p in patterns.items() if re.fullmatch(p, message)
        ]
        message = max(fitting, key=len, default=message)
        same = message
        if seen == "dtypes":
            same = WORDS.sub("", message)
            if same in dtypes_aside:
                continue  # known with another dtype
        same = re.sub(r"[\W\d]+", " ", same)
        row = {
            "type": kind,
            "message": message.strip(),
            "seen": seen,
            "by": set(),
        }
        merged.setdefault((kind, same), row)["by"].add(name)
    for row in merged.values():
        yield row | {"by": sorted(row["by"])}


def everything() -> Iterator[Found]:
    classes = own_classes(loss) + own_classes(activation)
    functions = own_functions(classes)
    names = {node.name for node in classes}
    used = {*functions}.union(*map(called, classes))
    for name, kind, inputs in of_modules(names):
        for given in inputs:
            yield from said(name, calling(kind, given))
        for call in in_other_dtypes(kind, inputs):
            yield from (
                (*found[:3], "dtypes") for found in said(name, call)
            )
    for name, call in of_functions(used):
        yield from said(name, call)
    for node in [*classes, *functions.values()]:
        yield from written(node.name, node)


if __name__ == "__main__":
    found = sorted(
        rows([*everything()]), key=lambda row: (row["by"], row["message"])
    )
    print(json.dumps({"rows": found}))

"""Every parameter of PyTorch's losses and activations, with its default.

Of each class, what its constructor takes; of a function, what it takes
with a default and its class does not. An input or a target is none.
"""

import inspect
import json
from collections.abc import Iterator
from inspect import Parameter
from types import ModuleType
from typing import Any

from torch import nn
from torch.nn import functional
from torch.nn.modules import activation, loss

MODULES = {"losses": loss, "activations": activation}
ATTENTION = "MultiheadAttention"  # a layer among the activations
ENDINGS = {"losses": ("loss", "entropy"), "activations": ("max", "lu")}
Parameters = dict[str, Parameter]


def classes(module: ModuleType) -> dict[str, type[nn.Module]]:
    """Return the classes of a module that are not deprecated."""
    found = {name: getattr(module, name) for name in module.__all__}
    return {
        name: each
        for name, each in found.items()
        if name != ATTENTION and "__deprecated__" not in vars(each)
    }


def taken_by(function: Any) -> Parameters:
    """Return what a function takes, as far as Python knows it."""
    try:
        return {**inspect.signature(function).parameters}
    except ValueError:  # it is written in C++
        return {}


def options_of(each: type[nn.Module]) -> Parameters:
    own = each.__init__ is not nn.Module.__init__
    return taken_by(each) if own else {}


def function_of(each: type[nn.Module]) -> str:
    """Return the function `F.…` that a class calls, or nothing."""
    _, called, names = "\0".join(each.forward.__code__.co_names).partition(
        "F\0"
    )
    return names.split("\0")[0] if called else ""


def alone(kind: str, known: set[str]) -> Iterator[str]:
    """Yield the functions that no class calls."""
    for name in dir(functional):
        own = name.endswith(ENDINGS[kind]) and name not in known
        if own and not name.startswith("_"):
            yield name


def rows(of: str, kind: str, found: Parameters) -> Iterator[dict[str, Any]]:
    for name, about in found.items():
        row = {"of": of, "kind": kind, "name": name}
        if about.default is not Parameter.empty:
            text = isinstance(about.default, str)
            row["default"] = (json.dumps if text else repr)(about.default)
        yield row


def of_function(name: str, known: Parameters) -> Parameters:
    """Return what a function alone can be told, or has another default for."""
    return {
        name: about
        for name, about in taken_by(getattr(functional, name)).items()
        if about.default is not Parameter.empty
        and not name.startswith("_")
        and (name not in known or known[name].default != about.default)
    }


def of_kind(kind: str) -> Iterator[dict[str, Any]]:
    called: set[str] = set()
    for name, each in classes(MODULES[kind]).items():
        options, function = options_of(each), function_of(each)
        yield from (
            rows(name, kind, options)
            if options
            else [{"of": name, "kind": kind}]
        )
        if function and function not in called:
            called.add(function)
            known = taken_by(each.forward) | options
            only = of_function(function, known)
            yield from rows(f"F.{function}", kind, only)
    for name in alone(kind, called):
        yield from rows(f"F.{name}", kind, of_function(name, {}))


if __name__ == "__main__":
    found = [row for kind in MODULES for row in of_kind(kind)]
    print(json.dumps({"rows": found}))

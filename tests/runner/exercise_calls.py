"""Which functions of torch an attempt calls: an exercise may ask to write one of them out."""

import sys
from collections.abc import Callable
from types import FunctionType, SimpleNamespace
from typing import Any

from torch.overrides import TorchFunctionMode


class WithoutCode:
    """Something of an attempt that can be called and has no code there, such as a module."""

    def __init__(self, own: Callable[..., Any]) -> None:
        self.own = own

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.own(*args, **kwargs)


class Calls(TorchFunctionMode):  # type: ignore[misc]  # mypy does not follow torch
    """Note what an attempt calls, by name, and not what its check calls.

    They are told apart by the first code outside of torch. A name stands without the underscores
    that PyTorch has around some.
    """

    def __init__(self, check: Callable[..., Any]) -> None:
        super().__init__()
        self.check = check.__code__.co_filename
        self.names: set[str] = set()

    def __torch_function__(
        self, func: Any, types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] == "torch":
            frame = frame.f_back
        code = frame.f_code
        if code.co_filename != self.check or code is WithoutCode.__call__.__code__:
            name = getattr(func, "__name__", "")
            self.names.add(name.removeprefix("special_").strip("_"))
        return func(*args, **(kwargs or {}))


def first_finding(
    attempt: Any, check: Callable[..., Any], forbidden: tuple[str, ...]
) -> tuple[str, str] | None:
    """Return the first mistake that a check names, or that it calls what it has to write out."""
    own = SimpleNamespace()
    for name, one in vars(attempt).items():
        has_code = isinstance(one, type | FunctionType) or not callable(one)
        setattr(own, name, one if has_code else WithoutCode(one))
    with Calls(check) as calls:
        found: tuple[str, str] | None = next(iter(check(own)), None)
    if used := sorted(calls.names & {*forbidden}):
        return "", f"It calls {' and '.join(used)}: the task is to write that yourself."
    return found

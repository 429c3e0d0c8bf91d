"""The process that runs a program once more: its operations disturbed, its numbers noted.

Every product, exponential, logarithm, softmax, sum and loss may be off by one unit in its last
place, as it is on some other processor; and each number is kept as it was before it was rounded.
"""

import ast
import builtins
import math
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

from runner.child import begin_as_a_new_process, run_statements
from runner.programs import Number, Program
from runner.promises import NUMBER, last_digit

SHORT_BITS = {"float32": 12, "float64": 30}  # that many last bits are zero: it was never rounded
# The operations whose last digit is a processor's choice, and their gradients.
NOISY = [
    "mm",
    "addmm",
    "bmm",
    "baddbmm",
    "mv",
    "addmv",
    "dot",
    "convolution",
    "convolution_backward",
    "mkldnn_convolution",
    "exp",
    "expm1",
    "log",
    "log1p",
    "log2",
    "sigmoid",
    "tanh",
    "erf",
    "gelu",
    "silu",
    "mish",
    "softplus",
    "elu",
    "logsumexp",
    "logaddexp",
    "pow",
    "log_sigmoid_forward",
    "_softmax",
    "_log_softmax",
    "sum",
    "mean",
    "var",
    "var_mean",
    "std",
    "norm",
    "linalg_vector_norm",
    "nll_loss_forward",
    "nll_loss2d_forward",
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "mse_loss",
    "smooth_l1_loss",
    "huber_loss",
    "soft_margin_loss",
    "multi_margin_loss",
    "multilabel_margin_loss_forward",
    "native_batch_norm",
    "native_layer_norm",
    "cumsum",
    "prod",
]


def execute(program: Program, device: str, folder: str, threads: int, seed: int) -> None:
    """Run a program as the runner does, and note what each printed number was; seed 0: no noise."""
    begin_as_a_new_process(threads)
    values: list[Number] = []
    vars(builtins)["_noted"] = partial(note, values)
    with noise(seed) if seed else nullcontext():
        run_statements(program, device, folder, watched, values)


def watched(source: str, name: str) -> ast.Module:
    """Parse a program so that it notes each number where it is formatted or printed."""

    def noted(node: ast.expr, spec: ast.expr) -> ast.expr:
        call = ast.Call(ast.Name("_noted", ast.Load()), [node, spec, ast.Constant(node.lineno)], [])
        return ast.copy_location(call, node)

    class Watch(ast.NodeTransformer):
        def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.FormattedValue:
            self.generic_visit(node)
            if node.conversion == -1:
                node.value = noted(node.value, node.format_spec or ast.Constant(""))
            return node

        def visit_Call(self, node: ast.Call) -> ast.Call:
            self.generic_visit(node)
            if isinstance(node.func, ast.Name) and node.func.id == "print":
                node.args = [
                    argument
                    if isinstance(argument, ast.Starred | ast.JoinedStr | ast.Constant)
                    else noted(argument, ast.Constant(""))
                    for argument in node.args
                ]
            return node

    tree = ast.parse(source, name)
    Watch().visit(tree)
    return ast.fix_missing_locations(tree)


def note(values: list[Number], value: object, spec: str, line: int) -> object:
    """Keep what a number is before it is rounded; return it unchanged."""
    import torch

    number, kind = value, "float64"
    if isinstance(value, torch.Tensor) and value.numel() == 1 and value.is_floating_point():
        number, kind = value.item(), str(value.dtype).removeprefix("torch.")
    elif isinstance(value, float) and torch.tensor(value).item() == value:
        kind = "float32"  # a Python float that came out of a tensor, most likely
    if isinstance(number, float) and math.isfinite(number):
        text = format(value, spec)
        values.append(Number(line, text, number, kind, units_from_tie(text, number, kind)))
    return value


def units_from_tie(text: str, value: float, kind: str) -> float | None:
    """Return a value's distance from its rounding tie, in units of its type; None if it is exact.

    Exact is what is printed in full, and what has so few digits that it was never rounded.
    """
    import torch

    found = NUMBER.search(text)
    if not found:
        return None
    scale = 100 if "%" in text else 1
    step = last_digit(found[0]) or 1.0
    unit: float = torch.finfo(getattr(torch, kind)).eps * 2.0 ** (math.frexp(value)[1] - 1)
    if float(found[0]) == scale * value or is_short(value, kind) or not 0 < scale * unit < step:
        return None  # of more digits than its type has, the noise tells
    return tie_distance(scale * value, step) / (scale * unit)


def is_short(value: float, kind: str) -> bool:
    """Say whether a value's last bits are zero, as they are if nothing was rounded."""
    digits = {"float32": 24, "float64": 53}.get(kind)
    if digits is None:
        return False
    mantissa = math.frexp(value)[0] * 2.0 ** (digits - SHORT_BITS[kind])
    return mantissa == round(mantissa)


def noise(seed: int) -> AbstractContextManager[object]:
    """Return a mode in which results are off by one unit in the last place, or not, at random."""
    import torch
    from torch.utils._python_dispatch import TorchDispatchMode

    draws = torch.Generator().manual_seed(seed)
    bits = {torch.float32: (torch.int32, 12), torch.float64: (torch.int64, 30)}

    def disturbed(result: object) -> object:
        if isinstance(result, tuple | list):
            return type(result)(map(disturbed, result))
        if not isinstance(result, torch.Tensor) or result.dtype not in bits:
            return result
        integer, short = bits[result.dtype]
        exact = (result.view(integer) & (2**short - 1)) == 0
        step = torch.randint(-1, 2, result.shape, generator=draws)
        towards = torch.where(step > 0, math.inf, -math.inf).to(result.dtype)
        keep = exact | (step == 0) | ~result.isfinite()
        return torch.where(keep, result, result.nextafter(towards))

    # torch is not read by mypy: its classes are Any.
    class Noise(TorchDispatchMode):  # type: ignore[misc]
        def __torch_dispatch__(
            self,
            function: Any,  # an operation of torch's, with its schema
            types: object,
            args: tuple[Any, ...] = (),
            kwargs: dict[str, Any] | None = None,
        ) -> object:
            result = function(*args, **(kwargs or {}))
            name = function.overloadpacket.__name__.removesuffix("_backward")
            functional = not any(argument.is_out for argument in function._schema.arguments)
            return disturbed(result) if name in NOISY and functional else result

    mode: AbstractContextManager[object] = Noise()
    return mode


def tie_distance(value: float, step: float) -> float:
    """Return how far a value is from the nearest number that rounds up and down alike."""
    steps = abs(value) / step
    return abs(steps - math.floor(steps) - 0.5) * step

"""A promise is recorded only if the same text comes out on every processor, as far as one can tell.

Each program runs again under every instruction set that this machine can play, with one and with
two threads, and a few times with noise: every product, exponential, logarithm, softmax, sum and
loss may be off by one unit in its last place, as it is on some other processor. And no printed
number may lie so near to a rounding tie that such a unit decides its last digit.
"""

import ast
import builtins
import json
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from functools import partial

from runner import places, snippet_runner
from runner.snippet_runner import AT_ONCE, NUMBER, Outcome, Program, run_all, run_statements

EDGE = 8  # units in the last place of a value's own type, from a rounding tie
SHORT_BITS = {"float32": 12, "float64": 30}  # that many last bits are zero: it was never rounded
NOISES = 5
LIMIT = 10 * snippet_runner.TIME_LIMIT  # seconds: with noise, every operation takes several
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


@dataclass(frozen=True)
class Setting:
    """How the programs run once more."""

    instructions: str
    threads: int = 1
    noise: int = 0  # the seed of the noise, or none

    def __str__(self) -> str:
        if self.noise:
            return f"with noise of one unit in the last place (draw {self.noise})"
        many = "1 thread" if self.threads == 1 else f"{self.threads} threads"
        return f"with {self.instructions.upper()} instructions on {many}"


def settings() -> list[Setting]:
    """Return every way to run on this machine: first the way in which promises are recorded."""
    usual = places.usual()
    plain = [Setting(name, threads) for name in places.playable() for threads in (1, 2)]
    first = Setting(usual)
    noisy = [Setting(usual, noise=seed + 1) for seed in range(NOISES)]
    return [first, *noisy, *(setting for setting in plain if setting != first)]


def unsteady(programs: list[Program], outcomes: list[Outcome]) -> dict[str, str]:
    """Return by name what is wrong with the programs whose outcomes are not fit to be recorded."""
    runs = run(programs, settings()) if programs else {}
    found = {}
    for number, (program, outcome) in enumerate(zip(programs, outcomes, strict=True)):
        again = [(setting, outcomes[number]) for setting, outcomes in runs.items()]
        if problems := [*at_the_edge(again), *differing(outcome, again)]:
            found[program.name] = "\n".join(problems[:12])
    return found


def run(programs: list[Program], settings: list[Setting]) -> dict[Setting, list[Outcome]]:
    """Run programs in each setting.

    For an instruction set that is not this process's it takes a Python of its own, since torch
    reads it only once.
    """
    found = {}
    for instructions in dict.fromkeys(setting.instructions for setting in settings):
        own = [setting for setting in settings if setting.instructions == instructions]
        if instructions == places.pinned_to():
            for setting in own:
                child = partial(execute, setting=setting)
                at_once = max(1, AT_ONCE // setting.threads)
                ran = run_all(programs, child=child, limit=LIMIT, at_once=at_once)
                found[setting] = list(ran)
            continue
        request = {"settings": own, "programs": programs}
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=json.dumps(request, default=asdict),
            env=places.environment_of(instructions)
            | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        for setting, written in zip(own, json.loads(done.stdout), strict=True):
            found[setting] = [snippet_runner.outcome_from(outcome) for outcome in written]
    return {setting: found[setting] for setting in settings}


def at_the_edge(runs: list[tuple[Setting, Outcome]]) -> Iterator[str]:
    """Yield each printed number whose last digit hangs on a few units in the last place."""
    values = [outcome.values for _, outcome in runs]
    for number, (line, text, value, kind, distance) in enumerate(values[0]):
        if distance is None or distance >= EDGE:
            continue
        same = [other[number][2] for other in values if len(other) == len(values[0])]
        yield (
            f"line {line}: {text} is {value:.10g}, too near to where it would round the other way "
            f"({distance:.1f} units in the last place of its {kind}, {EDGE} are asked for); "
            f"{holding(text, same)}"
        )


def differing(outcome: Outcome, runs: list[tuple[Setting, Outcome]]) -> Iterator[str]:
    """Yield where a run printed something else, each place once."""
    seen = set()
    for place, (setting, again) in enumerate(runs):
        if again.error:
            yield f"It fails {setting}: {again.raised or again.error.splitlines()[-1]}"
            continue
        for line in sorted(outcome.printed.keys() | again.printed.keys()):
            here, there = outcome.printed.get(line, []), again.printed.get(line, [])
            if here == there or line in seen:
                continue
            seen.add(line)
            pairs = [pair for pair in zip(here, there, strict=False) if pair[0] != pair[1]]
            one, other = pairs[0] if pairs else (here, there)
            if place == 0:
                yield (
                    f"line {line} prints something else from run to run; a program that draws "
                    f"numbers seeds itself, torch.manual_seed(0)\n  first: {one}\n  then:  {other}"
                )
            else:
                yield f"line {line}, {setting}\n  first: {one}\n  then:  {other}"
                yield from digits_of(line, one, [run.values for _, run in runs])


def digits_of(line: int, text: str, values: list[tuple]) -> Iterator[str]:
    """Say of the numbers printed by a statement what they are, and how many digits hold."""
    for number, (at, shown, value, *_) in enumerate(values[0]):
        same = [other[number][2] for other in values if len(other) == len(values[0])]
        if shown in text and at <= line and len({*same}) > 1:
            yield f"  {shown} is {value:.10g}; {holding(shown, same)}"


def holding(text: str, values: list[float]) -> str:
    """Say how many decimals of a printed number are the same in all runs, clear of a tie."""
    found = NUMBER.search(text)
    printed = found[0].partition("e")[0] if found else ""
    scale = 100 if "%" in text else 1
    if "e" in text or not printed:
        return f"it ranges from {min(values):.10g} to {max(values):.10g}"
    for decimals in range(len(printed.partition(".")[2]), -1, -1):
        shown = {f"{scale * value:.{decimals}f}" for value in values}
        distances = [tie_distance(scale * value, 10.0**-decimals) for value in values]
        clear = min(distances) > EDGE * max(map(unit_of_float32, values)) * scale
        if len(shown) == 1 and clear:
            return f"{decimals} decimals hold: {min(shown)}"
    return f"no digit holds: it ranges from {min(values):.10g} to {max(values):.10g}"


def unit_of_float32(value: float) -> float:
    return 2.0 ** (math.frexp(value)[1] - 24) if math.isfinite(value) else 0.0


def tie_distance(value: float, step: float) -> float:
    """Return how far a value is from the nearest number that rounds up and down alike."""
    steps = abs(value) / step
    return abs(steps - math.floor(steps) - 0.5) * step


# In the Python that runs the programs once more.


def execute(program: Program, device: str, folder: str, setting: Setting) -> None:
    """Run a program as the runner does, and note what each printed number was."""
    snippet_runner.begin_as_a_new_process(setting.threads)
    values: list[tuple] = []
    builtins._noted = partial(note, values)
    with noise(setting.noise) if setting.noise else nullcontext():
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

    return ast.fix_missing_locations(Watch().visit(ast.parse(source, name)))


def note(values: list[tuple], value: object, spec: str, line: int) -> object:
    """Keep what a number is before it is rounded; return it unchanged."""
    import torch

    number, kind = value, "float64"
    if isinstance(value, torch.Tensor) and value.numel() == 1 and value.is_floating_point():
        number, kind = value.item(), str(value.dtype).removeprefix("torch.")
    elif isinstance(value, float) and torch.tensor(value).item() == value:
        kind = "float32"  # a Python float that came out of a tensor, most likely
    if isinstance(number, float) and math.isfinite(number):
        text = format(value, spec)
        values.append((line, text, number, kind, units_from_tie(text, number, kind)))
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
    step = snippet_runner.last_digit(found[0]) or 1.0
    unit = torch.finfo(getattr(torch, kind)).eps * 2.0 ** (math.frexp(value)[1] - 1)
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


def noise(seed: int):
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

    class Noise(TorchDispatchMode):
        def __torch_dispatch__(self, function, types, args=(), kwargs=None):
            result = function(*args, **(kwargs or {}))
            name = function.overloadpacket.__name__.removesuffix("_backward")
            functional = not any(argument.is_out for argument in function._schema.arguments)
            return disturbed(result) if name in NOISY and functional else result

    return Noise()


def main() -> None:
    """Read a request from standard input, run it, and write the outcomes as JSON."""
    request = json.load(sys.stdin)
    settings = [Setting(**setting) for setting in request["settings"]]
    programs = [Program(**program) for program in request["programs"]]
    snippet_runner.preload(settings[0].instructions)
    json.dump([*run(programs, settings).values()], sys.stdout, default=asdict)


if __name__ == "__main__":
    main()

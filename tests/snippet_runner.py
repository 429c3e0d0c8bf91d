"""Run programs, each in a process of its own, and hold what they print to what they promise.

A parent that has imported torch forks a child per program, two at a time: isolation for the price
of one import. Where fork is missing or unsafe (Windows, macOS) the child is spawned and imports
torch itself: slower, same result.
"""

import ast
import faulthandler
import importlib
import io
import json
import linecache
import multiprocessing
import os
import random
import re
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from multiprocessing import connection
from pathlib import Path

PROMISE = "# > "
AT_ONCE = 2
START_METHOD = os.environ.get("SNIPPETS_START_METHOD") or (
    "fork" if sys.platform == "linux" else "spawn"
)
# Seconds: far above any snippet, below a reader's patience. A spawned child imports torch, too.
TIME_LIMIT = 20.0 if START_METHOD == "fork" else 120.0
NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?")


def kind_of(path: Path) -> str:
    """Say what a file of snippets/ is, by its name and text: snippet, lab, table, tool, exercise.

    A snippet's name is a claim, in several words. A table is named by one word, prints JSON and
    promises nothing; what it printed is recorded whole. A tool exports names to be taken away.
    """
    if "labs" in path.parts:
        return "lab"
    if "exercises" in path.parts[:-2]:
        return "exercise"
    if "_" not in path.stem:
        return "table"
    return "tool" if re.search(r"^__all__ = ", path.read_text("utf-8"), re.MULTILINE) else "snippet"


@dataclass(frozen=True)
class Program:
    """A Python source text, and the name it goes by in tracebacks."""

    name: str
    source: str


@dataclass(frozen=True)
class Outcome:
    """What a run did: the lines printed under each statement, and why it failed, if it did."""

    printed: dict[int, list[str]]  # last line number of a statement -> the lines it printed
    error: str = ""
    seconds: float = 0.0


def preload() -> float:
    """Import torch and the machinery of its first optimizer; return the seconds it took.

    No forward or backward pass may run in the parent: thread pools do not survive a fork.
    """
    start = time.perf_counter()
    os.environ.setdefault("PYTORCH_NVML_BASED_CUDA_CHECK", "1")  # asking must not initialise CUDA
    torch = importlib.import_module("torch")
    torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    torch.set_num_threads(1)  # on small tensors a second thread costs more than it gives
    return time.perf_counter() - start


def run_all(
    programs: list[Program],
    device: str = "cpu",
    limit: float = TIME_LIMIT,
    child: Callable[[Program, str, str], None] | None = None,  # instead of execute
) -> Iterator[Outcome]:
    """Yield the outcome of each program in order, with up to two running at any time."""
    context = multiprocessing.get_context(START_METHOD)
    running: dict = {}  # index -> (process, folder, deadline)
    done: dict[int, Outcome] = {}
    started = 0
    try:
        for wanted in range(len(programs)):
            while wanted not in done:
                while started < len(programs) and len(running) < AT_ONCE:
                    folder = tempfile.TemporaryDirectory(prefix="snippet-")
                    arguments = (programs[started], device, folder.name)
                    process = context.Process(target=child or execute, args=arguments)
                    process.start()
                    running[started] = (process, folder, time.monotonic() + limit)
                    started += 1
                patience = min(deadline for _, _, deadline in running.values()) - time.monotonic()
                connection.wait([p.sentinel for p, _, _ in running.values()], max(0, patience))
                for index, (process, folder, deadline) in list(running.items()):
                    overdue = time.monotonic() > deadline
                    if process.is_alive() and not overdue:
                        continue
                    process.kill()
                    process.join()
                    done[index] = _collect(Path(folder.name), process.exitcode, overdue, limit)
                    folder.cleanup()
                    del running[index]
            yield done.pop(wanted)
    finally:
        for process, folder, _ in running.values():
            process.kill()
            process.join()
            folder.cleanup()


def _collect(folder: Path, exitcode: int, overdue: bool, limit: float) -> Outcome:
    report = folder / "report.json"
    if report.exists():
        written = json.loads(report.read_text("utf-8"))
        return Outcome({int(k): v for k, v in written.pop("printed").items()}, **written)
    if overdue:
        return Outcome({}, f"It was still running after {limit:g} s, the time limit.", limit)
    how = signal.Signals(-exitcode).name if exitcode < 0 else f"exit status {exitcode}"
    shown = (folder / "output").read_text("utf-8", "replace").strip()
    return Outcome({}, f"Its process ended early ({how}).\n{shown}".strip())


def execute(program: Program, device: str, folder: str) -> None:
    """Execute the program statement by statement, so that each printed line has its place."""
    import numpy
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(0)
    random.seed(0)
    numpy.random.seed(0)
    faulthandler.disable()  # pytest's would write a crash into its own report
    print_into(Path(folder, "output"))
    # A program may import a tool of its chapter, as a reader may who has taken it away.
    chapters = [folder for folder in Path(program.name).parents if folder.parent.name == "snippets"]
    sys.path[:0] = map(str, chapters)
    sys.dont_write_bytecode = True
    # Tracebacks and `inspect` find the source under the program's name.
    lines = program.source.splitlines(keepends=True)
    linecache.cache[program.name] = (len(program.source), None, lines, program.name)

    printed: dict[int, list[str]] = {}
    error, seen = "", 0
    namespace = {"__name__": "__main__", "__file__": program.name}
    before = _global_state()
    start = time.perf_counter()
    try:
        statements = ast.parse(program.source, program.name).body
        with warnings.catch_warnings(), _on(device):
            warnings.simplefilter("error")
            for statement in statements:
                exec(compile(ast.Module([statement], []), program.name, "exec"), namespace)
                text = Path(folder, "output").read_text("utf-8")
                if text[seen:]:
                    printed[statement.end_lineno] = text[seen:].splitlines()
                seen = len(text)
    except SystemExit:
        error = "It calls sys.exit; a snippet runs to its end."
    except BaseException as caught:
        caught.__traceback__ = caught.__traceback__ and caught.__traceback__.tb_next
        error = "".join(traceback.format_exception(caught)).strip()
    seconds = time.perf_counter() - start
    after = _global_state()
    if not error and (changed := [name for name in before if before[name] != after[name]]):
        error = (
            f"It leaves global state changed: {', '.join(changed)}. "
            "Undo it at the end, or use the context manager."
        )
    report = {"printed": printed, "error": error, "seconds": seconds}
    Path(folder, "report.part").write_text(json.dumps(report), "utf-8")
    Path(folder, "report.part").rename(Path(folder, "report.json"))


def print_into(path: Path) -> None:
    """Send what this process prints to a file, with what C++ and subprocesses print."""
    output = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    sys.stdout = sys.stderr = io.TextIOWrapper(io.FileIO(1, "w"), "utf-8", write_through=True)


@contextmanager
def _on(device: str) -> Iterator[None]:
    """Create tensors on the device, with the random numbers that the CPU would have drawn.

    A promise about a trained model can only be kept on every device if the draws are the same.
    """
    if device == "cpu":
        yield
        return
    import torch

    draws = {torch.rand, torch.randn, torch.randint, torch.randperm, torch.normal}
    fills = {getattr(torch.Tensor, name) for name in ("uniform_", "normal_", "random_")}
    fills |= {
        function
        for name, function in vars(torch.nn.init).items()
        if name.endswith("_") and not name.startswith("_")
    }

    class DrawOnCpu(torch.overrides.TorchFunctionMode):
        def __torch_function__(self, function, types, args=(), kwargs=None):
            kwargs = dict(kwargs or {})
            if function in draws:
                target, leaf = kwargs.pop("device", device), kwargs.pop("requires_grad", False)
                return function(*args, **kwargs, device="cpu").to(target).requires_grad_(leaf)
            if function in fills:
                tensor = args[0] if args else kwargs.pop("tensor")
                with torch.no_grad():
                    return tensor.copy_(function(tensor.cpu(), *args[1:], **kwargs))
            return function(*args, **kwargs)

    with torch.device(device), DrawOnCpu():
        yield


def _global_state() -> dict[str, object]:
    import torch

    return {
        "default dtype": torch.get_default_dtype(),
        "default device": str(torch.empty(0).device),
        "grad mode": torch.is_grad_enabled(),
        "anomaly detection": torch.is_anomaly_enabled(),
        "deterministic algorithms": torch.are_deterministic_algorithms_enabled(),
        "number of threads": torch.get_num_threads(),
        "print options": repr(torch._tensor_str.PRINT_OPTS),
        "float32 matmul precision": torch.get_float32_matmul_precision(),
        "working directory": os.getcwd(),
        "environment variables": dict(os.environ),
    }


def promises(source: str) -> dict[int, list[str]]:
    """Return the promised lines by the last line number of the statement they stand under."""
    found: dict[int, list[str]] = {}
    ends = [0, *(node.end_lineno or 0 for node in ast.parse(source).body)]
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith(PROMISE.rstrip()):
            under = max(end for end in ends if end < number)
            found.setdefault(under, []).append(line.removeprefix(PROMISE.rstrip())[1:])
    return found


def kept(promised: str, printed: str, exact: bool) -> bool:
    """Say whether a line is what was promised; if not exact, numbers may differ by one last digit.

    The margin is one unit of the last printed digit, for another torch, device or processor.
    """
    if exact or promised == printed:
        return promised == printed
    if NUMBER.sub("#", promised) != NUMBER.sub("#", printed):
        return False
    return all(
        abs(float(a) - float(b)) <= min(_last_digit(a), _last_digit(b)) * 1.001
        for a, b in zip(NUMBER.findall(promised), NUMBER.findall(printed), strict=True)
    )


def _last_digit(number: str) -> float:
    mantissa, _, exponent = number.partition("e")
    _, point, decimals = mantissa.partition(".")
    if not point and not exponent:
        return 0.0  # a count, a size, a label: never off by one
    return 10.0 ** (int(exponent or 0) - len(decimals))


def broken(
    program: Program, outcome: Outcome, exact: bool
) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield where a run printed something else: the line, the promise, and what came instead."""
    promised = promises(program.source)
    for under in sorted(promised.keys() | outcome.printed.keys()):
        pairs = zip_longest(promised.get(under, []), outcome.printed.get(under, []))
        for expected, got in pairs:
            if expected is None or got is None or not kept(expected, got, exact):
                yield under, expected, got


def complaint(program: Program, outcome: Outcome, exact: bool) -> str:
    """Say what is wrong with a run, or nothing at all."""
    if outcome.error:
        return outcome.error
    wrong = []
    for under, expected, got in broken(program, outcome, exact):
        if expected is None:
            wrong.append(f"line {under} prints without a promise\n  got:      {got}")
        elif got is None:
            wrong.append(f"line {under} does not print this promise\n  expected: {expected}")
        else:
            wrong.append(f"line {under}\n  expected: {expected}\n  got:      {got}")
    return "\n".join(wrong)


def with_promises(program: Program, outcome: Outcome) -> str:
    """Return the source with its promises replaced by what the run printed."""
    recorded = []
    for number, line in enumerate(program.source.splitlines(), 1):
        if not line.startswith(PROMISE.rstrip()):
            recorded.append(line)
        recorded += [(PROMISE + text).rstrip() for text in outcome.printed.get(number, [])]
    return "\n".join(recorded) + "\n"

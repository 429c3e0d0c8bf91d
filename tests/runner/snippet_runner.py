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
from dataclasses import asdict, dataclass
from itertools import zip_longest
from multiprocessing import connection
from pathlib import Path

from runner import places

PROMISE = "# > "
AT_ONCE = 2
START_METHOD = os.environ.get("SNIPPETS_START_METHOD") or (
    "fork" if sys.platform == "linux" else "spawn"
)
# Seconds: far above any snippet, even on a busy machine. A spawned child imports torch, too.
TIME_LIMIT = 60.0 if START_METHOD == "fork" else 180.0
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
    raised: str = ""  # the exception that ended it, with the first line of its message
    assertions: tuple[str, ...] = ()  # of kernels on a device, which print them and abort
    values: tuple[tuple, ...] = ()  # what was printed before it was rounded: see steadiness.py


def preload(instructions: str = "") -> float:
    """Import torch and the machinery of its first optimizer; return the seconds it took.

    torch is pinned to an instruction set first: the house's, unless another is named.
    No forward or backward pass may run in the parent: thread pools do not survive a fork.
    """
    start = time.perf_counter()
    places.pin(instructions or places.usual())
    # On a busy machine, a thread that spins while it waits takes the core that another one needs.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
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
    at_once: int = AT_ONCE,
) -> Iterator[Outcome]:
    """Yield the outcome of each program in order, with a few running at any time."""
    context = multiprocessing.get_context(START_METHOD)
    running: dict = {}  # index -> (process, folder, deadline)
    done: dict[int, Outcome] = {}
    started = 0
    try:
        for wanted in range(len(programs)):
            while wanted not in done:
                while started < len(programs) and len(running) < at_once:
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
        return outcome_from(json.loads(report.read_text("utf-8")))
    if overdue:
        return Outcome({}, f"It was still running after {limit:g} s, the time limit.", limit)
    how = signal.Signals(-exitcode).name if exitcode < 0 else f"exit status {exitcode}"
    raised = f"Its process ended early ({how})."
    shown = "".join(
        (folder / name).read_text("utf-8", "replace")
        for name in ("output", "aside")
        if (folder / name).exists()
    )
    error = f"{raised}\n{shown}".strip()
    return Outcome({}, error, raised=raised, assertions=assertions_in(shown))


def outcome_from(written: dict) -> Outcome:
    """Return an outcome from its fields as JSON holds them."""
    printed = {int(line): lines for line, lines in written["printed"].items()}
    return Outcome(**written | {"printed": printed})


def assertions_in(said: str) -> tuple[str, ...]:
    """Return the assertions that kernels printed as they failed, each once."""
    return tuple(dict.fromkeys(re.findall(r"Assertion `[^`\n]+` failed\.?", said)))


def execute(program: Program, device: str, folder: str) -> None:
    """Execute the program statement by statement, so that each printed line has its place."""
    begin_as_a_new_process()
    run_statements(program, device, folder, ast.parse)


def begin_as_a_new_process(threads: int = 1) -> None:
    """Draw other random numbers than the parent and every sibling: what a program needs, it seeds.

    Only the parent's state is undone here; nothing else is set but the number of threads.
    """
    import torch

    faulthandler.disable()  # pytest's would write a crash into its own report
    torch.set_num_threads(threads)
    torch.seed()
    random.seed()
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()


def run_statements(
    program: Program,
    device: str,
    folder: str,
    parse: Callable[[str, str], ast.Module],
    values: list[tuple] | None = None,
) -> None:
    """Run what `parse` makes of the text, and leave a report in the folder."""
    output, aside = Path(folder, "output"), Path(folder, "aside")
    print_into(output, output if device == "cpu" else aside)  # aside, kernels print assertions
    # A program may import a tool of its chapter, as a reader may who has taken it away.
    chapters = [folder for folder in Path(program.name).parents if folder.parent.name == "snippets"]
    sys.path[:0] = map(str, chapters)
    sys.dont_write_bytecode = True
    # Tracebacks and `inspect` find the source under the program's name.
    lines = program.source.splitlines(keepends=True)
    linecache.cache[program.name] = (len(program.source), None, lines, program.name)

    printed: dict[int, list[str]] = {}
    error, raised, seen = "", "", 0
    namespace = {"__name__": "__main__", "__file__": program.name}
    before = _global_state()
    start = time.perf_counter()
    try:
        statements = parse(program.source, program.name).body
        with warnings.catch_warnings(), _on(device):
            warnings.simplefilter("error")
            for statement in statements:
                exec(compile(ast.Module([statement], []), program.name, "exec"), namespace)
                text = output.read_text("utf-8")
                if text[seen:]:
                    printed[statement.end_lineno] = text[seen:].splitlines()
                seen = len(text)
    except SystemExit:
        error = raised = "It calls sys.exit; a snippet runs to its end."
    except BaseException as caught:
        caught.__traceback__ = caught.__traceback__ and caught.__traceback__.tb_next
        error = "".join(traceback.format_exception(caught)).strip()
        raised = f"{type(caught).__name__}: {str(caught).partition(chr(10))[0]}"
        if text := output.read_text("utf-8")[seen:]:
            printed[statement.end_lineno] = text.splitlines()
    seconds = time.perf_counter() - start
    changed = [] if error else [n for n, state in _global_state().items() if before[n] != state]
    if changed:
        error = raised = (
            f"It leaves global state changed: {', '.join(changed)}. "
            "Undo it at the end, or use the context manager."
        )
    said = aside.read_text("utf-8", "replace") if aside.exists() else ""
    report(folder, Outcome(printed, error, seconds, raised, assertions_in(said), values or ()))


def report(folder: str, outcome: Outcome) -> None:
    """Leave a run's outcome where the parent looks for it, whole or not at all."""
    part = Path(folder, "report.part")
    part.write_text(json.dumps(asdict(outcome)), "utf-8")
    part.rename(Path(folder, "report.json"))


def print_into(path: Path, aside: Path | None = None) -> None:
    """Send what this process prints to a file, with what C++ and subprocesses print."""
    for descriptor, target in ((1, path), (2, aside or path)):
        output = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(output, descriptor)
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), "utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), "utf-8", write_through=True)


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
        abs(float(a) - float(b)) <= min(last_digit(a), last_digit(b)) * 1.001
        for a, b in zip(NUMBER.findall(promised), NUMBER.findall(printed), strict=True)
    )


def last_digit(number: str) -> float:
    """Return one unit of the last digit of a number as it is printed; 0 for a whole number."""
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

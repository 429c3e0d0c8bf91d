"""Run programs, each in a process of its own.

A parent that has imported torch forks a child per program, two at a time: isolation for the price
of one import. Where fork is missing or unsafe (Windows, macOS) the child is spawned and imports
torch itself: slower, same result.
"""

import gc
import importlib
import importlib.util
import json
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from builder.snippet import draws

from runner import places
from runner.child import execute
from runner.programs import Outcome, Program, assertions_in, outcome_from

AT_ONCE = 2
START_METHOD = os.environ.get("SNIPPETS_START_METHOD") or (
    "fork" if sys.platform == "linux" else "spawn"
)
# Seconds: far above any snippet, even on a busy machine. A spawned child imports torch, too.
TIME_LIMIT = 60.0 if START_METHOD == "fork" else 180.0
Child = Callable[[Program, str, str], None]  # program, device, folder for its report


class Running(NamedTuple):
    """A child at work."""

    process: BaseProcess
    folder: "TemporaryDirectory[str]"
    deadline: float


def preload(instructions: str = "") -> float:
    """Import torch; return the seconds it took.

    torch is pinned to an instruction set first: the house's, unless another is named.
    No forward or backward pass may run in the parent: thread pools do not survive a fork.
    """
    start = time.perf_counter()
    places.pin(instructions or places.usual())
    # On a busy machine, a thread that spins while it waits takes the core that another one needs.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("PYTORCH_NVML_BASED_CUDA_CHECK", "1")  # asking must not initialise CUDA
    with kept_to_the_end():
        torch = importlib.import_module("torch")
    torch.set_num_threads(1)  # on small tensors a second thread costs more than it gives
    return time.perf_counter() - start


def preload_dynamo() -> None:
    """Import what torch itself does with the first optimizer, or to watch operations.

    It takes as long as torch itself, and where children are forked each would do it anew.
    """
    if START_METHOD == "fork" and importlib.util.find_spec("torch._dynamo"):  # not in torch 1.13
        with kept_to_the_end():
            importlib.import_module("torch._dynamo")


def preload_matplotlib() -> None:
    """Import what draws; the first time on a machine, it looks for the machine's fonts."""
    if START_METHOD == "fork":
        with kept_to_the_end():
            importlib.import_module("runner.figure_backend")


@contextmanager
def kept_to_the_end() -> Iterator[None]:
    """Make what lives as long as this process: the garbage collector need not go through it.

    It would do so again and again while torch is imported, which takes a quarter longer then.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def started(target: Callable[..., None], *arguments: object) -> BaseProcess:
    """Start a child in the way of this system."""
    process: BaseProcess
    if START_METHOD == "spawn" or sys.platform == "win32":
        process = multiprocessing.get_context("spawn").Process(target=target, args=arguments)
    else:
        process = multiprocessing.get_context("fork").Process(target=target, args=arguments)
    process.start()
    return process


def run_all(
    programs: list[Program],
    device: str = "cpu",
    limit: float = TIME_LIMIT,
    child: Child = execute,
    at_once: int = AT_ONCE,
) -> Iterator[Outcome]:
    """Yield the outcome of each program in order, with a few running at any time."""
    # A program that executes others may train, too.
    if any(word in program.source for program in programs for word in ("optim", "exec(")):
        preload_dynamo()
    if any(draws(program.source) for program in programs):
        preload_matplotlib()
    running: dict[int, Running] = {}  # by the program's place
    done: dict[int, Outcome] = {}
    begun = 0
    try:
        for wanted in range(len(programs)):
            while wanted not in done:
                while begun < len(programs) and len(running) < at_once:
                    folder = TemporaryDirectory(prefix="snippet-")
                    process = started(child, programs[begun], device, folder.name)
                    running[begun] = Running(process, folder, time.monotonic() + limit)
                    begun += 1
                soonest = min(one.deadline for one in running.values()) - time.monotonic()
                children = [one.process.sentinel for one in running.values()]
                connection.wait(children, max(0, soonest))
                for place, one in list(running.items()):
                    overdue = time.monotonic() > one.deadline
                    if one.process.is_alive() and not overdue:
                        continue
                    end(one)
                    done[place] = collected(one, limit if overdue else 0.0)
                    one.folder.cleanup()
                    del running[place]
            yield done.pop(wanted)
    finally:
        for one in running.values():
            end(one)
            one.folder.cleanup()


def end(one: Running) -> None:
    one.process.kill()
    one.process.join()


def collected(one: Running, overdue: float) -> Outcome:
    """Return the outcome that a child has left, or else how it ended: after `overdue` seconds."""
    folder = Path(one.folder.name)
    report = folder / "report.json"
    if report.exists():
        return outcome_from(json.loads(report.read_text("utf-8")))
    if overdue:
        error = f"It was still running after {overdue:g} s, the time limit."
        return Outcome({}, error, overdue, timed_out=True)
    raised = f"Its process ended early ({how_it_ended(one.process)})."
    shown = "".join(
        (folder / name).read_text("utf-8", "replace")
        for name in ("output", "aside")
        if (folder / name).exists()
    )
    error = f"{raised}\n{shown}".strip()
    return Outcome({}, error, raised=raised, assertions=assertions_in(shown))


def how_it_ended(process: BaseProcess) -> str:
    """Return the name of the signal, or the exit status, that a process has ended with."""
    code = process.exitcode
    if code is None:
        return "it has not ended"
    return signal.Signals(-code).name if code < 0 else f"exit status {code}"

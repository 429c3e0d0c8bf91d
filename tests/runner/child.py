"""The process that runs one program: how it begins, what it notes, and how it reports."""

import ast
import faulthandler
import io
import json
import linecache
import os
import random
import re
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

from builder.drawing import Drawing
from builder.snippet import draws

from runner import devices
from runner.programs import Number, Outcome, Program, assertions_in

PLACE = re.compile(r"/\S*?/(?=site-packages/)")  # where a package lies on this machine alone


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
    values: list[Number] | None = None,  # which the program notes on its way
) -> None:
    """Run what `parse` makes of the text, and leave a report in the folder."""
    output, aside = Path(folder, "output"), Path(folder, "aside")
    print_into(output, output if device == "cpu" else aside)  # aside, kernels print assertions
    make_at_home(program)
    printed: dict[int, list[str]] = {}
    error = raised = ""
    drawn: list[Drawing] = kept_drawings(program)
    before = global_state()
    start = time.perf_counter()
    try:
        statements = parse(program.source, program.name).body
        run_in_order(statements, program.name, device, output, printed)
    except SystemExit:
        error = raised = "It calls sys.exit; a snippet runs to its end."
    except BaseException as caught:
        caught.__traceback__ = own_part(caught.__traceback__)
        error = "".join(traceback.format_exception(caught)).strip()
        said = str(caught).partition("\n")[0]
        raised = f"{type(caught).__name__}: {PLACE.sub('', said)}"
    seconds = time.perf_counter() - start
    changed = [] if error else [n for n, state in global_state().items() if before[n] != state]
    if changed:
        error = raised = (
            f"It leaves global state changed: {', '.join(changed)}. "
            "Undo it at the end, or use the context manager."
        )
    said = aside.read_text("utf-8", "replace") if aside.exists() else ""
    noted = tuple(values or ())
    outcome = Outcome(printed, error, seconds, raised, assertions_in(said), noted, *drawn[:1])
    report(folder, outcome)


def kept_drawings(program: Program) -> list[Drawing]:
    """Return where the figure that a program shows will be kept, if it draws."""
    if not draws(program.source):
        return []
    from runner import figure_backend  # the one module that imports matplotlib

    figure_backend.begin(Path(program.name).stem)
    return figure_backend.SHOWN


def make_at_home(program: Program) -> None:
    """Let a program import the tools of its chapter, and be found under its own name."""
    # A reader who has taken a tool away may do so, too.
    chapters = [folder for folder in Path(program.name).parents if folder.parent.name == "snippets"]
    sys.path[:0] = map(str, chapters)
    sys.dont_write_bytecode = True
    # Tracebacks and `inspect` find the source there.
    lines = program.source.splitlines(keepends=True)
    linecache.cache[program.name] = (len(program.source), None, lines, program.name)


def run_in_order(
    statements: list[ast.stmt],
    name: str,
    device: str,
    output: Path,
    printed: dict[int, list[str]],
) -> None:
    """Run statements as the main module, and note what each one prints, and one that fails."""
    namespace = {"__name__": "__main__", "__file__": name}
    seen = 0
    with warnings.catch_warnings(), devices.on(device):
        warnings.simplefilter("error")
        for statement in statements:
            try:
                exec(compile(ast.Module([statement], []), name, "exec"), namespace)
            finally:
                text = output.read_text("utf-8")
                if text[seen:]:
                    printed[statement.end_lineno or statement.lineno] = text[seen:].splitlines()
                seen = len(text)


def own_part(frames: TracebackType | None) -> TracebackType | None:
    """Return the part of a traceback that is the program's own."""
    while frames and frames.tb_frame.f_code.co_filename == __file__:
        frames = frames.tb_next
    return frames


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


def global_state() -> dict[str, object]:
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

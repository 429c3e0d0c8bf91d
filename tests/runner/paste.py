"""What a reader pastes prints what the page says: no plugin, no seed, another working directory.

Each program runs whole, as `python file.py` does. In forked children that set nothing it is cheap
enough for every run of the tests; as real processes it is done when a program is recorded.
"""

import os
import re
import runpy
import shutil
import subprocess
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from runner.child import begin_as_a_new_process, print_into, report
from runner.processes import AT_ONCE, run_all
from runner.programs import Outcome, Program, kind_of
from runner.promises import promises

THREADS = (1, 2)
IN_A_ROW = 3


def promised(program: Program) -> list[str]:
    return [line for lines in promises(program.source).values() for line in lines]


def complaint(program: Program, printed: list[list[str]], errors: list[str]) -> str:
    """Say what is wrong with the runs of a pasted program, or nothing at all."""
    if error := next(filter(None, errors), ""):
        return f"Pasted into a file of its own, it fails:\n{error}"
    wrong = [lines for lines in printed if lines != promised(program)]
    if not wrong:
        return ""
    says, line = next(
        pair
        for pair in zip([*promised(program), ""], [*wrong[0], ""], strict=False)
        if pair[0] != pair[1]
    )
    others = {tuple(lines) for lines in printed}
    again = " It prints something else from run to run: a program that draws numbers seeds itself."
    return (
        f"Pasted into a file of its own, it prints something else in {len(wrong)} of "
        f"{len(printed)} runs.{again * (len(others) > 1)}\n  promised: {says}\n  printed:  {line}"
    )


def forked(programs: list[Program]) -> dict[str, str]:
    """Run each program in children that set nothing; return what is wrong, by name."""
    runs = {}
    for many, again in product(THREADS, range(IN_A_ROW)):
        child, at_once = partial(as_pasted, threads=many), max(1, AT_ONCE // many)
        runs[many, again] = list(run_all(programs, child=child, at_once=at_once))
    return {
        program.name: complaint(
            program,
            [outcomes[number].printed.get(0, []) for outcomes in runs.values()],
            [outcomes[number].error for outcomes in runs.values()],
        )
        for number, program in enumerate(programs)
    }


def as_pasted(program: Program, device: str, folder: str, threads: int) -> None:
    """Run a program as the main module of a file in an empty folder."""
    begin_as_a_new_process(threads)
    output, aside = Path(folder, "output"), Path(folder, "aside")
    print_into(output, aside)
    file = saved(program, Path(folder, "reader"))
    os.chdir(file.parent)
    installed = sys.prefix, sys.base_prefix
    kept = [path for path in sys.path if any(map(Path(path).is_relative_to, installed))]
    sys.path[:] = [str(file.parent), *kept]
    sys.argv = [str(file)]
    sys.dont_write_bytecode = True
    warnings.resetwarnings()
    start, error = time.perf_counter(), ""
    try:
        runpy.run_path(str(file), run_name="__main__")
    except BaseException as caught:
        error = f"{type(caught).__name__}: {caught}"
    printed = {0: output.read_text("utf-8").splitlines()}
    report(folder, Outcome(printed, error, time.perf_counter() - start))


def saved(program: Program, folder: Path) -> Path:
    """Write a program into an empty folder, with the tools of its chapter that it imports."""
    folder.mkdir()
    file = folder / "pasted.py"
    file.write_text(program.source, "utf-8")
    chapter = next((p for p in Path(program.name).parents if p.parent.name == "snippets"), None)
    for tool in chapter.glob("*_*.py") if chapter else ():
        taken = re.search(rf"^(from|import) {tool.stem}\b", program.source, re.MULTILINE)
        if taken and kind_of(tool) == "tool":
            shutil.copy(tool, folder)
    return file


def broken(programs: list[Program]) -> dict[str, str]:
    """Run each program as real processes, on one thread, on two and as many as torch takes."""

    def run(program: Program) -> tuple[str, str]:
        done = [real_process(program, threads) for threads in (*THREADS, None)]
        printed = [found.stdout.splitlines() for found in done]
        errors = [found.stderr.strip() if found.returncode else "" for found in done]
        return program.name, complaint(program, printed, errors)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {name: wrong for name, wrong in pool.map(run, programs) if wrong}


def real_process(program: Program, threads: int | None) -> subprocess.CompletedProcess[str]:
    """Run `python file.py` in an empty folder, with nothing of ours on its path."""
    ours = ("PYTHONPATH", "PYTHONSTARTUP", "OMP_NUM_THREADS")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment["MPLBACKEND"] = "agg"  # a figure of a reader's opens a window, and waits
    if threads:
        environment["OMP_NUM_THREADS"] = str(threads)
    with TemporaryDirectory() as folder:
        file = saved(program, Path(folder, "reader"))
        command = [sys.executable, file.name]
        return subprocess.run(
            command, cwd=file.parent, env=environment, capture_output=True, text=True
        )

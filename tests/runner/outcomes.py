"""Law: what every combination of a table does on a device is known, or the whole run is refused.

A combination may end its process, or leave it unusable: on CUDA a failed assertion does. So the
processes that run them are replaced as often as it takes, each goes on where the last one ended,
and what was said on standard error belongs to the combination that was running.
"""

import argparse
import faulthandler
import importlib.util
import json
import multiprocessing
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import connection
from pathlib import Path
from types import ModuleType

from builder.evidence import digest
from builder.table_differences import grouped, numbers

from runner import snippet_runner
from runner.places import release
from runner.snippet_runner import (
    START_METHOD,
    Outcome,
    Program,
    assertions_in,
    kept,
    kind_of,
    print_into,
    run_all,
)

ROOT = Path(__file__).parents[2]
WORKERS = min(os.cpu_count() or 1, 16)
PATIENCE = 120.0  # seconds without an answer: far above any combination, and an import of torch
GRACE = 10.0  # seconds for a killed process, which a driver that hangs may hold
TABLE_LIMIT = 900.0  # seconds for a table that is run as a whole
PARTS = ("activation", "loss", "output_shape", "target_form")  # of a combination, in its row
SILENCED = ("raises", "silent")
OUTCOME = ("outcome", "phase", "error", "warning", "assertion")  # of a row, without verdicts


class Refused(Exception):
    """Nothing of a run counts: the device cannot be used, or can no longer be."""


def works(device: str) -> None:
    """Use the device, wait for it, and raise what it says if it cannot be used."""
    import torch

    torch.ones(2, device=device, requires_grad=True).sum().backward()
    kind = getattr(torch, device.partition(":")[0], None)
    getattr(kind, "synchronize", lambda: None)()


@cache
def module_at(program: Path) -> ModuleType:
    """Import a table by its path: the folder's name has hyphens."""
    spec = importlib.util.spec_from_file_location(program.stem, program)
    module = importlib.util.module_from_spec(spec)
    sys.modules[program.stem] = module  # dataclasses look for their own
    spec.loader.exec_module(module)
    return module


@dataclass
class Share:
    """A worker's part of the combinations, and the process that is at it."""

    left: list[int]
    process: multiprocessing.Process
    pipe: connection.Connection
    said: Path  # its standard output and error
    deadline: float
    heard: int = 0  # how much of that belongs to what it has finished
    ready: bool = False  # it has used the device
    ended: bool = False  # it said that it goes


def outcomes(
    program: Path,
    names: Sequence[Sequence[str]],
    device: str = "cpu",
    workers: int = WORKERS,
    probe: Callable[[str], None] = works,
    patience: float = PATIENCE,
) -> list[dict]:
    """Return what each combination (activation, loss, shape, name of a target) does on the device.

    Raises Refused if a fresh process cannot use the device. This one may not have used CUDA: what
    is forked from it could not.
    """
    snippet_runner.preload()  # no forward pass in this process, and no CUDA
    module_at(program)
    context = multiprocessing.get_context(START_METHOD)
    found: list[dict | None] = [None] * len(names)
    shares: list[Share] = []

    with tempfile.TemporaryDirectory(prefix="outcomes-") as folder:
        started = 0

        def begin(left: list[int]) -> Share:
            nonlocal started
            started += 1
            said = Path(folder, str(started))
            said.touch()
            ours, theirs = context.Pipe(duplex=False)
            arguments = (theirs, said, program, [names[i] for i in left], device, probe)
            process = context.Process(target=work, args=arguments)
            process.start()
            theirs.close()  # or else its end would not be noticed
            return Share(left, process, ours, said, time.monotonic() + patience)

        try:
            for first in range(min(workers, len(names))):
                shares.append(begin([*range(first, len(names), workers)]))
            while shares:
                soonest = min(share.deadline for share in shares) - time.monotonic()
                heard = connection.wait([share.pipe for share in shares], max(0, soonest))
                for share in list(shares):
                    if share.pipe in heard and listen(share, found):
                        share.deadline = time.monotonic() + patience
                        continue
                    if share.pipe not in heard and time.monotonic() < share.deadline:
                        continue
                    bury(share, found, device, patience)
                    shares.remove(share)
                    if share.left:
                        shares.append(begin(share.left))
        finally:
            for share in shares:
                share.process.kill()
                share.process.join(GRACE)
    return found


def listen(share: Share, found: list[dict | None]) -> bool:
    """Take what a process says; return False at its end."""
    try:
        said = share.pipe.recv()
    except (EOFError, OSError):
        return False
    if isinstance(said, str):  # a fresh process could not use the device
        raise Refused(said)
    if said is None:
        share.ready = True
        return True
    found[share.left[0]], share.ended, share.heard = said
    share.left = share.left[1:]
    return True


def bury(share: Share, found: list[dict | None], device: str, patience: float) -> None:
    """See how a process ended; if it was amid a combination, that is what the combination does."""
    overdue = time.monotonic() >= share.deadline
    if overdue or share.ended or not share.left:
        share.process.kill()  # what it left of a device may keep it from ending by itself
    share.process.join()
    share.pipe.close()
    if share.ended or not share.left:
        return
    code = share.process.exitcode
    how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"
    if overdue:
        how = f"no answer in {patience:g} s"
    said = share.said.read_bytes()[share.heard :].decode("utf-8", "replace")
    if not share.ready:
        raise Refused(f"a fresh process ended before it could use {device} ({how})\n{said}")
    found[share.left[0]] = {"outcome": "crashes", "error": how} | assertion(said)
    share.left = share.left[1:]


def assertion(said: str) -> dict[str, str]:
    """Return the first assertion that failed, where standard error says so."""
    return {"assertion": found[0]} if (found := assertions_in(said)) else {}


def work(pipe: connection.Connection, output: Path, *job: object) -> None:
    """Run a part of the combinations in this process, a worker's."""
    try:
        send_outcomes(pipe, output, *job)
    except Exception:
        pipe.send(traceback.format_exc())  # a fault of this program, and of no combination


def send_outcomes(
    pipe: connection.Connection,
    output: Path,
    program: Path,
    names: Sequence[Sequence[str]],
    device: str,
    probe: Callable[[str], None],
) -> None:
    """Run combinations in order and send what each does, until one leaves this process unusable.

    What is sent: None when the device works, or a text if it does not; then for each combination
    its outcome, and whether this process ends now. So the parent knows which one is running.
    """
    import torch

    faulthandler.disable()  # pytest's would write a crash into its own report
    os.environ["CUDA_LAUNCH_BLOCKING"] = "1"  # an error comes from the call that made it
    torch.set_num_threads(1)
    print_into(output)
    module = module_at(program)
    targets = {target.name: target for target in module.TARGETS}
    try:
        probe(device)
    except Exception as error:
        pipe.send(f"{device} cannot be used: {type(error).__name__}: {error}")
        return
    pipe.send(None)
    heard = 0  # how much of the output belongs to what has ended
    with snippet_runner._on(device):
        for activation, loss, shape, target in names:
            try:
                combination = module.Combination(activation, loss, shape, targets[target])
            except AttributeError as error:  # this release has no such loss, or activation
                pipe.send(({"outcome": "absent", "error": str(error)}, False, heard))
                continue
            did, unusable = combination.run(), False
            if device != "cpu":
                try:
                    probe(device)  # it waits: what still ran has ended then
                except Exception as error:
                    unusable = True
                    if did["outcome"] != "raises":
                        said = f"{type(error).__name__}: {error}"
                        did = {"outcome": "raises", "phase": "backward", "error": said}
            said = output.read_bytes()[heard:]
            heard += len(said)
            did |= assertion(said.decode("utf-8", "replace"))
            pipe.send((did, unusable, heard))
            if unusable:
                return


def of_row(row: dict) -> dict[str, str]:
    """Return what a row says of its outcome."""
    return {name: row[name] for name in OUTCOME if name in row}


# Whole tables.


def compared(chapter: str, device: str = "cpu", workers: int = WORKERS) -> dict[str, dict]:
    """Run a chapter's tables on a device; return what differs, by program, as evidence has it.

    On the CPU, the recorded tables are compared with; elsewhere, the same torch on the CPU of
    this machine. Of a table with combinations, each one's outcome is compared; of others, cells.
    """
    snippet_runner.preload()
    tables = [
        p for p in sorted((ROOT / "snippets" / chapter).glob("*.py")) if kind_of(p) == "table"
    ]
    by_row = [path for path in tables if "\nclass Combination" in path.read_text("utf-8")]
    data = ROOT / "docs" / chapter / "data"
    recorded = {p: json.loads((data / f"{p.stem}.json").read_text("utf-8")) for p in tables}

    def run(device: str) -> dict[Path, dict | str]:
        """Return what each table says on a device; of some, only outcomes."""
        said: dict[Path, dict | str] = {}
        for path in by_row:
            names = [[row[part] for part in PARTS] for row in recorded[path]["rows"]]
            said[path] = {"rows": outcomes(path, names, device, workers)}
        whole = [path for path in tables if path not in by_row]
        return said | dict(zip(whole, documents(whole, device), strict=True))

    here = run(device)
    if device == "cpu":
        there = recorded
        for path in by_row:
            there[path] = recorded[path] | {"rows": [of_row(r) for r in recorded[path]["rows"]]}
    else:
        there = run("cpu")
    made = {}
    for path in tables:
        made[path.name] = {
            "text": digest(path.read_text("utf-8")),
            "against": recorded[path]["torch"] if device == "cpu" else release(),
        } | differing(here[path], there[path])
    return made


def documents(programs: list[Path], device: str) -> Iterator[dict | str]:
    """Yield the document that each table prints on a device, or in words why there is none."""
    sources = [Program(str(path), path.read_text("utf-8")) for path in programs]
    for outcome in run_all(sources, device, limit=TABLE_LIMIT):
        if outcome.error:
            yield outcome.raised or outcome.error.splitlines()[0]
        else:
            yield document_of(outcome)


def document_of(outcome: Outcome) -> dict | str:
    """Return the JSON that a table printed, or say why there is none."""
    printed = "\n".join(line for lines in outcome.printed.values() for line in lines)
    try:
        return json.loads(printed)
    except ValueError as error:
        return f"It prints one JSON object and nothing else ({error})"


def differing(here: dict | str, there: dict | str) -> dict:
    """Return how many rows were compared, and those that differ by more than a last digit.

    What differs outside of the rows, or an error instead of a table, has no row numbers.
    """
    errors = [{} if isinstance(side, dict) else {"error": side} for side in (here, there)]
    if any(errors):
        same = errors[0] == errors[1]
        return {"rows": 0, "differs": [] if same else [grouped_alone(*errors)]}
    rows, found = (here["rows"], there["rows"]), []
    for name in here:
        if name != "rows" and not alike(here[name], there.get(name)):
            found.append(grouped_alone({name: here[name]}, {name: there.get(name)}))
    if len(rows[0]) != len(rows[1]):
        counts = [{"rows": len(side)} for side in rows]
        return {"rows": 0, "differs": [*found, grouped_alone(*counts)]}
    cells = []
    for number, (new, old) in enumerate(zip(*rows, strict=True)):
        names = [n for n in [*old, *new] if not alike(new.get(n), old.get(n))]
        if names and "outcome" in new:  # an outcome is told as a whole
            cells.append((number, new, old))
        elif names:
            cells.append((number, *({n: row[n] for n in names if n in row} for row in (new, old))))
    return {"rows": len(rows[0]), "differs": found + grouped(cells)}


def grouped_alone(here: dict, there: dict) -> dict:
    return {"here": here, "there": there, "rows": []}


def alike(new: object, old: object) -> bool:
    return new == old or kept(json.dumps(old), json.dumps(new), exact=False)


def summary(table: str, record: dict) -> Iterator[str]:
    """Yield lines about what differs: first what raises on the CPU and is silent here."""
    count = Counter()
    for group in record["differs"]:
        sides = [group[side].get("outcome", "a cell") for side in ("there", "here")]
        count[tuple(sides)] += sum(1 for _ in numbers(group["rows"])) or 1
    yield f"{table}: {record['rows']} rows, {sum(count.values())} differ"
    for kind, many in sorted(count.items(), key=lambda item: (item[0] != SILENCED, -item[1])):
        yield f"  {many:6} {' -> '.join(kind)}"
    for group in sorted(record["differs"], key=lambda g: outcome_of(g) != SILENCED):
        many = sum(1 for _ in numbers(group["rows"]))
        there, here = (json.dumps(group[side])[:300] for side in ("there", "here"))
        yield f"  {many:6} rows: {there}\n         here: {here}"


def outcome_of(group: dict) -> tuple[str, str]:
    return group["there"].get("outcome", ""), group["here"].get("outcome", "")


def main() -> None:
    """Say what differs on a device, and record nothing."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=WORKERS, help="processes at a time")
    options = parser.parse_args()
    for chapter in sorted({path.parent.parent.name for path in ROOT.glob("docs/*/data/*.json")}):
        start = time.perf_counter()
        try:
            found = compared(chapter, options.device, options.workers)
        except Refused as error:
            sys.exit(f"{chapter}: nothing counts. {error}")
        print(f"{chapter} on {options.device}: {time.perf_counter() - start:.0f} s")
        for table, record in found.items():
            print("\n".join(summary(table, record)))


if __name__ == "__main__":
    main()

"""Law: what every combination of a table does on a device is known, or the whole run is refused.

A combination may end its process, or leave it unusable: on CUDA a failed assertion does. So the
processes that run them are replaced as often as it takes, each goes on where the last one ended,
and what was said on standard error belongs to the combination that was running.
"""

import faulthandler
import multiprocessing
import os
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from runner import devices
from runner.child import print_into
from runner.processes import how_it_ended, preload, started
from runner.programs import assertions_in, imported_once

WORKERS = min(os.cpu_count() or 1, 16)
PATIENCE = 120.0  # seconds without an answer: far above any combination, and an import of torch
GRACE = 10.0  # seconds for a killed process, which a driver that hangs may hold
PARTS = ("activation", "loss", "output_shape", "target_form")  # of a combination, in its row
OUTCOME = ("outcome", "phase", "error", "warning", "assertion")  # of a row, without verdicts
Did = dict[str, str]  # what a combination did: the fields of OUTCOME that it has
Said = tuple[Did, bool, int]  # that, whether its process ends now, how much of the output it is


class Refused(Exception):
    """Nothing of a run counts: the device cannot be used, or can no longer be."""


def of_row(row: dict[str, Any]) -> Did:
    """Return what a row says of its outcome."""
    return {name: row[name] for name in OUTCOME if name in row}


@dataclass(frozen=True)
class Job:
    """Combinations of a table, and where they run."""

    program: Path
    names: Sequence[Sequence[str]]  # activation, loss, shape, name of a target
    device: str
    probe: Callable[[str], None]  # uses the device, and raises if that cannot be done


@dataclass
class Share:
    """A worker's part of the combinations, and the process that is at it."""

    left: list[int]
    process: BaseProcess
    pipe: "connection.Connection[Any, Any]"
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
    probe: Callable[[str], None] = devices.works,
    patience: float = PATIENCE,
) -> list[Did]:
    """Return what each combination (activation, loss, shape, name of a target) does on the device.

    Raises Refused if a fresh process cannot use the device. This one may not have used CUDA: what
    is forked from it could not.
    """
    preload()  # no forward pass in this process, and no CUDA
    imported_once(program)
    with TemporaryDirectory(prefix="outcomes-") as folder:
        found = Workers(Job(program, names, device, probe), patience, folder).run(workers)
    return [found[number] for number in range(len(names))]


@dataclass
class Workers:
    """The processes that run a job, and what they have found: outcomes by their combinations."""

    job: Job
    patience: float
    folder: str  # for what they print
    shares: list[Share] = field(default_factory=list)
    found: dict[int, Did] = field(default_factory=dict)
    begun: int = 0

    def run(self, workers: int) -> dict[int, Did]:
        many = len(self.job.names)
        try:
            for first in range(min(workers, many)):
                self.begin([*range(first, many, workers)])
            while self.shares:
                soonest = min(share.deadline for share in self.shares) - time.monotonic()
                heard = connection.wait([share.pipe for share in self.shares], max(0, soonest))
                for share in list(self.shares):
                    if share.pipe in heard and self.listen(share):
                        share.deadline = time.monotonic() + self.patience
                    elif share.pipe in heard or time.monotonic() >= share.deadline:
                        self.bury(share)
                        if share.left:
                            self.begin(share.left)
        finally:
            for share in self.shares:
                share.process.kill()
                share.process.join(GRACE)
        return self.found

    def begin(self, left: list[int]) -> None:
        """Start a process that is to run what is left."""
        self.begun += 1
        said = Path(self.folder, str(self.begun))
        said.touch()
        ours, theirs = multiprocessing.Pipe(duplex=False)
        names = [self.job.names[number] for number in left]
        job = Job(self.job.program, names, self.job.device, self.job.probe)
        process = started(work, theirs, said, job)
        theirs.close()  # or else its end would not be noticed
        self.shares.append(Share(left, process, ours, said, time.monotonic() + self.patience))

    def listen(self, share: Share) -> bool:
        """Take what a process says; return False at its end."""
        try:
            said: Said | str | None = share.pipe.recv()
        except (EOFError, OSError):
            return False
        if isinstance(said, str):  # a fresh process could not use the device
            raise Refused(said)
        if said is None:
            share.ready = True
            return True
        self.found[share.left[0]], share.ended, share.heard = said
        share.left = share.left[1:]
        return True

    def bury(self, share: Share) -> None:
        """See how a process ended; if it was amid a combination, that is what that one does."""
        self.shares.remove(share)
        overdue = time.monotonic() >= share.deadline
        if overdue or share.ended or not share.left:
            share.process.kill()  # what it left of a device may keep it from ending by itself
        share.process.join()
        share.pipe.close()
        if share.ended or not share.left:
            return
        how = how_it_ended(share.process)
        how = f"signal {how}" if how.startswith("SIG") else how
        if overdue:
            how = f"no answer in {self.patience:g} s"
        said = share.said.read_bytes()[share.heard :].decode("utf-8", "replace")
        if not share.ready:
            raise Refused(
                f"a fresh process ended before it could use {self.job.device} ({how})\n{said}"
            )
        self.found[share.left[0]] = {"outcome": "crashes", "error": how} | assertion(said)
        share.left = share.left[1:]


def assertion(said: str) -> Did:
    """Return the first assertion that failed, where standard error says so."""
    return {"assertion": found[0]} if (found := assertions_in(said)) else {}


# In a worker's process.


def work(pipe: "connection.Connection[Any, Any]", output: Path, job: Job) -> None:
    """Run a part of the combinations in this process, a worker's."""
    try:
        send_outcomes(pipe, output, job)
    except Exception:
        pipe.send(traceback.format_exc())  # a fault of this program, and of no combination


def send_outcomes(pipe: "connection.Connection[Any, Any]", output: Path, job: Job) -> None:
    """Run combinations in order and send what each does, until one leaves this process unusable.

    What is sent: None when the device works, or a text if it does not; then for each combination
    its outcome, and whether this process ends now. So the parent knows which one is running.
    """
    import torch

    faulthandler.disable()  # pytest's would write a crash into its own report
    os.environ["CUDA_LAUNCH_BLOCKING"] = "1"  # an error comes from the call that made it
    torch.set_num_threads(1)
    print_into(output)
    module = imported_once(job.program)
    targets = {target.name: target for target in module.TARGETS}
    try:
        job.probe(job.device)
    except Exception as error:
        pipe.send(f"{job.device} cannot be used: {type(error).__name__}: {error}")
        return
    pipe.send(None)
    heard = 0  # how much of the output belongs to what has ended
    with devices.on(job.device):
        for activation, loss, shape, target in job.names:
            try:
                combination = module.Combination(activation, loss, shape, targets[target])
            except AttributeError as error:  # this release has no such loss, or activation
                pipe.send(({"outcome": "absent", "error": str(error)}, False, heard))
                continue
            did, unusable = outcome_of(combination, job)
            said = output.read_bytes()[heard:]
            heard += len(said)
            pipe.send((did | assertion(said.decode("utf-8", "replace")), unusable, heard))
            if unusable:
                return


def outcome_of(combination: Any, job: Job) -> tuple[Did, bool]:
    """Run a combination; return what it does, and whether it leaves this process unusable."""
    did: Did = combination.run()
    if job.device == "cpu":
        return did, False
    try:
        job.probe(job.device)  # it waits: what still ran has ended then
    except Exception as error:
        if did["outcome"] != "raises":
            said = f"{type(error).__name__}: {error}"
            did = {"outcome": "raises", "phase": "backward", "error": said}
        return did, True
    return did, False

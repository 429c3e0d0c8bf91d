"""A session: the selected programs run two at a time, while pytest reports them one by one."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from builder import evidence
from builder.outputs import Instead
from builder.snippet import device_of
from pytest_markdown_docs._runners import get_runner, register_runner
from pytest_markdown_docs.definitions import FenceTestDefinition

from runner import figures, paste, steadiness
from runner.differences import alike, difference, lacked, recorded_here, told
from runner.folders import ROOT
from runner.pages import speaking_of
from runner.places import release
from runner.processes import run_all
from runner.programs import Outcome, Program
from runner.promises import complaint, with_promises
from runner.standing import counts_as_evidence, on_reference, writes_promises


class PromiseBroken(AssertionError):
    """A snippet did not do what it says."""


class Unfit(PromiseBroken):
    """What a snippet prints cannot be promised."""


@register_runner(default=True)
class SnippetRunner:
    """What pytest-markdown-docs asks to run a fence, and what has been found out so far."""

    def __init__(self) -> None:
        self.import_seconds = self.began = self.wall_seconds = 0.0
        self.device = "cpu"
        self.record = self.again = False
        self.shown: dict[FenceTestDefinition, Path] = {}
        self.programs: dict[Path, Program] = {}
        self.running: Iterator[tuple[Path, Outcome]] = iter(())
        self.outcomes: dict[Path, Outcome] = {}
        self.passed: dict[Path, str] = {}  # the text of each that kept its promises
        self.differs: dict[Path, Instead] = {}
        self.unfit: dict[str, str] | None = None
        self.tables_that_changed: list[str] = []

    def start(
        self, shown: dict[FenceTestDefinition, Path], device: str, record: bool, again: bool
    ) -> None:
        """Begin to run the programs that fences show, each once."""
        self.device, self.record, self.again = device, record, again
        self.shown = shown
        self.programs = {
            snippet: Program(str(snippet), snippet.read_text("utf-8")) for snippet in shown.values()
        }
        self.running = zip(
            self.programs, run_all(list(self.programs.values()), device), strict=True
        )

    def outcome_of(self, snippet: Path) -> Outcome:
        # Not before: a worker may have run other tests since its programs were collected.
        self.began = self.began or time.perf_counter() - self.import_seconds
        while snippet not in self.outcomes:
            finished, outcome = next(self.running)
            self.outcomes[finished] = outcome
            self.wall_seconds = time.perf_counter() - self.began
        return self.outcomes[snippet]

    def runtest(self, test: FenceTestDefinition, args: dict[str, Any], **_: object) -> None:
        """Hold a run to its promises, or record them; raises PromiseBroken, or Unfit for those."""
        snippet = self.shown[test]
        program, outcome = self.programs[snippet], self.outcome_of(snippet)
        if self.record and writes_promises(snippet, self.device, self.again) and not outcome.error:
            if wrong := self.unfit_to_record().get(program.name):
                raise Unfit(f"What it prints cannot be promised:\n{wrong}")
            program = Program(program.name, with_promises(program, outcome))
            if program.source != self.programs[snippet].source:
                evidence.write_whole(snippet, program.source)
            if outcome.drawn:
                figures.write(snippet, outcome.drawn)
        elif differs_here := self.difference(snippet, program, outcome):
            self.differs[snippet] = differs_here
            return
        if on_reference(self.device) and (wrong := figures.complaint(snippet, outcome)):
            raise PromiseBroken(wrong)
        self.passed[snippet] = program.source

    def difference(self, snippet: Path, program: Program, outcome: Outcome) -> Instead:
        """Return what a run did instead of what is promised; raise PromiseBroken if it may not.

        It may if that is what is recorded of this release and device, or is being recorded now.
        """
        if absent := lacked(outcome.raised):
            raise PromiseBroken(
                f"{absent} is not installed beside torch {release()}, and what a program does "
                "without it is nothing that torch does: add it to the group `snippets`."
            )
        wrong = complaint(program, outcome, on_reference(self.device))
        now = difference(program, outcome) if wrong else []
        before = recorded_here(snippet, program, self.device)
        if on_reference(self.device) or before is None:
            is_new = self.record and not on_reference(self.device)
            if wrong and not (is_new and counts_as_evidence(self.device)):
                raise PromiseBroken(wrong)
        elif not alike(before, now) and not (self.record and self.again):
            place = f"torch {release()} on {self.device}"
            raise PromiseBroken(
                f"With {place} it did something else when that was recorded.\n"
                f"recorded: {told(before)}\nnow:      {told(now)}\n"
                "If what it does now is right, record with --again."
            )
        return now

    def unfit_to_record(self) -> dict[str, str]:
        """Return what keeps programs from being recorded: all that are new to the evidence."""
        if self.unfit is None:
            new: dict[Program, Program] = {}  # as it ran, and with what it printed
            for snippet, program in self.programs.items():
                outcome = self.outcome_of(snippet)
                if writes_promises(snippet, self.device) and not (
                    outcome.error or device_of(snippet)
                ):
                    promised = Program(program.name, with_promises(program, outcome))
                    if recorded_here(snippet, promised, self.device) is None:
                        new[program] = promised
            outcomes = [self.outcome_of(Path(program.name)) for program in new]
            unsteady = steadiness.unsteady([*new], outcomes)
            # A program is pasted last: each time it has a Python that imports torch for it alone.
            steady = [promised for promised in new.values() if promised.name not in unsteady]
            self.unfit = unsteady | paste.broken(steady)
        return self.unfit

    def repr_failure(
        self,
        test: FenceTestDefinition,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: object = None,
    ) -> str:
        """Return what a failure says: the page, the snippet, what was wrong, and what mends it."""
        if not isinstance(excinfo.value, PromiseBroken):
            return str(excinfo.getrepr())
        page = test.source_path.relative_to(ROOT)
        snippet = self.shown[test].relative_to(ROOT)
        shows = f"{page}, line {test.start_line}, shows {snippet}" if page != snippet else page
        others = [other for other in speaking_of(snippet.stem) if other != page]
        also = f"Other pages speak of it: {', '.join(map(str, others))}\n" if others else ""
        said = f"{shows}:\n{excinfo.value}\n{also}"
        if isinstance(excinfo.value, Unfit):
            return f"{said}Print what holds: fewer digits, or a comparison. Nothing was recorded."
        again = f"nox -s record -- -k {snippet.stem}"
        return f"{said}Mend the snippet; or, if what it prints now is right: {again}"


RUNNER = cast(SnippetRunner, get_runner(SnippetRunner.__name__))  # the one that was registered

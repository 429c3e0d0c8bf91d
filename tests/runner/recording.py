"""What a session says at its end, and what it writes down."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from builder import evidence
from builder.evidence import Run
from builder.snippet import digest

from runner import machine, tables_elsewhere
from runner.differences import told
from runner.folders import DOCS, SNIPPETS
from runner.places import release
from runner.session import RUNNER
from runner.standing import counts_as_evidence, environment

Did = dict[str, Any]  # what a program or a table did, as its evidence has it


def summary(option: Namespace) -> list[str]:
    """Return what a session says at its end about the programs that ran in it."""
    if not RUNNER.outcomes:
        return []
    lines = [environment(option.device), speed()]
    if RUNNER.differs:
        lines.append(f"{len(RUNNER.differs)} snippets do something else here:")
        for snippet, instead in RUNNER.differs.items():
            lines += [f"  {snippet.relative_to(SNIPPETS)}", f"    {told(instead)}"]
    lines += [
        f"{table} does something else than was recorded with torch {release()} on "
        f"{option.device}. If what it does now is right, record with --again."
        for table in RUNNER.tables_that_changed
    ]
    if option.record and not counts_as_evidence(option.device):
        lines.append("Promises are recorded; where they ran is not: see above.")
    return lines


def speed() -> str:
    bodies = sum(outcome.seconds for outcome in RUNNER.outcomes.values())
    return (
        f"{len(RUNNER.outcomes)} snippets, each in its own process, took "
        f"{RUNNER.wall_seconds:.1f} s: one import of torch ({RUNNER.import_seconds:.1f} s) and "
        f"{bodies:.1f} s of programs, two at a time"
    )


def chapter_of(snippet: Path) -> str:
    return snippet.relative_to(SNIPPETS).parts[0]


def tables_here(option: Namespace) -> dict[str, dict[str, Did]]:
    """Return by chapter what its tables do here; raises Refused if the device cannot be used.

    A table that does something else than was recorded here is left as it is recorded, unless it is
    to be recorded again.
    """
    found: dict[str, dict[str, Did]] = {}
    for chapter in sorted({chapter_of(snippet) for snippet in RUNNER.programs}):
        name = f"{option.device.partition(':')[0]}-{release()}"
        known = {r.name: r.tables for r in evidence.recordings(DOCS, chapter)}.get(name, {})
        found[chapter] = tables_elsewhere.compared(chapter, option.device)
        for table, did in [*found[chapter].items()]:
            before = known.get(table, {})
            if before.get("text") == did["text"] and before != did and not option.again:
                RUNNER.tables_that_changed.append(f"{chapter}/{table}")
                del found[chapter][table]
    return found


def write_evidence(device: str, tables: dict[str, dict[str, Did]]) -> None:
    """Record, chapter by chapter, which texts have run here, and what they did instead."""
    did: dict[Path, Did] = {s: {"text": digest(source)} for s, source in RUNNER.passed.items()}
    for snippet, lines in RUNNER.differs.items():
        did[snippet] = {"text": digest(RUNNER.programs[snippet].source), "instead": lines}
    today = datetime.now(UTC).date().isoformat()
    for chapter in sorted({chapter_of(snippet) for snippet in did}):
        own = {
            snippet.relative_to(SNIPPETS / chapter).as_posix(): done
            for snippet, done in did.items()
            if snippet.is_relative_to(SNIPPETS / chapter)
        }
        here, own_tables = machine.environment(device), tables.get(chapter, {})
        run = Run(here, today, round(RUNNER.wall_seconds, 1), own, own_tables)
        kind = device.partition(":")[0]
        evidence.record(DOCS, SNIPPETS, chapter, release(), kind, run)

"""What programs do instead of what they promise, as the evidence of a release and device has it."""

import re
from pathlib import Path

from builder import evidence
from builder.outputs import Instead
from builder.snippet import digest

from runner.folders import DOCS, SNIPPETS
from runner.places import release
from runner.programs import Outcome, Program
from runner.promises import broken, kept

LACKED = re.compile(r"No module named '(?!torch\b)([\w.]+)'")


def lacked(said: str) -> str:
    """Return the package that ended a run, as it is missing: torch has no part in that."""
    found = LACKED.search(said)
    return found[1] if found else ""


def difference(program: Program, outcome: Outcome) -> Instead:
    """Return each promise with what was printed instead, then what ended the run, if anything did.

    What a run that was ended did not get to print, is left out.
    """
    found = [
        [expected or "", got or ""]
        for _, expected, got in broken(program, outcome, False)
        if got is not None or not outcome.error
    ]
    return found + [["", said] for said in (*outcome.assertions, outcome.raised) if said]


def recorded_here(snippet: Path, program: Program, device: str) -> Instead | None:
    """Return what is recorded of this text on this release and device: what it did instead.

    An empty list: it did what it promises. None: nothing is recorded.
    """
    chapter = snippet.relative_to(SNIPPETS).parts[0]
    name = f"{device.partition(':')[0]}-{release()}"
    for recording in evidence.recordings(DOCS, chapter):
        if recording.name == name:
            did = recording.programs.get(snippet.relative_to(SNIPPETS / chapter).as_posix(), {})
            if did.get("text") == digest(program.source):
                instead: Instead = did.get("instead", [])
                return instead
    return None


def alike(before: Instead, now: Instead) -> bool:
    """Say whether two differences are the same, to the last digit but one."""
    same = len(before) == len(now)
    return same and all(
        kept(old, new, exact=False)
        for lines, others in zip(before, now, strict=True)
        for old, new in zip(lines, others, strict=True)
    )


def told(instead: Instead) -> str:
    """Return a difference for a person to read."""
    lines = [f"{got or 'nothing'} instead of {want}" if want else got for want, got in instead]
    return "; ".join(lines) or "what it promises"

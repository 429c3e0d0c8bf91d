"""What a run counts for, by where it ran: the reference writes promises, others are evidence."""

import platform
import sys
from pathlib import Path

from builder import evidence
from builder.outputs import runs_of
from builder.snippet import Snippet, device_of

from runner import places
from runner.folders import DOCS, SNIPPETS
from runner.places import release


def reference() -> str:
    """Return the pinned torch release."""
    return evidence.pinned(DOCS)


def on_reference(device: str) -> bool:
    """Say whether promises must be kept to the letter: where torch and processor are known."""
    known = release() == reference() and is_known_cpu(device)
    return known and places.PINNED in places.playable()


def is_known_cpu(device: str) -> bool:
    return (sys.platform, platform.machine(), device) == ("linux", "x86_64", "cpu")


def counts_as_evidence(device: str) -> bool:
    """Say whether pages may name this run: on an x86-64 Linux, or on an accelerator."""
    return device != "cpu" or is_known_cpu(device)


def writes_promises(snippet: Path, device: str, again: bool = False) -> bool:
    """Say whether a run may write what was printed into the snippet: where its promises come from.

    That is the pinned torch on a CPU. A program about a device takes them from the release that it
    first ran with there, and keeps them.
    """
    kind, subject = device.partition(":")[0], device_of(snippet)
    if not subject:
        return release() == reference() and device == "cpu"
    return kind == subject and (
        again or not runs_of(Snippet.from_file(snippet, SNIPPETS), DOCS).kept
    )


def environment(device: str) -> str:
    """Say what the snippets run on, and so how closely their output is held to the promises."""
    exact = "the reference: output must be equal to the letter"
    close = (
        f"not the reference (torch {reference()} on the CPU of an x86-64 Linux that has AVX2): "
        "a last digit may differ by one"
    )
    kind = exact if on_reference(device) else close
    played = f"{places.pinned_to().upper()} instructions"
    return f"snippets: torch {release()} on {device}, {played}, {kind}"

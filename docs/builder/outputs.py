"""What programs printed elsewhere: line by line, from what the evidence says is different there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.evidence import Did, Recording, recordings
from builder.reading import kept, text
from builder.snippet import Snippet, digest, promises

Instead = list[list[str]]  # pairs of a promised line and the one printed instead


@dataclass
class Runs:
    """What is recorded of exactly this text of a snippet."""

    kept: list[Recording]  # where it does what it promises
    differs: list[tuple[Recording, Instead]]  # where it does not


def runs_of(snippet: Snippet, docs: Path) -> Runs:
    runs, own = Runs([], []), snippet.digest
    for recording in recordings(docs, snippet.chapter):
        did = recording.programs.get(snippet.name)
        if not did or did["text"] != own:
            continue
        if "instead" in did:
            runs.differs.append((recording, did["instead"]))
        else:
            runs.kept.append(recording)
    return runs


def output(source: str, instead: Instead) -> list[str]:
    """Return what a program printed where it printed something instead of its promises.

    A line without a promise stands where the evidence has it: behind the difference before it, and
    if there is none, at the end, where the error that ended a run stands, too.
    """
    lines = promises(source)
    after = 0  # the place behind the last difference
    for promised, got in instead:
        if promised and promised in lines[after:]:
            place = lines.index(promised, after)
            lines[place : place + 1] = [got] if got else []
        elif got:
            place = after or len(lines)
            lines.insert(place, got)
        else:
            continue
        after = place + bool(got)
    return lines


def where(recording: Recording, program: str) -> str:
    """Say where a program, or a table, ran."""
    hardware = recording.run_of(program).environment.hardware
    return f"torch {recording.torch} on {hardware}"


def on_device(docs: Path, snippets: Path, chapter: str, device: str) -> Iterator[tuple[str, str]]:
    """Yield what is recorded as said on a type of device: each line, and where."""
    for recording in recordings(docs, chapter):
        if recording.device != device:
            continue
        for name, did in recording.programs.items():
            source = current(snippets / chapter / name, did)
            for line in output(source, did.get("instead", [])) if source else []:
                yield line, where(recording, name)
        for name, did in recording.tables.items():
            for group in did["differs"] if current(snippets / chapter / name, did) else []:
                for said in group["here"].get("error"), group["here"].get("assertion"):
                    if said:
                        yield said, f"torch {recording.torch}"


def current(program: Path, did: Did) -> str:
    """Return a program's text if the evidence is about exactly that, or nothing."""
    source, own = named(program)
    return source if own == did["text"] else ""


@kept
def named(program: Path) -> tuple[str, str]:
    """Return a program's text, which is empty if there is none, and the name that evidence has."""
    source = text(program) if program.is_file() else ""
    return source, digest(source)


def verified(messages: list[str], docs: Path, snippets: Path, chapter: str) -> dict[str, str]:
    """Return those messages that a recording on CUDA has, each with where it ran."""
    said = [*on_device(docs, snippets, chapter, "cuda")] if messages else []
    found = {}
    for message in messages:
        if place := next((place for line, place in said if message in line), ""):
            found[message] = place
    return found

"""What programs printed elsewhere: line by line, from what the evidence says is different there."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mkdocs.utils.meta import get_data

from builder.evidence import Recording, digest, recordings
from builder.reading import text

REPORTED = "reported_on_cuda"  # in the front matter of a quirk: messages that people report


def printed(source: str) -> list[str]:
    """Return what a program, or a part of it, promises to print."""
    return re.findall(r"^# > (.*)$", source, re.MULTILINE)


def output(source: str, instead: list[list[str]]) -> list[str]:
    """Return what a program printed where it printed something instead of its promises.

    A line without a promise stands where the evidence has it: behind the difference before it, and
    if there is none, at the end, where the error that ended a run stands, too.
    """
    lines = printed(source)
    after = 0  # the place behind the last difference
    for promised, got in instead:
        if promised in lines[after:]:
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


def current(program: Path, did: dict) -> str:
    """Return a program's text if the evidence is about exactly that, or nothing."""
    source = text(program) if program.is_file() else ""
    return source if digest(source) == did["text"] else ""


def reported(page: Path) -> list[str]:
    """Return the messages that people report from CUDA, as the front matter of a quirk has them.

    What a quirk about CUDA has for its signatures is reported, too, until its proof has run there.
    """
    return _reported(page, page.stat().st_mtime_ns) if page.is_file() else []


@cache
def _reported(page: Path, changed: int) -> list[str]:
    meta = get_data(page.read_text("utf-8"))[1]
    own = meta.get("signatures", []) if page.stem.endswith("_cuda") else []
    return [*own, *meta.get(REPORTED, [])]


def verified(messages: list[str], docs: Path, snippets: Path, chapter: str) -> dict[str, str]:
    """Return those messages that a recording on CUDA has, each with where it ran."""
    said = [*on_device(docs, snippets, chapter, "cuda")] if messages else []
    found = {}
    for message in messages:
        if place := next((place for line, place in said if message in line), ""):
            found[message] = place
    return found

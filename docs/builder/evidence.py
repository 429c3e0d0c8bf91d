"""Evidence: which text of each program has run, with which release of torch, on which device.

One file for each (device, release), `docs/<chapter>/evidence/<device>-<release>.json`. In it, a run
for each environment; in a run, for each program the digest of the text that ran and, where it did
not do what the text promises, what it printed instead. Nothing here is edited by hand: the file
carries a checksum, is replaced as a whole, and is written by one process at a time.
"""

import json
import os
import re
import tempfile
from collections import ChainMap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from mkdocs.exceptions import BuildError

from builder.evidence_schema import SCHEMA, SCHEMA_VERSION
from builder.reading import kept, text
from builder.snippet import digest

Did = dict[str, Any]  # of a program, or a table: see RUN


@dataclass(frozen=True)
class Environment:
    """Where programs ran. The strings are described in RUN."""

    hardware: str
    processor: str
    instructions: str
    driver: str
    build: str
    python: str
    numpy: str
    system: str


@dataclass
class Run:
    """What was recorded in one environment."""

    environment: Environment
    date: str
    seconds: float
    programs: dict[str, Did] = field(default_factory=dict)
    tables: dict[str, Did] = field(default_factory=dict)


@dataclass
class Recording:
    """What is known of one release of torch on one type of device."""

    torch: str
    device: str
    runs: list[Run] = field(default_factory=list)

    @property
    def programs(self) -> Mapping[str, Did]:
        """What each program did: its digest as `text`, and perhaps `instead`."""
        return ChainMap(*(run.programs for run in reversed(self.runs)))

    @property
    def tables(self) -> Mapping[str, Did]:
        return ChainMap(*(run.tables for run in reversed(self.runs)))

    @property
    def name(self) -> str:
        return f"{self.device}-{self.torch}"

    def run_of(self, program: str) -> Run:
        """Return the run that a program is recorded in."""
        return next(run for run in self.runs if program in run.programs)


def by_number(release: str) -> list[int]:
    """Order releases: 2.9.1 before 2.10.0."""
    return [int(number) for number in release.split(".")]


def folder(docs: Path, chapter: str) -> Path:
    return docs / chapter / "evidence"


def recordings(docs: Path, chapter: str) -> list[Recording]:
    """Return all that is recorded of a chapter: the CPU first, the oldest release first.

    Raises BuildError for a file that is no evidence.
    """
    return recordings_in(folder(docs, chapter))


@kept
def recordings_in(place: Path) -> list[Recording]:
    found = map(read, place.glob("*.json"))
    return sorted(found, key=lambda r: (r.device != "cpu", r.device, by_number(r.torch)))


def read(path: Path) -> Recording:
    """Return a recording; raise BuildError, naming the file and the remedy, for anything else."""

    def refused(why: str) -> BuildError:
        again = "get it back with git, or delete it and record again (`nox -l` lists how)"
        return BuildError(f"{'/'.join(path.parts[-3:])} {why}: {again}")

    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise refused(f"is cut off, or no JSON ({error})") from None
    schema = found.get("schema") if isinstance(found, dict) else None
    if isinstance(schema, int) and schema > SCHEMA_VERSION:
        raise refused(f"has schema {schema}, newer than this site's {SCHEMA_VERSION}")
    faults = [
        f"{'/'.join(map(str, fault.path)) or 'the file'}: {fault.message[:200]}"
        for fault in Draft202012Validator(SCHEMA).iter_errors(found)
    ]
    if faults:
        raise refused(f"is no evidence ({faults[0]})")
    if found["checksum"] != checksum(found):
        raise refused("was edited by hand: its checksum is another")
    if path.stem != f"{found['device']}-{found['torch']}":
        raise refused(f"is about torch {found['torch']} on {found['device']}")
    names = [f.name for f in fields(Environment)]
    runs = [
        Run(Environment(**{name: run.pop(name) for name in names}), **run) for run in found["runs"]
    ]
    return Recording(found["torch"], found["device"], runs)


def checksum(document: dict[str, Any]) -> str:
    """Return the digest of a document without its checksum."""
    return digest(json.dumps({k: v for k, v in document.items() if k != "checksum"}))


def text_of(recording: Recording) -> str:
    """Return a recording as its file holds it: a line for each program, so that a diff is read."""
    runs = []
    for run in recording.runs:
        kept = asdict(run)
        kept = kept.pop("environment") | kept
        for part in ("programs", "tables"):
            kept[part] = dict(sorted(kept[part].items()))
        runs.append(kept)
    document = {
        "schema": SCHEMA_VERSION,
        "torch": recording.torch,
        "device": recording.device,
        "runs": runs,
    }
    return lined(document | {"checksum": checksum(document)}) + "\n"


def lined(value: object, depth: int = 0) -> str:
    """Return JSON with a line for each member down to a program's; what is in it, in one line."""
    if depth == 4 or not isinstance(value, dict | list) or not value:
        return json.dumps(value)
    pad, (left, right) = " " * depth, "{}" if isinstance(value, dict) else "[]"
    if isinstance(value, dict):
        inside = [f"{json.dumps(k)}: {lined(v, depth + 1)}" for k, v in value.items()]
    else:
        inside = [lined(entry, depth + 1) for entry in value]
    return f"{left}\n {pad}" + f",\n {pad}".join(inside) + f"\n{pad}{right}"


def merge(recording: Recording, run: Run) -> None:
    """Add a run: what it says of a program replaces what was said before, whoever said it."""
    for earlier in recording.runs:
        for part in ("programs", "tables"):
            for name in getattr(run, part):
                getattr(earlier, part).pop(name, None)
    same = next((r for r in recording.runs if r.environment == run.environment), None)
    if same:
        same.programs |= run.programs
        same.tables |= run.tables
        same.date, same.seconds = run.date, max(same.seconds, run.seconds)
    else:
        recording.runs.append(run)


def forget_changed(recording: Recording, texts: dict[str, str]) -> None:
    """Drop what is said of a text that is another by now; `texts` gives the digest by name."""
    for run in recording.runs:
        run.programs = {n: did for n, did in run.programs.items() if texts.get(n) == did["text"]}
        run.tables = {n: did for n, did in run.tables.items() if texts.get(n) == did["text"]}
    recording.runs = [run for run in recording.runs if run.programs or run.tables]


def texts_of(snippets: Path, chapter: str) -> dict[str, str]:
    """Return the digest of each program of a chapter, by its path in the chapter's folder."""
    paths = sorted((snippets / chapter).rglob("*.py"))
    folder = snippets / chapter
    return {p.relative_to(folder).as_posix(): digest(text(p)) for p in paths}


def record(docs: Path, snippets: Path, chapter: str, torch: str, device: str, run: Run) -> Path:
    """Write down a run of a chapter's programs; return the file.

    Of every recording of the chapter, what it says of texts that have changed since is dropped.
    Two sessions may record at the same time: each waits for the other, and loses nothing.
    """
    place = folder(docs, chapter)
    place.mkdir(parents=True, exist_ok=True)
    own = place / f"{device}-{torch}.json"
    with locked(place):
        known = {path: read(path) for path in sorted(place.glob("*.json"))}
        merge(known.setdefault(own, Recording(torch, device)), run)
        texts = texts_of(snippets, chapter)
        for path, recording in known.items():
            forget_changed(recording, texts)
            now = text_of(recording)
            if not path.exists() or path.read_text("utf-8") != now:
                write_whole(path, now)
    return own


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Hold a folder's recordings alone; a process that dies gives them back."""
    from filelock import FileLock  # only who records needs it

    with FileLock(Path(tempfile.gettempdir(), f"evidence-{digest(str(place.resolve()))}.lock")):
        yield


def write_whole(path: Path, whole: str) -> None:
    """Replace a file as a whole: who reads it, or runs out of disk, has the old one or the new."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(whole)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def pinned(docs: Path) -> str:
    """Return the release of torch that the promises come from: the pin in pyproject.toml."""
    found = re.search(r'"torch==([0-9.]+)"', text(docs.parent / "pyproject.toml"))
    if not found:
        raise BuildError('pyproject.toml does not pin torch, as in "torch==2.13.0"')
    return found[1]

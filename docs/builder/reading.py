"""Read once: what was read, or gathered from folders, is kept until a file there changes."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from stat import S_ISDIR
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Gathered = TypeVar("Gathered")
State = tuple[tuple[str, int, int, int], ...]
SEEN: dict[str, State] | None = None  # within a moment, what has been looked at


def kept(gather: Callable[Given, Gathered]) -> Callable[Given, Gathered]:
    """Keep what a function gathers from files and folders: paths, and perhaps a chapter in them.

    Whoever gets it shares it, and changes nothing in it.
    """
    known: dict[tuple[Any, ...], tuple[list[State], Gathered]] = {}

    @wraps(gather)
    def reader(*given: Given.args, **named: Given.kwargs) -> Gathered:
        chapter = next((name for name in given if isinstance(name, str)), "")
        places = [place for place in given if isinstance(place, Path)]
        now = [state(str(place / chapter if chapter else place)) for place in places]
        if given not in known or known[given][0] != now:
            known[given] = now, gather(*given, **named)
        return known[given][1]

    return reader


@kept
def text(path: Path) -> str:
    """Return what a file holds."""
    return path.read_text("utf-8")


@contextmanager
def one_moment() -> Iterator[None]:
    """Take files as they are when first looked at: looking takes longer than what is done there."""
    begin_moment()
    try:
        yield
    finally:
        end_moment()


def begin_moment() -> None:
    global SEEN
    SEEN = {}


def end_moment() -> None:
    global SEEN
    SEEN = None


def state(place: str) -> State:
    """Return the name, time and size of a file, or of each in a folder: another if one changes."""
    if SEEN is None:
        return looked_at(place)
    if place not in SEEN:
        SEEN[place] = looked_at(place)
    return SEEN[place]


def looked_at(place: str) -> State:
    try:
        now = os.stat(place)
    except FileNotFoundError:
        return ()
    return tuple(sorted(files(place))) if S_ISDIR(now.st_mode) else (of(place, now),)


def files(folder: str) -> Iterator[tuple[str, int, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from files(entry.path)
        elif not entry.name.endswith((".pyc", ".part")):
            yield of(entry.path, entry.stat())


def of(path: str, now: os.stat_result) -> tuple[str, int, int, int]:
    return path, now.st_ino, now.st_mtime_ns, now.st_size

"""Read once: what was read, or gathered from folders, is kept until a file there changes."""

import os
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

Gather = TypeVar("Gather", bound=Callable)


def text(path: Path) -> str:
    """Return what a file holds."""
    now = path.stat()
    return _text(path, now.st_mtime_ns, now.st_size)


@lru_cache(maxsize=4096)
def _text(path: Path, changed: int, size: int) -> str:
    return path.read_text("utf-8")


def state(folder: Path) -> tuple:
    """Return the names, times and sizes of all files in a folder: another if one changes."""
    return tuple(sorted(files(str(folder))))


def files(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        found = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from files(entry.path)
        elif not entry.name.endswith((".pyc", ".part")):
            now = entry.stat()
            yield entry.path, now.st_mtime_ns, now.st_size


def kept(gather: Gather) -> Gather:
    """Keep what a function gathers from folders, given as paths and perhaps a chapter in them.

    Whoever gets it shares it, and changes nothing in it.
    """

    @lru_cache(maxsize=64)
    def gathered(arguments: tuple, states: tuple):
        return gather(*arguments)

    @wraps(gather)
    def reader(*arguments):
        chapter = next((name for name in arguments if isinstance(name, str)), "")
        folders = [folder for folder in arguments if isinstance(folder, Path)]
        return gathered(arguments, tuple(state(folder / chapter) for folder in folders))

    return reader

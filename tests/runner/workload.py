"""What a run of the tests takes on: each day a share of what is many and alike, each week all."""

import re
import subprocess
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from runner.folders import ROOT

NEWEST = 5  # commits: what they change is held to every law each day
# What no part of the site that a reader moves hangs on: proofs and their pages, where they ran, the
# laws of other things, and what is not of the site.
APART = re.compile(
    r"(?:docs|snippets)/[^/]+/(?:quirks|evidence)/|tests/(?:test_|[^/]+\.jsonl?$)|\.github/|[^/]+\.md$"
)


@cache
def changed() -> frozenset[str] | None:
    """Return the files that the newest commits changed; None where older ones were not fetched."""
    command = ["git", "diff", "--name-only", f"HEAD~{NEWEST}"]
    told = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return None if told.returncode else frozenset(told.stdout.split())


@cache
def lately() -> set[str]:
    """Return the names of the pages and programs that the newest commits changed."""
    places = {"docs": ".md", "snippets": ".py"}
    paths = [Path(name) for name in changed() or ()]
    return {path.stem for path in paths if path.suffix == places.get(path.parts[0])}


def may_have_changed(law: Path) -> bool:
    """Say whether the newest commits touch what a law about a part that a reader moves hangs on."""
    names = changed()
    own = law.relative_to(ROOT).as_posix()
    return names is None or any(name == own or not APART.match(name) for name in names)


def named(case: object) -> list[str]:
    """Return the names in a case, such as those of a path."""
    return re.split(r"[^\w-]+", str(case))


def shared_out(cases: Iterable[Any], every: int, always: Collection[Any] = ()) -> list[Any]:
    """Return cases for `parametrize`: each week all; else one in so many, and what is always there.

    Cases that bear the name of a page or a program of the newest commits are there, too.
    """
    return [
        case
        if n % every == 0 or case in always or not lately().isdisjoint(named(case))
        else pytest.param(case, marks=pytest.mark.weekly)
        for n, case in enumerate(cases)
    ]


def waits(item: pytest.Item, config: pytest.Config) -> bool:
    """Say whether a law is left to the week; none is that records, or whose file is asked for."""
    if config.option.weekly or config.option.record:
        return False
    if item.get_closest_marker("weekly"):
        return True
    asked = {Path(argument.partition("::")[0]).name for argument in config.args}
    moved = item.get_closest_marker("moved") and reads(item) and config.option.browser == "chromium"
    return bool(moved) and item.path.name not in asked and not may_have_changed(item.path)


def reads(item: pytest.Item) -> bool:
    """Say whether a law looks at the site in a browser."""
    return not {"browser", "reader"}.isdisjoint(getattr(item, "fixturenames", ()))

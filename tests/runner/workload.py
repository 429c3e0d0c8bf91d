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


@cache
def lately() -> set[str]:
    """Return the names of the pages and programs that the newest commits changed, or nobody yet."""
    changed = ["git", "diff", "--name-only", f"HEAD~{NEWEST}", "--", "docs/*.md", "snippets/*.py"]
    listed = subprocess.run(changed, capture_output=True, text=True, cwd=ROOT).stdout
    return {Path(name).stem for name in listed.split()}  # none where older commits were not fetched


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

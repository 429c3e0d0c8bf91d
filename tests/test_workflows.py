"""The workflows hold no finding of zizmor, and everyone runs the same nox."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from snippet_plugin import ROOT


def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor", path=Path(sys.executable).parent) or "zizmor"
    audit = [zizmor, "--offline", "--pedantic", "--strict-collection", "--quiet", ".github"]
    found = subprocess.run(audit, cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


def test_nox_has_one_version() -> None:
    files = [ROOT / "pyproject.toml", ROOT / ".ci/run", *(ROOT / ".github").rglob("*.yml")]
    pins = {pin for file in files for pin in re.findall(r"\bnox==[\w.]+", file.read_text("utf-8"))}
    assert len(pins) == 1, f"several versions of nox are pinned: {sorted(pins)}"

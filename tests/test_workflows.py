"""What a public project needs beside its pages: safe workflows, forms that work, licences."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from runner.folders import ROOT


def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor", path=Path(sys.executable).parent) or "zizmor"
    audit = [zizmor, "--offline", "--pedantic", "--strict-collection", "--quiet", ".github"]
    found = subprocess.run(audit, cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


def test_nox_has_one_version() -> None:
    files = [ROOT / "pyproject.toml", ROOT / ".ci/run", *(ROOT / ".github").rglob("*.yml")]
    pins = {pin for file in files for pin in re.findall(r"\bnox==[\w.]+", file.read_text("utf-8"))}
    assert len(pins) == 1, f"several versions of nox are pinned: {sorted(pins)}"


FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_an_issue_form_can_be_filled_in(form: Path) -> None:
    """GitHub drops a form that it cannot read, and says so to nobody."""
    found = yaml.safe_load(form.read_text("utf-8"))
    assert found.keys() == {"name", "description", "labels", "body"}
    fields = [field for field in found["body"] if field["type"] != "markdown"]
    assert {field["type"] for field in fields} <= {"input", "textarea"}
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert any(field.get("validations", {}).get("required") for field in fields)


def test_the_licences_are_there_and_the_citation_names_them() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["license"] == ["MIT", "CC-BY-4.0"]
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert "Attribution 4.0 International" in (ROOT / "LICENSE-CC-BY-4.0").read_text("utf-8")

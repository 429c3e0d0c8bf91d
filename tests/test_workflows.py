"""What a public project needs beside its pages: safe workflows, forms that work, licences."""

import ast
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import nox
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


PARTS = {  # whose modules are imported there, by dependency group
    "docs": [*ROOT.glob("docs/builder/*.py"), *ROOT.glob("docs/*/views/*.py")],
    "tests": [*ROOT.glob("tests/*.py"), *ROOT.glob("tests/*/*.py"), *ROOT.glob("snippets/**/*.py")],
    "clients": [ROOT / "tests/test_clients.py"],
}
PARTS["tests"].remove(ROOT / "tests/test_clients.py")
OWN = {path.stem for place in ("docs/*", "tests/*", "snippets/*/*.py") for path in ROOT.glob(place)}
TRIED = {"zensical"}  # if it is there


@pytest.mark.parametrize("group", PARTS)
def test_what_is_imported_is_declared(group: str) -> None:
    """What another package happens to bring can go with its next version."""
    project = nox.project.load_toml(ROOT / "pyproject.toml")
    pinned = nox.project.dependency_groups(project, group)
    declared = {re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in pinned}
    given = packages_distributions()
    for path in PARTS[group]:
        for name in imported(path.read_text("utf-8")) - {*sys.stdlib_module_names, *OWN, *TRIED}:
            brought = {re.sub(r"[-_.]+", "-", by).lower() for by in given.get(name, [name])}
            assert brought & declared, (
                f"{path.relative_to(ROOT)} imports {name}: name {' or '.join(sorted(brought))} in "
                f"the group {group!r} of pyproject.toml, with its version of constraints.txt"
            )


def imported(source: str) -> set[str]:
    """Return the packages that a program imports, without their own modules."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        found |= {name.partition(".")[0] for name in names}
    return found


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

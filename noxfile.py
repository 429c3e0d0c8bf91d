"""Every command there is. `nox -l` lists them; `nox` alone does what CI does."""

import hashlib
import os
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["tests"]
nox.options.default_venv_backend = "virtualenv"  # uv would fetch torch's CUDA build
nox.options.reuse_existing_virtualenvs = True

PYPROJECT = nox.project.load_toml("pyproject.toml")
CONSTRAINTS = Path("tests/constraints.txt")


def prepare(session: nox.Session, group: str) -> None:
    """Install a dependency group unless the environment already holds exactly it."""
    requirements = nox.project.dependency_groups(PYPROJECT, group)
    wanted = hashlib.sha256(f"{requirements}{CONSTRAINTS.read_text()}".encode()).hexdigest()
    stamp = Path(session.virtualenv.location, "installed")
    if not stamp.exists() or stamp.read_text() != wanted:
        session.install(*requirements, "--constraint", str(CONSTRAINTS))
        stamp.write_text(wanted)
    session.env["PYTHONPATH"] = os.pathsep.join(
        str(Path(p).resolve()) for p in ("docs/theme", "tests")
    )
    session.env["NO_MKDOCS_2_WARNING"] = "1"  # a notice about the theme's future, in every build


@nox.session
def docs(session: nox.Session) -> None:
    """Serve the site with live reload at http://127.0.0.1:8000 (`-- build`: write site/)."""
    prepare(session, "docs")
    if sys.stdin.isatty() and "build" not in session.posargs:
        session.run("python", "-m", "mkdocs", "serve", "--no-strict", *session.posargs)
    else:
        session.run("python", "-m", "mkdocs", "build", "--strict")


@nox.session
def snippets(session: nox.Session) -> None:
    """Run every program a reader can see (`-- -k name`, `-- --device=cuda`)."""
    prepare(session, "tests")
    session.run("python", "-m", "pytest", "docs", *session.posargs)


@nox.session
def record(session: nox.Session) -> None:
    """Run every program and write down what it printed: promises, evidence, notebooks."""
    prepare(session, "tests")
    session.run("python", "-m", "pytest", "docs", "--record", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Do exactly what CI does: lint, run every program, hold every page to the laws."""
    prepare(session, "tests")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def gpu(session: nox.Session) -> None:
    """Run every program on CUDA and record where it ran; fails where there is no CUDA."""
    prepare(session, "tests")
    session.run("python", "-m", "pytest", "docs", "--device=cuda", "--record", *session.posargs)

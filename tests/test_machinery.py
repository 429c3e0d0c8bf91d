"""Law: the machinery is small and typed, and each package needs only what it is for.

What the browser runs is typed as well: `tests/tsconfig.json` says how strictly.
Three packages: builder makes pages, as the views of a chapter do, and needs no torch; runner runs
programs; built reads the built site. Learners check exercises without what makes the site.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from built.building import machinery
from built.tools import checker, nodejs
from runner.folders import ROOT

FUNCTION, MODULE = 40, 300  # lines, at most
# Where the machinery is -> what it may not import.
PLACES = {
    "docs/builder": {"torch", "runner", "built"},
    "docs/*/views": {"torch", "runner", "built"},
    "tests/runner": {"built"},
    "tests/built": {"torch"},
}


def modules(root: Path) -> list[Path]:
    return sorted(path for place in PLACES for path in root.glob(f"{place}/**/*.py"))


def too_long(module: Path) -> Iterator[str]:
    """Yield what is too long in a module; one that defines no function holds data, or texts."""
    text = module.read_text("utf-8")
    functions = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    for function in functions:
        lines = (function.end_lineno or 0) - function.lineno + 1
        if lines > FUNCTION:
            yield f"{function.name} has {lines} lines, and a function at most {FUNCTION}"
    lines = len(text.splitlines())
    if functions and lines > MODULE:
        yield f"it has {lines} lines, and a module at most {MODULE}: split it by what things are"


def imports(module: Path) -> set[str]:
    """Return the packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def astray(root: Path) -> dict[Path, set[str]]:
    """Return the modules that import what their package may not, and what that is."""
    found = {}
    for place, forbidden in PLACES.items():
        for module in root.glob(f"{place}/**/*.py"):
            if wrong := imports(module) & forbidden:
                found[module] = wrong
    return found


def given_twice(module: Path) -> list[str]:
    """Return the constants that a module gives again without what they were: that one is lost.

    A function reads a constant when it is called, so what stands above the second one reads it too.
    """
    seen: set[str] = set()
    found = []
    for node in ast.parse(module.read_text("utf-8")).body:
        if isinstance(node, ast.Assign):
            names = {
                one.id for one in node.targets if isinstance(one, ast.Name) and one.id.isupper()
            }
            read = {one.id for one in ast.walk(node.value) if isinstance(one, ast.Name)}
            found += sorted(names & seen - read)
            seen |= names
    return found


def untyped(root: Path) -> list[str]:
    """Return what mypy, strict, complains of in a tree; raise RuntimeError if it cannot say."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    found = []
    views = [[str(place)] for place in sorted(root.glob("docs/*/views"))]  # each is called `views`
    for places in [[], *views]:
        command = [sys.executable, "-m", "mypy", *places]
        done = subprocess.run(command, cwd=root, env=kept, capture_output=True, text=True)
        errors = [line for line in done.stdout.splitlines() if ": error: " in line]
        if done.returncode not in (0, 1) or bool(errors) != bool(done.returncode):
            raise RuntimeError(f"mypy ended with {done.returncode}: {done.stdout}{done.stderr}")
        found += [error for error in errors if error not in found]
    return found


def untyped_scripts(root: Path) -> list[str]:
    """Return what TypeScript complains of in a tree's scripts; raise RuntimeError if it cannot."""
    compiler = checker("typescript/bin/tsc")
    command = [nodejs(), compiler, "-p", root / "tests" / "tsconfig.json", "--pretty", "false"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    errors = [line for line in done.stdout.splitlines() if re.match(r"docs/.*: error TS", line)]
    if bool(errors) != bool(done.returncode):
        raise RuntimeError(f"tsc ended with {done.returncode}: {done.stdout}{done.stderr}")
    return errors


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    return untyped(ROOT)


def by_place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", modules(ROOT), ids=by_place)
def test_what_is_read_at_once_is_short(module: Path) -> None:
    wrong = [*too_long(module)]
    assert not wrong, f"{by_place(module)}: {'; '.join(wrong)}"


def test_a_package_needs_only_what_it_is_for() -> None:
    wrong = [
        f"{by_place(module)} imports {', '.join(what)}" for module, what in astray(ROOT).items()
    ]
    assert not wrong, "\n".join(sorted(wrong))


@pytest.mark.parametrize("place", ["docs", "snippets", "tests"])
def test_a_constant_is_given_once(place: str) -> None:
    modules = [path for path in (ROOT / place).rglob("*.py") if "node_modules" not in path.parts]
    wrong = [
        f"{by_place(module)} gives {name} again, and what stands above reads the second: rename one"
        for module in sorted(modules)
        for name in given_twice(module)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "place", ["docs/builder/", "docs/.*/views/", "tests/runner/", "tests/built/", "tests/conftest"]
)
def test_types_are_told_and_hold(place: str, complaints: list[str]) -> None:
    wrong = [line for line in complaints if re.match(place, line)]
    assert not wrong, "python -m mypy says:\n" + "\n".join(wrong)


def test_types_of_scripts_are_told_and_hold() -> None:
    wrong = untyped_scripts(ROOT)
    assert not wrong, "tsc -p tests/tsconfig.json says:\n" + "\n".join(wrong)


def test_a_name_of_a_script_is_that_of_one_script_alone() -> None:
    """Any two may come to stand on one page, where the later function takes the place of the other.

    The compiler notices this of variables and classes, and not of functions in scripts.
    """
    declared = re.compile(r"^(?:async )?function (\w+)", re.MULTILINE)
    scripts_of: dict[str, list[str]] = {}
    for script in sorted((ROOT / "docs" / "assets").glob("*.js")):
        for name in declared.findall(script.read_text("utf-8")):
            scripts_of.setdefault(name, []).append(script.name)
    shared = {name: scripts for name, scripts in scripts_of.items() if len(scripts) > 1}
    assert shared == {}, "give one of them another name, or make it a method"


def test_the_search_library_is_what_its_package_has(tmp_path: Path) -> None:
    """tests/package.json names the release. It is served without comments, which are half of it."""
    options = "--allowJs --ignoreConfig --removeComments --target es2024 --module esnext --outDir"
    source = checker("minisearch/dist/es/index.js")
    command = [nodejs(), checker("typescript/bin/tsc"), *options.split(), tmp_path, source]
    subprocess.run(command, check=True, capture_output=True)
    release = json.loads(checker("minisearch/package.json").read_text("utf-8"))["version"]
    served = (ROOT / "docs" / "assets" / "minisearch.js").read_text("utf-8")
    own = "".join(line for line in served.splitlines(True) if not line.startswith("//"))
    remedy = f"put the head of docs/assets/minisearch.js before it: {' '.join(map(str, command))}"
    assert own == (tmp_path / "index.js").read_text("utf-8"), remedy
    assert f"// MiniSearch {release}," in served, remedy


# Learners have Python, torch and what comes with it.
ALONE = """
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

THERE = {*sys.stdlib_module_names, "builder", "runner"}

class Refuse(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] not in THERE:
            raise ImportError(f"{name} is not there")

sys.meta_path.insert(0, Refuse())
from runner import exercise_runner

exercise_runner.Session(Path(sys.argv[1])).show_list()
"""


def test_exercises_are_listed_without_what_makes_the_site(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": machinery(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0 and "solved. Your files are in" in done.stdout, done.stderr


# What the laws refuse.


def written(root: Path, path: str, text: str) -> Path:
    module = root / path
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(text, "utf-8")
    return module


@pytest.mark.parametrize("lines", [FUNCTION, FUNCTION + 1])
def test_a_long_function_is_named(lines: int, tmp_path: Path) -> None:
    body = "    x = 1\n" * (lines - 1)
    module = written(tmp_path, "m.py", f"class A:\n    pass\n\n\nasync def f():\n{body}")
    said = [*too_long(module)]
    assert [line[: len("f has 41 lines")] for line in said] == ["f has 41 lines"] * (
        lines > FUNCTION
    )


@pytest.mark.parametrize("lines", [MODULE, MODULE + 1])
def test_a_long_module_is_named_unless_it_holds_no_function(lines: int, tmp_path: Path) -> None:
    data = written(tmp_path, "data.py", "X = 1\n" * lines)
    code = written(tmp_path, "code.py", "def f(): ...\n" + "X = 1\n" * (lines - 1))
    assert not [*too_long(data)]
    assert len([*too_long(code)]) == (lines > MODULE)


TWICE = "A = 1\nB = 1\nx = 1\n\n\ndef f():\n    A = 0\n    return A\n\n\nB = B + 1\n"


@pytest.mark.parametrize(("last", "named"), [("x = 2", []), ("A = 2", ["A"]), ("A = B", ["A"])])
def test_a_constant_given_twice_is_named(last: str, named: list[str], tmp_path: Path) -> None:
    assert given_twice(written(tmp_path, "m.py", f"{TWICE}{last}\n")) == named


ASTRAY = {
    "docs/builder/a.py": "def f():\n    import torch.nn\n",
    "docs/c/views/a.py": "from runner.programs import Program\n",
    "tests/runner/a.py": "from built import site\n",
    "tests/built/views/a.py": "import json, torch\n",
}


@pytest.mark.parametrize("path", ASTRAY)
def test_an_import_astray_is_named(path: str, tmp_path: Path) -> None:
    written(tmp_path, "docs/builder/b.py", "from . import runner\nfrom builder import torch\n")
    module = written(tmp_path, path, ASTRAY[path])
    assert [*astray(tmp_path)] == [module]


def test_what_is_not_typed_is_named(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("docs/builder", "tests/runner", "tests/built"):
        written(tmp_path, f"{package}/__init__.py", "")
    written(tmp_path, "tests/conftest.py", "")
    assert not untyped(tmp_path)
    written(tmp_path, "docs/builder/a.py", "def f(x):\n    return x\n")
    written(tmp_path, "docs/a-chapter/views/__init__.py", "X: list = []\n")
    written(tmp_path, "docs/another/views/__init__.py", "X: set = {}\n")
    written(tmp_path, "tests/runner/a.py", "import re\n\nre.search('a', 'b')[0]\n")
    written(tmp_path, "tests/conftest.py", "X: dict = {}\n")
    named = [re.sub(r":\d+: .*\[", " [", line) for line in untyped(tmp_path)]
    assert sorted(named) == [
        "docs/a-chapter/views/__init__.py [type-arg]",
        "docs/another/views/__init__.py [assignment]",
        "docs/another/views/__init__.py [type-arg]",
        "docs/builder/a.py [no-untyped-def]",
        "tests/conftest.py [type-arg]",
        "tests/runner/a.py [index]",
    ]
    (tmp_path / "tests" / "built" / "__init__.py").unlink()
    (tmp_path / "tests" / "built").rmdir()
    with pytest.raises(RuntimeError, match="mypy ended with 2"):
        untyped(tmp_path)


FAULTY = {
    "document.quarySelector('p');": "'quarySelector' does not exist",
    "element('input', { typ: 'text' });": "'typ' does not exist",
    "nowhere();": "Cannot find name 'nowhere'",
    "Math.sqrt('4');": "Argument of type 'string' is not assignable",
    "function f(x) { return x; } f(1);": "'x' implicitly has an 'any' type",
    "function f() { const x = 1; } f();": "'x' is declared but its value is never read",
    "let button = 1;": "Cannot redeclare block-scoped variable 'button'",
}


@pytest.fixture(scope="module")
def scripts_said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of faulty scripts, all at once, in blocks that keep their names apart."""
    tree = tmp_path_factory.mktemp("scripts")
    written(tree, "tests/tsconfig.json", (ROOT / "tests" / "tsconfig.json").read_text("utf-8"))
    shared = (ROOT / "docs" / "assets" / "element.js").read_text("utf-8")
    written(tree, "docs/assets/element.js", shared)
    assert not untyped_scripts(tree)
    for number, faulty in enumerate(FAULTY):
        alone = faulty if faulty.startswith("let") else f"{{ {faulty} }}"
        written(tree, f"docs/assets/{number}.js", f"{alone}\n")
    return untyped_scripts(tree)


@pytest.mark.parametrize("faulty", FAULTY)
def test_a_fault_of_a_script_is_named(faulty: str, scripts_said: list[str]) -> None:
    file = f"docs/assets/{[*FAULTY].index(faulty)}.js"
    assert any(file in said and FAULTY[faulty] in said for said in scripts_said), scripts_said


def test_scripts_that_cannot_be_checked_are_no_success(tmp_path: Path) -> None:
    written(tmp_path, "tests/tsconfig.json", "{")
    with pytest.raises(RuntimeError, match="tsc ended with"):
        untyped_scripts(tmp_path)

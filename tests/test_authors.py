"""Law: the page for authors names commands that there are, and messages that they say."""

import ast
import re
from itertools import chain

import pytest
from runner import new
from runner.folders import DOCS, ROOT

PAGE = (DOCS / "authors.md").read_text("utf-8")
MESSAGES = re.findall(r"^- `([^`]+)` ", PAGE.partition("{ #messages ")[2], re.MULTILINE)
COMMANDS = re.findall(r"nox -s (\w+)(?: -- (\w+) ([\w-]+)$)?", PAGE, re.MULTILINE)
SPEAKERS = "docs/builder/*.py", "tests/runner/*.py", "tests/test_*.py"


def literals(source: str) -> str:
    """Return the texts of a program, with dots where values are put in."""
    said = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            said.append(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "…" for part in node.values]
            said.append("".join(map(str, parts)))
    return "\n".join(said)


@pytest.fixture(scope="module")
def said() -> str:
    paths = chain.from_iterable(map(ROOT.glob, SPEAKERS))
    others = [path for path in paths if path.name != "test_authors.py"]
    return "\n".join(literals(path.read_text("utf-8")) for path in others)


def parts(message: str) -> list[str]:
    """Return what a quoted message says for certain: its words between the dots."""
    return [part for part in map(str.strip, message.split("…")) if len(part) > 1]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_one_that_is_said(message: str, said: str) -> None:
    assert all(part in said for part in parts(message)), f"docs/authors.md: nothing says {message}"


def test_a_message_that_nothing_says_is_found(said: str) -> None:
    assert len(MESSAGES) >= 8
    assert not all(part in said for part in parts("… is there by now: choose another name"))


def test_a_command_is_one_that_there_is() -> None:
    tree = ast.parse((ROOT / "noxfile.py").read_text("utf-8"))
    sessions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert {session for session, *_ in COMMANDS} <= sessions
    assert {kind for session, kind, _ in COMMANDS if session == "new"} - {""} <= {*new.NEXT}


@pytest.mark.parametrize("kind", ["snippet", "quirk", "question", "exercise"])
def test_the_page_shows_what_a_command_would_write(kind: str) -> None:
    """Only the files that `nox -s new` begins: the name in the command is that of the example."""
    [name] = [name for session, what, name in COMMANDS if (session, what) == ("new", kind)]
    begun = new.files(kind, "activations-and-losses", name)
    shown = set(re.findall(r"files: file (\S+)", PAGE))
    assert shown & {*begun}, f"docs/authors.md makes {name}, and shows another {kind}"
    assert all((ROOT / path).is_file() for path in begun if "/wrong/" not in path)

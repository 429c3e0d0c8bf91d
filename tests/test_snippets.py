"""Law: a snippet is a short, complete program that can be read aloud, and that can fail."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from builder.snippet import device_of, draws, promises, without_promises
from runner.folders import SNIPPETS
from runner.programs import kind_of
from test_pages import PROGRAMS

FORBIDDEN = {
    r"^if __name__": "a program needs no main",
    r"\bargparse\b": "a program needs no arguments",
    r"^#>|^# >(?! |$)": "a promise is written `# > ` (formatters rewrite `#>`)",
}
# A program that builds tensors on the CPU, whatever runs it, says so in this line.
ON_THE_CPU = "# Runs on the CPU: "
# Not where it follows another tensor's device, nor in what a stand-in says.
A_DEVICE = r"\.cuda\(|(?<!return_value=)[\"']cuda|\bdevice=(?!\w+\.device\b)|\.to\(device"


def problems(name: str, source: str, tool: bool = False) -> list[str]:
    """Return what keeps a source text from being a snippet, or a tool to take away."""
    tree = ast.parse(source)
    docstring = ast.get_docstring(tree) or ""
    statements = [n for n in ast.walk(tree) if isinstance(n, ast.Assert)]
    calls = [ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)]
    found = [meaning for slip, meaning in FORBIDDEN.items() if re.search(slip, source, re.M)]
    device = device_of(Path(name))
    if not device and re.search(A_DEVICE, source):
        found.append("the runner chooses the device, unless the file name ends in _cuda or _mps")
    if "from_numpy" in source and f"\n{ON_THE_CPU}" not in source:
        found.append(f"NumPy's memory is the CPU's: say so in a line, `{ON_THE_CPU}...`")
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", name):
        found.append("the file name is a claim in words: lower_case_with_underscores.py")
    if not re.fullmatch(r"[A-Z0-9`\"].*\.", docstring):
        found.append("the first line is a docstring of one sentence: the claim in English")
    typed = without_promises(source).splitlines()
    if max(map(len, typed)) > 76:
        found.append("at most 76 columns (a promise may quote a longer message)")
    if not source.isascii():
        found.append("ASCII only, so that it survives copying")
    if tool:
        return found  # of any length; what it does is held to by its own test file
    if len(source.splitlines()) > 40:
        found.append(f"at most 40 lines (it has {len(source.splitlines())})")
    unrun = device and not promises(source)  # until a run on that device records them
    compared = unrun or draws(source)  # a drawing is compared as a whole
    if not compared and not (
        promises(source) or statements or any("assert_close" in call for call in calls)
    ):
        found.append("it promises nothing and asserts nothing, so it cannot fail")
    return found


@pytest.mark.parametrize("snippet", PROGRAMS, ids=lambda path: path.stem)
def test_a_snippet_has_the_form(snippet: Path) -> None:
    tool = kind_of(snippet) == "tool"
    wrong = problems(snippet.stem, snippet.read_text("utf-8"), tool)
    if tool and not (test := Path(__file__).with_name(f"test_{snippet.stem}.py")).exists():
        wrong.append(f"a tool has a test of its own, tests/{test.name}")
    assert not wrong, f"{snippet.relative_to(SNIPPETS)}:\n" + "\n".join(f"- {w}" for w in wrong)


def test_a_claim_is_made_once() -> None:
    claims = Counter(path.stem for path in PROGRAMS)
    twice = [claim for claim, count in claims.items() if count > 1]
    assert not twice, f"two snippets are called {twice}; show the one that exists, or rename"


GOOD = '"""One and one is two."""\n\nprint(1 + 1)\n# > 2\n'


@pytest.mark.parametrize(
    ("name", "source", "complaint"),
    [
        ("snippet2", GOOD, "a claim in words"),
        ("Two_Words", GOOD, "a claim in words"),
        ("one_two", GOOD.replace("One and one is two.", "sums"), "docstring of one sentence"),
        ("one_two", GOOD.replace("# > 2\n", ""), "cannot fail"),
        ("one_two", GOOD + "\n" * 40, "at most 40 lines"),
        ("one_two", GOOD + "# " + "x" * 80, "at most 76 columns"),
        ("one_two", GOOD + "x = x.cuda()\n", "chooses the device"),
        ("one_two", GOOD + "x = torch.from_numpy(y)\n", "say so in a line"),
        ("one_two", GOOD + "if __name__ == '__main__':\n    pass\n", "no main"),
        ("one_two", GOOD + "#> 3\n", "a promise is written"),
        ("one_two", GOOD + "# >3\n", "a promise is written"),
        ("one_two", GOOD + "# \u2713\n", "ASCII"),
    ],
)
def test_bad_form_is_refused(name: str, source: str, complaint: str) -> None:
    assert complaint in "\n".join(problems(name, source))


def test_good_form_is_accepted() -> None:
    assert problems("one_and_one_is_two", GOOD) == []

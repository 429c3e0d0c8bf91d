"""Law: a lab's notebook is what its source does today, and it stands by itself in Colab."""

import ast
import re
import sys
from pathlib import Path

import nbformat
import pytest
from builder.evidence import write_whole
from mkdocs.config import load_config
from pathspec.gitignore import GitIgnoreSpec
from runner.folders import DOCS, ROOT, SNIPPETS
from runner.lab_runner import TIME_LIMIT, LabBroken, difference, executed, notebook_of, text_of
from runner.pages import rendered
from runner.standing import on_reference
from test_pages import Prose, numbers, unknown

LABS = sorted(SNIPPETS.glob("*/labs/*.py"))
IN_COLAB = {"matplotlib", "numpy", "sklearn", "torch"}
STANDARD = sys.stdlib_module_names
LARGEST_FIGURE = 25_000  # characters


def recording_of(lab: Path, docs: Path = DOCS) -> Path:
    chapter, *_, name = lab.parts[-3:]
    return (docs / chapter / "labs" / name).with_suffix(".ipynb")


def run(lab: Path, notebook: Path, record: bool, exact: bool, limit: float = TIME_LIMIT) -> str:
    """Run a lab; write its notebook, or say how the one that is there is wrong."""
    try:
        now = executed(lab, limit)
    except LabBroken as error:
        return f"{lab.name}, {error}"
    if record:
        notebook.parent.mkdir(parents=True, exist_ok=True)
        write_whole(notebook, nbformat.writes(now) + "\n")
    elif not notebook.exists():
        return f"{lab.name} has no notebook yet: nox -s record"
    elif different := difference(nbformat.read(notebook, as_version=4), now, exact):
        return f"{lab.name}: {different}\nIf the lab is right as it is now: nox -s record"
    return ""


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.stem)
def test_a_lab_does_what_its_notebook_shows(lab: Path, pytestconfig: pytest.Config) -> None:
    wrong = run(lab, recording_of(lab), pytestconfig.option.record, on_reference("cpu"))
    assert not wrong, wrong


def problems(lab: Path, notebook: Path) -> list[str]:
    """Return what keeps a recorded lab from being a page, or from running in Colab."""
    cells = notebook_of(lab).cells
    text = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    code = "\n\n".join(cell.source for cell in cells if cell.cell_type == "code")
    shown = nbformat.read(notebook, as_version=4).cells
    outputs = [(cell, output) for cell in shown for output in cell.get("outputs", [])]
    html = rendered(text)[0]
    prose, printed = Prose(html), numbers("".join(map(text_of, shown)))
    found = [f"it says {n}, which it does not print" for n in unknown(prose.words, printed)]
    found += [
        f"it says `{n}`, which it neither prints nor uses"
        for n in unknown(prose.code, printed | numbers(code))
    ]
    unmarked = re.sub(r"</?abbr[^>]*>", "", html)  # terms of the glossary
    if not re.match(r"<h1[^>]*>.+?</h1>\s*<p>[^<]{20,160}</p>", unmarked):
        found.append(
            "it begins with a heading that says what was found, and one sentence of 20 to 160 "
            "characters that says what was done (search engines show it)"
        )
    if relative := re.findall(r'<a href="(?!https:|#)([^"]*)"', html):
        found.append(f"it links to {relative}, which is not there in Colab")
    nodes = list(ast.walk(ast.parse(code)))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "." for node in nodes if isinstance(node, ast.ImportFrom)]
    if foreign := {name.partition(".")[0] for name in names} - IN_COLAB - STANDARD:
        found.append(f"it imports {', '.join(foreign)}; Colab has {', '.join(sorted(IN_COLAB))}")
    if not any(isinstance(node, ast.Assert) for node in nodes):
        found.append("it asserts nothing, so it cannot fail")
    for cell, output in outputs:
        figure = output.get("data", {}).get("image/svg+xml", "")
        if output.get("name") != "stdout" and not figure:
            found.append(f"it shows {cell.source.splitlines()[-1]!r} bare: print it, or name it _")
        if figure and not cell.metadata.get("title"):
            found.append("a figure without words: say what it shows after the `# %%` of its cell")
        if len(figure) > LARGEST_FIGURE:
            found.append(f"a figure of {len(figure)} characters (at most {LARGEST_FIGURE})")
    return found


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.stem)
def test_a_lab_has_the_form(lab: Path) -> None:
    wrong = problems(lab, recording_of(lab))
    assert not wrong, f"{lab.relative_to(SNIPPETS)}:\n" + "\n".join(f"- {w}" for w in wrong)


def unpaired(labs: list[Path], notebooks: list[Path], config: dict) -> list[str]:
    """Return what is missing: a source, a notebook, or the way to it."""
    sources = {f"{lab.parts[-3]}/labs/{lab.stem}.ipynb" for lab in labs}
    pages = {f"{notebook.parts[-3]}/labs/{notebook.name}" for notebook in notebooks}
    found = [f"{page} has no source in snippets/" for page in sorted(pages - sources)]
    found += [f"{page} is missing: nox -s record" for page in sorted(sources - pages)]
    hidden = config.get("not_in_nav")
    return found + [
        f"{page} is not in the navigation: see nav and not_in_nav in mkdocs.yml"
        for page in sorted(sources)
        if (hidden and hidden.match_file(page))
        or (config.get("nav") and page not in str(config["nav"]))
    ]


def test_each_lab_has_one_notebook_and_a_way_to_it() -> None:
    notebooks = sorted(DOCS.glob("*/labs/*.ipynb"))
    wrong = unpaired(LABS, notebooks, load_config(str(ROOT / "mkdocs.yml")))
    assert not wrong, "\n".join(wrong)


GOOD = """\
# %% [markdown]
# # One and one is two
#
# Two numbers are added, and the sum is printed.

# %% A line that rises from one to two
import matplotlib.pyplot as plt

plt.plot([1, 2])
plt.show()

# %%
print(f"{1 + 1:.1f}")
assert 1 + 1 == 2
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a lab and its notebook."""
    folder = tmp_path_factory.mktemp("good") / "chapter" / "labs"
    lab, notebook = folder / "good.py", folder / "good.ipynb"
    folder.mkdir(parents=True)
    lab.write_text(GOOD)
    assert run(lab, notebook, record=True, exact=True) == ""
    return lab, notebook


def test_recording_twice_gives_the_same_notebook(good: tuple[Path, Path], tmp_path: Path) -> None:
    lab, notebook = good
    assert run(lab, tmp_path / "again.ipynb", record=True, exact=True) == ""
    assert (tmp_path / "again.ipynb").read_bytes() == notebook.read_bytes()
    assert run(lab, notebook, record=False, exact=True) == ""
    assert problems(lab, notebook) == []


@pytest.mark.parametrize(
    ("last_line", "complaint"),
    [
        ("assert 1 + 1 == 3, 'no'", "cell 2, which begins with 'print(f\"{1 + 1:.1f}\")'"),
        ("assert 1 + 1 == 3, 'no'", "AssertionError: no"),
        ("while True: pass", "still running after 2 s"),
        ("import os; os._exit(1)", "Kernel died"),
        ("import warnings; warnings.warn('look')", "UserWarning: look"),
    ],
)
def test_a_lab_that_breaks_is_refused(last_line: str, complaint: str, tmp_path: Path) -> None:
    lab = tmp_path / "bad.py"
    lab.write_text(GOOD.replace("assert 1 + 1 == 2", last_line))
    limit = 2 if "while" in last_line else TIME_LIMIT
    assert complaint in run(lab, tmp_path / "bad.ipynb", record=True, exact=True, limit=limit)
    assert not (tmp_path / "bad.ipynb").exists()


@pytest.mark.parametrize(
    ("true", "false", "exact", "complaint"),
    [
        ('"2.0\\n"', '"2.1\\n"', True, "  expected: 2.1\n  got:      2.0\n"),
        ('"2.0\\n"', '"2.1\\n"', False, ""),  # another torch: the last digit may differ by one
        ('"2.0\\n"', '"2.2\\n"', False, "  expected: 2.2\n  got:      2.0\n"),
        ("{1 + 1:.1f}", "{4 - 2:.1f}", False, "its text has changed since it was recorded\n"),
    ],
)
def test_a_stale_notebook_is_refused(
    good: tuple[Path, Path],
    true: str,
    false: str,
    exact: bool,
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran = nbformat.read(good[1], as_version=4)  # a moment ago
    monkeypatch.setitem(globals(), "executed", lambda lab, limit: ran)
    stale = tmp_path / "stale.ipynb"
    stale.write_text(good[1].read_text("utf-8").replace(true, false))
    said = run(good[0], stale, record=False, exact=exact)
    assert complaint in said
    assert said.endswith("nox -s record") if complaint else not said


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("# # One and one is two\n", "", "begins with a heading"),
        ("is printed.", "is 2.5.", "says 2.5, which it does not print"),
        ("is printed.", "is printed, see `x = 0.7`.", "says `0.7`"),
        ("is printed.", "is printed.\n#\n# [Back](../index.md)", "not there in Colab"),
        ("import matplotlib.pyplot", "import pandas, matplotlib.pyplot", "imports pandas"),
        ("assert 1 + 1 == 2", "", "cannot fail"),
    ],
)
def test_bad_form_is_refused(
    good: tuple[Path, Path], before: str, after: str, complaint: str, tmp_path: Path
) -> None:
    lab = tmp_path / "bad.py"
    lab.write_text(GOOD.replace(before, after))
    assert complaint in "\n".join(problems(lab, good[1]))


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('"title": "A line that rises from one to two"', "", "a figure without words"),
        ('"name": "stdout"', '"name": "stderr"', "bare: print it"),
        ("<svg", "<svg" + " " * LARGEST_FIGURE, "a figure of"),
    ],
)
def test_bad_output_is_refused(
    good: tuple[Path, Path], before: str, after: str, complaint: str, tmp_path: Path
) -> None:
    notebook = tmp_path / "bad.ipynb"
    notebook.write_text(good[1].read_text("utf-8").replace(before, after))
    assert complaint in "\n".join(problems(good[0], notebook))


def test_a_lab_is_paired_or_refused(tmp_path: Path) -> None:
    lab, notebook = tmp_path / "c/labs/one.py", tmp_path / "c/labs/one.ipynb"
    assert unpaired([lab], [notebook], {}) == []
    assert unpaired([lab], [notebook], {"nav": [{"Lab": "c/labs/one.ipynb"}]}) == []
    assert "has no source" in unpaired([], [notebook], {})[0]
    assert "nox -s record" in unpaired([lab], [], {})[0]
    assert "not in the nav" in unpaired([lab], [notebook], {"nav": ["index.md"]})[0]
    labs_hidden = GitIgnoreSpec.from_lines(["/*/labs/*"])
    assert "not in the nav" in unpaired([lab], [notebook], {"not_in_nav": labs_hidden})[0]

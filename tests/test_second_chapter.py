"""Law: a chapter is a folder under docs/ and one under snippets/, and nothing else to edit.

A small second chapter, `second_chapter/`, with one thing of each kind, is laid into a copy of this
tree. There it is recorded, built and held to the laws, as its author would do it.
"""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from builder.chapter import shared_names
from builder.quirk import quirks
from builder.thinning import thinned
from built.building import PATH, build_site, machinery
from built.expected import Expected
from built.site import flaws
from built.warm import Warm
from runner.folders import ROOT
from test_site import read

CHAPTER = "optimizers"
QUIRK = "gradients_add_up_until_they_are_cleared"
FIGURE = "sgd_slows_down_as_the_slope_gets_small"
ONE_OF_EACH = f"{CHAPTER} or {QUIRK} or [steps] or {FIGURE} or sgd_in_a_bowl or clear-gradients"
COPIED = ("docs", "snippets", "tests", "mkdocs.yml", "pyproject.toml", "noxfile.py", "README.md")
LAWS = ("pages", "snippets", "figures", "quirks", "quiz", "progress", "exercises", "labs", "tables")
LAWS += ("glossary", "wrong_answers")
# Trying every instruction set takes a minute, and so do fifteen Pythons that import torch: what
# they are for is shown in test_steadiness and test_paste. Programs are pasted into forks instead.
QUICK = """
from runner import paste, places

usual = places.usual()
places.playable = lambda: [usual]
paste.broken = paste.forked
"""


def run(tree: Path, *command: str) -> str:
    """Run a Python module in a tree; fail unless it ends well."""
    fixed = {"PATH": PATH, "PYTHONPATH": machinery(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    code, said = Warm(*command, cwd=tree, env=os.environ | fixed).wait()
    assert code == 0, said
    return said


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this tree with two chapters, of which the second has just been recorded."""
    tree = tmp_path_factory.mktemp("two_chapters")
    leave_out = shutil.ignore_patterns("__pycache__", "node_modules", "second_chapter")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=leave_out)
        else:
            shutil.copy(ROOT / name, tree)
    shutil.copytree(ROOT / "tests" / "second_chapter", tree, dirs_exist_ok=True)
    (tree / "conftest.py").write_text(QUICK)
    run(tree, "nox", "--no-venv", "-s", "record", "--", "-k", ONE_OF_EACH)
    return tree


@pytest.fixture(scope="module")
def two(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of both chapters."""
    return build_site(tmp_path_factory.mktemp("two") / "site", tree)


def test_recording_writes_all_that_its_pages_show(tree: Path) -> None:
    docs, snippets = tree / "docs" / CHAPTER, tree / "snippets" / CHAPTER
    for path in snippets.glob("**/*.py"):
        if re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", path.stem) and path.parent.parent == snippets:
            drawn = path.parent.name == "figures"  # which is recorded as a picture
            assert "labs" in path.parts or drawn or "# > " in path.read_text(), path
    for made in (
        "data/steps.json",
        "labs/sgd_in_a_bowl.ipynb",
        f"figures/{FIGURE}.svg",
        "evidence",
    ):
        assert (docs / made).exists(), made
    assert (docs / "exercises" / "notebooks" / "clear-gradients.ipynb").exists()


def test_both_chapters_keep_the_laws(tree: Path) -> None:
    laws = [f"tests/test_{law}.py" for law in LAWS]
    # Some laws take a site, which the next tests build and look into.
    in_a_site = "the_deck_is_beside_its_page or a_page_shows_the_picture"
    chosen = f"({ONE_OF_EACH}) and not ({in_a_site})"
    said = run(tree, "pytest", f"docs/{CHAPTER}", *laws, "--weekly", "-rA", "-k", chosen)
    for law in [*laws, f"docs/{CHAPTER}"]:
        assert f"PASSED {law}" in said, f"{law} has no case about the second chapter"


def test_the_built_site_of_both_shows_what_their_sources_call_for(
    tree: Path, two: Path, weekly: bool
) -> None:
    """Each day without the pages of the first chapter, which test_built holds by themselves."""
    expected = Expected(two, tree / "docs", tree / "snippets")
    wrong = expected.missing()
    for name in expected.files:
        if not weekly and name.startswith("activations-and-losses/"):
            continue
        wrong += flaws(name, (two / name).read_bytes(), expected)
    assert not wrong, "\n".join(wrong[:20])


def test_a_chapter_has_views_of_its_own(tree: Path, two: Path) -> None:
    recorded = json.loads((tree / "docs" / CHAPTER / "data" / "steps.json").read_text("utf-8"))
    cells = read(two / CHAPTER / "index.html").css(":not(.numbers) > recorded-view tbody td")
    assert [cell.text() for cell in cells] == [str(row["end"]) for row in recorded["rows"]]


def test_a_page_shows_its_figure(tree: Path, two: Path) -> None:
    drawn = (tree / "docs" / CHAPTER / "figures" / f"{FIGURE}.svg").read_text("utf-8")
    page = (two / CHAPTER / "index.html").read_text("utf-8")
    assert f'id="{FIGURE}"' in page and thinned(drawn).removeprefix("<svg").strip() in page


def test_the_finder_knows_the_quirks_of_both(tree: Path, two: Path) -> None:
    page = read(two / "find" / "index.html")
    listed = [link.attributes["href"] for link in page.css("quirk-finder li a")]
    assert f"../{CHAPTER}/quirks/{QUIRK}/" in listed
    assert len(listed) == len(quirks(tree / "docs", tree / "snippets", ""))
    assert len({address.split("/")[1] for address in listed}) == 2


def test_each_has_its_own_path_and_deck(two: Path) -> None:
    page = read(two / CHAPTER / "progress" / "index.html")
    kept = [item.attributes["data-id"] for item in page.css("[data-id]")]
    assert kept == [
        "objective-steps",
        "section-one-step",
        "quiz-gradient-left",
        "quiz-second-step",
        "quiz-what-is-cleared",
        "clear-gradients",
        "card-cleared-to-none",
    ]
    assert (two / CHAPTER / "interview" / "interview.apkg").is_file()
    first = read(two / "activations-and-losses" / "progress" / "index.html")
    assert not {item.attributes["data-id"] for item in first.css("[data-id]")} & {*kept}


SHARED = {
    "objective": ("index.md", "objective one"),
    "card": ("interview.md", "card one"),
    "question": ("quiz/one.yml", "entry one of quiz/"),
    "exercise": ("exercises/one.md", "entry one of exercises/"),
    "quirk": ("quirks/one.md", "entry one of quirks/"),
    "lab": ("labs/one.ipynb", "entry one of labs/"),
}
TEXTS = {
    "index.md": "- Say it: [section](#x)\n  {: #objective-one }\n",
    "interview.md": "## What? { #one data-objective=one }\n\nThat.\n",
}


@pytest.mark.parametrize("kind", SHARED)
def test_a_name_in_two_chapters_is_refused(kind: str, tmp_path: Path) -> None:
    file, name = SHARED[kind]
    for chapter in ("a", "b"):
        path = tmp_path / chapter / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXTS.get(file, ""))
    [said] = shared_names(tmp_path)
    assert f"docs/a/{file} and docs/b/{file} both have the {name}" in said
    (tmp_path / "b" / file).unlink()
    assert not [*shared_names(tmp_path)]

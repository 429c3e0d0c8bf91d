"""Law: what `nox -s new` writes is whole but for what its author has to say, and that is named."""

from pathlib import Path

import pytest
from builder.chapter import refuse_faults
from mkdocs.exceptions import BuildError
from runner import new

NAMES = {
    "snippet": "one_is_one",
    "quirk": "it_breaks_in_silence",
    "question": "what-breaks",
    "exercise": "mend-it",
    "lab": "a_small_lab",
}
EMPTY = {
    "snippet": [],
    "quirk": ["title", "description", "kind", "met", "asked"],
    "question": ["objective", "type", "question", "program", "fields"],
    "exercise": ["title", "description", "objective", "level", "minutes"],
    "lab": [],
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new.main(["chapter", "optimizers"], tmp_path)
    return tmp_path


def faults(root: Path) -> list[str]:
    try:
        refuse_faults(root / "docs", root / "snippets")
    except BuildError as error:
        return str(error).splitlines()
    return []


def test_a_new_chapter_has_a_page_and_a_program(root: Path) -> None:
    page = (root / "docs" / "optimizers" / "index.md").read_text()
    assert '--8<-- "optimizers/optimizers_begin_here.py"' in page
    assert (root / "snippets" / "optimizers" / "optimizers_begin_here.py").is_file()
    assert faults(root) == []


@pytest.mark.parametrize("kind", NAMES)
def test_what_its_author_has_to_say_is_named_field_by_field(kind, root: Path, capsys) -> None:
    new.main([kind, NAMES[kind]], root)
    said = capsys.readouterr().out.splitlines()
    assert all((root / path).is_file() for path in said[:-1]) and "nox -s record" in said[-1]
    found = faults(root)
    assert [fault.partition(": ")[2].split()[0] for fault in found] == EMPTY[kind]
    assert all(NAMES[kind] in fault for fault in found)
    for path in root.rglob("*.py"):
        compile(path.read_text(), path, "exec")


def test_two_chapters_are_told_apart(root: Path, capsys) -> None:
    new.main(["chapter", "layers"], root)
    with pytest.raises(SystemExit, match=r"Say in which chapter, as in layers/one_is_one"):
        new.main(["snippet", "one_is_one"], root)
    new.main(["snippet", "layers/one_is_one"], root)
    assert (root / "snippets" / "layers" / "one_is_one.py").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["snippet", "One Is One"], "words_with_underscores"),
        (["snippet", "one"], "words_with_underscores"),
        (["exercise", "mend_it"], "words-with-hyphens"),
        (["snippet", "optimizers_begin_here"], "is there already: choose another name"),
    ],
)
def test_a_name_that_cannot_be_taken_is_refused(arguments, said: str, root: Path) -> None:
    with pytest.raises(SystemExit, match=said):
        new.main(arguments, root)

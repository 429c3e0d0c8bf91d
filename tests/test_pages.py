"""Law: a page shows only what has run, and says only numbers that its own snippets print."""

import re
from pathlib import Path

import pytest
from builder import evidence
from builder.evidence import Recording
from builder.snippet import device_of, digest, promises
from built.prose import Prose, numbers, unknown
from mkdocs.utils.meta import get_data
from runner.differences import lacked
from runner.folders import DOCS, SNIPPETS
from runner.pages import rendered
from runner.programs import kind_of

PAGES = sorted(DOCS.rglob("*.md"))
PROGRAMS = [p for p in sorted(SNIPPETS.rglob("*.py")) if kind_of(p) in ("snippet", "tool")]
RECORDINGS = sorted(DOCS.glob("*/evidence/*.json"))


def by_path(path: Path) -> str:
    return path.relative_to(path.parents[1] if path.name == "index.md" else path.parent).as_posix()


def unprinted(page: str) -> list[str]:
    """Return the numbers that a page says and no snippet on it prints."""
    html, snippets = rendered(page)
    source = "\n".join(snippet.read_text("utf-8") for snippet in snippets)
    printed = numbers("\n".join(promises(source)))
    prose = Prose(html)
    in_code = unknown(prose.code, printed | numbers(source))
    return unknown(prose.words, printed) + [f"`{number}`" for number in in_code]


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_a_number_in_prose_is_printed_on_its_page(page: Path) -> None:
    missing = unprinted(page.read_text("utf-8"))
    assert not missing, (
        f"{page.relative_to(DOCS)} says {', '.join(missing)}, which no snippet on it prints. "
        "Print it in a snippet, say it without the number, or quote it (> ) if others claim it."
    )


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_a_page_describes_itself(page: Path) -> None:
    description = get_data(page.read_text("utf-8"))[1].get("description", "")
    assert 20 <= len(description) <= 160 and '"' not in description, (
        f"{page.relative_to(DOCS)}: give `description:` in the front matter one sentence of "
        f"20 to 160 characters (it has {len(description)}) without double quotes; search engines "
        "show it."
    )


def orphans(programs: list[Path], pages: list[str]) -> list[str]:
    """Return the snippets that no page shows."""
    shown = {snippet for page in pages for snippet in rendered(page)[1]}
    return [p.relative_to(SNIPPETS).as_posix() for p in programs if p not in shown]


def test_every_snippet_is_on_a_page() -> None:
    unseen = orphans(PROGRAMS, [page.read_text("utf-8") for page in PAGES])
    assert not unseen, (
        f"No page shows {unseen}. Include each in a page, or delete it: it never runs."
    )


def test_an_orphan_is_found() -> None:
    name = PROGRAMS[0].relative_to(SNIPPETS).as_posix()
    assert orphans(PROGRAMS[:1], ["# A page of words\n"]) == [name]
    assert orphans(PROGRAMS[:1], [f'# A page\n\n```python\n--8<-- "{name}"\n```\n']) == []


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_a_page_shows_a_snippet_once(page: Path) -> None:
    snippets = rendered(page.read_text("utf-8"))[1]
    twice = {snippet.stem for snippet in snippets if snippets.count(snippet) > 1}
    assert not twice, f"{page.relative_to(DOCS)} shows {twice} twice; link to #{min(twice)} instead"


def stale(recording: Recording, snippets: Path, expected: list[str]) -> list[str]:
    """Return the programs whose recorded text is not the one that stands there now."""
    said = {name: did["text"] for name, did in recording.programs.items()}
    return [
        name
        for name in sorted({*expected, *said})
        if not (snippets / name).exists()
        or said.get(name) != digest((snippets / name).read_text("utf-8"))
    ]


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda p: f"{p.parts[-3]}-{p.stem}")
def test_recorded_evidence_is_current(path: Path, weekly: bool) -> None:
    """Of the reference each day; of other releases each week, as each takes a torch of its own.

    A program that was changed since is no longer in their recordings, and no page says it is.
    """
    chapter, recording = SNIPPETS / path.parts[-3], evidence.read(path)
    names = [p.relative_to(chapter).as_posix() for p in PROGRAMS if p.is_relative_to(chapter)]
    on_any_cpu = [name for name in names if not device_of(Path(name))]
    wrong = stale(recording, chapter, on_any_cpu if recording.device == "cpu" else [])
    of_reference = recording.name == f"cpu-{evidence.pinned(DOCS)}"
    if not of_reference and not weekly:
        wrong = [name for name in wrong if name in recording.programs]
    again = "record" if of_reference else f"another_torch -- {recording.torch}"
    assert not wrong, (
        f"{path.relative_to(DOCS)} is not about the present {', '.join(wrong)}: nox -s "
        f"{again if recording.device == 'cpu' else f'gpu -- {recording.torch}'}"
    )


def test_the_release_that_promises_come_from_is_recorded() -> None:
    for chapter in sorted({path.relative_to(SNIPPETS).parts[0] for path in PROGRAMS}):
        names = [recording.name for recording in evidence.recordings(DOCS, chapter)]
        assert f"cpu-{evidence.pinned(DOCS)}" in names, f"{chapter}: nox -s record"


def test_readme_shows_a_snippet_as_it_is() -> None:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    shown = re.search(r"```python\n(.*?)```", readme, re.DOTALL).group(1)
    name = re.search(r"`snippets/(\S+\.py)`", readme).group(1)
    assert shown == (SNIPPETS / name).read_text("utf-8"), f"README.md: paste {name} as it is now"
    assert len(readme.splitlines()) < 80, "README.md: keep it under 80 lines"


def test_no_recording_is_of_a_machine_that_lacked_a_package() -> None:
    """What a program says then, is nothing that a release of torch does."""
    for path in sorted(DOCS.glob("*/evidence/*.json")):
        absent = lacked(path.read_text("utf-8"))
        assert not absent, f"{path.name} was recorded without {absent}: record it with --again"


def test_no_recording_names_a_place_on_a_machine() -> None:
    for path in sorted(DOCS.glob("*/evidence/*.json")):
        found = re.findall(r"(?:/[\w.-]+){2,}/site-packages\S*", path.read_text("utf-8"))
        assert not found, f"{path.name}: {found[0]}"

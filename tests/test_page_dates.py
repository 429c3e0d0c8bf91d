"""Law: a page carries the day of its own last commit, or no day; never another one's."""

import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from builder import page_dates
from built.building import ADDRESS
from runner.folders import DOCS
from test_site import PAGES, SOURCES, read

BY_PAGE = dict(zip(PAGES[1:], [path.as_posix() for path in SOURCES], strict=True))


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    return page_dates.dates(DOCS)


def git(folder: Path, *arguments: str, day: str = "2024-02-03") -> str:
    """Run git as nobody in particular, on a day."""
    who = {
        f"GIT_{role}_{what}": "a@b.c"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00+0000")
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env=os.environ | who | when | quiet,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def commit(folder: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        (folder / "docs" / f"{name}.md").write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", day, day=day)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with two pages of different days."""
    folder = tmp_path / "repository" / "project"
    (folder / "docs" / "c").mkdir(parents=True)
    git(folder.parent, "init", "--quiet")
    commit(folder, "2024-01-01", old="1", new="1", **{"c/a page": "1", "c/größe": "1"})
    commit(folder, "2024-01-02", new="2")
    (folder / "elsewhere").write_text("no page")
    commit(folder, "2024-01-03")
    return folder


def test_each_page_has_its_own_last_change(project: Path) -> None:
    assert page_dates.dates(project / "docs") == {
        "old.md": "2024-01-01",
        "new.md": "2024-01-02",
        "c/a page.md": "2024-01-01",
        "c/größe.md": "2024-01-01",
    }


def test_what_is_not_committed_has_no_date(project: Path) -> None:
    for name in ("old", "c/a page", "c/größe", "unknown"):
        (project / "docs" / f"{name}.md").write_text("changed", "utf-8")
    assert page_dates.dates(project / "docs") == {"new.md": "2024-01-02"}


def test_a_clone_that_is_cut_off_knows_only_what_it_has(project: Path, tmp_path: Path) -> None:
    commit(project, "2024-01-04", new="3")
    whole = page_dates.dates(project / "docs")
    for depth, expected in (1, {}), (2, {"new.md": "2024-01-04"}), (9, whole):
        clone = tmp_path / str(depth)
        address = project.parent.as_uri()
        git(tmp_path, "clone", "--quiet", "--depth", str(depth), address, str(clone))
        assert page_dates.dates(clone / "project" / "docs") == expected


def test_without_git_or_a_repository_there_is_no_date(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text("a download")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert page_dates.dates(tmp_path / "docs") == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert page_dates.dates(project / "docs") == {}


def test_a_download_inside_a_strange_repository_has_no_date(project: Path) -> None:
    download = project / "download" / "docs"
    download.mkdir(parents=True)
    (download / "page.md").write_text("not theirs")
    assert page_dates.dates(download) == {}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_its_date_or_none(page: str, site: Path, known: dict[str, str]) -> None:
    facts = read(site / page).css(".page-facts")
    times = read(site / page).css(".page-facts time")
    date = known.get(BY_PAGE.get(page, ""))
    assert [time.attributes["datetime"] for time in times] == [date] * bool(date and facts)
    for time in times:
        assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", time.text(strip=True))


def test_the_sitemap_has_the_same_dates(hosted: Path, known: dict[str, str]) -> None:
    sitemap = ElementTree.parse(hosted / "sitemap.xml").getroot()
    listed = {
        url.findtext("{*}loc").removeprefix(ADDRESS): url.findtext("{*}lastmod") for url in sitemap
    }
    assert len(listed) == len(SOURCES)
    for page, source in BY_PAGE.items():
        assert listed[page.removesuffix("index.html")] == known.get(source), page

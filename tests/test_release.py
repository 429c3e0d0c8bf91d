"""A release adds a version to gh-pages, keeps the older ones, and leads readers to the newest."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from built.building import PATH
from built.serving import serve
from pathspec.gitignore import GitIgnoreSpec
from runner.folders import ROOT
from runner.workload import shared_out

SITE_URL = "https://readers.example.org/essentials/"
# Whoever runs the tests may sign commits, or run them from a git hook.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
ENVIRONMENT |= {"PATH": PATH, "SITE_URL": SITE_URL, "GIT_CONFIG_GLOBAL": os.devnull}
CONTENT = re.compile(r"docs/(?!theme/|builder/|assets/)")  # a release is made four times
# No page is a notebook, and each command takes two seconds to load what reads them.
NOTEBOOKS = r"  - mkdocs-jupyter:\n(?:      .*\n)+"
PAGES = {"index.md": "# Home\n\n[A page](chapter/page.md)\n", "chapter/page.md": "# A page\n"}
NEWER = "This sentence is newer than the first version."


def git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def release(clone: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """Run the session as a maintainer does, but in the environment of the tests."""
    command = [sys.executable, "-m", "nox", "--no-venv", "-s", "release", "--", *arguments]
    done = subprocess.run(
        command,
        cwd=clone,
        env=ENVIRONMENT | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.returncode, done.stdout


def released(clone: Path, *arguments: str) -> None:
    code, output = release(clone, *arguments)
    assert code == 0, output


def versions(folder: Path, branch: str) -> dict[str, list[str]]:
    """Return the versions on a branch, newest first, with their aliases."""
    listed = json.loads(git(folder, "show", f"{branch}:versions.json"))
    return {entry["version"]: entry["aliases"] for entry in listed}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of this working tree, with two pages, and a bare repository as origin."""
    clone = tmp_path_factory.mktemp("release") / "clone"
    ignored = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text("utf-8").splitlines())
    for name in ignored.match_tree_files(ROOT, negate=True):  # ROOT may be a download without git
        if not name.startswith(".git/") and not CONTENT.match(name):
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, clone / name)
    settings = (clone / "mkdocs.yml").read_text("utf-8")
    (clone / "mkdocs.yml").write_text(re.sub(NOTEBOOKS, "", settings), "utf-8")
    for name, text in PAGES.items():
        (clone / "docs" / name).parent.mkdir(exist_ok=True)
        (clone / "docs" / name).write_text(text, "utf-8")
    git(clone, "init", "--bare", "../origin.git")
    git(clone, "init", "--initial-branch=main")
    git(clone, "config", "user.name", "A maintainer")
    git(clone, "config", "user.email", "maintainer@example.org")
    git(clone, "remote", "add", "origin", "../origin.git")
    git(clone, "add", "--all")
    git(clone, "commit", "--message=First")
    return clone


@pytest.fixture(scope="module")
def published(clone: Path) -> Path:
    """Publish 1.9; try 1.10 out; replace 1.9 while someone else publishes that 1.10."""
    released(clone, "1.9", "--push")
    with (clone / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{NEWER}\n")
    git(clone, "commit", "--all", "--message=Second")
    released(clone, "1.10")
    assert versions(clone, "gh-pages") == {"1.10": ["latest"], "1.9": []}
    assert versions(clone, "origin/gh-pages") == {"1.9": ["latest"]}, "a trial was pushed"

    like_it = ["-p", "origin/gh-pages", "-m", "Someone else's 1.10", "gh-pages^{tree}"]
    other = git(clone, "commit-tree", *like_it)
    hook = clone / ".git/hooks/pre-push"
    hook.write_text(f"#!/bin/sh\nrm $0\ngit push --quiet origin {other}:refs/heads/gh-pages\n")
    hook.chmod(0o755)
    released(clone, "1.9", "--push", "--force")
    assert not hook.exists(), "nobody came first"

    site = clone.with_name("site")
    git(clone, "clone", "--branch=gh-pages", "../origin.git", str(site))
    return site


@pytest.fixture
def gh_pages_stays(clone: Path, published: Path) -> Iterator[None]:
    """Hold a test to leaving gh-pages as it is."""
    before = git(clone, "rev-parse", "gh-pages")
    yield
    assert git(clone, "rev-parse", "gh-pages") == before


BAD = ["", "newest", "v1.2", "2", "01.0", "1.2.3.4", "1.2 --psuh"]


@pytest.mark.parametrize("arguments", shared_out(BAD, 4))
def test_refused_without_a_version(clone: Path, gh_pages_stays: None, arguments: str) -> None:
    code, output = release(clone, *arguments.split())
    assert code == 1
    assert f"takes a version such as 1.0 or 2.0.1, not {arguments!r}" in output


def test_refused_where_the_version_exists(clone: Path, gh_pages_stays: None) -> None:
    code, output = release(clone, "1.9")
    assert code == 1
    assert "Version 1.9 exists: choose another, or replace it with --force" in output


def test_refused_where_the_same_version_exists(clone: Path, gh_pages_stays: None) -> None:
    code, output = release(clone, "1.9.0")
    assert code == 1
    assert "Version 1.9 exists, which is the same as 1.9.0" in output


def test_refused_where_the_remote_cannot_be_reached(clone: Path, gh_pages_stays: None) -> None:
    git(clone, "remote", "set-url", "origin", "../nowhere.git")
    code, output = release(clone, "2.0.1", "--push")
    git(clone, "remote", "set-url", "origin", "../origin.git")
    assert code == 1
    assert "origin cannot be reached, so nothing is released" in output


def test_refused_without_an_address(clone: Path, gh_pages_stays: None) -> None:
    code, output = release(clone, "2.0.1", SITE_URL="")
    assert code == 1
    assert "SITE_URL is not set" in output


def test_refused_from_a_dirty_tree(clone: Path, gh_pages_stays: None) -> None:
    new = clone / "new.md"
    new.touch()
    code, output = release(clone, "2.0.1")
    new.unlink()
    assert code == 1
    assert "The working tree is dirty" in output


def test_a_page_with_a_broken_link_is_not_released(clone: Path, gh_pages_stays: None) -> None:
    page = clone / "docs/index.md"
    page.write_text(page.read_text("utf-8") + "\n[Nowhere](nowhere.md)\n", "utf-8")
    git(clone, "commit", "--all", "--message=A broken link")
    code, output = release(clone, "2.0.1")
    git(clone, "reset", "--hard", "HEAD~")
    assert code == 1
    assert "nowhere.md" in output


def test_latest_is_the_newest_version_whichever_was_pushed_last(published: Path) -> None:
    assert versions(published, "gh-pages") == {"1.10": ["latest"], "1.9": []}
    latest, newest = git(published, "rev-parse", "gh-pages:latest", "gh-pages:1.10").split()
    assert latest == newest


def test_force_replaces_a_version(published: Path) -> None:
    first = git(published, "rev-list", "--reverse", "gh-pages").split()[0]
    assert NEWER not in git(published, "show", f"{first}:1.9/index.html")
    assert NEWER in git(published, "show", "gh-pages:1.9/index.html")


def test_canonical_links_lead_to_latest(published: Path) -> None:
    pages = [page for page in published.glob("[0-9l]*/**/*.html") if page.name != "404.html"]
    assert pages
    for page in pages:
        version = published / page.relative_to(published).parts[0]
        where = page.relative_to(version).as_posix().removesuffix("index.html")
        canonical = re.findall('rel="canonical" href="(.*?)"', page.read_text("utf-8"))
        assert canonical == [f"{SITE_URL}latest/{where}"], page


@pytest.fixture(scope="module")
def address(published: Path) -> Iterator[str]:
    with serve(published) as server:
        yield f"{server.address}/"


@pytest.fixture
def page(browser) -> Iterator:
    """Open a page that fails the test when a file is missing or the console reports an error."""
    page = browser.new_page()
    problems = []
    page.on("console", lambda message: message.type == "error" and problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    page.close()
    assert problems == []


def test_the_root_leads_to_latest(page, address: str) -> None:
    page.goto(address)
    page.wait_for_url(f"{address}latest/")


def test_readers_choose_a_version_and_stay_on_the_page(page, address: str) -> None:
    page.goto(f"{address}latest/chapter/page/")
    page.locator(".md-version__current").focus()
    links = page.locator(".md-version__link")
    assert [text.strip() for text in links.all_inner_texts()] == ["1.10", "1.9"]
    links.last.click()
    page.wait_for_url(f"{address}1.9/chapter/page/")


@pytest.mark.parametrize(
    ("version", "outdated"), [("latest", False), ("1.10", False), ("1.9", True)]
)
def test_an_outdated_version_says_so(page, address: str, version: str, outdated: bool) -> None:
    page.goto(f"{address}{version}/")
    page.locator(".md-version").wait_for()
    banner = page.locator("[data-md-component=outdated]")
    assert banner.is_visible() == outdated
    if outdated:
        banner.get_by_role("link").click()
        page.wait_for_url(f"{address}latest/")

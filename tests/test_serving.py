"""Law: while `nox -s docs` serves the site, what was saved is shown, and then all that follows.

It is shown before the site is built anew, so even while another page has a mistake.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from built.building import machinery, small_tree

LONG = 60  # seconds; a change is there after less than one, and the site after two
PAGES = {
    "docs/index.md": "# Home\n\n[A chapter](chapter/index.md)\n",
    "docs/chapter/index.md": '# A chapter\n\n```python\n--8<-- "chapter/claim.py"\n```\n',
    "docs/chapter/other.md": "# Another page\n\nIts text.\n",
    "snippets/chapter/claim.py": '"""One and one are two."""\n\nprint(1 + 1)\n# > 2\n',
}
WRONG = "\n```python\nprint(3)\n```\n"  # no snippet
BUILT, REFUSED = "Documentation built in", "not a whole snippet"
SAVED = "saved just now"
CHANGES = {  # after which words of a file that is written, and where it is seen
    "a page": ("docs/chapter/index.md", "# A chapter", "chapter/"),
    "a snippet": ("snippets/chapter/claim.py", "One and one are two", "chapter/"),
    "a style": ("docs/assets/site.css", "/*", "assets/site.css"),
}


class Served:
    """A site of three pages, served as `nox -s docs` does."""

    def __init__(self, tree: Path, log: Path) -> None:
        self.tree, self.log = tree, log

    def said(self, words: str) -> int:
        return self.log.read_text("utf-8").count(words)

    def shows(self, words: str, page: str) -> bool:
        with urlopen(f"http://{self.address}/{page}", timeout=LONG) as answer:
            return words in answer.read().decode()

    def save(self, name: str, old: str, new: str) -> None:
        """Save a file with a change, as an editor does: with another time than the file had."""
        text = (self.tree / name).read_text("utf-8")
        (self.tree / name).write_text(text.replace(old, new, 1), "utf-8")


def until(come_true: Callable[[], bool], served: Served) -> None:
    """Wait for what must come true."""
    end = time.monotonic() + LONG
    while not come_true():
        assert time.monotonic() < end, served.log.read_text("utf-8")
        time.sleep(0.05)


@contextmanager
def serving(tree: Path) -> Iterator[Served]:
    """Serve a tree until it answers, and then until the test is through."""
    served = Served(tree, tree / "log")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        served.address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "-a", served.address]
    environment = os.environ | {"PYTHONPATH": machinery(tree), "NO_MKDOCS_2_WARNING": "1"}
    with served.log.open("w") as log:
        server = subprocess.Popen(command, cwd=tree, env=environment, stdout=log, stderr=log)
    try:
        until(lambda: bool(served.said("Serving on")), served)
        yield served
    finally:
        server.kill()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(small_tree(tmp_path_factory.mktemp("served"), PAGES)) as served:
        yield served


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_shown_while_another_page_has_a_mistake(what: str, served: Served) -> None:
    name, words, page = CHANGES[what]
    refused, built = served.said(REFUSED), served.said(BUILT)
    served.save("docs/chapter/other.md", "Its text.\n", f"Its text.\n{WRONG}")
    until(lambda: served.said(REFUSED) > refused, served)
    served.save(name, words, f"{words} {SAVED}")
    until(lambda: served.shows(SAVED, page), served)
    served.save(name, f"{words} {SAVED}", words)
    until(lambda: not served.shows(SAVED, page), served)
    assert served.said(BUILT) == built, "The mistake is on another page, and the site was built"
    served.save("docs/chapter/other.md", WRONG, "")
    until(lambda: served.said(BUILT) > built, served)


def test_what_follows_from_a_change_is_shown_after_it(served: Served) -> None:
    for number in range(4):  # each save ends the build that the one before it began
        served.save("docs/chapter/index.md", "# A chapter", f"# A chapter {number}")
        until(lambda number=number: served.shows(f"A chapter {number}", "chapter/"), served)
        served.save("docs/chapter/index.md", f"# A chapter {number}", "# A chapter")
    served.save("docs/chapter/index.md", "# A chapter", "# The last title")
    for page in ("", "chapter/other/"):  # it stands in their navigation
        until(lambda page=page: served.shows("The last title", page), served)


def test_a_new_page_and_a_setting_are_followed(served: Served) -> None:
    (served.tree / "docs/chapter/third.md").write_text("# A third page\n", "utf-8")
    until(lambda: served.shows("A third page", "chapter/other/"), served)
    served.save("mkdocs.yml", "site_name: PyTorch Essentials", "site_name: Another name")
    until(lambda: served.shows("Another name", ""), served)


def test_the_site_of_the_last_time_is_served_until_it_is_built_anew(tmp_path: Path) -> None:
    """Even if it cannot be built now; and what was changed meanwhile is shown when it can."""
    tree = small_tree(tmp_path, PAGES)
    kept = tree / ".cache/served/chapter/index.html"
    with serving(tree) as served:
        until(kept.exists, served)
    served.save("docs/chapter/index.md", "# A chapter", "# Changed meanwhile")
    served.save("docs/chapter/other.md", "Its text.\n", f"Its text.\n{WRONG}")
    with serving(tree) as served:
        assert served.shows("A chapter", "chapter/"), "it is there at once"
        until(lambda: bool(served.said(REFUSED)), served)
        assert not served.said(BUILT) and not served.shows("Changed meanwhile", "chapter/")
        served.save("docs/chapter/other.md", WRONG, "")
        until(lambda: kept.exists() and "Changed meanwhile" in kept.read_text("utf-8"), served)
        assert served.shows("Changed meanwhile", "chapter/")
    with serving(tree) as served:
        assert served.shows("Changed meanwhile", "chapter/"), "it was kept for the next time"

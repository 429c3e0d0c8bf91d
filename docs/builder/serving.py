"""While the site is served: a change is shown at once where it is made, then all that follows.

A build takes seconds. So a change is first shown on the page itself, or on those that name the
changed snippet, quirk or table. Then the whole site is built beside what is served, and takes its
place; a further change ends that build, and is shown first. At the start, the site of the last
time is served until it has been built anew.
"""

import logging
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page, log
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import DuplicateFilter

from builder.finish import finish_page
from builder.reading import end_moment, looked_at, one_moment

PAGES = {".md", ".ipynb"}
NAMED = r"(?m)^ *(--8<--|<!-- ).*\b{}\b"  # as a page names what it includes, and what it shows


class OvertakenError(BaseException):
    """A file was changed while the site was built, so that build is of no use.

    No exception that MkDocs would report as a mistake of a page.
    """


class Build(NamedTuple):
    """What a build of the site has gathered, and a build of one page takes."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


class Serving:
    """A server of the site that follows its files. MkDocs calls its builder when one changes.

    A server answers nothing until its builder returns, so sites are built in a thread. What that
    leaves is a file whose change lets MkDocs call the builder again, which then serves the site.
    """

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="served_")
        self.sites = [str(Path(self.folder.name, name)) for name in ("one", "other")]
        self.started = self.overtaken = False
        self.built: Build | None = None  # by the last build that came to its end, or nearly

    def first(self, config: MkDocsConfig) -> MkDocsConfig:
        """Return what is built before anything is served: nothing, where there is a last site."""
        self.last = Path(config.config_file_path).parent / ".cache" / "served"
        if not self.last.is_dir():
            return config
        log.info("The site of the last time is served, until it has been built anew")
        logging.disable()  # how long nothing takes
        Path(self.sites[1]).mkdir()
        nothing = MkDocsConfig()
        theme = {"name": None, "custom_dir": self.sites[1]}
        places = {"docs_dir": self.sites[1], "site_dir": config.site_dir}
        nothing.load_dict({"site_name": config.site_name, "theme": theme, "plugins": [], **places})
        nothing.validate()
        return nothing

    def start(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Serve what was built, now or the last time, and follow its files from now on."""
        logging.disable(logging.NOTSET)
        self.server, self.shown = server, self.built
        self.build: Callable[[], None] = server.builder
        self.places = [config.docs_dir, config.config_file_path, *config.watch]
        self.seen = self.look()
        self.done = Path(self.folder.name, "done")
        server.watch(self.folder.name, recursive=False)
        server.builder = self.follow
        self.started = True
        sys.setswitchinterval(0.0005)  # so that looking at 1,000 files is not held up by a build
        if not self.built:
            server.root = str(self.last)
        self.begin(self.keep if self.built else self.build_beside)

    def begin(self, work: Callable[[], None]) -> None:
        self.thread = Thread(target=work, daemon=True)
        self.thread.start()

    def look(self) -> set[tuple[str, int, int, int]]:
        """Return the state of all files that the site is made from."""
        return {file for place in self.places for file in looked_at(place)}

    def follow(self) -> None:
        """Show what was changed, and build the site; or serve the site that has been built."""
        before, self.seen = self.seen, self.look()
        if changed := {Path(path) for path, *_ in before ^ self.seen}:
            self.end_build()
            for repeated in log.filters:
                if isinstance(repeated, DuplicateFilter):
                    repeated.msgs.clear()  # a mistake made again is to be told again
            logging.disable()  # of a mistake, the build of the site says what it is, and once
            with one_moment(), suppress(Exception):
                self.show(changed)
            logging.disable(logging.NOTSET)
            self.begin(self.build_beside)
        elif self.done.exists():
            self.done.unlink()
            self.server.root, self.shown = self.sites[0], self.built
            self.sites.reverse()
            self.begin(self.keep)

    def end_build(self) -> None:
        self.overtaken = True
        if self.thread.is_alive():
            self.thread.join()
        self.overtaken = False
        self.done.unlink(missing_ok=True)

    def build_beside(self) -> None:
        """Build the site in another folder. MkDocs prints what is wrong with it."""
        try:
            with suppress(OvertakenError, Abort):
                self.build()
                self.done.touch()
        finally:
            end_moment()

    def keep(self) -> None:
        """Copy what is served, for the next time."""

        def copy(source: str, target: str) -> None:
            self.end_if_overtaken()
            shutil.copyfile(source, target)

        coming = self.last.with_suffix(".coming")
        with suppress(OvertakenError, OSError):
            shutil.rmtree(coming, ignore_errors=True)
            shutil.copytree(self.server.root, coming, copy_function=copy)
            shutil.rmtree(self.last, ignore_errors=True)
            coming.rename(self.last)

    def end_if_overtaken(self) -> None:
        if self.overtaken:
            raise OvertakenError

    def show(self, changed: set[Path]) -> None:
        """Build the pages on which files were changed, into what is served."""
        if not self.shown:
            return  # what is served is of the last time
        config, files, nav, env = self.shown
        pages = [file for file in files.documentation_pages() if is_made_of(file, changed)]
        others = [file for file in files if not file.is_documentation_page()]
        assets = [file for file in others if Path(file.abs_src_path or "") in changed]
        for file in assets:
            file.copy_file()
        docs = Path(config.docs_dir)
        for file in pages:
            assert file.page  # every file of a page has one, once the site was built
            _populate_page(file.page, config, files)
            _build_page(file.page, config, files.documentation_pages(), nav, env)
            finish_page(Path(file.abs_dest_path), docs, file.src_uri, None, policy=False)


def is_made_of(file: File, changed: set[Path]) -> bool:
    """Tell whether a change is made on a page: to its source, or to a file that it names."""
    source = Path(file.abs_src_path or "")
    if source in changed:
        return True
    text = file.page.markdown if file.page and file.page.markdown else ""
    return any(
        path.parent.name == source.stem or re.search(NAMED.format(re.escape(path.stem)), text)
        for path in changed
        if path.suffix not in PAGES
    )

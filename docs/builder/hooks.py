"""MkDocs hook: what is done before and after a build. With Zensical, `zensical_build` does it."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from builder.chapter import refuse_faults
from builder.finish import finish
from builder.reading import begin_moment, end_moment

serving = False


def on_startup(command: str, **_: Any) -> None:
    global serving
    serving = command == "serve"


def on_pre_build(config: MkDocsConfig, **_: Any) -> None:
    docs = Path(config.docs_dir)
    begin_moment()
    refuse_faults(docs, docs.parent / "snippets")


def on_page_markdown(markdown: str, page: Page, **_: Any) -> None:
    """Put the exercises, which ask about a message, behind what explains it, in the search."""
    if "/exercises" in page.file.src_uri:
        page.meta["search"] = {"boost": 0.3}


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    # No policy when serving: the server adds a script, which reloads the page.
    docs, site = Path(config.docs_dir), Path(config.site_dir)
    finish(site, docs, config.site_name, config.site_url or "", policy=not serving)
    end_moment()


def on_build_error(error: Exception, **_: Any) -> None:
    end_moment()

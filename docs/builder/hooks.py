"""MkDocs hook: what is done before and after a build. With Zensical, `zensical_build` does it."""

import gc
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from builder.chapter import refuse_faults
from builder.finish import finish
from builder.reading import begin_moment, end_moment
from builder.serving import Build, Serving

navigation: Navigation  # of the build that is going on
serving: Serving | None = None


def on_startup(command: str, **_: Any) -> None:
    global serving
    serving = Serving() if command == "serve" else None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if serving and not serving.started:
        return serving.first(config)
    if serving:
        config.site_dir = serving.sites[0]
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    assert serving
    serving.start(server, config)


def on_pre_build(config: MkDocsConfig, **_: Any) -> None:
    gc.disable()  # it takes a tenth of the time of a build, and finds next to nothing
    docs = Path(config.docs_dir)
    begin_moment()
    refuse_faults(docs, docs.parent / "snippets")


def on_page_markdown(markdown: str, **_: Any) -> None:
    if serving:
        serving.end_if_overtaken()


def on_page_context(context: Any, **_: Any) -> None:
    if serving:
        serving.end_if_overtaken()


def on_nav(nav: Navigation, **_: Any) -> None:
    global navigation
    navigation = nav


def on_env(env: Environment, config: MkDocsConfig, files: Files, **_: Any) -> None:
    """Draw the navigation once for all pages of a folder that are not in it.

    It is the same for each of them, to the byte. Drawn for each of many pages, with a line for each
    of many others, it would come to take longer than all else.
    """
    if serving:
        serving.built = Build(config, files, navigation, env)
    template = env.get_template("partials/nav.html")
    draw, drawn = template.root_render_func, dict[str, list[str]]()

    def drawn_once(context: Context) -> Iterator[str]:
        page = context["page"]
        if not page or not page.file.inclusion.is_not_in_nav():
            yield from draw(context)
            return
        folder = posixpath.dirname(page.url.rstrip("/"))  # which all links in it start from
        if folder not in drawn:
            drawn[folder] = [*draw(context)]
        yield from drawn[folder]

    template.root_render_func = drawn_once


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    # No policy when serving: the server adds a script, which reloads the page.
    docs, site = Path(config.docs_dir), Path(config.site_dir)
    finish(site, docs, config.site_name, config.site_url or "", policy=serving is None)
    on_build_error()


def on_build_error(**_: Any) -> None:
    end_moment()
    gc.enable()

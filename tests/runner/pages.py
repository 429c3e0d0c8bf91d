"""Pages, as mkdocs.yml's own Markdown configuration renders them: which programs each one shows."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import markdown
from builder.snippet import snippets_by_text
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from runner.folders import DOCS, ROOT, SNIPPETS


class Fence(NamedTuple):
    """A fence of a page, as the token that pytest-markdown-docs reads."""

    content: str
    map: tuple[int, int]  # lines of the page, from 0
    type: str = "fence"
    info: str = "python"


@cache
def site_markdown() -> markdown.Markdown:
    """Return the renderer that mkdocs.yml configures: the one that the site uses."""
    # Without plugins and hooks: no page is built, and to import them takes longer than one.
    config = load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[])
    return markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )


@cache
def rendered(text: str) -> tuple[str, list[Path]]:
    """Return a page's HTML, and the snippets that it shows, in order."""
    renderer = site_markdown().reset()
    html = renderer.convert(get_data(text)[0])
    return html, list(vars(renderer)["snippets"])  # which the extension of the pages notes


def snippets_of(text: str) -> list[Path]:
    """Return the snippets that a page shows; of a snippet, itself: it needs no page to run."""
    own = snippets_by_text(SNIPPETS).get(text.strip())
    return [own] if own else rendered(text)[1]


def fences(text: str) -> list[Fence]:
    """Return the fences of a page, each with the program that it shows."""
    lines = text.splitlines()
    found = []
    for snippet in snippets_of(text):
        path = snippet.relative_to(SNIPPETS).as_posix()
        # A question of the quiz brings its program along: the page itself does not name it.
        line = next((number for number, line in enumerate(lines) if path in line), 0)
        found.append(Fence(snippet.read_text("utf-8"), (line, line)))
    return found


def speaking_of(claim: str) -> list[Path]:
    """Return the pages that show a snippet, link to it, or warn of it."""
    pages = sorted(DOCS.rglob("*.md"))
    return [page.relative_to(ROOT) for page in pages if claim in page.read_text("utf-8")]

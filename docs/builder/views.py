"""The register of views, and the HTML that they share: text, tables, sections.

A view makes HTML of what a page names, a recorded table or what is gathered of the chapter. A
chapter may have views of its own: a package `docs/<chapter>/views`, imported when one of its pages
shows something.
"""

import html
import re
import sys
from collections.abc import Callable
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from builder.chapter import Chapter
from builder.snippet import digest
from builder.table_differences import Table

View = Callable[[Any, Chapter], str]
VIEWS: dict[str, dict[str, View]] = {}  # by package: this one's views, and those of chapters


def view(function: View) -> View:
    """Let pages show what a function makes of a recording."""
    package = function.__module__.partition(".")[0]
    VIEWS.setdefault(package, {})[function.__name__.replace("_", "-")] = function
    return function


def views_of(chapter: Path) -> dict[str, View]:
    """Return the views that the pages of a chapter, given by its folder, can show."""
    own = VIEWS[package_of(chapter).__name__] if (chapter / "views").is_dir() else {}
    return VIEWS["builder"] | own


@cache
def package_of(chapter: Path) -> ModuleType:
    """Import the package of a chapter's views."""
    # Two trees may have a chapter of the same name, and one process may read both.
    name = f"views_of_{chapter.name.replace('-', '_')}_{digest(str(chapter.resolve()))}"
    folder = chapter / "views"
    spec = spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec and spec.loader  # there is one for any file of Python
    sys.modules[name] = package = module_from_spec(spec)
    spec.loader.exec_module(package)
    return package


def text(value: object) -> str:
    return html.escape(str(value), quote=False)


def code(value: object) -> str:
    return f"<code>{text(value)}</code>"


def plain(markdown: str) -> str:
    """Return a line of Markdown as HTML: code, and nothing else, is marked."""
    return re.sub(
        r"`([^`]+)`", r"<code>\1</code>", text(re.sub(r"\[(.*?)\]\(.*?\)", r"\1", markdown))
    )


def listing(source: str) -> str:
    """Return a program as the fences of a page show it."""
    formatter = HtmlFormatter(cssclass="language-python highlight", wrapcode=True)
    return highlight(source, PythonLexer(), formatter)


def table(head: list[str], rows: list[list[str]], caption: str = "", is_grid: bool = False) -> str:
    """Return a table whose cells are HTML; the first of a row is its heading.

    On a phone, each row of many columns is a card, and its cells say what they are. A grid, which
    is read across and down, stays one.
    """
    cards = len(head) > 2 and not is_grid
    labels = [f' data-label="{text(cell)}"' * cards for cell in head[1:]]
    caption = f"<caption>{caption}</caption>" if caption else ""
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{first}</th>'
        + "".join(f"<td{label}>{cell}</td>" for label, cell in zip(labels, rest, strict=True))
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f'<table class="recorded{" cards" * cards}">{caption}<thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def heading(name: str, title: str, level: int = 3, attributes: str = "") -> str:
    """Return a heading with its link, as the pages' own headings have one."""
    link = f'<a class="headerlink" href="#{name}" title="Link to this section">&para;</a>'
    return f'<h{level} id="{name}"{attributes}>{title}{link}</h{level}>'


def ran_with(data: Table) -> str:
    """Say where a table was recorded."""
    return f"torch {text(data['torch'])} on {text(data['hardware'])}"


def section(name: str, title: str, body: str) -> str:
    return f'<section class="pairing">{heading(name, title)}{body}</section>'


def fold(title: str, body: str, kind: str) -> str:
    return f'<details class="{kind}"><summary>{title}</summary>{body}</details>'

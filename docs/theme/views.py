"""The register of views, and the HTML that they share: text, tables, sections."""

import html
from collections.abc import Callable

Beside = Callable[[str], dict]  # another recording of the chapter, by its name
View = Callable[[dict, Beside], str]
VIEWS: dict[str, View] = {}


def view(function: View) -> View:
    """Let pages show what a function makes of a recording."""
    VIEWS[function.__name__.replace("_", "-")] = function
    return function


def text(value: object) -> str:
    return html.escape(str(value), quote=False)


def table(head: list[str], rows: list[list[str]], caption: str = "") -> str:
    """Return a table whose cells are HTML; the first of a row is its heading."""
    caption = f"<caption>{caption}</caption>" if caption else ""
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<table class="recorded">{caption}<thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def heading(name: str, title: str, level: int = 3, attributes: str = "") -> str:
    """Return a heading with its link, as the pages' own headings have one."""
    link = f'<a class="headerlink" href="#{name}" title="Link to this section">&para;</a>'
    return f'<h{level} id="{name}"{attributes}>{title}{link}</h{level}>'


def section(name: str, title: str, body: str) -> str:
    return f'<section class="pairing">{heading(name, title)}{body}</section>'

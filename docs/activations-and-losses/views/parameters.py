"""Every parameter of the losses and activations, each with the pages that explain it."""

from collections import Counter
from itertools import groupby

from builder.chapter import Chapter, full_name
from builder.quirk import Quirk
from builder.reading import text as text_of
from builder.table_differences import Row, Table
from builder.views import code, heading, plain, text, view


@view
def shared_parameters(_: Table, chapter: Chapter) -> str:
    """The parameters that are the same wherever they are, with the pages that explain them."""
    made = []
    for name in shared(chapter):
        rows = [row for row in chapter.parameters if row["name"] == name]
        given = ", ".join(map(code, dict.fromkeys(map(signature, rows))))
        of_many = f"{given}, in {len(rows)} classes"
        made.append(entry(of_many, explaining(name, chapter), f' id="{name}"'))
    return whole(f"<dl>{''.join(made)}</dl>")


@view
def parameters_of_losses(data: Table, chapter: Chapter) -> str:
    return sections(data, chapter, "losses")


@view
def parameters_of_activations(data: Table, chapter: Chapter) -> str:
    return sections(data, chapter, "activations")


def sections(data: Table, chapter: Chapter, kind: str) -> str:
    """Return a section for each class, and for each function that takes more than its class."""
    rows = [row for row in data["rows"] if row["kind"] == kind]
    groups = {of: [*own] for of, own in groupby(rows, lambda row: row["of"])}
    index = ", ".join(f'<a href="#{anchor(of)}">{text(of)}</a>' for of in groups)
    made = [
        heading(anchor(of), title(of, kind, chapter)) + section(own, chapter)
        for of, own in groups.items()
    ]
    return whole(f"<p>{index}</p>{''.join(made)}")


def whole(made: str) -> str:
    return f'<div class="parameters">{made}</div>'


def title(of: str, kind: str, chapter: Chapter) -> str:
    """Name a class or a function, with a link if the page of its kind has a section about it."""
    page = text_of(chapter.docs / chapter.name / f"{kind}.md")
    found = f"{{ #{of.lower()} }}" in page
    return f'<a href="../{kind}/#{of.lower()}">{of}</a>' if found else text(of)


def anchor(of: str) -> str:
    return of.lower().replace(".", "-")


def section(rows: list[Row], chapter: Chapter) -> str:
    """Return the parameters of a class: those of its own, and those that it shares."""
    own, common = [], []
    for row in [row for row in rows if "name" in row]:
        found = explaining(full_name(row), chapter)
        if found or row["name"] not in shared(chapter):
            own.append(entry(code(signature(row)), found))
        if row["name"] in shared(chapter):
            common.append(f'<a href="#{row["name"]}">{code(signature(row))}</a>')
    made = f"<dl>{''.join(own)}</dl>" if own else ""
    if common:
        made += f"<p>As in others: {', '.join(common)}.</p>"
    return made or "<p>It has no parameters.</p>"


def entry(given: str, found: list[Quirk], attributes: str = "") -> str:
    """Return a parameter with the pages that explain it."""
    links = "".join(
        f'<li><a href="../quirks/{quirk.slug}/">{plain(quirk.title)}</a></li>' for quirk in found
    )
    return f"<div{attributes}><dt>{given}</dt><dd><ul>{links}</ul></dd></div>"


def signature(row: Row) -> str:
    """Return a parameter as a call has it, with its default."""
    return f"{row['name']}={row['default']}" if "default" in row else f"{row['name']} (required)"


def shared(chapter: Chapter) -> list[str]:
    """Return the parameters that some page explains for all that have them, the commonest first."""
    explained = {name for quirk in chapter.quirks for name in quirk.parameters}
    many = Counter(row["name"] for row in chapter.parameters)
    return [name for name, _ in many.most_common() if name in explained]


def explaining(name: str, chapter: Chapter) -> list[Quirk]:
    return [quirk for quirk in chapter.quirks if name in quirk.parameters]

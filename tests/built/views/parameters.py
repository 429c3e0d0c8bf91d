"""What the views of the parameters must show: each with its default, and the pages about it."""

from collections import Counter
from itertools import groupby

from built.marker import Marker, view
from built.tokens import LINK, Json, Shown, link, page_of, words


@view
def shared_parameters(at: Marker) -> Shown:
    for name in shared(at):
        rows = [row for row in at.data["rows"] if row.get("name") == name]
        yield from words(*dict.fromkeys(map(given, rows)), len(rows))
        yield from about(at, name)


@view
def parameters_of_losses(at: Marker) -> Shown:
    return listed(at, "losses")


@view
def parameters_of_activations(at: Marker) -> Shown:
    return listed(at, "activations")


def listed(at: Marker, kind: str) -> Shown:
    rows = [row for row in at.data["rows"] if row["kind"] == kind]
    groups = {of: [*group] for of, group in groupby(rows, lambda row: row["of"])}
    for of in groups:
        yield from link(of, f"#{of.lower().replace('.', '-')}", at.page)
    for of, group in groups.items():
        own = [row for row in group if "name" in row]
        yield from words(of)
        page = at.chapter.sources.pages[f"{at.chapter.name}/{kind}.md"][1]
        if f"{{ #{of.lower()} }}" in page:
            yield f"{LINK}{page_of(f'{at.chapter.name}/{kind}.md')}#{of.lower()}"
        for row in own:
            pages = [*about(at, f"{of}.{row['name']}")]
            if pages or row["name"] not in shared(at):
                yield from [*words(given(row)), *pages]
        for row in own:
            if row["name"] in shared(at):
                yield from link(given(row), f"#{row['name']}", at.page)


def shared(at: Marker) -> list[str]:
    told = {name for quirk in at.chapter.quirks for name in quirk.get("parameters", [])}
    counts = Counter(row["name"] for row in at.data["rows"] if "name" in row)
    return [name for name in sorted(counts, key=lambda name: -counts[name]) if name in told]


def given(row: Json) -> str:
    return f"{row['name']}={row['default']}" if "default" in row else row["name"]


def about(at: Marker, name: str) -> Shown:
    """Yield the pages that say of themselves that they are about a parameter."""
    for quirk in at.chapter.quirks:
        if name in quirk.get("parameters", []):
            yield from link(quirk["title"].replace("`", ""), f"../quirks/{quirk['slug']}/", at.page)

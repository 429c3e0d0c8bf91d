"""A figure on a page: what its program drew, the program, and the numbers, each in a fold.

A program that ends in `plt.show()` is a figure. What it drew when it was recorded is in
`docs/<chapter>/figures/`, under the program's name: the picture in `.svg`, the numbers in `.json`.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import BuildError

from builder import views
from builder.drawing import Drawing, Panel, Series
from builder.reading import text
from builder.snippet import Snippet
from builder.thinning import thinned

ROWS = 9  # of a table of numbers: more than that is read off the curve


def files(snippet: Snippet, docs: Path) -> tuple[Path, Path]:
    """Return where a program's picture and its numbers are recorded."""
    folder = docs / snippet.chapter / "figures"
    return folder / f"{snippet.path.stem}.svg", folder / f"{snippet.path.stem}.json"


def recorded(snippet: Snippet, docs: Path) -> Drawing | None:
    """Return what a program drew when it was recorded, or None if it never was."""
    picture, numbers = files(snippet, docs)
    if not (picture.exists() and numbers.exists()):
        return None
    try:
        return Drawing.of(text(picture), json.loads(text(numbers)))
    except (ValueError, KeyError, TypeError) as error:
        where = "/".join(numbers.parts[-3:])
        raise BuildError(
            f"{where} is not what a figure's program drew ({error}): "
            f"nox -s record -- -k {snippet.path.stem}"
        ) from None


def shown(drawing: Drawing, claim: str) -> str:
    """Return a picture for a page, and what it shows in words, for who cannot see it."""
    said = html.escape(f"{claim}. {described(drawing)}")
    return re.sub("^<svg", f'<svg role="img" aria-label="{said}"', thinned(drawing.svg))


def block(drawing: Drawing, claim: str, program: str, caption: str) -> str:
    """Return a figure for a page: the statement to see, the picture, its program, its numbers."""
    return (
        f'<figure class="drawn"><figcaption>{html.escape(claim)}.</figcaption>'
        f"{shown(drawing, claim)}"
        f'<p class="snippet-caption" data-unsearched>{caption}</p>'
        '<details class="program"><summary data-unsearched>The program</summary>'
        f"{program}</details>"
        '<details class="numbers" data-unsearched><summary>The numbers</summary>'
        f"<recorded-view>{tables(drawing)}</recorded-view></details></figure>"
    )


def described(drawing: Drawing) -> str:
    """Say what is plotted, from where to where."""
    return " ".join(
        (f"{panel.title}: " if panel.title else "")
        + "; ".join(f"{one.name} {span(one, panel)}" for one in panel.series)
        + "."
        for panel in drawing.panels
    )


def span(series: Series, panel: Panel) -> str:
    """Say where a series begins and ends, and how far it reaches."""
    (x, y), (last_x, last_y) = series.points[0], series.points[-1]
    show_x, show_y = panel.x.shown, panel.y.shown
    at = f" at {panel.x.label} " if panel.x.label else " at "
    ends = f"is {show_y(y)}{at}{show_x(x)} and {show_y(last_y)} at {show_x(last_x)}"
    known = [value for _, value in series.points if value is not None]
    low, high = (min(known), max(known)) if known else (y, last_y)
    between = {show_y(low), show_y(high)} - {show_y(y), show_y(last_y)}
    return ends + (f", between {show_y(low)} and {show_y(high)}" if between else "")


def tables(drawing: Drawing) -> str:
    """Return the plotted numbers as tables: one for what shares its x."""
    found = []
    for panel in drawing.panels:
        by_x: dict[tuple[Any, ...], list[Series]] = {}
        for one in panel.series:
            by_x.setdefault(tuple(x for x, _ in one.points), []).append(one)
        found += [table(panel, xs, together) for xs, together in by_x.items()]
    return "".join(found)


def table(panel: Panel, xs: tuple[Any, ...], series: list[Series]) -> str:
    """Return a table of a few series over the same x; of many points, some at equal distances."""
    last = len(xs) - 1
    steps = min(last, ROWS - 1)
    few = sorted({round(i * last / max(steps, 1)) for i in range(steps + 1)})
    head = [panel.x.label or "x", *(one.name for one in series)]
    rows = [
        [panel.x.shown(xs[i]), *(panel.y.shown(one.points[i][1]) for one in series)] for i in few
    ]
    said = f"{len(few)} of {len(xs)} points" if len(few) < len(xs) else ""
    caption = "; ".join(filter(None, dict.fromkeys([panel.title, panel.y.label, said])))
    cells = [[*map(views.text, row)] for row in (head, *rows)]
    return views.table(cells[0], cells[1:], views.text(caption), is_grid=True)

"""What a program draws: a backend of matplotlib that keeps each figure, with its numbers.

A program that ends in `plt.show()` is a figure. It is drawn in the house's style, figures.mplstyle;
who pastes it gets matplotlib's own.
Source: https://matplotlib.org/stable/users/explain/figure/writing_a_backend_pyplot_interface.html
"""

import io
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib
from builder.drawing import Axis, Drawing, Panel, Series, exponent
from matplotlib import _pylab_helpers, colors
from matplotlib import pyplot as plt
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_svg import FigureCanvasSVG

from runner.svg import small

STYLE = Path(__file__).with_name("figures.mplstyle")
STEPS = 500  # of the range of an axis, at the least: no eye sees less
SHOWN: list[Drawing] = []  # by the program of this process
OF: list[str] = []  # the program's name, which begins the ids of its picture

matplotlib.use("agg")  # until a figure begins: a program that is pasted opens no window
FigureCanvas = FigureCanvasSVG  # the names that matplotlib looks for in a backend, with `show`
FigureManager = FigureManagerBase


def begin(name: str) -> None:
    """Keep what this process draws from now on."""
    OF[:] = [name]
    plt.switch_backend(f"module://{__name__}")
    plt.style.use(STYLE)


def show(block: bool | None = None) -> None:
    """Keep the figures that are open, and close them, as who closes their windows does."""
    for manager in _pylab_helpers.Gcf.get_all_fig_managers():
        SHOWN.append(kept(manager.canvas.figure))
    plt.close("all")


def kept(figure: Any) -> Drawing:
    """Return a figure as it is recorded; raise ValueError for what nobody could read."""
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            if axis.get_scale() == "log" and isinstance(
                axis.get_major_formatter(), matplotlib.ticker.LogFormatterMathtext
            ):
                axis.set_major_formatter(power)
    buffer = io.StringIO()
    matplotlib.rcParams["svg.hashsalt"] = OF[0]
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(buffer, format="svg", metadata=nothing)
    if faults := [*unreadable(figure)]:
        raise ValueError("Nobody can read this figure:\n" + "\n".join(faults))
    svg = small(buffer.getvalue(), OF[0])
    return Drawing(svg, tuple(panel(axes) for axes in figure.axes))


def power(value: float, place: int) -> str:
    """Write a power of ten with digits that are letters: a page sets no formula."""
    if 1e-3 <= value <= 1e4:
        return f"{value:g}"
    return "10" + f"{exponent(value)}".translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def panel(axes: Any) -> Panel:
    """Return what is plotted in a pair of axes."""
    x = axis(axes.xaxis, axes.get_xlim())
    y = axis(axes.yaxis, axes.get_ylim())
    places = axes.xaxis.get_majorticklocs()
    words = axes.xaxis.get_major_formatter().format_ticks(places)
    names = {
        at: str(word) for at, word in zip(places, words, strict=True) if not is_number(str(word))
    }
    found = []
    for kind, name, points in plotted(axes):
        written = tuple(
            (names.get(at, x.written(at)), None if math.isnan(value) else y.written(value))
            for at, value in points
        )
        found.append(Series(name, kind, written))
    return Panel(axes.get_title(loc="left") or axes.get_title(), x, y, tuple(found))


def axis(direction: Any, limits: tuple[float, float]) -> Axis:
    """Return the label of an axis, and the step that its range gives its numbers."""
    label = direction.get_label_text()
    if direction.get_scale() == "log":
        return Axis(label, 0.0)
    return Axis(label, 10.0 ** exponent(abs(limits[1] - limits[0]) / STEPS))


def is_number(text: str) -> bool:
    try:
        float(text.replace("\N{MINUS SIGN}", "-") or "0")
    except ValueError:
        return text.startswith("10")  # a power
    return True


def plotted(axes: Any) -> Iterator[tuple[str, str, list[tuple[float, float]]]]:
    """Yield the kind, the name and the points of each line, group of bars, and group of points."""
    for line in curves(axes):
        points = [(float(x), float(y)) for x, y in line.get_xydata()]
        yield "line", name_of(line, line.get_color(), axes), points
    for bars in axes.containers:
        if isinstance(bars, matplotlib.container.BarContainer):
            points = [(b.get_x() + b.get_width() / 2, b.get_height()) for b in bars]
            color = bars.patches[0].get_facecolor()
            yield "bars", name_of(bars, color, axes), [(float(x), float(y)) for x, y in points]
    for cloud in axes.collections:
        if isinstance(cloud, matplotlib.collections.PathCollection):
            points = [(float(x), float(y)) for x, y in cloud.get_offsets()]
            yield "points", name_of(cloud, cloud.get_facecolor()[0], axes), points


def curves(axes: Any) -> list[Any]:
    """Return the lines that are data, and no marks at a height or a place."""
    lines = [line for line in axes.get_lines() if len(line.get_xdata()) > 1]
    return [line for line in lines if line.get_transform() == axes.transData]


def name_of(artist: Any, color: Any, axes: Any) -> str:
    """Return the label of what is plotted, or else the text of its colour that stands beside it."""
    label = str(artist.get_label())
    if not label.startswith("_"):
        return label
    same = colors.to_hex(color)
    beside = [t.get_text() for t in axes.texts if colors.to_hex(t.get_color()) == same]
    return (
        " ".join(beside[:1]).replace("\n", " ") or axes.get_ylabel() or axes.get_title(loc="left")
    )


def unreadable(figure: Any) -> Iterator[str]:
    """Yield what a reader could not tell apart, or read."""
    boxes = [
        (text.get_text(), text.get_window_extent())
        for axes in figure.axes
        for text in [*axes.texts, axes.title, axes._left_title]
        if text.get_text()
    ]
    ticks = [
        (f"the tick {text.get_text()}", text.get_window_extent())
        for axes in figure.axes
        for axis in (axes.xaxis, axes.yaxis)
        for text in axis.get_ticklabels()
        if text.get_text() and text.get_visible()
    ]
    lines = [*lines_of(figure)]
    for place, (words, box) in enumerate(boxes):
        if "$" in words:
            yield f"  {words!r} is a formula: write it in letters, such as x^2 or log p"
        for others, other in [*boxes[place + 1 :], *ticks]:
            if box.overlaps(other):
                yield f"  {words!r} and {others!r} lie on each other"
        for line, points in lines:
            if any(box.contains(*point) for point in points):
                yield f"  {words!r} lies on the line {line!r}"
    for axes in figure.axes:
        yield from alike(axes)


def alike(axes: Any) -> Iterator[str]:
    """Yield what has no name, or is told apart by its colour alone."""
    looks: dict[str, tuple[str, str]] = {}
    for line in curves(axes):
        look = f"{line.get_linestyle()}{line.get_marker()}"
        name, color = name_of(line, line.get_color(), axes), colors.to_hex(line.get_color())
        if not name:
            yield f"  a line in {color} has no name: write one beside it, in its colour"
        if look in looks and looks[look][1] != color:
            yield (
                f"  {looks[look][0]!r} and {name!r} differ in colour alone: "
                "give one another linestyle, or a marker"
            )
        looks[look] = name, color
    faces: dict[tuple[Any, ...], str] = {}
    for cell in axes.patches:
        if isinstance(cell, matplotlib.patches.Rectangle):
            color = colors.to_hex(cell.get_facecolor())
            shape = cell.get_width(), cell.get_height(), cell.get_linewidth(), cell.get_hatch()
            if faces.setdefault(shape, color) != color:
                yield "  rectangles differ in colour alone: give some another linewidth, or a hatch"


def lines_of(figure: Any) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield the name of each line, and where it goes, in points between its own."""
    for axes in figure.axes:
        for line in axes.get_lines():
            path = line.get_path().transformed(line.get_transform()).interpolated(8)
            visible = [tuple(at) for at in path.vertices if axes.bbox.contains(*at)]
            yield name_of(line, line.get_color(), axes), visible

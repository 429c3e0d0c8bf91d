"""The picture beside a link to the site, where others show links: its mark, its name, what it is.

`nox -s social_image` draws it anew from docs/assets/icon.svg and mkdocs.yml.
"""

import textwrap
from pathlib import Path
from xml.etree import ElementTree

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch
from mkdocs.config import load_config

from runner.folders import DOCS, ROOT

IMAGE = DOCS / "assets" / "social.png"
WIDTH, HEIGHT = 1200, 630  # what Facebook, LinkedIn, Slack and X ask for
MARK = 168  # pixels, each way
MARGIN = 90
POINT = 72 / 100  # of a pixel, at the dots per inch of matplotlib's figures


def draw(path: Path = IMAGE) -> None:
    """Write the picture, the same bytes each time."""
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.set_axis_off()
    draw_mark(axes)
    name, description = named()
    axes.text(MARGIN, 365, name, size=84 * POINT, weight="bold", color="#1b222c", va="center")
    lines = "\n".join(textwrap.wrap(description, 48))
    size = 34 * POINT
    axes.text(MARGIN, 435, lines, va="top", size=size, color="#565e6a", linespacing=1.45)
    figure.savefig(path, metadata={"Software": None})


def draw_mark(axes: Axes) -> None:
    """Draw the three shapes of the mark's file at the upper left."""
    mark = ElementTree.parse(DOCS / "assets" / "icon.svg").getroot()
    square, line, dot = mark
    scale = MARK / float(square.attrib["width"])

    def place(x: str, y: str) -> tuple[float, float]:
        return MARGIN + scale * float(x), MARGIN + scale * float(y)

    corner = scale * float(square.attrib["rx"])
    box = f"round,pad=0,rounding_size={corner}"
    fill = square.attrib["fill"]
    axes.add_patch(FancyBboxPatch(place("0", "0"), MARK, MARK, boxstyle=box, color=fill, lw=0))
    points = line.attrib["points"].split()
    xs, ys = zip(*map(place, points[::2], points[1::2]), strict=True)
    width = scale * float(line.attrib["stroke-width"]) * POINT
    color = line.attrib["stroke"]
    axes.plot(xs, ys, color=color, lw=width, solid_capstyle="round", solid_joinstyle="round")
    center, radius = place(dot.attrib["cx"], dot.attrib["cy"]), float(dot.attrib["r"])
    axes.add_patch(Circle(center, scale * radius, color=dot.attrib["fill"], lw=0, zorder=3))


def named() -> tuple[str, str]:
    """Return what mkdocs.yml says that the site is called, and is."""
    config = load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[])
    return config["site_name"], config["site_description"]


if __name__ == "__main__":
    draw()

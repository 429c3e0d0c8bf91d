"""Lines of a picture with fewer points: those that no eye would miss are left out.

The recorded picture keeps all; what is left out hangs on it alone, and so is the same everywhere.
Source: Douglas and Peucker, https://doi.org/10.3138/FM57-6770-U75U-7727.
"""

import re
from itertools import pairwise

MISSED = 0.1  # points of the drawing: no line moves by more
Point = tuple[int, int]  # in tenths of a point of the drawing, as they are recorded
LINE = re.compile(r'(?<= d=")M[-\d.]+ [-\d.]+(?:L[-\d.]+ [-\d.]+){3,}(?=")')


def thinned(svg: str) -> str:
    """Return a picture whose lines have the points that bend them, each from the one before."""
    return LINE.sub(lambda found: relative(kept(points(found[0]))), svg)


def points(path: str) -> list[Point]:
    found = [pair.split() for pair in re.split("[ML]", path)[1:]]
    return [(round(10 * float(x)), round(10 * float(y))) for x, y in found]


def kept(line: list[Point]) -> list[Point]:
    """Return the ends, and each point that lies off the line between those that are kept."""
    keep, parts = {0, len(line) - 1}, [(0, len(line) - 1)]
    while parts:
        start, end = parts.pop()
        off = [(distance(line[i], line[start], line[end]), i) for i in range(start + 1, end)]
        if off and max(off)[0] > 10 * MISSED:
            middle = max(off)[1]
            keep.add(middle)
            parts += [(start, middle), (middle, end)]
    return [line[i] for i in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the stretch between two others."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return float(((x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2) ** 0.5)


def relative(line: list[Point]) -> str:
    """Return a path whose points are written as steps."""
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(line)]
    numbers = [short(number) for step in steps for number in step]
    return f"M{short(line[0][0])} {short(line[0][1])}l{' '.join(numbers)}".replace(" -", "-")


def short(tenths: int) -> str:
    """Write tenths without zeros that say nothing."""
    return re.sub(r"^(-?)0\.", r"\1.", f"{tenths / 10:.1f}".removesuffix(".0"))

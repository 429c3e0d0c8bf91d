"""What a program drew: a picture, as SVG, and the numbers that were plotted.

Numbers are recorded in steps that no eye sees, so that another processor gives the same or the
next one.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
OFF = 1.0  # points of a drawing, on another processor


@dataclass(frozen=True)
class Axis:
    """A direction of a panel: its label, and the step in which its numbers are written.

    A logarithmic one has no step: its numbers have three significant digits.
    """

    label: str
    step: float

    @property
    def form(self) -> str:
        """How a number is written: with the digits of a step, or with three."""
        return f".{max(0, -exponent(self.step))}f" if self.step else ".3g"

    def written(self, value: float) -> float:
        """Return a value as it is recorded."""
        return float(f"{value:{self.form}}") + 0.0

    def alike(self, here: Any, there: Any) -> bool:
        """Say whether two recorded values differ by one unit of the last digit at most."""
        if isinstance(here, str) or isinstance(there, str) or here is None or there is None:
            return bool(here == there)
        unit = self.step or 10.0 ** (exponent(max(abs(here), abs(there))) - 2)
        return bool(abs(here - there) < 1.5 * unit)

    def shown(self, value: Any) -> str:
        """Return a recorded value as a page has it."""
        if value is None or isinstance(value, str):
            return value or "none"
        number = f"{value:{self.form}}"
        if "." in number and "e" not in number:
            number = number.rstrip("0").rstrip(".")
        return number.replace("-", "\N{MINUS SIGN}")


@dataclass(frozen=True)
class Series:
    """A line, some points or some bars: a name, and pairs of x and y; y is None where it is nan."""

    name: str
    kind: str
    points: tuple[tuple[Any, Any], ...]


@dataclass(frozen=True)
class Panel:
    """A pair of axes, with what was plotted in it."""

    title: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]

    @property
    def outline(self) -> tuple[Any, ...]:
        """All but the numbers."""
        named = [(one.name, one.kind, len(one.points)) for one in self.series]
        return self.title, self.x, self.y, named


@dataclass(frozen=True)
class Drawing:
    """What a program drew."""

    svg: str
    panels: tuple[Panel, ...]

    @classmethod
    def of(cls, svg: str, panels: list[dict[str, Any]]) -> "Drawing":
        """Return it from what JSON holds."""
        return cls(
            svg,
            tuple(
                Panel(
                    panel["title"],
                    Axis(**panel["x"]),
                    Axis(**panel["y"]),
                    tuple(
                        Series(s["name"], s["kind"], tuple((x, y) for x, y in s["points"]))
                        for s in panel["series"]
                    ),
                )
                for panel in panels
            ),
        )

    @property
    def numbers(self) -> str:
        """Return the plotted numbers as their file holds them: a line for each series."""
        lined = []
        for panel in asdict(self)["panels"]:
            series = ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in panel["series"])
            head = json.dumps({k: panel[k] for k in ("title", "x", "y")}, ensure_ascii=False)
            lined.append(f'{head[:-1]}, "series": [\n  {series}\n ]}}')
        return "[" + ",\n ".join(lined) + "]\n"


def exponent(value: float) -> int:
    """Return the power of ten of a number's first digit, 0 of zero."""
    return int(f"{value:e}".partition("e")[2])


def differences(before: Drawing, now: Drawing) -> Iterator[str]:
    """Yield where two drawings differ more than another processor explains."""
    if len(before.panels) != len(now.panels):
        yield f"{len(before.panels)} panels were recorded, and now there are {len(now.panels)}"
        return
    for old, new in zip(before.panels, now.panels, strict=True):
        if old.outline != new.outline:
            yield f"another panel was recorded than {new.title or new.y.label or new.x.label!r}"
            continue
        for was, is_now in zip(old.series, new.series, strict=True):
            for (x, y), (x_now, y_now) in zip(was.points, is_now.points, strict=True):
                if not (old.x.alike(x, x_now) and old.y.alike(y, y_now)):
                    yield f"{was.name!r} had ({x}, {y}), and now it has ({x_now}, {y_now})"
                    break
    words = [NUMBER.sub("", drawing.svg) for drawing in (before, now)]
    numbers = [NUMBER.findall(drawing.svg) for drawing in (before, now)]
    if words[0] != words[1]:
        yield "the picture has other parts than the recorded one"
    elif any(abs(float(a) - float(b)) > OFF for a, b in zip(*numbers, strict=True)):
        yield "a part of the picture lies elsewhere than in the recorded one"

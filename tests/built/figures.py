"""A figure, read from its recording alone."""

import json
from dataclasses import dataclass
from pathlib import Path

from built.tokens import Json, Shown, words

ROWS = 9


@dataclass(frozen=True)
class Figure:
    """What a program drew: the statement to see, and where its numbers are recorded."""

    claim: str
    stem: Path

    def numbers(self) -> Shown:
        """Return the words of its tables: of many points, nine at equal distances."""
        for panel in json.loads(self.stem.with_suffix(".json").read_text("utf-8")):
            together: dict[str, list[Json]] = {}  # what has the same x, in one table
            for one in panel["series"]:
                together.setdefault(str([x for x, _ in one["points"]]), []).append(one)
            for series in together.values():
                yield from table(panel, series)


def table(panel: Json, series: list[Json]) -> Shown:
    points = [one["points"] for one in series]
    many = len(points[0])
    steps = max(1, min(many - 1, ROWS - 1))
    places = sorted({round(i * (many - 1) / steps) for i in range(steps + 1)})
    x, y = panel["x"], panel["y"]
    yield from words(*dict.fromkeys([panel["title"], y["label"]]))
    if len(places) < many:
        yield from words(f"{len(places)} of {many} points")
    yield from words(x["label"] or "x", *(one["name"] for one in series))
    for place in places:
        yield from written(points[0][place][0], x["step"])
        for own in points:
            yield from written(own[place][1], y["step"])


def written(value: float | str | None, step: float) -> list[str]:
    """Return a number as a page writes it: in steps, or in three digits; a name as it is."""
    if value is None or isinstance(value, str):
        return words(value or "none")
    decimals = len(f"{step:.9f}".rstrip("0").partition(".")[2])
    shown = f"{value:.{decimals}f}" if step else f"{value:.3g}"
    if "." in shown and "e" not in shown:
        shown = shown.rstrip("0").rstrip(".")
    return words(shown.replace("-", "\N{MINUS SIGN}"))

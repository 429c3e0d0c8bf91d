"""Markers: where a page shows what is recorded, and the views that can be shown there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from built.chapter import Chapter
from built.tokens import Json, Shown

View = TypeVar("View", bound=Callable[..., Shown])
VIEWS: dict[str, Callable[..., Shown]] = {}


@dataclass(frozen=True)
class Marker:
    """Where a page shows a view: of which chapter, of which recording, on which page."""

    chapter: Chapter
    table: str
    page: str

    @property
    def data(self) -> Json:
        return self.chapter.recording(self.table)


def view(function: View) -> View:
    """Say that a function yields what a view must show, given the marker and perhaps one slug."""
    VIEWS[function.__name__.replace("_", "-")] = function
    return function

"""What this chapter alone shows: pairings, tasks, checks, and what its functions take and say."""

from . import (
    checks,
    elsewhere,
    explorer,
    matrix,
    messages,
    others,
    parameters,
    shapes,
    task_pages,
    tasks,
)

__all__ = [
    "checks",
    "elsewhere",
    "explorer",
    "matrix",
    "messages",
    "others",
    "parameters",
    "shapes",
    "task_pages",
    "tasks",
]

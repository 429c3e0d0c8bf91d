"""What this chapter alone shows: the matrix of pairings, the table of tasks, the checks."""

from . import checks, elsewhere, explorer, matrix, tasks

__all__ = ["checks", "elsewhere", "explorer", "matrix", "tasks"]

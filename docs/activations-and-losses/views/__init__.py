"""What this chapter alone shows: pairings, tasks, checks, and the messages of its functions."""

from . import checks, elsewhere, explorer, matrix, messages, tasks

__all__ = ["checks", "elsewhere", "explorer", "matrix", "messages", "tasks"]

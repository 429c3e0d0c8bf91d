"""What each generated view must show: the recorded data, in order, counted and grouped anew.

A view is a function here of the same name as in the theme; it yields no words but those that are
data, since a theme may say around them what it likes. Taken from the theme is only what it chooses
to show, never what it says of it: which grids, which traps, which fields.
"""

from . import elsewhere, evidence, learning, matrix, others, parameters, shapes, tasks

__all__ = ["elsewhere", "evidence", "learning", "matrix", "others", "parameters", "shapes", "tasks"]

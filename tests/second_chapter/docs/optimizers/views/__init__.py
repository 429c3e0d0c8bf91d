"""What this chapter alone shows: where two steps lead."""

from builder.chapter import Chapter
from builder.table_differences import Table
from builder.views import table, text, view


@view
def ends(data: Table, _: Chapter) -> str:
    """Return the weight after two steps, by learning rate."""
    rows = [[text(row["id"]), text(row["end"])] for row in data["rows"]]
    shown = table(["Learning rate", "Weight after two steps"], rows)
    return f"<div data-unsearched>{shown}</div>"  # a search finds words, and no cells

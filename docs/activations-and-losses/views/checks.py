"""The checks of the pairing checker, each with a batch that has the fault."""

from builder.chapter import Chapter
from builder.table_differences import Table
from builder.views import code, section, text, view

STATES = {"error": "error", "warning": "wrong", "note": "warns"}


@view
def checks(data: Table, _: Chapter) -> str:
    """Every check, with a batch that has the fault, and what the checker said of it."""
    made = []
    for row in data["rows"]:
        case = f'<pre class="no-copy" data-unsearched><code>{text(row["case"])}</code></pre>'
        severity = text(row["severity"].capitalize())
        said = (
            f'<p><strong class="verdict {STATES[row["severity"]]}">{severity}</strong>: '
            f"{text(row['what'])}<br>\n"
            f"Evidence: {text(row['evidence'])}<br>\nFix: {text(row['fix'])}</p>"
        )
        made.append(section(row["id"], code(row["id"]), case + said))
    return "".join(made)

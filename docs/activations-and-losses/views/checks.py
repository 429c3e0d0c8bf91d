"""The checks of the pairing checker, each with a batch that has the fault."""

from builder.snippet_fences import code
from builder.views import Beside, section, text, view


@view
def checks(data: dict, _: Beside) -> str:
    """Every check, with a batch that has the fault, and what the checker said of it."""
    made = []
    for row in data["rows"]:
        case = f'<pre class="no-copy" data-search-exclude><code>{text(row["case"])}</code></pre>'
        said = (
            f"<p>{text(row['severity'].capitalize())}: {text(row['what'])}<br>\n"
            f"Evidence: {text(row['evidence'])}<br>\nFix: {text(row['fix'])}</p>"
        )
        made.append(section(row["id"], code(row["id"]), case + said))
    return "".join(made)

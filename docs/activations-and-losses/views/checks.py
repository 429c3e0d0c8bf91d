"""The checks of the pairing checker, each with a batch that has the fault."""

from builder.chapter import Chapter
from builder.table_differences import Table
from builder.views import code, fold, section, text, view

STATES = {"error": "error", "warning": "wrong", "note": "warns"}


@view
def checks(data: Table, chapter: Chapter) -> str:
    """Every check, with a batch that has the fault, what the checker said, and what mends it."""
    titles = {f"quirks/{quirk.slug}/": quirk.title for quirk in chapter.quirks}
    made = []
    for row in data["rows"]:
        severity = text(row["severity"].capitalize())
        state = f'<strong class="verdict {STATES[row["severity"]]}">{severity}</strong>'
        said = f"{state}: {text(row['what'])}<br>\nEvidence: {text(row['evidence'])}"
        shown = f"<p>{said}<br>\nFix: {marked(row['fix'])}"
        if row["page"] in titles:
            shown += f'<br>\nSee: <a href="../{row["page"]}">{text(titles[row["page"]])}</a>'
        mended = "<p>The case, mended, after which this is not found:</p>" + source(row["mended"])
        made.append(
            section(row["id"], code(row["id"]), f"{source(row['case'])}{shown}</p>{mended}")
        )
    return "".join(made)


@view
def unseen(data: Table, _: Chapter) -> str:
    """What is wrong in the tables and passes unseen, and a batch for each in which it does."""
    named = [(text(row["id"].replace("-", " ").capitalize()), row) for row in data["unseen"]]
    items = "".join(f"<li><strong>{name}.</strong> {text(row['why'])}</li>" for name, row in named)
    cases = "".join(f"<p>{name}</p>{source(row['case'])}" for name, row in named)
    shown = fold("A batch for each, in which nothing is found", cases, "program")
    return f"<ul>{items}</ul>{shown}"


def source(lines: str) -> str:
    return f'<pre class="no-copy" data-unsearched><code>{text(lines)}</code></pre>'


def marked(fix: str) -> str:
    """Return a sentence of which every second part, between backticks, is code."""
    parts = enumerate(fix.split("`"))
    return "".join(code(part) if number % 2 else text(part) for number, part in parts)

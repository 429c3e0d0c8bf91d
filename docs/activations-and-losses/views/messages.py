"""Every message of PyTorch's losses and activations, each with the pages that explain it."""

import re

from builder.chapter import Chapter
from builder.finder import HOLE, abstract, answers
from builder.quirk import Quirk
from builder.table_differences import Row, Table
from builder.views import code, plain, table, view


@view
def messages(data: Table, chapter: Chapter) -> str:
    """Each message of the table and of the matrix, who says it, and the pages that explain it."""
    rows = [
        [code(row["message"]), ", ".join(map(code, row["by"])), links(row["message"], chapter)]
        for row in every(chapter)
    ]
    made = table(["Message", "Who says it", "Explained in"], rows)
    return f"<div data-unsearched>{made}</div>"  # the finder has them itself


def links(message: str, chapter: Chapter) -> str:
    """The pages that explain a message."""
    found = [quirk for quirk in chapter.quirks if answers(quirk, message)]
    return "".join(f"<p>{link(quirk)}</p>" for quirk in found)


def link(quirk: Quirk) -> str:
    return f'<a href="../quirks/{quirk.slug}/">{plain(quirk.heading)}</a>'


def every(chapter: Chapter) -> list[Row]:
    """Return each message once, whatever its values, with who says it, in the order of those."""
    found: dict[str, Row] = {}
    for row in [*chapter.table("messages")["rows"], *of_matrix(chapter)]:
        message = row["message"]
        same = next((known for known in found if fits(message, found[known]["message"])), message)
        said = found.setdefault(abstract(same), {"message": message, "by": []})
        said["by"] = [*said["by"], *(name for name in row["by"] if name not in said["by"])]
    return sorted(found.values(), key=lambda row: (row["by"], row["message"]))


def fits(message: str, template: str) -> bool:
    """Say whether a template is a message with holes for some of its values."""
    pattern = re.escape(template).replace(HOLE, ".*")
    return HOLE in template and bool(re.fullmatch(pattern, message))


def of_matrix(chapter: Chapter) -> list[Row]:
    """Return the messages of the matrix, each once whatever its numbers, with who says it."""
    found: dict[str, Row] = {}
    for row in chapter.table("matrix")["rows"]:
        error = row.get("error", "").partition(": ")[2]
        for message in filter(None, [error, row.get("warning", "").partition(": ")[2]]):
            said = found.setdefault(abstract(message), {"message": message, "by": []})
            if row["loss"] not in said["by"]:
                said["by"].append(row["loss"])
    return [*found.values()]

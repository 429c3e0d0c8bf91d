"""The element that shows any combination of the matrix, with all of them as its data."""

import json
import re
from collections.abc import Iterable

from builder.chapter import Chapter
from builder.table_differences import Row, Table
from builder.views import view
from mkdocs.exceptions import BuildError

from . import pairing_texts, shapes
from .elsewhere import compared, elsewhere, place_of

SCRIPTS = "element pairing-records pairing-pictures pairing-result explorer"
RAISES = "raises", "raises for some values"  # whether there are values with which it runs


def explained(said: str) -> str:
    """Return what is behind an error or warning; every one that was recorded has a line."""
    for pattern, reason in pairing_texts.MESSAGES.items():
        if re.search(pattern, said):
            return reason
    raise BuildError(f"This chapter's views/pairing_texts.py does not explain {said!r}")


def words_on(verdicts: Iterable[str], words: dict[str, str]) -> dict[str, str]:
    """Return what is said of each verdict: the words for the longest beginning that it has."""
    explained = {}
    for verdict in verdicts:
        beginnings = [start for start in words if verdict.startswith(start)]
        if not beginnings:
            raise BuildError(f"This chapter's views/pairing_texts.py has no word on {verdict!r}")
        explained[verdict] = words[max(beginnings, key=len)]
    return explained


@view
def explorer(data: Table, chapter: Chapter) -> str:
    """The element that shows any combination, with all of them as its data."""
    results: dict[str, int] = {}
    numbers = [results.setdefault(result_of(row), len(results)) for row in data["rows"]]
    known = [said for row in data["rows"] for said in row.get("verdicts", {}).values()]
    width = len(base36(len(results)))
    packed = {
        "activations": data["activations"],
        "losses": data["losses"],
        "outputs": data["outputs"],
        "targets": data["targets"],
        "sizes": data["sizes"],
        "starts": data["starts"],
        "program": data["program"],
        "ran": f"torch {data['torch']} on {data['hardware']}",
        "usual": pairing_texts.USUAL,
        "takes": pairing_texts.TAKES,
        "gives": pairing_texts.GIVES,
        "verdicts": words_on(known, pairing_texts.VERDICTS),
        "plain": words_on([*known, *RAISES], pairing_texts.PLAIN),
        "results": [*map(json.loads, results)],
        "quirks": [
            [page.slug, page.heading.replace("`", ""), page.combinations]
            for page in chapter.quirks
            if page.combinations
        ],
        "folds": shapes.folds(chapter.table("shapes")),
        "elsewhere": elsewhere(data, chapter),
        "cuda": [place_of(run) for run in compared(data, chapter) if run.device == "cuda"],
        # As many characters for each combination, in the order of the lists above.
        "cells": "".join(base36(number, width) for number in numbers),
    }
    inline = json.dumps(packed, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<pairing-explorer data-unsearched data-scripts="{SCRIPTS}">'
        "<p>The explorer needs JavaScript. The tables below have "
        'the common cases, and <a href="../data/matrix.json">the published data</a> all.</p>'
        f'<script type="application/json">{inline}</script></pairing-explorer>'
    )


def result_of(row: Row) -> str:
    """Return what a combination did, as the page has it.

    The last entry, only where it is known: by task, the share of the starts that arrive, or of how
    many the outputs end in the right order.
    """
    said = row.get("error") or row.get("warning") or ""
    outcome = RAISES["other_values" in row] if row["outcome"] == RAISES[0] else row["outcome"]
    reason = explained(said) if said else ""
    result = [outcome, row.get("phase", ""), said, row.get("verdicts", {}), reason]
    in_order = {task: sum(counts) for task, counts in row.get("in_order", {}).items()}
    by_starts = row.get("reached", {}) | in_order
    return json.dumps([*result, by_starts] if by_starts else result)


def base36(number: int, width: int = 1) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    more = base36(number // 36, width - 1) if number >= 36 or width > 1 else ""
    return more + digits[number % 36]

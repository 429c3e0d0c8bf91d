"""The element that shows any combination of the matrix, with all of them as its data."""

import json
import re
from collections.abc import Iterable
from typing import Any

from builder.chapter import Chapter
from builder.table_differences import Row, Table
from builder.views import view
from mkdocs.exceptions import BuildError

from . import pairing_texts
from .elsewhere import compared, elsewhere, place_of

RAISES = "raises", "raises for some values"  # outcomes of which there are words, as of verdicts


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
    results: dict[Any, int] = {}
    numbers = [results.setdefault(result_of(row), len(results)) for row in data["rows"]]
    known = [verdict for *_, verdicts in results for _, verdict in verdicts]
    width = len(base36(len(results)))
    packed = {
        "activations": data["activations"],
        "losses": data["losses"],
        "outputs": data["outputs"],
        "targets": data["targets"],
        "sizes": data["sizes"],
        "program": data["program"],
        "ran": f"torch {data['torch']} on {data['hardware']}",
        "takes": pairing_texts.TAKES,
        "gives": pairing_texts.GIVES,
        "verdicts": words_on(known, pairing_texts.VERDICTS),
        "plain": words_on([*known, *RAISES], pairing_texts.PLAIN),
        "results": [
            [outcome, phase, said, dict(verdicts), explained(said) if said else ""]
            for outcome, phase, said, verdicts in results
        ],
        "quirks": [
            [page.slug, page.heading.replace("`", ""), page.combinations]
            for page in chapter.quirks
            if page.combinations
        ],
        "elsewhere": elsewhere(data, chapter),
        "cuda": [place_of(run) for run in compared(data, chapter) if run.device == "cuda"],
        # As many characters for each combination, in the order of the lists above.
        "cells": "".join(base36(number, width) for number in numbers),
    }
    inline = json.dumps(packed, separators=(",", ":")).replace("<", "\\u003c")
    return (
        "<pairing-explorer data-unsearched><p>The explorer needs JavaScript. The tables below have "
        'the common cases, and <a href="../data/matrix.json">the published data</a> all.</p>'
        f'<script type="application/json">{inline}</script></pairing-explorer>'
    )


def result_of(row: Row) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    """Return what a combination did: outcome, phase, message, verdicts."""
    said = row.get("error") or row.get("warning") or ""
    return row["outcome"], row.get("phase", ""), said, tuple(row.get("verdicts", {}).items())


def base36(number: int, width: int = 1) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    more = base36(number // 36, width - 1) if number >= 36 or width > 1 else ""
    return more + digits[number % 36]

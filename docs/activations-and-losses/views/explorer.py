"""The element that shows any combination of the matrix, with all of them as its data."""

import json
import re
from typing import Any

from builder.chapter import Chapter
from builder.table_differences import Table
from builder.views import view
from mkdocs.exceptions import BuildError

from . import pairing_texts
from .elsewhere import elsewhere


def explained(said: str) -> str:
    """Return what is behind an error or warning; every one that was recorded has a line."""
    for pattern, reason in pairing_texts.MESSAGES.items():
        if re.search(pattern, said):
            return reason
    raise BuildError(f"This chapter's views/pairing_texts.py does not explain {said!r}")


@view
def explorer(data: Table, chapter: Chapter) -> str:
    """The element that shows any combination, with all of them as its data."""
    results: dict[Any, int] = {}
    cells = []
    for row in data["rows"]:
        said = row.get("error") or row.get("warning") or ""
        verdicts = tuple(row.get("verdicts", {}).items())
        result = row["outcome"], row.get("phase", ""), said, verdicts
        cells.append(results.setdefault(result, len(results)))
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
        "verdicts": pairing_texts.VERDICTS,
        "results": [
            [outcome, phase, said, dict(verdicts), explained(said) if said else ""]
            for outcome, phase, said, verdicts in results
        ],
        "quirks": [
            [quirk.slug, quirk.heading.replace("`", ""), quirk.combinations]
            for quirk in chapter.quirks
            if quirk.combinations
        ],
        "elsewhere": elsewhere(data, chapter),
        # Two characters a combination, in the order of the lists above.
        "cells": "".join(base36(cell) for cell in cells),
    }
    inline = json.dumps(packed, separators=(",", ":")).replace("<", "\\u003c")
    return (
        "<pairing-explorer data-unsearched><p>The explorer needs JavaScript. "
        "Everything it shows is in the tables below, and in the published data.</p>"
        f'<script type="application/json">{inline}</script></pairing-explorer>'
    )


def base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return digits[number // 36] + digits[number % 36]

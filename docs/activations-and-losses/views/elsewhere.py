"""What combinations of the matrix do with other releases of torch, and on other devices."""

import json
from collections import Counter
from typing import Any

from builder import table_differences
from builder.chapter import Chapter
from builder.evidence import Recording
from builder.table_differences import Row, Table
from builder.views import code, table, text, view

from .matrix import link_to

Said = tuple[str, str]  # an outcome, and the message that tells it from others


@view
def matrix_on_cuda(data: Table, chapter: Chapter) -> str:
    """The combinations that CUDA treats differently; those first that fail on the CPU alone."""
    known = [recording for recording in compared(data, chapter) if recording.device == "cuda"]
    if not known:
        return "<p>The pairings have not run on CUDA yet.</p>"
    made = []
    for recording in known:
        # By whether it goes unnoticed and what CUDA says: the rows, by what the CPU says.
        groups: dict[tuple[bool, Said], dict[Said, list[Row]]] = {}
        for row, here, there in table_differences.differences(recording, "matrix", data):
            if row:
                cpu, cuda = said_of(there), said_of(here)
                alike = groups.setdefault((unnoticed(cpu, cuda), cuda), {})
                alike.setdefault(cpu, []).append(row)
        counts = {key: sum(map(len, alike.values())) for key, alike in groups.items()}
        place, lost = text(place_of(recording)), sum(n for (bad, _), n in counts.items() if bad)
        if lost:
            made.append(
                f"<p><strong>{lost:,} pairings raise an error on the CPU and run in silence on CUDA"
                f"</strong>: {place}. A number comes back, and it means nothing.</p>"
            )
        made.append(
            f"<p>On {place}, {sum(counts.values()):,} of {len(data['rows']):,} pairings do "
            "something else than on a CPU with the same release.</p>"
        )
        items = []
        for key in sorted(groups, key=lambda key: (not key[0], -counts[key], key)):
            rows = [row for alike in groups[key].values() for row in alike]
            losses = ", ".join(sorted({row["loss"] for row in rows}))
            address = link_to(rows[0], data, "../explorer/")
            instead = ", ".join(map(said_in_words, groups[key]))
            items.append(
                f"<li><p>{said_in_words(key[1])}</p><p>Instead of {instead}.</p>"
                f'<p><a href="{address}">{counts[key]:,} pairings of {losses}</a></p></li>'
            )
        made.append(f'<ul class="messages">{"".join(items)}</ul>' if items else "")
    return f"<div data-unsearched>{''.join(made)}</div>"


def said_in_words(said: Said) -> str:
    """Return what is said, or, where nothing is, the outcome."""
    outcome, message = said
    return code(message) if message else {"silent": "no error and no warning"}.get(outcome, outcome)


def said_of(side: Row) -> Said:
    said = side.get("assertion") or side.get("error") or side.get("warning") or ""
    return side.get("outcome", ""), said.partition("\n")[0]


def unnoticed(cpu: Said, cuda: Said) -> bool:
    return cpu[0] == "raises" and cuda[0] == "silent"


def compared(data: Table, chapter: Chapter) -> list[Recording]:
    """Return the recordings in which the matrix was compared: other releases with this one,
    other devices with their own release on a CPU."""
    return [
        recording
        for recording in chapter.recordings
        if chapter.knows(recording, "matrix")
        and (recording.device != "cpu" or recording.torch != data["torch"])
        and recording.tables["matrix.py"]["against"]
        == (data["torch"] if recording.device == "cpu" else recording.torch)
    ]


def place_of(recording: Recording) -> str:
    """Name where a matrix was run: the release, or the device with its hardware."""
    if recording.device == "cpu":
        return f"torch {recording.torch}"
    [run] = [run for run in recording.runs if "matrix.py" in run.tables]
    return f"{recording.device.upper()} ({run.environment.hardware}, torch {recording.torch})"


def elsewhere(data: Table, chapter: Chapter) -> list[list[Any]]:
    """Return what combinations do elsewhere: where, what, whether unnoticed there alone, which.

    Several releases that do the same with a combination are named together.
    """
    places: dict[tuple[int, str, str], list[str]] = {}
    for recording in compared(data, chapter):
        before = "With " if recording.device == "cpu" else "On "
        for number, here, there in table_differences.numbered(recording, "matrix", data):
            if number is not None:
                said = here.get("error") or here.get("warning") or ""
                shown = [here.get("assertion", ""), said.partition("\n")[0]]
                alone = unnoticed(said_of(there), said_of(here))
                said = "\n".join(filter(None, shown))
                does = json.dumps([here["outcome"], here.get("phase", ""), said, alone])
                key = number, before, does
                places.setdefault(key, []).append(place_of(recording))
    rows: dict[tuple[str, str], list[int]] = {}
    for (number, before, does), names in places.items():
        *most, last = names
        where = before + (f"{', '.join(most)} and {last}" if most else last)
        rows.setdefault((where, does), []).append(number)
    return [
        [where, *json.loads(does), table_differences.ranges(numbers)]
        for (where, does), numbers in rows.items()
    ]


@view
def matrix_elsewhere(data: Table, chapter: Chapter) -> str:
    """How many combinations do something else with other releases and on other devices."""
    known = compared(data, chapter)
    rows = []
    for recording in known:
        changed: Counter[tuple[bool, bool]] = Counter()
        for number, here, there in table_differences.numbered(recording, "matrix", data):
            if number is not None:
                changed[there["outcome"] == "raises", here["outcome"] == "raises"] += 1
        counts = [changed[True, False], changed[False, True], changed[True, True]]
        counts.append(changed[False, False])
        rows.append([text(place_of(recording)), *(f"{count:,}" for count in counts)])
    head = ["Where", "Error only here", "Error only there", "Another error", "Other warning"]
    said = ""
    if rows:
        said = (
            "<p>The same combinations have run elsewhere, and the explorer says where one does "
            f"something else. Here is torch {text(data['torch'])} on a CPU; a device is compared "
            f"with a CPU that has the same release.</p>{table(head, rows)}"
        )
    if all(recording.device != "cuda" for recording in known):
        said += "<p>No run of them on CUDA is recorded yet, so nothing here is about CUDA.</p>"
    return f"<div data-unsearched>{said}</div>"

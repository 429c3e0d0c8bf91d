"""The laws of what a page carries for scripts and for search engines."""

import json
import re
from functools import cache
from itertools import product

from built.chapter import Chapter
from built.expected import Expected
from built.reader import Reader
from built.tokens import Json, words
from built.views.elsewhere import compared, elsewhere, numbers

RAISES = "raises", "raises for some values"
OBJECTS = "activations", "losses", "outputs", "targets"  # of the matrix, in the order of its rows


def of_data(page: Reader, text: str, expected: Expected) -> list[str]:
    """What a page carries for scripts is what is recorded, and what it says itself."""
    found = []
    source = expected.source_of[page.page]
    if source.endswith(".ipynb"):
        for cell in json.loads((expected.docs / source).read_text("utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                figure = "".join(output.get("data", {}).get("image/svg+xml", ""))
                found += ["has lost a figure, or changed it"] * (figure not in text)
    for script in page.all("script"):
        if not script.attributes.get("type", "").endswith("json") or "id" in script.attributes:
            continue
        try:
            data = json.loads(script.raw)
        except ValueError as error:
            found.append(f"carries data that are none: {error}")
            continue
        if "cells" in data:
            found += of_explorer(data, expected.sources.chapter(source.partition("/")[0]))
        if "mainEntity" in data:
            found += of_questions(data["mainEntity"], page)
    return found


def of_explorer(data: Json, chapter: Chapter) -> list[str]:
    """The explorer shows of each combination what was recorded of it."""
    matrix, texts = chapter.recording("matrix"), chapter.own.pairing_texts
    rows = [row.get("verdicts", {}) for row in matrix["rows"]]
    verdicts = dict.fromkeys(verdict for row in rows for verdict in row.values())
    on_cuda = [
        f"CUDA ({run['hardware']}, torch {run['torch']})"
        for run, _ in compared(chapter)
        if run["device"] == "cuda"
    ]
    quirks = [
        [quirk["slug"], quirk["heading"], quirk["combinations"]]
        for quirk in chapter.quirks
        if quirk.get("combinations")
    ]
    wanted = {name: matrix[name] for name in (*OBJECTS, "sizes", "starts", "program")} | {
        "ran": f"torch {matrix['torch']} on {matrix['hardware']}",
        "takes": texts.TAKES,
        "gives": texts.GIVES,
        "verdicts": {verdict: beginning(verdict, texts.VERDICTS) for verdict in verdicts},
        "plain": {said: beginning(said, texts.PLAIN) for said in [*verdicts, *RAISES]},
        "quirks": quirks,
        "cuda": on_cuda,
    }
    found = [
        f"has other {name} in its explorer than are recorded"
        for name, value in wanted.items()
        if json.dumps(data.get(name)) != json.dumps(value)  # the order counts, too
    ]
    said = {(*does, row) for *does, rows in data["elsewhere"] for row in numbers(rows)}
    found += ["says otherwise what pairings do elsewhere"] * (said != elsewhere(chapter))
    return found + of_cells(data, chapter)


def of_cells(data: Json, chapter: Chapter) -> list[str]:
    """The result of each combination is the recorded one, with why; tell the first that is not."""
    matrix = chapter.recording("matrix")
    rows = {
        (row["activation"], row["loss"], row["output_shape"], row["target_form"]): row
        for row in matrix["rows"]
    }
    places = [*product(*(matrix[name] for name in OBJECTS))]
    width = max(1, len(data["cells"]) // len(places))
    codes = [data["cells"][at : at + width] for at in range(0, len(data["cells"]), width)]
    if len(codes) != len(places):
        return [f"has {len(codes)} results in its explorer, for {len(places)} combinations"]
    for place, code in zip(places, codes, strict=True):
        row, number = rows[place], int(code, 36) if code.isalnum() else -1
        said = row.get("error") or row.get("warning") or ""
        outcome = RAISES[1] if "other_values" in row else row["outcome"]
        wanted = [outcome, row.get("phase", ""), said, row.get("verdicts", {})]
        in_order = {task: sum(counts) for task, counts in row.get("in_order", {}).items()}
        starts = row.get("reached", {}) | in_order
        wanted += [explanation(said, chapter), *([starts] if starts else [])]
        if data["results"][number : number + 1] != [wanted]:
            return [f"says of {', '.join(place)} in its explorer something not recorded"]
    return []


def beginning(verdict: str, words: dict[str, str]) -> str:
    """Return the words for as much of a verdict as there are words for, from its beginning on."""
    ends = range(len(verdict), 0, -1)
    return next((words[verdict[:end]] for end in ends if verdict[:end] in words), "no words")


@cache
def explanation(said: str, chapter: Chapter) -> str:
    """Return why PyTorch says this, in the words of the first pattern that fits."""
    fits = (
        why
        for pattern, why in chapter.own.pairing_texts.MESSAGES.items()
        if re.search(pattern, said)
    )
    return next(fits, "no explanation") if said else ""


def of_questions(asked: list[Json], page: Reader) -> list[str]:
    """What a page tells search engines is what it asks, and what it answers."""
    if [question["@id"][1:] for question in asked] != [*page.headings][1:]:
        return ["tells search engines of other questions than it asks"]
    return [
        f"tells search engines something else about {question['@id']} than readers"
        for question in asked
        for name in [question["@id"][1:]]
        if words(question["name"]) != page.headings[name]
        or words(question["acceptedAnswer"]["text"]) != page.paragraphs[name]
    ]

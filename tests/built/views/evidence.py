"""What the views of the evidence must show: what has run where, and what it did instead."""

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import PurePosixPath

from builder.evidence_schema import SCHEMA

from built.chapter import Chapter, masked
from built.marker import Marker, view
from built.tokens import CAPTION, END, LINK, Json, Shown, block, link, needed, page_of, words

DEVICE = re.compile(r"_(cuda|mps)\.py$")  # of a program that needs one
MACHINE = "hardware", "processor", "instructions", "driver", "system"
Names = dict[str, None]  # each once, in order
Line = tuple[str, Names, Names, Names]  # printed on CUDA: instead of what, by which programs, where


def claim(chapter: Chapter, name: str) -> list[str]:
    """Return what a program says of itself in its first line."""
    said = needed(r'\A"""(.+?)\.?(?:"""|\n)', chapter.text(name), f"claim in {name}")
    return words(said.replace("`", ""))


def on_pages(chapter: Chapter, name: str) -> Shown:
    stem = PurePosixPath(name).stem
    for source in chapter.shown.get(name, []):
        yield from [*words(chapter.sources.title(source)), f"{LINK}{page_of(source)}#{stem}"]


# What has run, and where.


@view
def evidence_counts(at: Marker) -> Shown:
    recorded, shown, pinned = at.chapter.recorded, at.chapter.shown, at.chapter.sources.pinned
    if not recorded:
        return
    did = at.chapter.now(at.chapter.releases().get(pinned, {}))
    yield from words(len(shown), len(did.keys() & shown), pinned)
    devices = [runs[0]["device"].upper() for runs in recorded]
    yield from words(len({runs[0]["torch"] for runs in recorded}), *dict.fromkeys(devices))
    wanted = [found[1].upper() for found in map(DEVICE.search, shown) if found]
    waiting = [device for device in wanted if device not in devices]
    yield from words(*[len(waiting)] * bool(waiting), *sorted({*waiting}))


@view
def evidence_runs(at: Marker) -> Shown:
    for run in [run for runs in at.chapter.recorded[::-1] for run in runs]:
        did, name = at.chapter.now(run["programs"]), f"{run['device']}-{run['torch']}"
        others = sum("instead" in done for done in did.values())
        tables = "reference" if name == f"cpu-{at.chapter.sources.pinned}" else len(run["tables"])
        yield from link(f"torch {run['torch']}", f"../evidence/{name}.json", at.page)
        yield from words(run["hardware"], len(did), others, tables)
        yield from words(*[f"{run['seconds']:,.0f} s"] * bool(run["seconds"]), run["date"])


@view
def evidence_environments(at: Marker) -> Shown:
    machines: dict[tuple[str, ...], dict[tuple[str, str], list[str]]] = {}
    for run in [run for runs in at.chapter.recorded[::-1] for run in runs]:
        packages = machines.setdefault(tuple(run[name] for name in MACHINE), {})
        builds = packages.setdefault((run["python"], run["numpy"]), [])
        builds.append(run["build"] or run["torch"])
    for machine, packages in machines.items():
        yield from words(*machine)
        for python_and_numpy, builds in packages.items():
            yield from words(*builds, *python_and_numpy)


@view
def evidence_fields(at: Marker) -> Shown:
    schema: Json = SCHEMA
    for name, field in schema["properties"].items():
        yield from words(name, field["description"])
        inside = field["items"]["properties"] if name == "runs" else {}
        for inner, about in inside.items():
            yield from words("runs:", inner, about["description"])


@view
def mutation_scores(at: Marker) -> Shown:
    path = at.chapter.sources.docs / "scores.json"
    if not path.exists():
        return
    scores = json.loads(path.read_text("utf-8"))
    for kind, score in scores.items():
        counts = score["noticed"], score["total"], score["equivalent"]
        noticed, total, equivalent = (f"{count:,}" for count in counts)
        share = f"{100 * score['noticed'] / score['total']:.1f}"
        yield from words(kind.capitalize(), noticed, total, share, equivalent)
        yield from words(f"{score['seconds']:,.0f} s", score["date"])
    for kind, score in scores.items():
        yield from words(*[kind.capitalize()] * ("kinds" in score))
        for inner, (noticed, total) in score.get("kinds", {}).items():
            yield from words(inner.capitalize(), f"{noticed:,}", f"{total:,}")
    yield from [CAPTION, *link(path.name, f"../../{path.name}", at.page), END]


# What changed, release by release.


@view
def release_changes(at: Marker) -> Shown:
    known = at.chapter.releases()
    table: list[str] = []
    sections: list[str] = []
    anywhere = {name for name in at.chapter.shown if not DEVICE.search(name)}
    for old, new in [*pairwise(known)][::-1]:
        before, after = at.chapter.now(known[old]), at.chapter.now(known[new])
        names = {n for n in {*anywhere, *known[old], *known[new]} if at.chapter.text(n)}
        both = sorted(before.keys() & after.keys())
        pairs = [(at.chapter.printed(n, before[n]), at.chapter.printed(n, after[n])) for n in both]
        diffs = {n: [*changed(*pair)] for n, pair in zip(both, pairs, strict=True)}
        lines = {name: diffs[name] for name in both if diffs[name]}
        missing = len(names) - len(both)
        table += [*link(f"torch {new}", f"#torch-{new}", at.page), *words(old)]
        table += words(len(both), len(lines), missing)
        sections += words(new, old, len(both), old, new, *[len(lines)] * bool(lines))
        sections += words(*[missing] * bool(missing), *[old, new] * bool(lines))
        for name in lines:
            sections += [*claim(at.chapter, name), *words(f"snippets/{at.chapter.name}/{name}")]
            sections += [*on_pages(at.chapter, name), block("\n".join(lines[name]))]
    yield from table + sections


# What CUDA does instead.


@view
def cuda_status(at: Marker) -> Shown:
    for run in at.chapter.on_cuda():
        did = at.chapter.now(run["programs"])
        others = sum("instead" in done for done in did.values())
        yield from words(run["torch"], run["hardware"], run["date"], len(did), others)


@view
def cuda_differences(at: Marker) -> Shown:
    found: dict[tuple[bool, str], Line] = {}
    for run in at.chapter.on_cuda():
        place = f"torch {run['torch']} on {run['hardware']}"
        for name, did in at.chapter.now(run["programs"]).items():
            for promised, got in did.get("instead", []):
                like = bool(got), masked(got or promised)
                one = found.setdefault(like, (got, {}, {}, {}))
                for names, value in zip(one[1:], (promised, name, place), strict=True):
                    names.update({value: None} if value else {})
    for got, promised, programs, places in sorted(found.values(), key=by_weight):
        yield from words(got, *promised, *places)
        for name in programs:
            yield from [*claim(at.chapter, name), *on_pages(at.chapter, name)]


@view
def cuda_reported(at: Marker) -> Shown:
    found: dict[str, list[str]] = {}
    for source in sorted(at.chapter.sources.pages, key=lambda source: source.split("/")):
        if source.startswith(f"{at.chapter.name}/"):
            for message in at.chapter.sources.reported(source)[0]:
                found.setdefault(message, []).append(source)
    for message, sources in found.items():
        yield from words(message)
        for source in sources:
            yield from [*words(at.chapter.sources.title(source)), LINK + page_of(source)]


def changed(before: list[str], after: list[str]) -> Iterator[str]:
    """Yield what is printed no more, and what is printed by now, as a diff has it."""
    for kind, *ends in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from [f"- {line}" for line in before[slice(*ends[:2])] or ["(no such line)"]]
            yield from [f"+ {line}" for line in after[slice(*ends[2:])] or ["(no such line)"]]


def by_weight(line: Line) -> tuple[bool, int, str]:
    """Put last a line of which only the numbers are others, and first what most programs print."""
    got, promised, programs, _ = line
    return masked(got) in map(masked, promised), -len(programs), got

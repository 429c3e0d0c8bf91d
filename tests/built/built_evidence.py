"""What the views of the evidence must show: a part of `built_views`, with the same rules."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import chain, groupby, pairwise
from pathlib import PurePosixPath

from builder import evidence

from built.built_tokens import CAPTION, END, LINK, Shown, block, digest, link, page_of, words

PROMISE = re.compile(r"^# > (.*)$", re.MULTILINE)
NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?")
DEVICE = re.compile(r"_(cuda|mps)\.py$")  # of a program that needs one
MATRIX = "matrix.py"
MACHINE = "hardware", "processor", "instructions", "driver", "system"


def printed(source: str, instead: list[list[str]]) -> list[str]:
    """Return what a program printed: its promises, but for those that something came instead of.

    What came without a promise stands behind the last of these, or at the end.
    """
    lines, after = PROMISE.findall(source), 0
    for promised, got in instead:
        kept = promised in lines[after:]
        if kept or got:
            place = lines.index(promised, after) if kept else after or len(lines)
            lines[place : place + kept] = [got] * bool(got)
            after = place + bool(got)
    return lines


def changed(before: list[str], after: list[str]) -> Iterator[str]:
    """Yield what is printed no more, and what is printed by now, as a diff has it."""
    for kind, *ends in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from [f"- {line}" for line in before[slice(*ends[:2])] or ["(no such line)"]]
            yield from [f"+ {line}" for line in after[slice(*ends[2:])] or ["(no such line)"]]


def by_weight(line: tuple[str, dict, dict, dict]) -> tuple:
    """Put last a line of which only the numbers are others, and first what most programs print."""
    got, promised, programs, _ = line
    same = NUMBER.sub("#", got) in {NUMBER.sub("#", one) for one in promised}
    return same, -len(programs), got


def numbers(references: list[str]) -> Iterator[int]:
    """Read the numbers of rows: "7", "10-19", or "10-100/30" for every thirtieth."""
    for reference in references:
        first, last, step = re.fullmatch(r"(\d+)(?:-(\d+))?(?:/(\d+))?", reference).groups()
        yield from range(int(first), int(last or first) + 1, int(step or 1))


def told(side: dict) -> tuple[str, str]:
    """Return how a pairing ended, and in which words."""
    said = [side.get(name) for name in ("assertion", "error", "warning")]
    return side.get("outcome", ""), next(filter(None, said), "").split("\n")[0]


class EvidenceViews:
    """The views of what is recorded of a chapter's programs and pairings."""

    # Of the views that these are a part of:
    page: str
    chapter: str
    data: dict

    # What is read.

    @cached_property
    def recorded(self) -> list[list[dict]]:
        """Return the runs by device and release: the CPU first, the oldest release first."""
        runs = self.sources.evidence.get(self.chapter, [])
        return [[*own] for _, own in groupby(runs, lambda run: (run["device"], run["torch"]))]

    def text(self, name: str) -> str:
        return self.sources.programs.get(f"{self.chapter}/{name}", "")

    def now(self, did: dict[str, dict]) -> dict[str, dict]:
        """Return of what programs or tables did that which is about their present text."""
        return {n: did[n] for n in did if digest(self.text(n), 16) == did[n]["text"]}

    def printed(self, name: str, did: dict) -> list[str]:
        return printed(self.text(name), did.get("instead", []))

    def releases(self) -> dict[str, dict[str, dict]]:
        """Return what programs did on a CPU, by release."""
        return {
            runs[0]["torch"]: {n: did for run in runs for n, did in run["programs"].items()}
            for runs in self.recorded
            if runs[0]["device"] == "cpu"
        }

    def on_cuda(self) -> list[dict]:
        return [run for runs in self.recorded for run in runs if run["device"] == "cuda"]

    def said_on_cuda(self) -> str:
        """Return every line that programs print on CUDA, and what pairings say there."""
        lines = []
        for run in self.on_cuda():
            for name, did in self.now(run["programs"]).items():
                lines += self.printed(name, did)
            for did in self.now(run["tables"]).values():
                heres = [group["here"] for group in did["differs"]]
                lines += [here.get(name, "") for here in heres for name in ("error", "assertion")]
        return "\n".join(lines)

    @cached_property
    def shown(self) -> dict[str, list[str]]:
        """Return the programs that pages show, each with those pages."""
        found: dict[str, list[str]] = {}
        for source in sorted(self.sources.pages, key=lambda source: source.split("/")):
            for program in dict.fromkeys(self.sources.included(source)):
                chapter, _, name = program.partition("/")
                if chapter == self.chapter:
                    found.setdefault(name, []).append(source)
        return found

    def title(self, source: str) -> str:
        meta, body = self.sources.pages[source]
        return (meta.get("title") or re.search("^# (.+)$", body, re.MULTILINE)[1]).replace("`", "")

    def claim(self, name: str) -> list[str]:
        """Return what a program says of itself in its first line."""
        return words(re.match(r'"""(.+?)\.?(?:"""|\n)', self.text(name))[1].replace("`", ""))

    def on_pages(self, name: str) -> Shown:
        stem = PurePosixPath(name).stem
        for source in self.shown.get(name, []):
            yield from [*words(self.title(source)), f"{LINK}{page_of(source)}#{stem}"]

    # What has run, and where.

    def evidence_counts(self) -> Shown:
        if not self.recorded:
            return
        pinned = self.now(self.releases().get(self.sources.pinned, {}))
        yield from words(len(self.shown), len(pinned.keys() & self.shown), self.sources.pinned)
        devices = [runs[0]["device"].upper() for runs in self.recorded]
        yield from words(len({runs[0]["torch"] for runs in self.recorded}), *dict.fromkeys(devices))
        needed = [found[1].upper() for found in map(DEVICE.search, self.shown) if found]
        waiting = [device for device in needed if device not in devices]
        yield from words(*[len(waiting)] * bool(waiting), *sorted({*waiting}))

    def evidence_runs(self) -> Shown:
        for run in [run for runs in self.recorded[::-1] for run in runs]:
            did, name = self.now(run["programs"]), f"{run['device']}-{run['torch']}"
            others = sum("instead" in done for done in did.values())
            tables = "reference" if name == f"cpu-{self.sources.pinned}" else len(run["tables"])
            yield from link(f"torch {run['torch']}", f"../evidence/{name}.json", self.page)
            yield from words(run["hardware"], len(did), others, tables)
            yield from words(*[f"{run['seconds']:,.0f} s"] * bool(run["seconds"]), run["date"])

    def evidence_environments(self) -> Shown:
        machines: dict[tuple, dict[tuple, list[str]]] = {}
        for run in [run for runs in self.recorded[::-1] for run in runs]:
            packages = machines.setdefault(tuple(run[name] for name in MACHINE), {})
            builds = packages.setdefault((run["python"], run["numpy"]), [])
            builds.append(run["build"] or run["torch"])
        for machine, packages in machines.items():
            yield from words(*machine)
            for python_and_numpy, builds in packages.items():
                yield from words(*builds, *python_and_numpy)

    def evidence_fields(self) -> Shown:
        for name, field in evidence.SCHEMA["properties"].items():
            yield from words(name, field["description"])
            for inner in field["items"]["properties"] if name == "runs" else []:
                yield from words("runs:", inner, evidence.RUN[inner]["description"])

    def mutation_scores(self) -> Shown:
        path = self.sources.docs / "scores.json"
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
        yield from [CAPTION, *link(path.name, f"../../{path.name}", self.page), END]

    # What changed, release by release.

    def release_changes(self) -> Shown:
        known, table, sections = self.releases(), [], []
        anywhere = {name for name in self.shown if not DEVICE.search(name)}
        for old, new in [*pairwise(known)][::-1]:
            before, after = self.now(known[old]), self.now(known[new])
            names = {n for n in {*anywhere, *known[old], *known[new]} if self.text(n)}
            both = sorted(before.keys() & after.keys())
            pairs = [(self.printed(n, before[n]), self.printed(n, after[n])) for n in both]
            diffs = {n: [*changed(*pair)] for n, pair in zip(both, pairs, strict=True)}
            lines = {name: diffs[name] for name in both if diffs[name]}
            missing = len(names) - len(both)
            table += [*link(f"torch {new}", f"#torch-{new}", self.page), *words(old)]
            table += words(len(both), len(lines), missing)
            sections += words(new, old, len(both), old, new, *[len(lines)] * bool(lines))
            sections += words(*[missing] * bool(missing), *[old, new] * bool(lines))
            for name in lines:
                sections += [*self.claim(name), *words(f"snippets/{self.chapter}/{name}")]
                sections += [*self.on_pages(name), block("\n".join(lines[name]))]
        yield from table + sections

    # What CUDA does instead.

    def cuda_status(self) -> Shown:
        for run in self.on_cuda():
            did = self.now(run["programs"])
            others = sum("instead" in done for done in did.values())
            yield from words(run["torch"], run["hardware"], run["date"], len(did), others)

    def cuda_differences(self) -> Shown:
        found: dict[tuple, tuple[str, dict, dict, dict]] = {}  # a line; promises, programs, places
        for run in self.on_cuda():
            place = f"torch {run['torch']} on {run['hardware']}"
            for name, did in self.now(run["programs"]).items():
                for promised, got in did.get("instead", []):
                    like = bool(got), NUMBER.sub("#", got or promised)
                    one = found.setdefault(like, (got, {}, {}, {}))
                    for known, value in zip(one[1:], (promised, name, place), strict=True):
                        known.update({value: None} if value else {})
        for got, promised, programs, places in sorted(found.values(), key=by_weight):
            yield from words(got, *promised, *places)
            for name in programs:
                yield from [*self.claim(name), *self.on_pages(name)]

    def cuda_reported(self) -> Shown:
        found: dict[str, list[str]] = {}
        for source in sorted(self.sources.pages, key=lambda source: source.split("/")):
            if source.startswith(f"{self.chapter}/"):
                for message in self.sources.reported(source)[0]:
                    found.setdefault(message, []).append(source)
        for message, sources in found.items():
            yield from words(message)
            for source in sources:
                yield from [*words(self.title(source)), LINK + page_of(source)]

    # What pairings do elsewhere.

    def compared(self) -> Iterator[tuple[dict, list[tuple[int, dict, dict]]]]:
        """Yield each run in which the matrix was compared: the rows that differ, here and there."""
        for run in [run for runs in self.recorded for run in runs]:
            did = self.now(run["tables"]).get(MATRIX, {})
            own = self.recording("matrix")["torch"]
            against = {own} - {run["torch"]} if run["device"] == "cpu" else {run["torch"]}
            if did.get("against") in against:
                groups = [(numbers(g["rows"]), g["here"], g["there"]) for g in did["differs"]]
                yield run, [(row, here, there) for rows, here, there in groups for row in rows]

    def elsewhere(self) -> set[tuple]:
        """Return what the explorer says of pairings elsewhere: where, what, of which."""
        places: dict[tuple, list[str]] = {}
        for run, differs in self.compared():
            where, name = "With ", f"torch {run['torch']}"
            if run["device"] != "cpu":
                where, name = "On ", f"{run['device'].upper()} ({run['hardware']}, {name})"
            for number, here, there in differs:
                said = here.get("error") or here.get("warning") or ""
                lines = filter(None, [here.get("assertion"), said.split("\n")[0]])
                does = here["outcome"], here.get("phase", ""), "\n".join(lines)
                unnoticed = (there["outcome"], here["outcome"]) == ("raises", "silent")
                places.setdefault((where, *does, unnoticed, number), []).append(name)
        return {
            (where + " and ".join([", ".join(names[:-1])] * (len(names) > 1) + names[-1:]), *does)
            for (where, *does), names in places.items()
        }

    def matrix_on_cuda(self) -> Shown:
        explorer, rows = page_of(f"{self.chapter}/explorer.md"), self.data["rows"]
        for run, differs in self.compared():
            if run["device"] != "cuda":
                continue
            groups: dict[tuple, dict[tuple, list[dict]]] = {}
            for number, here, there in differs:
                cpu, cuda = told(there), told(here)
                loud = (cpu[0], cuda[0]) != ("raises", "silent")
                groups.setdefault((loud, cuda), {}).setdefault(cpu, []).append(rows[number])
            alike = {key: [*chain.from_iterable(groups[key].values())] for key in groups}
            lost = sum(len(alike[key]) for key in groups if not key[0])
            place = run["hardware"], run["torch"]
            yield from words(*[f"{lost:,}", *place] * bool(lost))
            yield from words(*place, f"{len(differs):,}", f"{len(rows):,}")
            for key in sorted(groups, key=lambda key: (key[0], -len(alike[key]), key[1])):
                yield from words(key[1][1], *(message for _, message in groups[key]))
                losses = sorted({row["loss"] for row in alike[key]})
                yield from words(f"{len(alike[key]):,}", *losses)
                yield self.state(alike[key][0], explorer)

    def matrix_elsewhere(self) -> Shown:
        known = [*self.compared()]
        yield from words(*[self.data["torch"]] * bool(known))
        for run, differs in known:
            place = ["torch", run["torch"]]
            yield from words(*place if run["device"] == "cpu" else [run["hardware"], *place])
            errors = Counter(
                tuple(side["outcome"] == "raises" for side in sides) for _, *sides in differs
            )
            ways = (False, True), (True, False), (True, True), (False, False)
            yield from words(*(f"{errors[way]:,}" for way in ways))

"""Run every mutant of every snippet and report the changes that nothing noticed.

A mutant is noticed when it breaks a promise, an assert or the program, or runs on and on. One that
nobody can notice, because it means the same, is declared beside the snippet, in
`<claim>.equivalent.toml`: the change as it is reported here = "the reason why it means the same".
"""

import argparse
import builtins
import json
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.evidence import write_whole
from builder.scores import record_score
from builder.snippet import device_of, digest, draws

from runner import figures, mutator
from runner.child import execute
from runner.folders import ROOT, SNIPPETS
from runner.mutator import Mutant, mutants
from runner.processes import preload, run_all
from runner.programs import Program, kind_of
from runner.promises import complaint, promises
from runner.standing import reference

ENOUGH = 0.9  # the share of mutants that must be noticed
JUDGED = ROOT / "tests" / "judged.json"  # how many of each snippet were noticed, of how many


@dataclass
class Verdict:
    """What became of the mutants of a snippet, and what is wrong with its declarations."""

    noticed: list[Mutant] = field(default_factory=list)
    survived: list[Mutant] = field(default_factory=list)
    equivalent: list[Mutant] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0


def judge(snippets: list[Path]) -> Iterator[Verdict]:
    """Run the mutants of each snippet, once the snippet itself is known to keep its promises."""
    originals = [Program(str(path), path.read_text("utf-8")) for path in snippets]
    for original, outcome in zip(originals, list(run_all(originals)), strict=True):
        began, verdict = time.perf_counter(), Verdict()
        if wrong := complaint(original, outcome, exact=True):
            first = " / ".join(line.strip() for line in wrong.splitlines()[:3])
            verdict.problems.append(f"it does not keep its own promises: {first}")
        else:
            run_mutants(original, verdict, limit=1 + 10 * outcome.seconds)
            excuse(verdict, Path(original.name).with_suffix(".equivalent.toml"))
        verdict.seconds = time.perf_counter() - began
        yield verdict


def run_mutants(original: Program, verdict: Verdict, limit: float) -> None:
    found = mutants(original.source)
    programs = [Program(original.name, mutant.source) for mutant in found]
    outcomes = run_all(programs, limit=limit, child=until_it_shows)
    for mutant, program, outcome in zip(found, programs, outcomes, strict=True):
        noticed = complaint(program, outcome, exact=True)
        if draws(original.source):
            noticed = noticed or figures.complaint(Path(original.name), outcome)
        (verdict.noticed if noticed else verdict.survived).append(mutant)


def until_it_shows(program: Program, device: str, folder: str) -> None:
    """Run a program, but end at the first print that was not promised: the rest costs time."""
    promised = [line for lines in promises(program.source).values() for line in lines]
    left = "".join(f"{line}\n" for line in promised)
    show = builtins.print

    def show_what_is_promised(*values: object, **options: Any) -> None:
        nonlocal left
        show(*values, **options)
        if options.get("file") is None:
            text = options.get("sep", " ").join(map(str, values)) + options.get("end", "\n")
            if not left.startswith(text):
                sys.exit("That was not promised.")
            left = left.removeprefix(text)

    builtins.print = show_what_is_promised
    execute(program, device, folder)


def excuse(verdict: Verdict, declarations: Path) -> None:
    """Set aside what is declared equivalent; a declaration that excuses nothing is a problem."""
    declared = tomllib.loads(declarations.read_text("utf-8")) if declarations.exists() else {}
    survived, verdict.survived = verdict.survived, []
    for mutant in survived:
        reason = str(declared.get(mutant.change, "")).strip()
        (verdict.equivalent if reason else verdict.survived).append(mutant)
    noticed = {mutant.change for mutant in verdict.noticed}
    for change in declared.keys() - {mutant.change for mutant in verdict.equivalent}:
        why = "it is noticed" if change in noticed else "there is no such change, or no reason"
        verdict.problems.append(f"declared equivalent, but {why}: {change}")


def main(arguments: list[str] | None = None) -> int:
    """Print a line per snippet with its survivors, then the score; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-k", metavar="name", default="", help="only paths that contain this")
    parser.add_argument("--new", action="store_true", help="only what was not judged as it is now")
    parser.add_argument(
        "--record",
        action="store_true",
        help="write down what was judged, and the score for the site; with --new, not the score",
    )
    given = parser.parse_args(arguments)
    if given.record and given.k:
        parser.error("--record takes all of them, or with --new all that are new: without -k")
    began = time.perf_counter()
    preload()
    before = judged_before() if given.new else {}
    verdicts = judged_aloud(given.k, before, keep=given.record and given.new)
    orphans = [
        path.relative_to(SNIPPETS).as_posix()
        for path in sorted(SNIPPETS.rglob("*.equivalent.toml"))
        if not path.with_name(path.name.replace(".equivalent.toml", ".py")).exists()
    ]
    for name in orphans:
        print(f"ERROR: {name} stands beside no snippet")
    seconds = time.perf_counter() - began
    score = summary(verdicts, seconds, before)
    if given.record and not given.new:
        write_judged(verdicts, {})
        noticed, survived, equivalent = (
            sum(len(getattr(verdict, part)) for verdict in verdicts.values())
            for part in ("noticed", "survived", "equivalent")
        )
        kinds = by_family(verdicts)
        record_score("programs", noticed, noticed + survived, seconds, equivalent, kinds=kinds)
    wrong = orphans or any(verdict.problems for verdict in verdicts.values())
    return int(score < ENOUGH or bool(wrong))


def names_of_snippets() -> list[str]:
    """Return the names of the snippets that have mutants: all that run on the CPU."""
    snippets = [path for path in sorted(SNIPPETS.rglob("*.py")) if kind_of(path) == "snippet"]
    everything = [path.relative_to(SNIPPETS).as_posix() for path in snippets]
    return [name for name in everything if not device_of(Path(name))]


def question(name: str) -> str:
    """Name all that a verdict hangs on: the snippet, its declarations, the changes, and torch."""
    path = SNIPPETS / name
    declared = path.with_suffix(".equivalent.toml")
    texts = [path, Path(mutator.__file__), *([declared] if declared.exists() else [])]
    return digest("\0".join([reference(), *(text.read_text("utf-8") for text in texts)]))


def judged_before() -> dict[str, tuple[int, int]]:
    """Return how many mutants were noticed, of how many, where the question is still the same."""
    kept = json.loads(JUDGED.read_text("utf-8")) if JUDGED.exists() else {}
    names = [name for name in names_of_snippets() if name in kept]
    return {name: tuple(kept[name][1:]) for name in names if kept[name][0] == question(name)}


def write_judged(verdicts: dict[str, Verdict], before: dict[str, tuple[int, int]]) -> None:
    """Write down what was judged without a problem, a line for each snippet."""
    counts = dict(before)
    for name, verdict in verdicts.items():
        if not verdict.problems:
            noticed = len(verdict.noticed)
            counts[name] = noticed, noticed + len(verdict.survived)
    lines = [f" {json.dumps(n)}: {json.dumps([question(n), *counts[n]])}" for n in sorted(counts)]
    write_whole(JUDGED, "{\n" + ",\n".join(lines) + "\n}\n")


def judged_aloud(
    wanted: str, before: dict[str, tuple[int, int]], keep: bool = False
) -> dict[str, Verdict]:
    """Judge the snippets whose path contains what is wanted, and print what became of each.

    What is kept is written down at once: it takes long, and may be ended.
    """
    names = [name for name in names_of_snippets() if wanted in name and name not in before]
    verdicts = {}
    for name, verdict in zip(names, judge([SNIPPETS / name for name in names]), strict=True):
        verdicts[name] = verdict
        if keep:
            write_judged(verdicts, before)
        total = len(verdict.noticed) + len(verdict.survived)
        print(f"{len(verdict.noticed):4} of {total:<4} {verdict.seconds:5.1f} s  {name}")
        for problem in verdict.problems:
            print(f"        ERROR: {problem}")
        for mutant in verdict.survived:
            print(f"        line {mutant.line}: {mutant.change}", flush=True)
    return verdicts


def by_family(verdicts: dict[str, Verdict]) -> dict[str, tuple[int, int]]:
    """Return of each family of mutants how many were noticed, and how many there are."""
    noticed, survived = (
        Counter(mutant.family for verdict in verdicts.values() for mutant in getattr(verdict, part))
        for part in ("noticed", "survived")
    )
    total = noticed + survived
    return {family: (noticed[family], total[family]) for family in sorted(total)}


def summary(
    verdicts: dict[str, Verdict], seconds: float, before: dict[str, tuple[int, int]]
) -> float:
    """Print the score by family and in total, with what was judged before; return it."""
    families = by_family(verdicts)
    for family, (noticed, total) in families.items():
        print(f"{noticed:5} of {total:<5} {family}")
    slowest = sorted(verdicts, key=lambda name: -verdicts[name].seconds)[:3]
    print("slowest:", ", ".join(f"{Path(n).stem} {verdicts[n].seconds:.1f} s" for n in slowest))
    if before:
        print(f"{len(before)} snippets were judged before, as they are: nox -s mutants runs all")
    counted = (0, 0), *families.values(), *before.values()
    noticed, total = (sum(numbers) for numbers in zip(*counted, strict=True))
    score: float = noticed / max(total, 1)
    print(
        f"mutants: {noticed} of {total} noticed ({100 * score:.1f} %), "
        f"{sum(len(verdict.equivalent) for verdict in verdicts.values())} declared equivalent, "
        f"in {seconds:.0f} s"
    )
    return score


if __name__ == "__main__":
    sys.exit(main())

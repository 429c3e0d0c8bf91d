"""Change a built site in the ways in which it may go wrong, and count what the laws notice.

A mutant is one file of the site with one change, drawn by its seed: first the kind, each as often
as any other, then a file that has a place for it, then the place. The places are found in the text
of the files, by patterns of HTML, and not by what the laws read.

    python -m built.site_mutator [SITE] [--mutants 315] [--seed 1] [--record]
"""

import argparse
import html
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.scores import record_score
from runner.folders import DOCS, SNIPPETS

from built.building import build_site
from built.expected import Expected
from built.site import flaws
from built.site_changes import KINDS

MUTANTS = 315  # fifteen of each kind
ENOUGH = 0.99  # the share of mutants that must be noticed


@dataclass
class Mutant:
    kind: str
    name: str
    content: bytes
    change: str = ""
    noticed: str = ""


def fits(name: str, files: str) -> bool:
    folder, _, ending = files.rpartition("/")
    return name.endswith(ending) and folder in name


def difference(before: str, after: str) -> str:
    """Return what a mutant has changed, in a line."""
    start = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    end = next(
        (i for i, (a, b) in enumerate(zip(before[::-1], after[::-1], strict=False)) if a != b), 0
    )
    end = min(end, len(before) - start, len(after) - start)
    was, now = before[start : len(before) - end], after[start : len(after) - end]
    around = before[max(0, start - 60) : start], before[len(before) - end :][:40]
    return f"{around[0]!r} «{was[:60]!r} -> {now[:60]!r}» {around[1]!r}"


def mutants(site: Path, count: int, seed: int) -> Iterator[Mutant]:
    """Draw mutants of a site: the same ones for the same seed and the same site."""
    rng = random.Random(seed)
    names = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())

    @cache
    def text_of(name: str) -> str:
        content = (site / name).read_bytes()
        return content.decode("latin-1" if name.endswith(".apkg") else "utf-8")

    for number in range(count):
        name_of_kind = [*KINDS][number % len(KINDS)]
        files, change = KINDS[name_of_kind]
        candidates = [name for name in names if fits(name, files)]
        if not candidates:
            raise ValueError(f"The site has no file for {name_of_kind!r}: {files}")
        for _ in range(500):
            name = rng.choice(candidates)
            before = text_of(name)
            after = change(before, rng)
            if after and after != before and html.unescape(after) != html.unescape(before):
                encoding = "latin-1" if name.endswith(".apkg") else "utf-8"
                said = difference(before, after) if encoding == "utf-8" else ""
                yield Mutant(name_of_kind, name, after.encode(encoding), said)
                break
        else:
            raise ValueError(f"No file of the site has a place for {name_of_kind!r}")


def judge(expected: Expected, count: int = MUTANTS, seed: int = 1) -> list[Mutant]:
    """Hold mutants to the laws: each the file that it changes, which is all that the laws read."""
    found = []

    @cache
    def before(name: str) -> list[str]:
        return flaws(name, (expected.site / name).read_bytes(), expected)

    for mutant in mutants(expected.site, count, seed):
        now = flaws(mutant.name, mutant.content, expected)
        mutant.noticed = next((flaw for flaw in now if flaw not in before(mutant.name)), "")
        found.append(mutant)
    return found


def by_kind(judged: list[Mutant]) -> dict[str, tuple[int, int]]:
    """Return of each kind how many were noticed, and how many there are."""
    noticed = Counter(mutant.kind for mutant in judged if mutant.noticed)
    total = Counter(mutant.kind for mutant in judged)
    return {kind: (noticed[kind], total[kind]) for kind in KINDS if total[kind]}


def report(judged: list[Mutant], seconds: float) -> str:
    noticed = sum(bool(mutant.noticed) for mutant in judged)
    lines = [f"{found:4} of {total:<4} {kind}" for kind, (found, total) in by_kind(judged).items()]
    lines += [
        f"     not noticed: {m.kind} in {m.name}: {m.change}" for m in judged if not m.noticed
    ]
    share = 100 * noticed / max(1, len(judged))
    lines.append(
        f"site mutants: {noticed} of {len(judged)} noticed ({share:.1f} %), "
        f"{len({mutant.name for mutant in judged})} files, {seconds:.0f} s"
    )
    return "\n".join(lines)


def main() -> int:
    """Change a built site in the ways in which it may go wrong, and count what the laws notice."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("site", nargs="?", type=Path, help="a built site; without it, one is built")
    parser.add_argument("--mutants", type=int, default=MUTANTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", action="store_true", help="write the score down for the site")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        site = asked.site or build_site(Path(folder))
        expected = Expected(site, DOCS, SNIPPETS)
        began = time.perf_counter()
        judged = judge(expected, asked.mutants, asked.seed)
        seconds = time.perf_counter() - began
        print(report(judged, seconds))
        if unread := expected.sources.unread:
            print(f"views that no law reads, in tests/built/views: {', '.join(sorted(unread))}")
    noticed = sum(bool(mutant.noticed) for mutant in judged)
    if asked.record:
        record_score("site", noticed, len(judged), seconds, kinds=by_kind(judged))
    return int(noticed < ENOUGH * len(judged))


if __name__ == "__main__":
    sys.exit(main())

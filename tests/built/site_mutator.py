"""Change a built site in the ways in which it may go wrong, and count what the laws notice.

A mutant is one file of the site with one change, drawn by its seed: first the kind, each as often
as any other, then a file that has a place for it, then the place. The places are found in the text
of the files, by patterns of HTML, and not by what the laws read.

    python tests/site_mutator.py [SITE] [--mutants 315] [--seed 1] [--record]
"""

import argparse
import html
import json
import random
import re
import sqlite3
import sys
import tempfile
import time
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from zipfile import ZipFile

from builder.scores import record_score

from built.built_site import Expected, flaws

MUTANTS = 315  # fifteen of each kind
ENOUGH = 0.99  # the share of mutants that must be noticed
Span = tuple[int, int]
Change = Callable[[str, random.Random], str | None]  # a file's text -> the mutant's, if it has one
KINDS: dict[str, tuple[str, Change]] = {}  # what is changed -> in which files, and how
PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
VIEW = re.compile(r"<recorded-view>.*?</recorded-view>", re.DOTALL)
CAPTION = re.compile(
    r'<p class="snippet-caption".*?</p>|<details class="other-torch">.*?</details>', re.DOTALL
)
DATA = re.compile(r"<(script|style|svg|title|head)\b.*?</\1>", re.DOTALL)
CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
TEXT_NODE = re.compile(r"(?<=>)[^<>]*[^<>\s][^<>]*(?=<)")
DIGIT, LETTER = re.compile(r"(?<!&#)\d"), re.compile(r"(?<![&\w])[A-Za-z]\w*(?!\w*;)")


def kind(name: str, files: str = ".html") -> Callable[[Change], Change]:
    """Register a way in which files whose name ends so may go wrong."""

    def register(change: Change) -> Change:
        KINDS[name] = files, change
        return change

    return register


# Where there is something to change.


@lru_cache(512)
def spans(pattern: re.Pattern, text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


def inside(found: list[Span], others: list[Span], wanted: bool = True) -> list[Span]:
    """Return the spans that lie in one of the others, which are in order and do not overlap."""
    starts = [start for start, _ in others]
    places = [bisect(starts, start) - 1 for start, _ in found]
    return [
        span
        for span, place in zip(found, places, strict=True)
        if (place >= 0 and span[1] <= others[place][1]) is wanted
    ]


def outside(found: list[Span], others: list[Span]) -> list[Span]:
    return inside(found, others, wanted=False)


@lru_cache(512)
def shown(text: str, within: re.Pattern | None = None) -> list[Span]:
    """Return the text that a browser shows, node by node."""
    start = text.index("<body")
    nodes = [span for span in spans(TEXT_NODE, text) if span[0] > start]
    nodes = outside(nodes, spans(DATA, text))
    return nodes if within is None else inside(nodes, spans(within, text))


def characters(text: str, nodes: list[Span], pattern: re.Pattern) -> list[Span]:
    """Return what matches in text nodes, and is no part of a reference such as `&#8217;`."""
    return [
        (start + match.start(), start + match.end())
        for start, end in nodes
        for match in pattern.finditer(text[start:end])
    ]


def one(found: list, rng: random.Random) -> Span | None:
    return rng.choice(found) if found else None


def put(text: str, place: Span | None, instead: str) -> str | None:
    return None if place is None else text[: place[0]] + instead + text[place[1] :]


def another_digit(text: str, place: Span | None, rng: random.Random) -> str | None:
    if place is None:
        return None
    return put(text, place, rng.choice([d for d in "0123456789" if d != text[place[0]]]))


# Programs.


def programs(text: str) -> list[Span]:
    return inside(spans(PRE, text), spans(ARTICLE, text))


@kind("a block dropped")
def drop_block(text: str, rng: random.Random) -> str | None:
    return put(text, one(programs(text), rng), "")


@kind("a block doubled")
def double_block(text: str, rng: random.Random) -> str | None:
    place = one(programs(text), rng)
    return place and put(text, place, 2 * text[slice(*place)])


@kind("two blocks swapped")
def swap_blocks(text: str, rng: random.Random) -> str | None:
    found = programs(text)
    if len(found) < 2:
        return None
    (a, b), (c, d) = sorted(rng.sample(found, 2))
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


@kind("a stale character in a block")
def stale_block(text: str, rng: random.Random) -> str | None:
    nodes = inside(shown(text), programs(text))
    place = one(characters(text, nodes, re.compile(r"[A-Za-z0-9](?!\w*;)")), rng)
    return put(text, place, rng.choice("abcxyz0123456789"))


@kind("a promised line lost")
def lose_promise(text: str, rng: random.Random) -> str | None:
    lines = re.compile(r'<span class="\w+"># &gt; [^\n]*\n')
    return put(text, one(inside(spans(lines, text), programs(text)), rng), "")


# What no reader should ever see.


@kind("a placeholder left")
def leave_placeholder(text: str, rng: random.Random) -> str | None:
    instead = rng.choice(["wzxhzdk:{}", "\x02wzxhzdk:{}\x03", "\x02klzzwxh:{:04}\x03", "\x02"])
    return put(text, one(shown(text, ARTICLE), rng), instead.format(rng.randrange(40)))


@kind("a marker or template left")
def leave_marker(text: str, rng: random.Random) -> str | None:
    markers = "<!-- show a/b: c -->", "<!-- ask a: b -->", '--8&lt;-- "a/b.py"'
    place = one(outside(shown(text, ARTICLE), spans(CODE, text)), rng)
    return put(text, place, rng.choice([*markers, "{{ page.title }}", "{% if page %}"]))


@kind("None, undefined or nan")
def say_nothing(text: str, rng: random.Random) -> str | None:
    nodes = outside(shown(text), spans(CODE, text))
    place = one(characters(text, nodes, LETTER), rng)
    return put(text, place, rng.choice(["None", "undefined", "nan", "NaN"]))


# Numbers, words and links.


@kind("a digit in generated text")
def change_generated(text: str, rng: random.Random) -> str | None:
    return another_digit(text, one(characters(text, shown(text, VIEW), DIGIT), rng), rng)


@kind("a digit in a caption")
def change_caption(text: str, rng: random.Random) -> str | None:
    return another_digit(text, one(characters(text, shown(text, CAPTION), DIGIT), rng), rng)


@kind("a number in prose")
def change_prose(text: str, rng: random.Random) -> str | None:
    nodes = shown(text, ARTICLE)
    for generated in (PRE, VIEW, CAPTION):
        nodes = outside(nodes, spans(generated, text))
    return another_digit(text, one(characters(text, nodes, DIGIT), rng), rng)


@kind("a paragraph or item lost")
def lose_paragraph(text: str, rng: random.Random) -> str | None:
    whole = spans(re.compile(r"<(p|li)\b[^>]*>[^<]*\w[^<]*</\1>"), text)
    return put(text, one(inside(whole, spans(ARTICLE, text)), rng), "")


@kind("a link led astray")
def mislead(text: str, rng: random.Random) -> str | None:
    address = re.compile(r'(?<=<a href=")[^"]+(?=")')
    links = inside(spans(address, text), spans(ARTICLE, text))
    addresses = sorted({text[slice(*place)] for place in links})
    if len(addresses) < 2:
        return None
    place = rng.choice(links)
    return put(text, place, rng.choice([a for a in addresses if a != text[slice(*place)]]))


@kind("a letter in a generated list")
def misspell(text: str, rng: random.Random) -> str | None:
    entry = re.compile(r"<(?:a|dd|td|th|summary)\b[^>]*>(?:<code>)?[^<]+(?=<)")
    nodes = inside(shown(text, VIEW), spans(entry, text)) or shown(text, CAPTION)
    place = one(characters(text, nodes, re.compile(r"[A-Za-z](?!\w*;)")), rng)
    return put(text, place, rng.choice("QXZ"))


# The quiz and the explorer.


@kind("a program of the quiz dropped", "quiz/index.html")
def drop_quiz_program(text: str, rng: random.Random) -> str | None:
    return put(text, one(spans(VIEW, text), rng), rng.choice(["", "<p>None</p>", "wzxhzdk:3"]))


@kind("another answer right", "quiz/index.html")
def move_right_mark(text: str, rng: random.Random) -> str | None:
    question = one(spans(re.compile(r"<quiz-question.*?</quiz-question>", re.DOTALL), text), rng)
    own = text[slice(*question)]
    options = [*re.finditer(r' value="[A-F]"( data-right(?:="")?)?', own)]
    answer = re.search(r'data-answer="([^"]+)"', own)
    places = [*re.finditer(r'data-place="(\d)"', own)]
    if options:
        chosen = rng.choice(options)
        mark = "" if chosen[1] else ' data-right=""'
        own = own[: chosen.start()] + chosen[0][: len(' value="A"')] + mark + own[chosen.end() :]
    elif answer:
        own = own.replace(answer[0], f'data-answer="{float(answer[1]) + rng.choice([1, -1, 0.5])}"')
    else:
        a, b = rng.sample(places, 2)
        own = own.replace(a[0], "#").replace(b[0], a[0]).replace("#", b[0])
    return put(text, question, own)


@kind("a verdict relabelled", "explorer/index.html")
def relabel(text: str, rng: random.Random) -> str | None:
    verdicts = "right", "other", "ranks", "wrong"
    way = rng.choice(["cell", "class", "word", "result"])
    if way == "cell":
        start, end = re.search(r'"cells":"(\w+)"', text).span(1)
        place = start + 2 * rng.randrange((end - start) // 2)
        old = text[place : place + 2]
        codes = sorted({text[p : p + 2] for p in range(start, end, 2)} - {old})
        return put(text, (place, place + 2), rng.choice(codes))
    if way == "result":
        start, end = re.search(r'"results":(\[.*\]),"quirks"', text).span(1)
        said = re.compile(r'"(?:correct|wrong|other objective)[^"]*"')
        return put(text, one(characters(text, [(start, end)], said), rng), '"wrong"')
    before = 'class="verdict ' if way == "class" else '">'
    label = re.compile(rf"(?<={before})(?:{'|'.join(verdicts)})\b")
    place = one(inside(spans(label, text), spans(VIEW, text)), rng)
    return put(text, place, rng.choice([v for v in verdicts if v != text[slice(*place)]]))


# What is not a page.


@kind("the search index broken", "search_index.json")
def break_index(text: str, rng: random.Random) -> str | None:
    index = json.loads(text)
    docs = index["docs"]
    entry = rng.choice([doc for doc in docs if doc["text"]])
    way = rng.choice(["placeholder", "control", "digit", "word", "dropped", "another's"])
    if way == "dropped":
        docs.remove(rng.choice([doc for doc in docs if "#" not in doc["location"]]))
    elif way == "another's":
        entry["text"] = rng.choice([d["text"] for d in docs if d["text"] not in entry["text"]])
    else:
        instead = {"placeholder": "wzxhzdk:4", "control": "\x02", "word": "None"}.get(way, "")
        pattern = DIGIT if way == "digit" else re.compile(r"(?<![&</\w])\w+(?![\w;>])")
        place = one(spans(pattern, entry["text"]), rng)
        entry["text"] = put(entry["text"], place, instead or rng.choice("0123456789"))
    return entry["text"] and json.dumps(index)


def change_character(text: str, rng: random.Random) -> str | None:
    place = one(spans(re.compile(r"[a-z0-9](?=\w)"), text), rng)
    return put(text, place, rng.choice("qxz79"))


kind("a notebook altered", ".ipynb")(change_character)
kind("recorded data altered", "data/.json")(change_character)


@kind("a deck altered", ".apkg")
def change_deck(text: str, rng: random.Random) -> str | None:
    """Change a character of a card; the text of a deck is its bytes, read as Latin-1."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder, "deck.apkg")
        package.write_bytes(text.encode("latin-1"))
        with ZipFile(package) as made:
            files = {name: made.read(name) for name in made.namelist()}
        notes = Path(folder, "notes")
        notes.write_bytes(files["collection.anki2"])
        deck = sqlite3.connect(notes)
        number, fields = rng.choice(deck.execute("SELECT id, flds FROM notes").fetchall())
        place = one(spans(re.compile(r"(?<![&<\w])[\w.]+(?![\w;>])"), fields), rng)
        changed = put(fields, place, rng.choice(["None", "wzxhzdk:1", "17", "{{Answer}}"]))
        deck.execute("UPDATE notes SET flds = ? WHERE id = ?", (changed, number))
        deck.commit()
        deck.close()
        with ZipFile(package, "w") as again:
            for name, content in (files | {"collection.anki2": notes.read_bytes()}).items():
                again.writestr(name, content)
        return package.read_bytes().decode("latin-1")


# The draw.


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
    from conftest import build_site
    from runner.folders import DOCS, SNIPPETS

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", nargs="?", type=Path, help="a built site; without it, one is built")
    parser.add_argument("--mutants", type=int, default=MUTANTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", action="store_true", help="write the score down for the site")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site or build_site(Path(folder))
        expected = Expected(site, DOCS, SNIPPETS)
        began = time.perf_counter()
        judged = judge(expected, asked.mutants, asked.seed)
        seconds = time.perf_counter() - began
        print(report(judged, seconds))
        if unread := expected.sources.unread:
            print(f"views that no law reads, in tests/built_views.py: {', '.join(sorted(unread))}")
    noticed = sum(bool(mutant.noticed) for mutant in judged)
    if asked.record:
        record_score("site", noticed, len(judged), seconds, kinds=by_kind(judged))
    return int(noticed < ENOUGH * len(judged))


if __name__ == "__main__":
    sys.exit(main())

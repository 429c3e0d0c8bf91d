"""Law: a built site shows what its sources call for, all of it, once, in order, and nothing else.

Each law is a function of one file, as it lies in the built folder, and of what is `Expected`: so a
changed file can be held to them again without the rest of the site. Nothing here renders a page.
"""

import html
import json
import math
import re
import sqlite3
from collections import Counter
from collections.abc import Set
from datetime import date
from functools import cache, cached_property
from itertools import pairwise, product, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from builder import evidence
from test_pages import Prose, numbers, unknown

from built.built_evidence import numbers as numbered
from built.built_sources import Sources
from built.built_tokens import (
    ANY,
    CAPTION,
    CODE,
    END,
    VIEW,
    Reader,
    page_of,
    plain,
    resolved,
    words,
)
from built.built_views import PROMISE, Views

RUBBISH = {
    r"wzxhzdk|klzzwxh": "a placeholder of Markdown's stash",
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]": "a control character",
    r"\\u00(?:0[0-8bcef]|1[0-9a-f]|7f)": "a control character, written as JSON does",
    r"<!-- *(?:show|ask)\b|-{2,}8(?:<|&lt;)": "a marker that nothing expanded",
}
NOTHING = frozenset(["None", "undefined", "NaN", "nan", "null", "NoneType"])
OWN = ("builder/*.py", "*/views/*.py", "theme/*.html")
FREE = re.compile(r"[^\W\d]+|[^\w\s]")  # a word of the theme's own, around what is recorded
TEMPLATE = frozenset([("{", "{"), ("}", "}"), ("{", "%"), ("%", "}")])
TEXT = (".html", ".json", ".ipynb", ".yml", ".xml", ".js", ".css", ".svg")
# Links that are called otherwise than what they lead to, and how that ends.
FIXED = {"Skip to content": "", "home page": "index.html", "Read the latest one .": ""}
FIXED |= {"All quirks": "find/index.html", "All exercises": "/exercises/index.html"}
AROUND = 7  # tokens that a message quotes
OBJECTS = "activations", "losses", "outputs", "targets"  # of the matrix, in the order of its rows


def joined(tokens: list[str]) -> str:
    return f" {' '.join(tokens)} "


def quoted(tokens: list[str]) -> str:
    said = " ".join(tokens)
    return said if len(said) < 300 else f"{said[:200]} … {said[-80:]}"


def difference(expected: list[str], seen: list[str], own: Set[str], known: Set[str]) -> str:
    """Say where what is seen leaves what is expected, or nothing.

    In a view, any words of the theme's `own` may stand between; in a view that is not read, any
    that are `known` at all.
    """
    place, depth, anything = 0, 0, False
    for number, token in enumerate(seen):
        if expected[place : place + 1] == [ANY]:
            anything, place = True, place + 1
        anything = anything and token != END
        if not anything and expected[place : place + 1] == [token]:
            place += 1
            depth += token.startswith("⟦") - (token == END)
        elif not (known.issuperset(plain([token])) if anything else depth and token in own):
            before = quoted(seen[max(0, number - AROUND) : number])
            there = apart(expected[place : place + AROUND], seen[number : number + AROUND])
            return f"after “{before}” {there}"
    if place < len(expected):
        return f"“{quoted(expected[place : place + AROUND])}” is missing"
    return ""


def apart(expected: list[str], seen: list[str]) -> str:
    """Say what should be there and what is; of two programs, the first line that differs."""
    if expected and expected[0][0] == seen[0][0] == CODE:
        texts = [tokens[0][1:].splitlines() for tokens in (expected, seen)]
        same = len([*takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False))])
        should, says = ([*text, "its end"][same] for text in texts)
        return f"line {same + 1} of a program should be “{should}”, and is “{says}”"
    return f"there should be “{quoted(expected) or 'nothing'}”, and there is “{quoted(seen)}”"


class Expected:
    """What the files of a site are held to."""

    def __init__(self, site: Path, docs: Path, snippets: Path) -> None:
        self.site, self.docs = site, docs
        self.sources = Sources(docs, snippets)
        names = [*self.sources.pages, *self.sources.labs]
        self.source_of = {page_of(name): name for name in names}
        self.tokens = {page: self.sources.tokens(name) for page, name in self.source_of.items()}
        settings = (docs.parent / "mkdocs.yml").read_text("utf-8")
        self.site_name = re.search(r"^site_name: (.+)$", settings, re.MULTILINE)[1]
        self.files = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())

    @cached_property
    def own(self) -> set[str]:
        """Return the words that the theme has of its own, to put around what is recorded."""
        theme = [path for kind in OWN for path in self.docs.glob(kind)]
        texts = [path.read_text("utf-8").replace("\\n", " ") for path in theme]
        found = {word for text in texts for word in words(text)} - NOTHING
        return {word for word in found if FREE.fullmatch(word)} | {"CPU", "CUDA", "MPS"}

    @cached_property
    def known(self) -> set[str]:
        """Return every word of the sources and recordings."""
        texts = [json.dumps(runs, ensure_ascii=False) for runs in self.sources.evidence.values()]
        texts += [*self.sources.programs.values(), *map(str, self.sources.pages.values())]
        numbers = {str(number) for number in range(1000)}  # counts
        return {word for text in texts for word in words(text)} | self.own | numbers

    def meta(self, page: str) -> dict:
        return self.sources.pages.get(self.source_of.get(page, ""), ({}, ""))[0]

    @cached_property
    def pages(self) -> dict[str, Reader]:
        """Return the pages as they were built, each read once."""
        found = [name for name in self.files if name.endswith(".html")]
        return {name: Reader(name, (self.site / name).read_text("utf-8")) for name in found}

    @cached_property
    def searched(self) -> dict[str, str]:
        """Return the words of each page, one run that others can be found in."""
        return {name: joined(plain(page.article)) for name, page in self.pages.items()}

    @cached_property
    def titles(self) -> dict[str, str]:
        """Return what each page is called in lists: by its source, or else by its heading."""
        return {
            name: joined(words(meta["title"]) if (meta := self.meta(name)).get("title") else first)
            for name, page in self.pages.items()
            for first in [next(iter(page.headings.values()), [])]
        }

    def missing(self) -> list[str]:
        """Return what the sources call for, and no file of the site is."""
        wanted = [*self.source_of, "404.html", "search/search_index.json"]
        wanted += [p.relative_to(self.docs).as_posix() for p in self.docs.glob("*/data/*.json")]
        return [f"{name} was not built" for name in wanted if name not in self.files]


def flaws(name: str, content: bytes, expected: Expected) -> list[str]:
    """Return what is wrong with a file of a built site."""
    if name.endswith(".apkg"):
        found = of_deck(name, content, expected)
    elif not name.endswith(TEXT) or name.startswith(("assets/javascripts", "assets/stylesheets")):
        return []  # the theme's
    else:
        text = content.decode("utf-8", "replace")
        if not name.endswith((".html", ".xml", "search_index.json")):
            return [f"{name} {flaw}" for flaw in of_copy(name, content, expected)]
        found = [
            f"holds {what}, {text[max(0, slip.start() - 40) : slip.end() + 40]!r}: a page, or the "
            "theme, is to be mended where it makes this"
            for pattern, what in RUBBISH.items()
            for slip in re.finditer(pattern, text)
        ]
        if name.endswith(".html"):
            found += of_page(name, text, expected)
        elif name == "search/search_index.json":
            found += of_index(text, expected)
    return [f"{name} {flaw}" for flaw in found]


# A page.


def of_page(name: str, text: str, expected: Expected) -> list[str]:
    page = Reader(name, text)
    found = of_surroundings(page, expected)
    if name not in expected.tokens:
        return found + [f"says “{t}”" for t in page.article if t in NOTHING or t[0] == CODE]
    wanted = expected.tokens[name]
    if wrong := difference(wanted, page.article, expected.own, expected.known):
        found.append(
            f"is not what docs/{expected.source_of[name]} calls for: {wrong}. Mend the source, "
            "or the theme that shows it; if this is right, the law in tests/built_sources.py"
        )
    if more := templates(page.article) - templates(wanted):
        found.append(f"shows a template: {[*map(''.join, more)]}; expand it")
    found += of_head(page, expected) + of_facts(page, expected)
    return found + of_numbers(page, text, expected) + of_data(page, text, expected)


def templates(tokens: list[str]) -> Counter:
    return Counter(pair for pair in pairwise(tokens) if pair in TEMPLATE)


def of_surroundings(page: Reader, expected: Expected) -> list[str]:
    """Around the article a link is called what it leads to, and nothing is called None."""
    found = []
    for part in page.all("link"):
        said = joined(part.tokens)
        file, _, place = resolved(part.attributes.get("href", ""), page.page).partition("#")
        fixed = FIXED.get(said.strip())
        if not said.strip() or (fixed is not None and file.endswith(fixed)):
            continue
        called = joined(page.headings.get(place, [])) if place else expected.titles.get(file, "")
        folders = [joined(words(part.replace("-", " ").capitalize())) for part in file.split("/")]
        names = called, joined(words(expected.site_name)), *folders
        if fixed or (called and not said.endswith(names)):
            found.append(f"calls {place or file} “{said.strip()}”, and not “{called.strip()}”")
    marks = {joined(part.tokens).strip() for part in page.all("headerlink")} - {"¶"}
    found += [f"has “{mark}” where a heading has its ¶" for mark in marks]
    rest = [part for kind in ("rest", "page-facts") for part in page.all(kind)]
    said = [token for part in rest for token in part.tokens]
    own = expected.titles.get(page.page, "").split()  # in the header, too
    found += [f"says “{t}” beside its article" for t in said if t in NOTHING and t not in own]
    found += [f"has a template beside its article: {pair}" for pair in templates(said)]
    return found


def of_head(page: Reader, expected: Expected) -> list[str]:
    """A page is called and described as its source says, and refers to what that refers to."""
    found, meta = [], expected.meta(page.page)
    if not page.all("title"):
        return ["has no title: it is empty, or cut off"]
    title, called = page.all("title")[0].tokens, expected.titles[page.page].split()
    if title not in ([*called, "-", *words(expected.site_name)], words(expected.site_name)):
        found.append(f"has the title “{quoted(title)}”, and not “{quoted(called)}”")
    described = page.meta.get("description", "")
    if "description" in meta and words(described) != words(meta["description"]):
        found.append(f"describes itself as “{described}”, and not as its source does")
    return found


def of_facts(page: Reader, expected: Expected) -> list[str]:
    """The line of facts counts what is on the page."""
    facts, meta = page.all("page-facts"), expected.meta(page.page)
    if not facts:
        own = "/" in expected.source_of[page.page] or "kind" in meta
        return ["has no line of facts above it"] * own
    said = [token for token in facts[0].tokens if token.isdigit()]
    days = [date.fromisoformat(day) for day in page.days]
    programs = sum(pair[0][0] == CODE and pair[1] == CAPTION for pair in pairwise(page.article))
    minutes = {str(math.ceil(read(page.article) * share / 200)) for share in (0.96, 1, 1.04)}
    known = [str(meta[name]) for name in ("chapter", "minutes") if name in meta]
    after = [str(programs)] * bool(programs) + [str(n) for day in days for n in (day.day, day.year)]
    if said not in [[*known, read_in, *after] for read_in in minutes]:
        wanted = f"{known}, {' or '.join(sorted(minutes))} minutes, {after}"
        return [f"says of itself “{quoted(facts[0].tokens)}”, where its numbers are {wanted}"]
    said = [meta[name].capitalize() for name in ("kind", "level") if name in meta]
    said += [day.strftime("%B") for day in days]
    if lost := {*words(*said)} - {*facts[0].tokens}:
        return [f"says of itself “{quoted(facts[0].tokens)}”, without {lost}"]
    dated = [joined(part.tokens) for part in page.all("md-source-file")]
    wrong = days and [day for day in dated if day != joined(words(*page.days))]
    return [f"is from {page.days}, and says {wrong}"] if wrong else []


def read(tokens: list[str]) -> int:
    """Return how many words there are to read, outside programs and recorded views."""
    count, open_zones = 0, []
    for token in tokens:
        if token.startswith("⟦"):
            open_zones.append(token)
        elif token == END:
            open_zones.pop()
        elif VIEW not in open_zones:
            count += bool(re.fullmatch(r"\w+", token))
    return count


def of_numbers(page: Reader, text: str, expected: Expected) -> list[str]:
    """A decimal or percentage in prose is printed by a program on the page."""
    if expected.source_of[page.page].endswith(".ipynb"):
        return []
    code = "\n".join(token[1:] for token in page.article if token[0] == CODE)
    printed = numbers("\n".join(PROMISE.findall(code)))
    prose = Prose(text[text.index("<article") : text.index("</article>")])
    unprinted = unknown(prose.words, printed) + unknown(prose.code, printed | numbers(code))
    return [f"says {', '.join(unprinted)}, and no program on it prints that"] * bool(unprinted)


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
        chapter = source.partition("/")[0]
        views = expected.sources.views(chapter)
        if "cells" in data:
            found += of_explorer(data, views)
        if "mainEntity" in data:
            found += of_questions(data["mainEntity"], page)
        if "signatures" in data:
            known = [quirk["signatures"] for quirk in expected.sources.views("").quirks]
            own = [given[: len(k)] for given, k in zip(data["signatures"], known, strict=False)]
            found += ["has another signature in its finder than the quirks"] * (own != known)
            pages = [s for s in expected.sources.pages if "/quirks/" in s]
            waiting = {said for s in pages for said in expected.sources.reported(s)[0]}
            found += ["marks other messages than wait"] * (data["unverified"] != sorted(waiting))
    return found


def of_explorer(data: dict, views: Views) -> list[str]:
    """The explorer shows of each combination what was recorded of it."""
    matrix = views.recording("matrix")
    quirks = [
        [quirk["slug"], quirk["heading"], quirk["combinations"]]
        for quirk in views.quirks
        if quirk.get("combinations")
    ]
    wanted = {name: matrix[name] for name in (*OBJECTS, "sizes", "program")} | {
        "ran": f"torch {matrix['torch']} on {matrix['hardware']}",
        "takes": views.own.pairing_texts.TAKES,
        "gives": views.own.pairing_texts.GIVES,
        "verdicts": views.own.pairing_texts.VERDICTS,
        "quirks": quirks,
    }
    found = [
        f"has other {name} in its explorer than are recorded"
        for name, value in wanted.items()
        if json.dumps(data.get(name)) != json.dumps(value)  # the order counts, too
    ]
    elsewhere = {(*does, row) for *does, rows in data["elsewhere"] for row in numbered(rows)}
    found += ["says otherwise what pairings do elsewhere"] * (elsewhere != views.elsewhere())
    rows = {
        (row["activation"], row["loss"], row["output_shape"], row["target_form"]): row
        for row in matrix["rows"]
    }
    codes = [data["cells"][place : place + 2] for place in range(0, len(data["cells"]), 2)]
    places = [*product(*(matrix[name] for name in OBJECTS))]
    if len(codes) != len(places):
        return [*found, f"has {len(codes)} results in its explorer, for {len(places)} combinations"]
    for place, code in zip(places, codes, strict=True):
        row, number = rows[place], int(code, 36) if code.isalnum() else -1
        said = row.get("error") or row.get("warning") or ""
        wanted = [row["outcome"], row.get("phase", ""), said, row.get("verdicts", {})]
        wanted.append(explanation(said, views))
        if data["results"][number : number + 1] != [wanted]:
            return [*found, f"says of {', '.join(place)} in its explorer something not recorded"]
    return found


@cache
def explanation(said: str, views: Views) -> str:
    """Return why PyTorch says this, in the words of the first pattern that fits."""
    fits = (
        why for pattern, why in views.own.pairing_texts.MESSAGES.items() if re.search(pattern, said)
    )
    return next(fits, "no explanation") if said else ""


def of_questions(asked: list[dict], page: Reader) -> list[str]:
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


# What is not a page.


def of_index(text: str, expected: Expected) -> list[str]:
    """The search finds what stands on the pages, under its own heading."""
    try:
        entries = json.loads(text)["docs"]
    except (ValueError, KeyError) as error:
        return [f"is no search index: {error!r}"]
    found, known = [], Counter()
    for entry in entries:
        name, _, place = resolved(entry["location"] or "./", "index.html").partition("#")
        known[entry["location"]] += 1
        if name not in expected.pages:
            found.append(f"leads to {entry['location']}, which is no page; build again")
            continue
        page = expected.pages[name]
        heading = page.headings.get(place) if place else next(iter(page.headings.values()), [])
        title = words(html.unescape(re.sub(r"<[^>]+>", "", entry["title"])))
        if title != heading and joined(title) != expected.titles[name]:
            found.append(f"calls {entry['location']} “{entry['title']}”, and the page does not")
        for run in re.split(r"<(?!/?code>)[^>]*>|\n", entry["text"]):
            said = joined(words(html.unescape(re.sub(r"<[^>]+>", "", run))))
            if said.strip() and said not in expected.searched[name]:
                found.append(f"has “{run.strip()}” of {entry['location']}, and the page has not")
    wanted = {name.removesuffix("index.html") for name in expected.source_of}
    found += [f"does not lead to {name}; build again" for name in sorted(wanted - {*known})]
    return found + [f"leads to {name} twice" for name, times in known.items() if times > 1]


def of_deck(name: str, content: bytes, expected: Expected) -> list[str]:
    """A deck has the cards of its chapter, each with its short answer."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "deck")
        path.write_bytes(content)
        try:
            with ZipFile(path) as package:
                path = Path(package.extract("collection.anki2", folder))
            with sqlite3.connect(path) as deck:
                notes = [row[0].split("\x1f") for row in deck.execute("SELECT flds FROM notes")]
            deck.close()
        except (BadZipFile, KeyError, sqlite3.Error) as error:
            return [f"is no deck: {error}"]
    source = f"{name.partition('/')[0]}/interview.md"
    cards = expected.sources.cards(source.partition("/")[0])
    wanted = [
        [plain([*expected.sources.prose(text, source)]) for text in (asked, answer)]
        for _, _, asked, answer in cards
    ]
    has = [
        [words(html.unescape(re.sub(r"<[^>]+>", "", text))) for text in note[:2]] for note in notes
    ]
    found = [
        f"has the card “{quoted(card[0])}: {quoted(card[1])}”, which docs/{source} has not"
        for card in has
        if card not in wanted
    ]
    return found + [f"lacks the card “{quoted(c[0])}”" for c in wanted if has.count(c) != 1]


def of_copy(name: str, content: bytes, expected: Expected) -> list[str]:
    """A download is the file that is recorded, byte for byte."""
    path = expected.docs / name
    if name.endswith("/evidence/schema.json"):
        same = json.loads(content) == evidence.SCHEMA
        return [] if same else ["is not the schema that evidence is checked against"]
    if not path.is_file() and path.suffix == ".ipynb":  # in a folder of its own, with its page
        path = path.parents[1] / path.name
    if not path.is_file():
        return ["is a file that no source is copied to"]
    same = path.read_bytes() == content
    return [] if same else [f"is not docs/{path.relative_to(expected.docs)}, as recorded"]

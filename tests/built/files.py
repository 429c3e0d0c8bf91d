"""The laws of what is not a page: what the finder knows, decks of cards, and what is copied."""

import html
import json
import re
import sqlite3
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from builder.evidence_schema import SCHEMA

from built.expected import Expected, joined, quoted
from built.tokens import plain, resolved, words
from built.wanted import Wanted

# What is left out of a copy that a browser reads: comments, and, to compare, all space.
CODE = {".css": rb"(?s)/\*.*?\*/|\s+", ".js": rb"(?s)/\*\*.*?\*/|(?:\A|\s*\n) *//[^\n]*|\s+"}


def of_index(text: str, expected: Expected) -> list[str]:
    """The finder finds what stands on the pages, under its own heading."""
    try:
        entries = json.loads(text)["docs"]
    except (ValueError, KeyError) as error:
        return [f"is no list of pages: {error!r}"]
    found: list[str] = []
    known: Counter[str] = Counter()
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
        if not place and joined(words(entry.get("name", ""))) != expected.titles[name]:
            found.append(f"names {entry['location']} “{entry.get('name')}”, and the page does not")
    wanted = {n.removesuffix("index.html") for n in expected.source_of if "/quirks/" not in n}
    found += [f"does not lead to {name}; build again" for name in sorted(wanted - {*known})]
    return found + [f"leads to {name} twice" for name, times in known.items() if times > 1]


def of_finder(text: str, expected: Expected) -> list[str]:
    """The finder knows each quirk by its signatures, and marks what no recording has."""
    try:
        data = json.loads(text)
    except ValueError as error:
        return [f"is no data: {error}"]
    known = [quirk["signatures"] for quirk in expected.sources.chapter("").quirks]
    own = [given[: len(k)] for given, k in zip(data["messages"], known, strict=False)]
    found = ["has another signature in its finder than the quirks"] * (own != known)
    pages = [s for s in expected.sources.pages if "/quirks/" in s]
    waiting = {said for s in pages for said in expected.sources.reported(s)[0]}
    return found + ["marks other messages than wait"] * (data["unverified"] != sorted(waiting))


def of_words(text: str) -> list[str]:
    """Of each word, the finder knows how rare it is, and what it counts for which quirk."""
    try:
        words = json.loads(text)
    except ValueError as error:
        return [f"is no data: {error}"]
    return [
        f"says of {word} what is no count: {about}"
        for word, about in words.items()
        if not re.fullmatch(r"\d+([A-Z]?[a-z]\d*)+", about)
    ]


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
    page = Wanted(expected.sources, source)
    wanted = [
        [plain([*page.prose(text)]) for text in (asked, answer)]
        for _, _, asked, answer in expected.sources.chapter(source.partition("/")[0]).cards
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
        same = json.loads(content) == SCHEMA
        return [] if same else ["is not the schema that evidence is checked against"]
    if not path.is_file() and path.suffix == ".ipynb":  # in a folder of its own, with its page
        path = path.parents[1] / path.name
    if not path.is_file():
        return ["is a file that no source is copied to"]
    if path.suffix in CODE and not content.startswith(b"// @ts-nocheck"):  # that is another's
        texts = [re.sub(CODE[path.suffix], b"", text) for text in (path.read_bytes(), content)]
        return [] if texts[0] == texts[1] else [f"has other code than docs/{name}"]
    same = path.read_bytes() == content
    return [] if same else [f"is not docs/{path.relative_to(expected.docs)}, as recorded"]

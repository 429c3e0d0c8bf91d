"""The ways in which a built site may go wrong: each changes the text of one file, in one place."""

import json
import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from built.spans import (
    ARTICLE,
    CAPTION,
    CODE,
    DIGIT,
    LETTER,
    PRE,
    VIEW,
    Span,
    another_digit,
    characters,
    inside,
    one,
    outside,
    put,
    shown,
    spans,
)

Change = Callable[[str, random.Random], str | None]  # a file's text -> the mutant's, if it has one
KINDS: dict[str, tuple[str, Change]] = {}  # what is changed -> in which files, and how


def kind(name: str, files: str = ".html") -> Callable[[Change], Change]:
    """Register a way in which files whose name ends so may go wrong."""

    def register(change: Change) -> Change:
        KINDS[name] = files, change
        return change

    return register


# Programs.


def programs(text: str) -> list[Span]:
    return inside(spans(PRE, text), spans(ARTICLE, text))


@kind("a block dropped")
def drop_block(text: str, rng: random.Random) -> str | None:
    return put(text, one(programs(text), rng), "")


@kind("a block doubled")
def double_block(text: str, rng: random.Random) -> str | None:
    place = one(programs(text), rng)
    return put(text, place, 2 * text[slice(*place)]) if place else None


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


@kind("what was printed about an option dropped", "quiz/index.html")
def drop_printed(text: str, rng: random.Random) -> str | None:
    return put(text, one(spans(re.compile(r'<code class="printed">.*?</code>'), text), rng), "")


@kind("another answer right", "quiz/index.html")
def move_right_mark(text: str, rng: random.Random) -> str | None:
    question = one(spans(re.compile(r"<quiz-question.*?</quiz-question>", re.DOTALL), text), rng)
    if question is None:
        return None
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
    way = rng.choice(["cell", "class", "result"])
    if way == "cell":
        [(start, end)] = spans(re.compile(r'(?<="cells":")\w+(?=")'), text)
        code = start + 2 * rng.randrange((end - start) // 2)
        old = text[code : code + 2]
        codes = sorted({text[at : at + 2] for at in range(start, end, 2)} - {old})
        return put(text, (code, code + 2), rng.choice(codes))
    if way == "result":
        results = spans(re.compile(r'(?<="results":)\[.*\](?=,"quirks")'), text)
        said = re.compile(r'"(?:correct|wrong|other objective)[^"]*"')
        return put(text, one(characters(text, results, said), rng), '"wrong"')
    verdicts = "right", "other", "seldom", "wrong", "error"
    label = re.compile(rf"(?<=class=\"verdict )(?:{'|'.join(verdicts)})\b")
    place = one(inside(spans(label, text), spans(VIEW, text)), rng)
    now = text[slice(*place)] if place else ""
    return put(text, place, rng.choice([verdict for verdict in verdicts if verdict != now]))


# What is not a page.


@kind("the list of pages broken", "pages.json")
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
    changed = entry["text"] and index != json.loads(text)  # not a digit for itself
    return json.dumps(index) if changed else None


def change_character(text: str, rng: random.Random) -> str | None:
    place = one(spans(re.compile(r"[a-z0-9](?=\w)"), text), rng)
    return put(text, place, rng.choice("qxz79"))


kind("a notebook altered", ".ipynb")(change_character)
kind("recorded data altered", "data/.json")(change_character)


@kind("a deck altered", ".apkg")
def change_deck(text: str, rng: random.Random) -> str | None:
    """Change a character of a card; the text of a deck is its bytes, read as Latin-1."""
    with TemporaryDirectory() as folder:
        package = Path(folder, "deck.apkg")
        package.write_bytes(text.encode("latin-1"))
        with ZipFile(package) as made:
            files = {name: made.read(name) for name in made.namelist()}
        notes = Path(folder, "notes")
        notes.write_bytes(files["collection.anki2"])
        deck = sqlite3.connect(notes)
        number, fields = rng.choice(deck.execute("SELECT id, flds FROM notes").fetchall())
        place = one(spans(re.compile(r"(?<![&<\w])[\w.]+(?![\w;>])"), fields), rng)
        changed = put(fields, place, rng.choice(["None", "wzxhzdk:1", "17", "{{Answer}}"])) or ""
        deck.execute("UPDATE notes SET flds = ? WHERE id = ?", (changed, number))
        deck.commit()
        deck.close()
        with ZipFile(package, "w") as again:
            for name, content in (files | {"collection.anki2": notes.read_bytes()}).items():
                again.writestr(name, content)
        return package.read_bytes().decode("latin-1")

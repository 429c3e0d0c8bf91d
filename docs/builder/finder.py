"""The finder: it leads from a message, or from words of one's own, to the quirk that is meant.

The words that it knows are in `docs/finder.yml`. Its script reads words as this module does.
"""

import html
import json
import math
import re
import string
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from builder import fields, remedy
from builder.chapter import Chapter
from builder.quirk import Quirk
from builder.reading import kept
from builder.views import plain, view

FILE, PART = "find/quirks.json", "find/words/{}.json"
INITIALS = f"0{string.ascii_lowercase}"  # a number counts as 0
WORDS = Path(__file__).parents[1] / "finder.yml"
PAIRS = {"type": "object", "additionalProperties": {"type": "string"}}
FINDER = fields.of(
    common=fields.text("words that everyone uses, whatever they ask"),
    same=PAIRS | {"description": "what people type, and the word that it counts as"},
    functions=PAIRS | {"description": "losses of torch.nn, and what people type for them"},
    calls=PAIRS | {"description": "modules of torch.nn whose function has another name"},
)
# Chosen by what leads best from one fifth of the lines of `searched` to their quirks, where the
# finder knows the other four fifths; never by `asked`, nor by the reports of the tests.
WORD_IN = 2  # a word in fewer texts is left out: the finder has to stay light
STEPS = 2  # what a word counts is rounded to half a text
EVEN = 0.5  # how far a quirk with many texts is brought down to one with few: 1 is all the way


@dataclass(frozen=True)
class Words:
    """The words that the finder knows, which FINDER explains."""

    common: frozenset[str]
    same: dict[str, str]  # without their endings
    functions: dict[str, str]
    calls: dict[str, str]


@kept
def known_words(file: Path) -> Words:
    """Read the words that the finder knows; raise BuildError with what is wrong with them."""
    found = yaml.safe_load(file.read_text("utf-8"))
    fields.refuse(f"docs/{file.name}: {fault}" for fault in fields.faults(found, FINDER))
    same = {stem(word): stem(other) for word, other in found["same"].items()}
    return Words(frozenset(found["common"].split()), same, found["functions"], found["calls"])


@cache
def stem(word: str) -> str:
    return re.sub(r"(?<=[a-z]{3})(ings?|ed|es|s|e)$", "", word)


def stems(text: str) -> list[str]:
    """Return the words of a text without endings, names such as CrossEntropyLoss in parts, too."""
    names = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text)
    found, known = re.findall(r"[a-z]+|\d+", f"{names} {text}".lower()), known_words(WORDS)
    words = [stem(word) for word in found if word not in known.common]
    return [known.same.get(word, word) for word in words]


@cache
def abstract(said: str) -> str:
    """Return a message without its numbers and shapes, in the case and spaces of no one."""
    return re.sub(r"[\s\d.,()[\]]+", " ", said.lower()).strip()


HOLE = "…"  # in a message: a value that differs each time


def answers(quirk: Quirk, message: str) -> bool:
    """Say whether a quirk is known for a message, which may have holes where values stand."""
    said, longest = abstract(message), max(map(abstract, message.split(HOLE)), key=len)
    return any(known in said or longest in known for known in map(abstract, quirk.messages))


def texts_of(quirk: Quirk) -> list[str]:
    """Return what is written about a quirk, and what people searched for, one text each."""
    functions = [known_words(WORDS).functions.get(loss, "") for loss in quirk.losses]
    names = [*quirk.losses, *quirk.activations, quirk.kind, *functions]
    short = [quirk.heading, quirk.title, quirk.description, quirk.symptom]
    lines = [*quirk.searched.splitlines(), *quirk.said, *quirk.text.splitlines()]
    return [*short, " ".join(names), *filter(str.strip, lines)]


def search_data(found: list[Quirk]) -> dict[str, Any]:
    """Return what the finder learns from, by its file: what it needs at once, and of each word.

    The finder ranks by naive Bayes over words: which of the quirks makes them the likeliest? What
    it knows of a word is in the file of its first letter, so that a question fetches what it needs.
    """
    about = words_of(found)
    totals: Counter[int] = Counter()
    for word in about.values():
        totals.update(word.counts)
    known = {
        "same": known_words(WORDS).same,
        "stop": sorted(known_words(WORDS).common),
        "words": len(about),
        "totals": [totals[number] for number in range(len(found))],
        "calls": known_words(WORDS).calls,
        # What people report from CUDA leads to a page, too, and is marked until it is recorded.
        "messages": [list(dict.fromkeys(quirk.messages)) for quirk in found],
        "unverified": sorted({m for q in found for m in q.reported if m not in q.verified}),
    }
    parts: dict[str, dict[str, str]] = {initial: {} for initial in INITIALS}
    for text, word in sorted(about.items()):
        parts[initial_of(text)][text] = f"{word.rarity}{packed(word.counts)}"
    return {FILE: known} | {PART.format(initial): part for initial, part in parts.items()}


@dataclass(frozen=True)
class Word:
    """How rare a word is, in quarters, and what it counts for each quirk that has it, in STEPS."""

    rarity: int
    counts: dict[int, int]


def words_of(found: list[Quirk]) -> dict[str, Word]:
    """Return what each word is about. Each text counts the same, a rare word gets more of it."""
    texts = [(number, {*stems(text)}) for number, q in enumerate(found) for text in texts_of(q)]
    texts_with = Counter(word for _, own in texts for word in own)
    rarity = {w: 1 + math.log((1 + len(texts)) / (1 + n)) for w, n in texts_with.items()}
    about: dict[str, dict[int, float]] = {}
    for number, own in texts:
        length = math.hypot(*(rarity[word] for word in own))
        for word in own:
            if texts_with[word] >= WORD_IN:
                counts = about.setdefault(word, {})
                counts[number] = counts.get(number, 0) + rarity[word] / length
    written = [0.0] * len(found)
    for counts in about.values():
        for number, count in counts.items():
            written[number] += count
    mean = sum(written) / len(found)
    shares = [STEPS * (mean / own) ** EVEN if own else STEPS for own in written]
    return {
        word: Word(
            round(4 * rarity[word]),
            {number: max(1, round(shares[number] * count)) for number, count in counts.items()},
        )
        for word, counts in about.items()
    }


def initial_of(word: str) -> str:
    """Return which file has what is known of a word."""
    return "0" if word[0].isdigit() else word[0]


def packed(counts: dict[int, int]) -> str:
    """Return what a word counts per quirk, short: "b" the second, once; "Ab3" the 28th, thrice.

    Each quirk stands as the number of quirks skipped before it, in letters to the base of 26.
    """
    parts, following = [], 0
    for number, count in sorted(counts.items()):
        high, low = divmod(number - following, 26)
        parts.append(
            (chr(64 + high) if high else "") + chr(97 + low) + (str(count) if count > 1 else "")
        )
        following = number + 1
    return "".join(parts)


@view
def finder(found: list[Quirk], _: Chapter) -> str:
    """The box, the filters and the list; a script lets the box and the filters answer."""
    items = []
    for quirk in found:
        address = f"../{quirk.chapter}/quirks/{quirk.slug}/"
        filters = {"losses": quirk.losses, "activations": quirk.activations}
        attributes = "".join(f' data-{n}="{" ".join(names)}"' for n, names in filters.items())
        items.append(
            f'<li data-kind="{quirk.kind}"{attributes}>'
            f'<a href="{address}">{html.escape(quirk.heading.replace("`", ""))}</a> '
            f'<span class="kind">{quirk.kind}</span>'
            f"<p>{html.escape(quirk.symptom.replace('`', ''), quote=False)}</p>{fix(quirk)}</li>"
        )
    return (
        f"<quirk-finder data-unsearched>{asking(found)}"
        f'<ol class="quirks">{"".join(items)}</ol></quirk-finder>'
    )


def asking(found: list[Quirk]) -> str:
    """The box and the filters, which only a script makes answer."""
    choices = {
        "kind": ("What do you see?", {quirk.kind for quirk in found}),
        "losses": ("Loss", {name for quirk in found for name in quirk.losses}),
        "activations": ("Activation", {name for quirk in found for name in quirk.activations}),
    }
    filters = "".join(
        f'<div><label for="finder-{name}">{caption}</label><select id="finder-{name}">'
        f'<option value="">any</option>{"".join(f"<option>{v}</option>" for v in sorted(values))}'
        "</select></div>"
        for name, (caption, values) in choices.items()
    )
    return (
        '<div class="scripted"><label for="finder-box">An error message, a traceback, or what you '
        'see</label><textarea id="finder-box" rows="3" spellcheck="false"></textarea>'
        f'<div class="explorer-choices">{filters}</div>'
        f'<p role="status">{len(found)} of {len(found)}</p></div>'
    )


def write(site: Path, found: list[Quirk]) -> None:
    """Write what the finder learns from, which its page fetches once somebody asks."""
    if not found or not (site / FILE).parent.is_dir():
        return
    (site / PART).parent.mkdir(exist_ok=True)
    for name, data in search_data(found).items():
        said = json.dumps(data, separators=(",", ":"))
        (site / name).write_text(f"{said}\n", "utf-8", newline="\n")


def fix(quirk: Quirk) -> str:
    """What mends the mistake, which answers without a click."""
    if not quirk.remedy:
        return ""
    own = quirk.remedy
    change = remedy.shown(own.change) if own.change else ""
    return f'<p class="fix"><strong>{own.label}.</strong> {plain(own.words)}</p>{change}'

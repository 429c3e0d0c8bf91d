"""Where a file of a built site has something to change, found by patterns of HTML."""

import random
import re
from bisect import bisect
from functools import lru_cache

Span = tuple[int, int]
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


@lru_cache(512)
def spans(pattern: re.Pattern[str], text: str) -> list[Span]:
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
def shown(text: str, within: re.Pattern[str] | None = None) -> list[Span]:
    """Return the text that a browser shows, node by node."""
    start = text.index("<body")
    nodes = [span for span in spans(TEXT_NODE, text) if span[0] > start]
    nodes = outside(nodes, spans(DATA, text))
    return nodes if within is None else inside(nodes, spans(within, text))


def characters(text: str, nodes: list[Span], pattern: re.Pattern[str]) -> list[Span]:
    """Return what matches in text nodes, and is no part of a reference such as `&#8217;`."""
    return [
        (start + match.start(), start + match.end())
        for start, end in nodes
        for match in pattern.finditer(text[start:end])
    ]


def one(found: list[Span], rng: random.Random) -> Span | None:
    return rng.choice(found) if found else None


def put(text: str, place: Span | None, instead: str) -> str | None:
    return None if place is None else text[: place[0]] + instead + text[place[1] :]


def another_digit(text: str, place: Span | None, rng: random.Random) -> str | None:
    if place is None:
        return None
    return put(text, place, rng.choice([d for d in "0123456789" if d != text[place[0]]]))

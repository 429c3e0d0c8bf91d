"""A page of the built site, read as a browser shows it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from built.tokens import (
    ATTRIBUTE,
    CAPTION,
    END,
    LINK,
    PREDICTION,
    QUESTION,
    VIEW,
    WORD,
    block,
    plain,
    resolved,
)

INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "code", "em", "i", "input", "kbd", "s", "span", "strong"]
)
VOID = frozenset(["br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])
ZONES = {"recorded-view": VIEW, "quiz-question": QUESTION}
ZONES |= {"snippet-caption": CAPTION, "other-torch": CAPTION, "related": VIEW}
ZONES |= {"also": VIEW, "predict-output": PREDICTION}
APART = (
    *("article", "title", "page-facts", "unhelpful", "page-actions", "page-discussion"),
    "md-source-file",
    *("headerlink", "script", "style", "svg", "math"),
)
UNSAID = ("data-unsearched", "data-label")  # the second of which has a law of its own


class Part:
    """What is read for itself, and not as a part of what is around it."""

    def __init__(self, kind: str, attributes: dict[str, str]) -> None:
        self.kind, self.attributes = kind, attributes
        self.tokens: list[str] = []
        self.text = ""
        self.raw = ""  # of a script

    def say(self, *tokens: str) -> None:
        self.tokens += WORD.findall(self.text)
        self.tokens += tokens
        self.text = ""


class Reader(HTMLParser):
    """Reads a page as a browser shows it: its parts by kind, of which the article is one."""

    def __init__(self, page: str, text: str) -> None:
        super().__init__()
        self.page = page
        self.parts: dict[str, list[Part]] = {}
        self.open = [Part("rest", {})]
        self.ends: list[tuple[str, Callable[[], None]]] = []  # what an end tag has to do
        self.meta: dict[str, str] = {}
        self.days: list[str] = []  # that the page names
        self.headings: dict[str, list[str]] = {}
        self.paragraphs: dict[str, list[str]] = {}  # by the heading above
        self.feed(text)
        self.close()
        self.leave()

    def all(self, kind: str) -> list[Part]:
        return self.parts.get(kind, [])

    @property
    def article(self) -> list[str]:
        return self.parts["article"][0].tokens if "article" in self.parts else []

    def enter(self, kind: str, attributes: dict[str, str]) -> None:
        self.open.append(Part(kind, attributes))

    def leave(self) -> None:
        part = self.open.pop()
        if part.kind == "code":
            self.open[-1].say(block(part.text))
            part.text = ""
        part.raw = part.text
        part.say()
        self.parts.setdefault(part.kind, []).append(part)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.part_words(tag)
        if tag == "time" and "page-facts" in {part.kind for part in self.open}:
            self.days.append(attributes.get("datetime", ""))
        if tag == "meta":
            self.meta[attributes.get("name", "")] = attributes.get("content", "")
        end = self.end_of(tag, attributes)
        if tag not in VOID:
            self.ends.append((tag, end))

    def handle_endtag(self, tag: str) -> None:
        while self.ends:
            opened, end = self.ends.pop()
            end()
            if opened == tag:
                break
        self.part_words(tag)

    def part_words(self, tag: str) -> None:
        """Let no word go on over the edge of a block."""
        if tag not in INLINE and self.open[-1].kind != "code":
            self.open[-1].text += " "

    def handle_data(self, data: str) -> None:
        self.open[-1].text += data

    def end_of(self, tag: str, attributes: dict[str, str]) -> Callable[[], None]:
        """Do what a start tag asks for, and return what its end tag will."""
        names = {tag, *attributes.get("class", "").split()}
        kinds = {part.kind for part in self.open}
        if found := next((kind for kind in APART if kind in names), ""):
            self.enter(found, attributes)
            return self.leave
        if "article" not in kinds or kinds & {*APART, "code"} - {"article"}:
            beside = "article" not in kinds or "page-facts" in kinds
            if tag == "a" and "link" not in kinds and beside:
                self.enter("link", attributes)
                return self.leave
            return lambda: None
        article = self.open[-1]
        zone = next((ZONES[name] for name in ZONES if name in names), "")
        article.say(*[zone] * bool(zone), *spoken(tag, attributes))
        if tag == "pre":
            self.enter("code", attributes)
            return self.leave
        if zone:
            return lambda: article.say(END)
        if href := attributes.get("href"):
            return lambda: article.say(LINK + resolved(href, self.page))
        start = len(article.tokens)
        if re.fullmatch("h[1-6]", tag):
            self.paragraphs[attributes.get("id", "")] = []
            return lambda: self.note(self.headings, attributes.get("id", ""), start)
        if tag == "p" and not attributes and self.paragraphs:
            return lambda: self.note(self.paragraphs, [*self.paragraphs][-1], start)
        return lambda: None

    def note(self, where: dict[str, list[str]], name: str, start: int) -> None:
        """Keep what the article has said since its so manieth token."""
        self.open[-1].say()
        where.setdefault(name, []).extend(plain(self.open[-1].tokens[start:]))


def spoken(tag: str, attributes: dict[str, str]) -> list[str]:
    """Return the attributes of an element that say something, as tokens."""
    own = {"input": ("name", "type", "value"), "select": ("name",)}.get(tag, ())
    if tag == "a" and attributes.get("class", "").startswith("verdict"):
        own = ("class",)
    return [
        f"{ATTRIBUTE}{name}={value}"
        for name, value in sorted(attributes.items())
        if name in own or (name.startswith("data-") and name not in UNSAID)
    ]

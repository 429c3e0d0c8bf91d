"""Tokens: what a page shows, and what it must show, in a form in which the two can be compared.

A token is a word, a punctuation mark, or, as one each, a block of code, a link, an attribute.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

PROMISE = re.compile(r"^# >(?: |$)(.*)$", re.MULTILINE)  # `# >` alone promises an empty line
NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?")
WORD = re.compile(r"\w+|[^\w\s*]")  # emphasis is no token
CODE, LINK, ATTRIBUTE = "▣", "→", "@"  # how a token that is no word begins
VIEW, QUESTION, CAPTION, END = "⟦view", "⟦question", "⟦caption", "⟧"  # between: data, and any words
PREDICTION = "⟦prediction"
ANY = "≈"  # what is shown of this chapter's recordings, whatever it is
Shown = Iterator[str]
Json = dict[str, Any]  # what a recording, or the front matter of a page, has


def needed(pattern: str, text: str, what: str) -> str:
    """Return what the group of a pattern finds in a text; raise ValueError if `what` is missing."""
    found = re.search(pattern, text, re.MULTILINE)
    if not found:
        raise ValueError(f"there is no {what}")
    return str(found[1])


def words(*said: object) -> list[str]:
    return WORD.findall(" ".join(map(str, said)))


def block(text: str) -> str:
    return CODE + text.strip("\n")


def digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def resolved(href: str, page: str) -> str:
    """Return the file of the site, and the place in it, that a link of a page leads to."""
    parts = urlsplit(href)
    if parts.scheme:
        return href
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if not parts.path:
        path = page
    elif "." not in posixpath.basename(path) or path == ".":
        path = posixpath.normpath(f"{path}/index.html")
    return f"{path}#{parts.fragment}" if parts.fragment else path


def page_of(source: str) -> str:
    """Return the page that is made of a source: both are paths in their folders."""
    stem = source.rpartition(".")[0]
    return f"{stem}.html" if posixpath.basename(stem) == "index" else f"{stem}/index.html"


def link(text: object, href: str, page: str) -> list[str]:
    return [*words(text), LINK + resolved(href, page)]


def plain(tokens: list[str]) -> list[str]:
    """Return the words alone, those in blocks of code among them."""
    found: list[str] = []
    for token in tokens:
        if token.startswith(CODE):
            found += WORD.findall(token[1:])
        elif len(token) == 1 or token[0] not in f"{LINK}{ATTRIBUTE}⟦":
            found += [token] if token != END else []
    return found

"""What the files of a built site are held to: the tokens of its pages, and what they are called."""

import json
import re
from collections.abc import Set
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from string import ascii_lowercase

import yaml

from built.reader import Reader
from built.sources import Sources
from built.tokens import ANY, CODE, END, Json, needed, page_of, plain, words
from built.wanted import Wanted

NOTHING = frozenset(["None", "undefined", "NaN", "nan", "null", "NoneType"])
OWN = ("builder/*.py", "*/views/*.py", "theme/*.html")
LABEL = re.compile(r'^#+ .* \{ #(\S+) .*?data-toc-label="([^"]*)" \}$', re.MULTILINE)
FREE = re.compile(r"[^\W\d]+|[^\w\s]")  # a word of the theme's own, around what is recorded
AROUND = 7  # tokens that a message quotes


class Expected:
    """What the files of a site are held to."""

    def __init__(self, site: Path, docs: Path, snippets: Path) -> None:
        self.site, self.docs = site, docs
        self.sources = Sources(docs, snippets)
        names = [*self.sources.pages, *self.sources.labs]
        self.source_of = {page_of(name): name for name in names}
        self.tokens = {
            page: Wanted(self.sources, name).tokens() for page, name in self.source_of.items()
        }
        settings = (docs.parent / "mkdocs.yml").read_text("utf-8")
        self.site_name = needed(r"^site_name: (.+)$", settings, "site_name in mkdocs.yml")
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
        recorded = self.docs.glob("*/data/messages.json")
        texts += [path.read_text("utf-8").replace('\\"', '"') for path in recorded]
        numbers = {str(number) for number in range(1000)}  # counts
        return {word for text in texts for word in words(text)} | self.own | numbers

    def meta(self, page: str) -> Json:
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
    def groups(self) -> list[str]:
        """Return what groups of pages are called in the navigation."""
        files = [yaml.safe_load(path.read_text("utf-8")) for path in self.docs.rglob(".nav.yml")]
        entries = [entry for file in files for entry in file["nav"] if isinstance(entry, dict)]
        return [joined(words(name)) for entry in entries for name in entry]

    @cached_property
    def titles(self) -> dict[str, str]:
        """Return what each page is called in lists: by its source, or else by its heading."""
        return {
            name: joined(words(meta["title"]) if (meta := self.meta(name)).get("title") else first)
            for name, page in self.pages.items()
            for first in [next(iter(page.headings.values()), [])]
        }

    @cached_property
    def labels(self) -> dict[str, str]:
        """Return what headings are called beside their page, where that is shorter."""
        sources = self.sources.pages
        return {
            f"{name}#{place}": joined(words(label))
            for name, source in self.source_of.items()
            for place, label in LABEL.findall(sources[source][1] if source in sources else "")
        }

    def missing(self) -> list[str]:
        """Return what the sources call for, and no file of the site is."""
        wanted = [*self.source_of, "404.html", "find/pages.json", "find/quirks.json"]
        wanted += [f"find/words/{initial}.json" for initial in f"0{ascii_lowercase}"]
        wanted += [p.relative_to(self.docs).as_posix() for p in self.docs.glob("*/data/*.json")]
        return [f"{name} was not built" for name in wanted if name not in self.files]


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
        elif not (set(plain([token])) <= known if anything else depth and token in own):
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

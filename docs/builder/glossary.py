"""Python-Markdown extension: a term of the glossary has its definition where a page first uses it.

The terms are the sections of `docs/<chapter>/glossary.md`. The heading of a section is the term,
the words in bold are other forms of it, the first paragraph is the definition, and the second one
leads to where it is shown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from builder.folders import DOCS
from builder.reading import kept, text

SECTION = re.compile(r"^## (.+?) \{ #(\S+) \}\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"\]\([^()\s]+#[^()\s]+\)")  # a link to a section of a page
LONGEST = 260  # characters of a definition, which has to fit beside a pointer
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
RAW = rf"{STX}\w+:\d+{ETX}.*?{STX}\w+:\d+{ETX}"  # a tag typed as HTML, what it holds, and its end
LEFT_ALONE = HEADINGS | {"a", "abbr", "blockquote", "code", "pre", "script", "style"}


@dataclass(frozen=True)
class Term:
    """A term, its other forms, its definition without marks, and where it is shown."""

    name: str
    forms: tuple[str, ...]
    definition: str
    shown: str
    page: Path


@kept
def terms_of(page: Path) -> list[Term]:
    """Return the terms that a glossary defines."""
    found = []
    for name, _, section in SECTION.findall(text(page)):
        definition, _, rest = section.strip().partition("\n\n")
        bold = re.findall(r"\*\*(.+?)\*\*", definition)
        found.append(Term(name, (name, *bold), unmarked(definition), rest.strip(), page))
    return found


def unmarked(markdown: str) -> str:
    """Return a paragraph of Markdown as plain words."""
    words = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", markdown)
    return " ".join(re.sub(r"\*\*|`", "", words).split())


def terms(docs: Path) -> list[Term]:
    return [term for page in sorted(docs.glob("*/glossary.md")) for term in terms_of(page)]


def faults(docs: Path) -> Iterator[str]:
    """Say what is wrong with the entries of the glossaries."""
    first: dict[str, Term] = {}
    for term in terms(docs):
        file = f"docs/{term.page.parent.name}/{term.page.name}: {term.name}"
        if not term.definition:
            yield f"{file} has no definition: write one or two sentences under its heading"
        elif len(term.definition) > LONGEST:
            yield (
                f"{file} has a definition of {len(term.definition)} characters, and "
                f"{LONGEST} fit beside a pointer: shorten its first paragraph"
            )
        if not SHOWN.search(term.shown):
            yield (
                f"{file} leads nowhere: write a second paragraph with a link to the section of a "
                "page that shows it, as in [the chapter](index.md#softmax-twice)"
            )
        for form in term.forms:
            other = first.setdefault(form.casefold(), term)
            if other is not term:
                where = f"docs/{other.page.parent.name}/{other.page.name} under {other.name}"
                yield f"{file} has the form “{form}”, which stands in {where}: remove one"


class Glossary(Extension):
    def __init__(self, **options: str) -> None:
        self.config = {"docs": [str(DOCS), "folder of the pages, with the glossaries"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        # After headings have lost their attributes (8), before they get their links (5).
        md.treeprocessors.register(MarkTerms(md, Path(self.getConfig("docs"))), "terms", 7)


class MarkTerms(Treeprocessor):
    """Put `<abbr title="its definition">` around a term where a page first uses it in its text.

    Where a page introduces a term itself, in a heading or in bold, it needs no other definition.
    """

    def __init__(self, md: Markdown, docs: Path) -> None:
        super().__init__(md)
        self.docs = docs

    def run(self, root: Element) -> None:
        self.left = {form: term for term in terms(self.docs) for form in term.forms}
        for element in root.iter():
            if element.tag in HEADINGS:
                self.done("".join(element.itertext()).strip())
        words = [pattern(form) for form in sorted(self.left, key=len, reverse=True)]
        if words:
            self.any = re.compile(rf"{RAW}|(?<![\w-])(?:{'|'.join(words)})(?![\w-])")
            self.mark(root)

    def done(self, word: str) -> Term | None:
        """Return the term of a word unless the page has had it, and count it as had."""
        for spelt in (word, word[:1].swapcase() + word[1:]):
            for form in (spelt, spelt.removesuffix("s")):
                if term := self.left.get(form):
                    self.left = {f: t for f, t in self.left.items() if t is not term}
                    return term
        return None

    def mark(self, parent: Element) -> None:
        if parent.tag in LEFT_ALONE:
            return
        if parent.tag == "strong":
            for found in self.any.findall("".join(parent.itertext())):
                self.done(found)
            return
        children = [*parent]
        parent.text, marked = self.divided(parent.text)
        for child in children:
            self.mark(child)
            child.tail, after = self.divided(child.tail)
            marked += [child, *after]
        parent[:] = marked

    def divided(self, words: str | None) -> tuple[str, list[Element]]:
        """Divide a text into what stands before its first term, and each term with what follows."""
        before, end, marked = "", 0, list[Element]()
        for found in self.any.finditer(words or ""):
            if term := self.done(found[0]):
                between = (words or "")[end : found.start()]
                if marked:
                    marked[-1].tail = between
                else:
                    before = between
                marked.append(Element("abbr", title=term.definition, tabindex="-1"))
                marked[-1].text, end = found[0], found.end()
        if marked:
            marked[-1].tail = (words or "")[end:]
        return (before if marked else words or ""), marked


def pattern(form: str) -> str:
    """Return what finds a form in a text: also with a capital, and in the plural."""
    first = re.escape(form[0])
    if form[1:2].islower() or not form[1:]:
        first = f"[{form[0].lower()}{form[0].upper()}]"
    return f"{first}{re.escape(form[1:])}s?"


def makeExtension(**options: str) -> Glossary:
    return Glossary(**options)

"""What a page must show, worked out from its sources alone.

Everything is a list of tokens: words, punctuation, and, as one token each, a block of code, a link,
an attribute. What Markdown and the theme do in 1,500 lines is repeated here in the simplest way
that gives the same tokens.
"""

import hashlib
import html
import json
import posixpath
import re
from urllib.parse import urlsplit

from built import views
from built.marker import VIEWS, Marker
from built.sources import INCLUDE, PARTS, Sources
from built.tokens import (
    ANY,
    ATTRIBUTE,
    CAPTION,
    END,
    LINK,
    PREDICTION,
    QUESTION,
    VIEW,
    Json,
    Shown,
    block,
    digest,
    link,
    needed,
    page_of,
    resolved,
    words,
)


class Wanted:
    """The tokens of the page that is made of a source."""

    def __init__(self, sources: Sources, source: str) -> None:
        self.sources, self.source, self.page = sources, source, page_of(source)

    def tokens(self) -> list[str]:
        """Return what the page must show, in order."""
        if self.source.endswith(".ipynb"):
            return list(self.notebook())
        meta, body = self.sources.pages[self.source]
        also, related = meta.get("also", []), meta.get("related", [])
        return [*self.markdown(body), *self.further(also), *self.related(related)]

    def further(self, messages: list[str | dict[str, str]]) -> Shown:
        """Return the further messages of a quirk, each with the code that prints it."""
        if messages:
            yield VIEW
            yield from words("Other messages with this cause, and code that prints them")
            for one in messages:
                parts = [(one,)] if isinstance(one, str) else one.items()
                yield from words(" by ".join(part for pair in parts for part in pair))
            yield END

    def related(self, slugs: list[str]) -> Shown:
        """Return the other quirks that one refers to."""
        if slugs:
            yield VIEW
            for slug in slugs:
                other = posixpath.join(posixpath.dirname(self.source), f"{slug}.md")
                heading = needed("^# (.+)$", self.sources.pages[other][1], f"heading in {other}")
                yield from link(heading.replace("`", ""), f"../{slug}/", self.page)
            yield END

    def notebook(self) -> Shown:
        document = (self.sources.docs / self.source).read_text("utf-8")
        for cell in json.loads(document)["cells"]:
            text = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                yield from self.markdown(text)
                continue
            yield block(text)
            for output in cell["outputs"]:
                if "text" in output:
                    yield block("".join(output["text"]))

    def markdown(self, text: str) -> Shown:
        end = 0
        for part in PARTS.finditer(text):
            yield from self.prose(text[end : part.start()])
            end = part.end()
            if part["table"]:
                yield from [VIEW, *self.view(part["table"], part["view"], part["one"]), END]
            elif part["asked"]:
                for question in self.sources.chapter(part["chapter"]).questions(part["asked"]):
                    yield from self.question(part["chapter"], question)
            elif included := INCLUDE.match(part["code"]):
                yield from self.snippet(included[1], "predict=" in part[0].partition("\n")[0])
            elif not part[0].lstrip().startswith("```math"):  # of which a law of its own reads
                signs = ".." if part[0].lstrip().startswith("```diff") else ""  # which are drawn
                yield block(
                    re.sub(rf"^{part['fence']}{signs}", "", part["code"], flags=re.MULTILINE)
                )
        yield from self.prose(text[end:])

    def view(self, shown: str, name: str, one: str | None) -> Shown:
        """Return the data of a view; a view that is not read here may show any."""
        chapter, _, table = shown.rpartition("/")
        if name not in VIEWS:
            self.sources.unread.add(name)
            return iter([ANY])
        marker = Marker(self.sources.chapter(chapter), table, self.page)
        return VIEWS[name](marker, *[one] * bool(one))

    def prose(self, text: str) -> Shown:
        """Return the words of Markdown that has no blocks in it."""
        spans: list[str] = []  # what is no prose, each replaced by its number

        def keep(found: re.Match[str]) -> str:
            spans.append(found[1])
            return f"\x00{len(spans) - 1}\x01"

        def to(found: re.Match[str]) -> str:
            spans.append(LINK + self.target(found[2]))
            return f"{found[1]} \x00{len(spans) - 1}\x01"

        def to_html(found: re.Match[str]) -> str:  # its address is the page's, not the source's
            spans.append(LINK + resolved(found[1], self.page))
            return f"{found[2]} \x00{len(spans) - 1}\x01"

        text = re.sub(r"`([^`\n]+)`", keep, text)
        text = re.sub(r"^ *\{: .*\}$", "", text, flags=re.MULTILINE)
        text = re.sub(r' data-toc-label="[^"]*"(?= \}$)', "", text, flags=re.MULTILINE)
        text = re.sub(r"^#+ (.*?)(?: \{(?: #\S+)?((?: data-\S+)*) \})?$", heading, text, flags=re.M)
        text = re.sub(r'^ *\?\?\?\+? \w+ "(.*)"$', r"\1", text, flags=re.MULTILINE)
        text = re.sub(r"^ *(?:>|-|\d+\.) ", "", text, flags=re.MULTILINE)
        text = re.sub(r"\[([^\[\]]*)\]\(([^()\s]+)\)", to, text)
        text = re.sub(r'<a href="([^"]+)"[^>]*>(.*?)</a>', to_html, text)
        text = html.unescape(re.sub(r"<[^>]*>", element, text))
        for part in re.split(r"(\x00\d+\x01)", text):
            if part.startswith("\x00"):
                span = spans[int(part[1:-1])]
                yield from [span] if span.startswith(LINK) else words(span)
            else:
                yield from attributes_apart(part)

    def target(self, href: str) -> str:
        """Return the file of the site, and the place in it, that a link of the source leads to."""
        path, _, place = href.partition("#")
        if path and not urlsplit(path).scheme:
            path = posixpath.normpath(posixpath.join("/", posixpath.dirname(self.source), path))
            path = page_of(path) if path.endswith((".md", ".ipynb")) else path
        return resolved(f"{path}#{place}" if place else path, self.page).lstrip("/")

    def snippet(self, name: str, predicted: bool = False) -> Shown:
        """Return a program with its caption, which names where this very text has run."""
        chapter, _, program = name.partition("/")
        drawn = self.sources.drawn(name)
        if drawn:
            yield from words(f"{drawn.claim}.")
        else:
            yield block(self.sources.programs[name])
        if predicted:
            yield from [
                PREDICTION,
                f"{ATTRIBUTE}data-hash={digest(self.sources.programs[name], 16)}",
            ]
            yield from [f"{ATTRIBUTE}data-id={posixpath.basename(name)[:-3]}", END]
        kept, differs = self.sources.chapter(chapter).runs(program)
        named = [run for run in kept if self.is_named(run)]
        others = [run["torch"] for run in kept if not self.is_named(run)]
        yield from [CAPTION, *words(posixpath.basename(name))]
        for run in named:
            yield from words(run["torch"], run["hardware"])
            if run["device"] == "cpu" and others:
                yield from words(len(others), *others[:1], *others[1:][-1:])
        yield END
        if drawn:
            yield from [*words("The program"), block(self.sources.programs[name])]
            yield from [*words("The numbers"), VIEW, *drawn.numbers(), END]
        groups: dict[tuple[str, str, tuple[tuple[str, ...], ...]], list[str]] = {}
        for run, instead in differs:
            hardware = "" if run["device"] == "cpu" else run["hardware"]
            key = run["device"], hardware, tuple(map(tuple, instead))
            groups.setdefault(key, []).append(run["torch"])
        for (_, hardware, pairs), releases in groups.items():
            yield from [CAPTION, *words(*releases, hardware)]
            for promised, got in pairs:
                yield from words(got, promised)
            yield END
        printed = [got for *_, pairs in groups for _, got in pairs]
        yield from self.quoted(name.removesuffix(".py"), printed)

    def is_named(self, run: Json) -> bool:
        """Say whether a caption names a run, and does not only count it."""
        return bool(run["device"] != "cpu" or run["torch"] == self.sources.pinned)

    def quoted(self, name: str, shown: list[str]) -> Shown:
        """Return what a quirk quotes from CUDA: what no recording has, then what one has."""
        waiting, known = self.sources.reported(f"{name}.md")
        known = [message for message in known if not any(message in line for line in shown)]
        for quoted in (waiting, known):
            if quoted:
                yield from [CAPTION, *words(*quoted), END]

    def question(self, chapter: str, question: Json) -> Shown:
        program = f"{chapter}/{question['program']}.py"
        data = ("answer", "hash", "id", "objective", "tolerance", "type")
        yield QUESTION
        yield from [f"{ATTRIBUTE}data-{name}={question[name]}" for name in data if name in question]
        yield from self.markdown(f"{question['question']}\n\n{question.get('setting', '')}")
        if question["type"] in ("trace", "line", "fix"):
            stripped = views.learning.without_answers(self.sources.programs[program])
            yield from [VIEW, block(stripped), END]
        if question["type"] == "numeric":
            yield f"{ATTRIBUTE}name={question['id']}"
            yield from self.confidence(question)
            yield from [*words(f"{question['answer']:g}"), *self.markdown(question["why"])]
        elif question["type"] == "order":
            yield from self.steps(question)
        else:
            yield from self.options(question)
        yield from self.snippet(program)
        yield from self.markdown(question.get("closing", ""))
        yield END

    def steps(self, question: Json) -> Shown:
        """Return steps out of order, with a place to choose for each, and then in order."""
        steps = list(enumerate(question["steps"], 1))
        mixed = sorted(steps, key=lambda step: hashlib.sha256(step[1].encode()).digest())
        for place, step in mixed if mixed != steps else mixed[::-1]:
            yield from [f"{ATTRIBUTE}data-place={place}", f"{ATTRIBUTE}name={question['id']}"]
            yield from ["?", *words(*dict(steps)), *self.markdown(step)]
        yield from self.confidence(question)
        for _, step in steps:
            yield from self.markdown(step)
        yield from self.markdown(question["why"])

    def options(self, question: Json) -> Shown:
        """Return what can be chosen, then what is right, and of each option why."""
        kind = "checkbox" if question["type"] == "multiple" else "radio"
        right = []
        for letter, option in zip("ABCDEF", question["options"], strict=False):
            if option.get("right"):
                yield f"{ATTRIBUTE}data-right="
                right.append(letter)
            yield from [f"{ATTRIBUTE}name={question['id']}", f"{ATTRIBUTE}type={kind}"]
            yield from [f"{ATTRIBUTE}value={letter}", letter, *self.markdown(option["text"])]
        yield from self.confidence(question)
        yield from ["answer" if len(right) == 1 else "answers", *right]
        for letter, option in zip("ABCDEF", question["options"], strict=False):
            yield from [letter, *self.markdown(option["why"])]
            yield from words(*option["seen"].splitlines())

    def confidence(self, question: Json) -> Shown:
        """Return the two ways to say how sure one is."""
        for value in ("sure", "unsure"):
            name = f"name={question['id']}-confidence"
            yield from [f"{ATTRIBUTE}{part}" for part in (name, "type=radio", f"value={value}")]


def heading(found: re.Match[str]) -> str:
    """Return a heading with its attributes before it, but for the one that says nothing."""
    attributes = (found[2] or "").replace(" data-unsearched", "")
    return f"{attributes.replace(' data-', f' {ATTRIBUTE}data-')} {found[1]}"


def element(found: re.Match[str]) -> str:
    """Return what an element in the source says itself: its data."""
    data = re.findall(r' (data-[\w-]+)="(\S+?)"', found[0])
    return " ".join(["", *(f"{ATTRIBUTE}{name}={value}" for name, value in data), ""])


def attributes_apart(text: str) -> Shown:
    for part in re.split(rf"({ATTRIBUTE}data-\S+)", text):
        yield from [part] if part.startswith(ATTRIBUTE) else words(part)

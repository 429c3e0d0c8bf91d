"""What a page must show, worked out from its sources alone: the other half of `built_site`.

Everything is a list of tokens: words, punctuation, and, as one token each, a block of code, a link,
an attribute. What Markdown and the theme do in 1,500 lines is repeated here in the simplest way
that gives the same tokens.
"""

import hashlib
import html
import json
import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from built.built_tokens import (
    ATTRIBUTE,
    CAPTION,
    END,
    LINK,
    QUESTION,
    VIEW,
    Shown,
    block,
    digest,
    link,
    page_of,
    resolved,
    words,
)
from built.built_views import Views, unanswered

PARTS = re.compile(
    r"^(?P<fence> *)```\w*.*\n(?P<code>(?:.*\n)*?)(?P=fence)```$"
    r"|^<!-- show (?P<table>\S+): (?P<view>\S+?)(?: (?P<one>\S+))? -->$"
    r"|^<!-- ask (?P<chapter>\S+): (?P<objective>\S+) -->$",
    re.MULTILINE,
)
INCLUDE = re.compile(r'^\s*--8<-- "(.+)"$', re.MULTILINE)


class Sources:
    """The pages, programs and recordings of a site."""

    def __init__(self, docs: Path, snippets: Path) -> None:
        self.docs, self.snippets = docs, snippets
        self.read: dict = {}  # what has been read, so that it is read once
        self.unread: set[str] = set()  # views without a law of their own
        self.programs = {
            path.relative_to(snippets).as_posix(): path.read_text("utf-8")
            for path in sorted(snippets.rglob("*.py"))
        }
        texts = {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}
        self.pages = {source: self.split(text) for source, text in sorted(texts.items())}
        self.labs = [
            path.relative_to(docs).as_posix()
            for path in sorted(docs.rglob("*.ipynb"))
            if path.parent.name != "notebooks"
        ]

    @staticmethod
    def split(text: str) -> tuple[dict, str]:
        """Return the front matter and the body of a page."""
        found = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
        if not found:
            return {}, text
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(found[1], loader), text[found.end() :]

    def tokens(self, source: str) -> list[str]:
        """Return what the page of a source must show, in order."""
        if source.endswith(".ipynb"):
            return list(self.notebook(source))
        meta, body = self.pages[source]
        return [*self.markdown(body, source), *self.related(meta, source)]

    @staticmethod
    def related(meta: dict, source: str) -> Shown:
        """Return the other quirks that one refers to."""
        if slugs := meta.get("related", []):
            yield VIEW
            for slug in slugs:
                title = slug.replace("_", " ").capitalize()
                yield from link(title, f"../{slug}/", page_of(source))
            yield END

    def notebook(self, source: str) -> Shown:
        for cell in json.loads((self.docs / source).read_text("utf-8"))["cells"]:
            text = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                yield from self.markdown(text, source)
                continue
            yield block(text)
            for output in cell["outputs"]:
                if "text" in output:
                    yield block("".join(output["text"]))

    def markdown(self, text: str, source: str) -> Shown:
        end = 0
        for part in PARTS.finditer(text):
            yield from self.prose(text[end : part.start()], source)
            end = part.end()
            if part["table"]:
                yield VIEW
                chapter, _, table = part["table"].rpartition("/")
                views = self.views(chapter)
                yield from views.show(part["view"], part["one"], table, page_of(source))
                yield END
            elif part["objective"]:
                for question in self.questions(part["chapter"], part["objective"]):
                    yield from self.question(part["chapter"], question, source)
            elif included := INCLUDE.match(part["code"]):
                yield from self.snippet(included[1])
            else:
                yield block(re.sub(rf"^{part['fence']}", "", part["code"], flags=re.MULTILINE))
        yield from self.prose(text[end:], source)

    def prose(self, text: str, source: str) -> Shown:
        """Return the words of Markdown that has no blocks in it."""
        spans: list[str] = []
        page = page_of(source)

        def keep(found: re.Match) -> str:
            spans.append(found[1])
            return f"\x00{len(spans) - 1}\x01"

        def to(found: re.Match) -> str:
            text, href = found[1], found[2]
            path, _, place = href.partition("#")
            if path and not urlsplit(path).scheme:
                path = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path))
                path = page_of(path) if path.endswith((".md", ".ipynb")) else path
            target = resolved(f"{path}#{place}" if place else path, page).lstrip("/")
            spans.append(LINK + target)
            return f"{text} \x00{len(spans) - 1}\x01"

        text = re.sub(r"`([^`\n]+)`", keep, text)
        text = re.sub(r"^ *\{: .*\}$", "", text, flags=re.MULTILINE)
        text = re.sub(
            r"^#+ (.*?)(?: \{(?: #\S+)?((?: data-\S+)*) \})?$", self.heading, text, flags=re.M
        )
        text = re.sub(r'^ *\?\?\?\+? \w+ "(.*)"$', r"\1", text, flags=re.MULTILINE)
        text = re.sub(r"^ *(?:>|-|\d+\.) ", "", text, flags=re.MULTILINE)
        text = re.sub(r"\[([^\[\]]*)\]\(([^()\s]+)\)", to, text)
        text = re.sub(r'<a href="([^"]+)"[^>]*>(.*?)</a>', lambda f: to_html(f, page, spans), text)
        text = html.unescape(re.sub(r"<[^>]*>", " ", text))
        for part in re.split(r"(\x00\d+\x01)", text):
            if part.startswith("\x00"):
                span = spans[int(part[1:-1])]
                yield from [span] if span.startswith(LINK) else words(span)
            else:
                yield from attributes_apart(part)

    @staticmethod
    def heading(found: re.Match) -> str:
        """Return a heading with its attributes before it, but for the one that says nothing."""
        attributes = (found[2] or "").replace(" data-search-exclude", "")
        return f"{attributes.replace(' data-', f' {ATTRIBUTE}data-')} {found[1]}"

    def snippet(self, name: str) -> Shown:
        """Return a program with its caption, which names where this very text has run."""
        yield block(self.programs[name])
        chapter, _, program = name.partition("/")
        kept, differs = self.runs(chapter, program)
        named = [run for run in kept if self.is_named(run)]
        others = [run["torch"] for run in kept if not self.is_named(run)]
        yield from [CAPTION, *words(posixpath.basename(name))]
        for run in named:
            yield from words(run["torch"], run["hardware"])
            if run["device"] == "cpu" and others:
                yield from words(len(others), *others[:1], *others[1:][-1:])
        yield END
        groups: dict[tuple, list[str]] = {}
        for run, instead in differs:
            hardware = "" if run["device"] == "cpu" else run["hardware"]
            key = run["device"], hardware, tuple(map(tuple, instead))
            groups.setdefault(key, []).append(run["torch"])
        for (_, hardware, instead), releases in groups.items():
            yield from [CAPTION, *words(*releases, hardware)]
            for got_and_promised in instead:
                yield from words(*got_and_promised[::-1])
            yield END
        printed = [got for *_, instead in groups for _, got in instead]
        yield from self.quoted(name.removesuffix(".py"), printed)

    def quoted(self, name: str, shown: list[str]) -> Shown:
        """Return what a quirk quotes from CUDA: what no recording has, then what one has."""
        waiting, known = self.reported(f"{name}.md")
        known = [message for message in known if not any(message in line for line in shown)]
        for quoted in (waiting, known):
            if quoted:
                yield from [CAPTION, *words(*quoted), END]

    def reported(self, source: str) -> tuple[list[str], list[str]]:
        """Return what a page quotes from CUDA that no recording has, and what one has."""
        meta = self.pages.get(source, ({}, ""))[0]
        messages = meta.get("signatures", []) * source.endswith("_cuda.md")
        messages = [*messages, *meta.get("reported_on_cuda", [])]
        said = self.views(source.partition("/")[0]).said_on_cuda() if messages else ""
        waiting = [message for message in messages if message not in said]
        return waiting, [message for message in messages if message in said]

    def included(self, source: str) -> Iterator[str]:
        """Yield the programs that a page includes, those of its questions among them."""
        body = self.pages[source][1]
        yield from INCLUDE.findall(body)
        for part in PARTS.finditer(body):
            asked = part["objective"] and self.questions(part["chapter"], part["objective"])
            for question in asked or []:
                yield f"{part['chapter']}/{question['program']}.py"
                yield from INCLUDE.findall(question.get("closing", ""))

    def is_named(self, run: dict) -> bool:
        """Say whether a caption names a run, and does not only count it."""
        return run["device"] != "cpu" or run["torch"] == self.pinned

    @cached_property
    def pinned(self) -> str:
        project = (self.docs.parent / "pyproject.toml").read_text("utf-8")
        return re.search(r'"torch==([0-9.]+)"', project)[1]

    @cached_property
    def evidence(self) -> dict[str, list[dict]]:
        """Return the runs of each chapter: the CPU first, the oldest release first."""
        found: dict[str, list[dict]] = {}
        for path in self.docs.glob("*/evidence/*.json"):
            recording = json.loads(path.read_text("utf-8"))
            where = {"torch": recording["torch"], "device": recording["device"]}
            found.setdefault(path.parts[-3], []).extend(run | where for run in recording["runs"])
        for runs in found.values():
            runs.sort(
                key=lambda run: (
                    run["device"] != "cpu",
                    run["device"],
                    [*map(int, run["torch"].split("."))],
                )
            )
        return found

    def runs(self, chapter: str, program: str) -> tuple[list[dict], list[tuple[dict, list]]]:
        """Return where this text kept its promises, and where it did something else."""
        text = digest(self.programs[f"{chapter}/{program}"], 16)
        did = [(run, run["programs"].get(program, {})) for run in self.evidence.get(chapter, [])]
        did = [(run, done) for run, done in did if done.get("text") == text]
        return (
            [run for run, done in did if "instead" not in done],
            [(run, done["instead"]) for run, done in did if "instead" in done],
        )

    def views(self, chapter: str) -> Views:
        return self.read.setdefault(("views", chapter), Views(self, chapter))

    def recording(self, chapter: str, name: str) -> dict:
        path = self.docs / chapter / "data" / f"{name}.json"
        if path not in self.read:
            self.read[path] = json.loads(path.read_text("utf-8"))
        return self.read[path]

    def cards(self, chapter: str) -> list[tuple[str, str, str, str]]:
        """Return the interview cards: name, objective, question, short answer."""
        _, body = self.pages.get(f"{chapter}/interview.md", ({}, ""))
        card = re.compile(
            r"^## (.*?) \{ #(\S+) data-objective=(\S+) \}\n"
            r".*?\*\*In 30 seconds\.\*\*\n(.*?)\n\n",
            re.MULTILINE | re.DOTALL,
        )
        return [(name, of, asked, answer) for asked, name, of, answer in card.findall(body)]

    def bank(self, chapter: str) -> list[dict]:
        """Return the questions of a chapter's quiz."""
        if ("bank", chapter) in self.read:
            return self.read["bank", chapter]
        found = self.read["bank", chapter] = []
        for path in sorted((self.docs / chapter / "quiz").glob("*.yml")):
            question = yaml.safe_load(path.read_text("utf-8"))
            asked = digest(json.dumps(question, sort_keys=True), 8)
            found.append({"id": path.stem, "hash": asked} | question)
        return found

    def questions(self, chapter: str, objective: str) -> list[dict]:
        return [q for q in self.bank(chapter) if q["objective"] == objective]

    def question(self, chapter: str, question: dict, source: str) -> Shown:
        program = f"{chapter}/{question['program']}.py"

        def said(text: str) -> list[str]:
            return list(self.markdown(text, source))

        data = ("answer", "hash", "id", "objective", "tolerance", "type")
        yield QUESTION
        yield from [f"{ATTRIBUTE}data-{name}={question[name]}" for name in data if name in question]
        yield from said(f"{question['question']}\n\n{question.get('setting', '')}")
        if question["type"] in ("trace", "line", "fix"):
            yield from [VIEW, block(unanswered(self.programs[program])), END]
        name, right = f"{ATTRIBUTE}name={question['id']}", []
        if question["type"] == "numeric":
            yield name
            yield from words(f"{question['answer']:g}", *said(question["why"]))
        elif question["type"] == "order":
            steps = list(enumerate(question["steps"], 1))
            mixed = sorted(steps, key=lambda step: hashlib.sha256(step[1].encode()).digest())
            for place, step in mixed if mixed != steps else mixed[::-1]:
                yield from [f"{ATTRIBUTE}data-place={place}", name, "?", *words(*dict(steps))]
                yield from said(step)
            for _, step in steps:
                yield from said(step)
            yield from said(question["why"])
        else:
            kind = "checkbox" if question["type"] == "multiple" else "radio"
            for letter, option in zip("ABCDEF", question["options"], strict=False):
                if option.get("right"):
                    yield f"{ATTRIBUTE}data-right="
                    right.append(letter)
                yield from [name, f"{ATTRIBUTE}type={kind}", f"{ATTRIBUTE}value={letter}", letter]
                yield from said(option["text"])
            yield from ["answer" if len(right) == 1 else "answers", *right]
            for letter, option in zip("ABCDEF", question["options"], strict=False):
                yield from [letter, *said(option["why"])]
        yield from self.snippet(program)
        yield from said(question.get("closing", ""))
        yield END


def attributes_apart(text: str) -> Shown:
    for part in re.split(rf"({ATTRIBUTE}data-\S+)", text):
        yield from [part] if part.startswith(ATTRIBUTE) else words(part)


def to_html(found: re.Match, page: str, spans: list[str]) -> str:
    """Keep a link that is typed as HTML: its address is the page's, not the source's."""
    spans.append(LINK + resolved(found[1], page))
    return f"{found[2]} \x00{len(spans) - 1}\x01"

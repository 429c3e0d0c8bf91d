"""The sources of a site: its pages, programs and recordings, each read once."""

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import yaml
from builder import evidence
from builder.snippet import draws

from built.chapter import Chapter
from built.figures import Figure
from built.tokens import Json, needed

PARTS = re.compile(  # of a page, that are no prose
    r"^(?P<fence> *)```\w*.*\n(?P<code>(?:.*\n)*?)(?P=fence)```$"
    r"|^<!-- show (?P<table>\S+): (?P<view>\S+?)(?: (?P<one>\S+))? -->$"
    r"|^<!-- ask (?P<chapter>\S+): (?P<asked>\S+) -->$",
    re.MULTILINE,
)
INCLUDE = re.compile(r'^\s*--8<-- "(.+)"$', re.MULTILINE)


class Sources:
    """The pages and programs of a site, by their paths in docs/ and snippets/."""

    def __init__(self, docs: Path, snippets: Path) -> None:
        self.docs, self.snippets = docs, snippets
        self.chapters: dict[str, Chapter] = {}
        self.unread: set[str] = set()  # views without a law of their own
        self.programs = {
            path.relative_to(snippets).as_posix(): path.read_text("utf-8")
            for path in sorted(snippets.rglob("*.py"))
        }
        texts = {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}
        self.pages = {source: split(text) for source, text in sorted(texts.items())}
        self.labs = [
            path.relative_to(docs).as_posix()
            for path in sorted(docs.rglob("*.ipynb"))
            if path.parent.name != "notebooks"
        ]

    def chapter(self, name: str) -> Chapter:
        """Return what is recorded of a chapter; of "", what is gathered from all of them."""
        if name not in self.chapters:
            self.chapters[name] = Chapter(self, name)
        return self.chapters[name]

    def title(self, source: str) -> str:
        """Return what a page is called: as its front matter says, or else its heading."""
        meta, body = self.pages[source]
        heading = meta.get("title") or needed("^# (.+)$", body, f"heading in docs/{source}")
        return str(heading).replace("`", "")

    def included(self, source: str) -> Iterator[str]:
        """Yield the programs that a page includes, those of its questions among them."""
        body = self.pages[source][1]
        yield from INCLUDE.findall(body)
        for part in PARTS.finditer(body):
            if part["asked"]:
                for question in self.chapter(part["chapter"]).questions(part["asked"]):
                    yield f"{part['chapter']}/{question['program']}.py"
                    yield from INCLUDE.findall(question.get("closing", ""))

    def drawn(self, name: str) -> Figure | None:
        """Return what is recorded of a program that draws."""
        if not draws(self.programs[name]):
            return None
        chapter, _, program = name.partition("/")
        stem = program.rpartition("/")[2].removesuffix(".py")
        claim = needed(r'^"""(.+)\."""', self.programs[name], f"claim in {name}")
        return Figure(claim, self.docs / chapter / "figures" / stem)

    def reported(self, source: str) -> tuple[list[str], list[str]]:
        """Return what a page quotes from CUDA that no recording has, and what one has."""
        meta = self.pages.get(source, ({}, ""))[0]
        messages = meta.get("signatures", []) * source.endswith("_cuda.md")
        messages = [*messages, *meta.get("reported_on_cuda", [])]
        said = self.chapter(source.partition("/")[0]).said_on_cuda() if messages else ""
        waiting = [message for message in messages if message not in said]
        return waiting, [message for message in messages if message in said]

    @cached_property
    def pinned(self) -> str:
        return evidence.pinned(self.docs)

    @cached_property
    def evidence(self) -> dict[str, list[Json]]:
        """Return the runs of each chapter: the CPU first, the oldest release first."""
        found: dict[str, list[Json]] = {}
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


def split(text: str) -> tuple[Json, str]:
    """Return the front matter and the body of a page."""
    found = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if not found:
        return {}, text
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(found[1], loader), text[found.end() :]

"""What changed from one release of torch to another, as Markdown: for a page, and for an issue.

`python -m builder.changes 2.13.0 2.15.0` prints it for each chapter in which something changed;
nothing at all means that nothing changed. With SITE_URL set, it links to the pages.
"""

import argparse
import os
import re
import sys
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from mkdocs.exceptions import BuildError

from builder import fields
from builder.evidence import recordings
from builder.outputs import current, output
from builder.question import bank
from builder.reading import kept, text
from builder.snippet import Snippet, device_of

INCLUDED = re.compile(r'^\s*--8<-- "([^"]+\.py)"', re.MULTILINE)
NOTHING = "(no such line)"
ASKED = re.compile(r"^<!-- ask (\S+): (\S+) -->$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """A page that shows a program."""

    source: str  # below docs/
    title: str

    @property
    def address(self) -> str:
        """Where the page is on the site."""
        path = self.source.removesuffix(".md")
        return "" if path == "index" else f"{path.removesuffix('/index')}/"


@dataclass
class Comparison:
    """What two releases did with the same programs."""

    both: int  # programs that ran with both
    missing: list[str]  # programs on pages that did not
    changed: dict[str, list[str]]  # programs that print something else: "- old" and "+ new" lines


Shown = dict[str, list[Page]]  # programs, by their path in the chapter, and the pages with them


def shown_on(docs: Path, chapter: str) -> Shown:
    """Return the programs of a chapter that pages show, each with those pages."""
    found: Shown = {}
    asked = bank(docs, chapter)
    for path in sorted(docs.rglob("*.md")):
        programs, names = shown_by(path)
        for question in asked:
            if any(of == chapter and question.is_asked_by(name) for of, name in names):
                more = INCLUDED.findall(question.closing)
                programs = [*programs, f"{chapter}/{question.program}.py", *more]
        for program in programs:
            folder, _, name = program.partition("/")
            if folder == chapter and (page := page_of(docs, path)) not in found.get(name, []):
                found.setdefault(name, []).append(page)
    return found


@kept
def shown_by(page: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the programs that a page shows, and what it asks about, each with its chapter."""
    body = fields.page(page)[0]
    return INCLUDED.findall(body), ASKED.findall(body)


def page_of(docs: Path, path: Path) -> Page:
    body, meta = fields.page(path)
    heading = re.search(r"^# (.+?)(?: \{.*)?$", body, re.MULTILINE)
    title = meta.get("title") or (heading[1] if heading else path.stem)
    return Page(path.relative_to(docs).as_posix(), title.replace("`", ""))


def compare(
    docs: Path, snippets: Path, chapter: str, old: str, new: str, shown: Shown | None = None
) -> Comparison:
    """Compare what programs printed with two releases; only the same text is compared."""
    shown = shown_on(docs, chapter) if shown is None else shown
    known = {r.torch: r for r in recordings(docs, chapter) if r.device == "cpu"}
    for release in old, new:
        if release not in known:
            raise BuildError(
                f"torch {release} is not recorded for {chapter}: nox -s another_torch -- {release}"
            )
    anywhere = [name for name in shown if not device_of(Path(name))]
    found = Comparison(0, [], {})
    for name in sorted({*anywhere, *known[old].programs, *known[new].programs}):
        did = [known[release].programs.get(name, {}) for release in (old, new)]
        program = snippets / chapter / name
        if not all(said and current(program, said) for said in did):
            found.missing += [name] * program.is_file()
            continue
        found.both += 1
        source = text(program)
        before, after = (output(source, said.get("instead", [])) for said in did)
        if before != after:
            found.changed[name] = difference(before, after)
    return found


def difference(before: list[str], after: list[str]) -> list[str]:
    """Return the lines that are other ones: an old one with a minus, a new one with a plus."""
    lines = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            lines += [f"- {line}" for line in before[a:b] or [NOTHING]]
            lines += [f"+ {line}" for line in after[c:d] or [NOTHING]]
    return lines


def changes(
    docs: Path,
    snippets: Path,
    chapter: str,
    old: str,
    new: str,
    site: str | None = None,
    shown: Shown | None = None,
    found: Comparison | None = None,
) -> str:
    """Return what changed from one release to another, as Markdown.

    `site` is the address that links to pages begin with; without one, pages are named.
    `shown` and `found` are for who knows them already.
    """
    shown = shown_on(docs, chapter) if shown is None else shown
    found = found or compare(docs, snippets, chapter, old, new, shown)
    ran = counted(found.both, "program", "ran")
    other = f"{len(found.changed) or 'none'} of them print{'s' * (len(found.changed) == 1)}"
    text = [f"{ran} with both torch {old} and torch {new}; {other} something else."]
    if found.missing:
        missing = counted(len(found.missing), "program", "is", "are")
        text.append(f"{missing} not compared, because one of the two has not run the present text.")
    if found.changed:
        text.append(f"A line with `-` is from torch {old}, a line with `+` from torch {new}.")
    paragraphs = [" ".join(text)]
    for name, lines in found.changed.items():
        pages = [linked(page, Path(name).stem, site) for page in shown.get(name, [])]
        longest = max(map(len, re.findall("`+", "\n".join(lines))), default=0)
        fence = "`" * max(3, longest + 1)
        paragraphs += [
            f"### {escaped(Snippet.from_file(snippets / chapter / name, snippets).claim)}",
            f"`snippets/{chapter}/{name}`, on {', '.join(pages) or 'no page'}.",
            "\n".join([f"{fence}diff", *lines, fence]),
        ]
    return "\n\n".join(paragraphs) + "\n"


def counted(number: int, noun: str, verb: str, verb_of_many: str = "") -> str:
    return f"{number} {noun}{'s' * (number != 1)} {verb if number == 1 else verb_of_many or verb}"


def escaped(words: str) -> str:
    """Return words as Markdown that shows them, and what stands in backticks as code."""
    parts = re.split("(`[^`]+`)", words)
    parts[::2] = [
        re.sub(r"([\\`*_\[\]])", r"\\\1", part).replace("<", "&lt;") for part in parts[::2]
    ]
    return "".join(parts)


def linked(page: Page, name: str, site: str | None) -> str:
    """Return a page as a link to the program on it, or, without a site, by its source."""
    if site is None:
        return f"`docs/{page.source}`"
    return f"[{escaped(page.title)}]({site}{page.address}#{name})"


def main(arguments: list[str] | None = None) -> int:
    """Print what changed in each chapter; return 2 if no chapter has both releases."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    newest = "without one, the newest two that are recorded"
    parser.add_argument("old", nargs="?", help=f"the release before, such as 2.13.0; {newest}")
    parser.add_argument("new", nargs="?", help="the release after, such as 2.15.0")
    parser.add_argument("--docs", type=Path, default=Path(__file__).parents[1])
    given = parser.parse_args(arguments)
    snippets, site = given.docs.parent / "snippets", os.environ.get("SITE_URL") or None
    compared, refused = False, []
    for folder in sorted(given.docs.glob("*/evidence")):
        chapter = folder.parent.name
        on_cpu = [r.torch for r in recordings(given.docs, chapter) if r.device == "cpu"]
        old, new = (given.old, given.new) if given.new else (["none", "none", *on_cpu])[-2:]
        try:
            changed = compare(given.docs, snippets, chapter, old, new).changed
        except BuildError as error:
            refused.append(str(error))
            continue
        compared = True
        if changed:
            said = changes(given.docs, snippets, chapter, old, new, site)
            print(f"## {chapter}: torch {new} after {old}\n\n{said}")
    if not compared:
        print("\n".join(refused) or "no chapter has evidence", file=sys.stderr)
    return 0 if compared else 2


if __name__ == "__main__":
    sys.exit(main())

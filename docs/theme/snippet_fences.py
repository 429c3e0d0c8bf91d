"""Python-Markdown extension: a page shows Python only as a whole snippet that has run.

A Python fence must hold exactly one file of `snippets/`, brought in by `--8<-- "chapter/claim.py"`.
The extension adds the caption (source link, and where the recorded run took place) and keeps
the fences of a page in `md.snippets`, so that the tests run what the site shows and nothing else.
Slips that Markdown would print in silence are refused with the line that mends them.
"""

import hashlib
import html
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import BuildError

OTHER_LANGUAGES = {"console"}
CODE = re.compile(r"<(pre|code|script|style)\b.*?</\1>", re.DOTALL)
SLIPS = {
    r"-+8(<|&lt;)": 'an include not expanded; write --8<-- "chapter/claim.py" on its own line',
    r"```|~~~": "a fence that is not closed, or not indented like its text",
    r"\[\^": "a footnote without a definition",
    r"\]\[": "a reference link without a definition",
    r"<p>(!!!|\?\?\?|===)": "an admonition or tab that was not understood",
    r'<p class="admonition-title">[^<]*</p>\s*</div>|<summary>[^<]*</summary>\s*</details>': (
        "an admonition without text; indent its text by four spaces"
    ),
}


def digest(source: str) -> str:
    """Name a snippet's text in the recorded evidence."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def device_of(snippet: Path) -> str:
    """Return the device that a snippet is about and runs on alone, by its name, or nothing."""
    found = re.search(r"_(cuda|mps)$", snippet.stem)
    return found[1] if found else ""


@cache
def recorded(path: Path, changed: float) -> dict:
    """Read a recording, once for each state of the file."""
    return json.loads(path.read_text("utf-8"))


@dataclass
class Runs:
    """Where exactly this text of a snippet has run, by torch release."""

    here: list[dict]  # on the pinned release: a recording for each device
    others: list[str]  # other releases that kept its promises
    differs: dict[str, list]  # other releases -> promised lines, and what was printed instead


def runs_of(snippet: Path, snippets: Path, docs: Path) -> Runs:
    chapter = snippet.relative_to(snippets).parts[0]
    name = snippet.relative_to(snippets / chapter).as_posix()
    current = digest(snippet.read_text("utf-8"))
    runs = Runs([], [], {})
    for path in sorted((docs / chapter / "evidence").glob("*.json")):
        run = recorded(path, path.stat().st_mtime)
        if run["snippets"].get(name) == current:
            runs.others.append(run["torch"]) if "-" in path.stem else runs.here.append(run)
        elif (other := run.get("differs", {}).get(name)) and other["text"] == current:
            runs.differs[run["torch"]] = other["instead"]
    runs.others.sort(key=by_number)
    return runs


def code(value: object) -> str:
    return f"<code>{html.escape(str(value), quote=False)}</code>"


def by_number(release: str) -> list[int]:
    return [int(number) for number in release.split(".")]


class SnippetFences(Extension):
    """Fences, captions and refusals, for one page at a time."""

    def __init__(self, **options: str) -> None:
        self.config = {
            "snippets": ["snippets", "folder of the snippets"],
            "docs": ["docs", "folder of the pages, with the recorded evidence"],
            "repo_url": ["", "repository to link each snippet to; no link when empty"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        self.folder = Path(self.getConfig("snippets"))
        self.md = md
        self.highlight = md.preprocessors["fenced_code_block"].highlight
        superfences = md.preprocessors["fenced_code_block"].extension
        superfences.extend_super_fences("python", self.show_snippet, self.keep_options, None)
        superfences.extend_super_fences("*", self.show_other, self.keep_options, None)
        md.preprocessors.register(SourceCheck(md, self.folder), "source-check", 100)
        md.postprocessors.register(PageCheck(md), "page-check", -100)
        md.registerExtension(self)
        self.reset()

    def reset(self) -> None:
        self.md.snippets = []
        self.md.problems = []
        self.by_text: dict[str, Path] = {}  # read once for a page, and only if it has a fence

    @staticmethod
    def keep_options(language: str, inputs: dict, options: dict, attrs: dict, md: Markdown) -> bool:
        attrs.update(inputs)
        return True

    def show_other(self, src: str, language: str, **fence) -> str:
        if language not in OTHER_LANGUAGES:
            self.md.problems.append(
                f"a fence in {language or 'no language'!r}: a page holds python (whole snippets) "
                f"and {', '.join(sorted(OTHER_LANGUAGES))} fences, nothing else"
            )
        return self.highlight(src=src, language=language, **fence)

    def show_snippet(self, src: str, language: str, **fence) -> str:
        snippet = self.find(src)
        if snippet is None:
            first = next((line for line in src.splitlines() if line.strip()), "nothing at all")
            self.md.problems.append(
                f"a Python fence that is not a whole snippet (it starts with {first.strip()!r}): "
                'put the program under snippets/ and include all of it, --8<-- "chapter/claim.py"'
            )
            return ""
        self.md.snippets.append(snippet)
        block = self.highlight(src=src, language=language, **fence)
        # Half of the elements of a page would be names and punctuation, in the colour of the text.
        block = re.sub(r'<span class="[nopw]">([^<]*)</span>', r"\1", block)
        # What a program prints reads as output, not as a comment.
        block = re.sub(
            r'<span class="c1">(# &gt; .*?)</span>', r'<span class="go">\1</span>', block
        )
        # Search finds what a program claims and the messages that it prints. It leaves out the
        # lines between, and measurements: their digits are found in every query with a number.
        claim, _, lines = block.partition("\n")
        lines = re.sub(
            r'((?:^(?!<span class="go">(?!.*\d\.\d)|</code>).*\n)+)',
            r"<bdi data-search-exclude>\1</bdi>",
            lines,
            flags=re.MULTILINE,
        )
        block = f"{claim}\n{lines}"
        return (
            f'<div class="snippet" id="{snippet.stem}">{block}'
            f'<p class="snippet-caption" data-search-exclude>{self.caption(snippet)}</p>'
            f"{self.elsewhere(snippet)}</div>"
        )

    def find(self, text: str) -> Path | None:
        """Return the snippet whose whole text this is."""
        if not self.by_text:
            snippets = sorted(self.folder.rglob("*.py"), reverse=True)
            self.by_text = {path.read_text("utf-8").strip(): path for path in snippets}
        return self.by_text.get(text.strip()) if text.strip() else None

    def caption(self, snippet: Path) -> str:
        name = html.escape(snippet.name)
        if repo_url := self.getConfig("repo_url"):
            path = snippet.relative_to(self.folder).as_posix()
            name = f'<a href="{repo_url.rstrip("/")}/blob/HEAD/snippets/{path}">{name}</a>'
        runs = runs_of(snippet, self.folder, Path(self.getConfig("docs")))
        ran = ", ".join(f"torch {run['torch']} on {run['hardware']}" for run in runs.here)
        if runs.here and (others := runs.others):
            ends = others[0] if len(others) == 1 else f"{others[0]} to {others[-1]}"
            ran += f", and with {len(others)} other release{'s'[: len(others) > 1]}, {ends}"
        if not ran and (device := device_of(snippet)):
            return f"{name} · reported, not yet verified here: it needs {device.upper()}"
        return f"{name} · " + (
            f"ran with {html.escape(ran)}" if ran else "changed since it was last run"
        )

    def elsewhere(self, snippet: Path) -> str:
        """Say what other releases of torch print instead: the same difference once."""
        runs = runs_of(snippet, self.folder, Path(self.getConfig("docs")))
        by_lines: dict[str, list[str]] = {}
        for release in sorted(runs.differs, key=by_number):
            lines = "".join(
                f"<li>{code(got) if got else 'nothing'}"
                f"{f' instead of {code(promised)}' * bool(promised)}</li>"
                for promised, got in runs.differs[release]
            )
            by_lines.setdefault(lines, []).append(release)
        return "".join(
            f'<details class="other-torch"><summary>Other output with torch '
            f"{', '.join(releases)}</summary><ul>{lines}</ul></details>"
            for lines, releases in by_lines.items()
        )


class SourceCheck(Preprocessor):
    """Refuse what the extensions after this one would print, or stumble over with a traceback."""

    def __init__(self, md: Markdown, folder: Path) -> None:
        super().__init__(md)
        self.folder = folder

    def run(self, lines: list[str]) -> list[str]:
        if lines and lines[0].strip() == "---":
            self.md.problems.append("front matter that is not valid YAML")
        for name in re.findall(r'^\s*-+8<-+ "([^":]+)', "\n".join(lines), re.MULTILINE):
            if not (self.folder / name).is_file():
                raise BuildError(f"This page has an include of a missing file: snippets/{name}")
        return lines


class PageCheck(Postprocessor):
    """Refuse a page that Markdown rendered, but not as its author meant it."""

    def run(self, text: str) -> str:
        prose = CODE.sub("<code>…</code>", text)
        problems = self.md.problems + [
            f"{meaning}: …{around(prose, found)}…"
            for slip, meaning in SLIPS.items()
            for found in re.finditer(slip, prose)
        ]
        if problems:
            raise BuildError("\n".join(f"This page has {problem}" for problem in problems))
        # Of a quirk, search reads its claim, its symptom and its messages: sixty explanations
        # share their words with every query.
        return re.sub(
            r"<p>(?=<strong>[^<]*\.</strong>|People met)", "<p data-search-exclude>", text
        )


def around(text: str, found: re.Match) -> str:
    """Return the words around a match, so that its author finds the place."""
    words = re.sub(r"<[^>]*>?", " ", text[max(0, found.start() - 60) : found.end() + 60])
    return html.unescape(" ".join(words.split()))


def makeExtension(**options: str) -> SnippetFences:
    return SnippetFences(**options)

"""Python-Markdown extension: a page shows Python only as a whole snippet that has run.

A Python fence must hold exactly one file of `snippets/`, brought in by `--8<-- "chapter/claim.py"`.
The extension adds the caption (source link, and where the recorded run took place) and keeps
the fences of a page in `md.snippets`, so that the tests run what the site shows and nothing else.
Slips that Markdown would print in silence are refused with the line that mends them.
"""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import BuildError

from builder import figure, formula, prediction, remedy
from builder.evidence import pinned, recordings
from builder.folders import DOCS, SNIPPETS
from builder.outputs import runs_of, verified, where
from builder.quirk import reported
from builder.snippet import Snippet, snippets_by_text
from builder.views import code

OTHER_LANGUAGES = {"console"}
CODE = re.compile(r"<(pre|code|script|style)\b.*?</\1>", re.DOTALL)
OWN_BLOCK = re.compile(r"^<([a-z]+(?:-[a-z]+)+)(?= [^>]*markdown>)", re.MULTILINE)
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


class SnippetFences(Extension):
    """Fences, captions and refusals, for one page at a time."""

    def __init__(self, **options: str) -> None:
        self.config = {
            "snippets": [str(SNIPPETS), "folder of the snippets"],
            "docs": [str(DOCS), "folder of the pages, with the recorded evidence"],
            "repo_url": ["", "repository to link each snippet to; no link when empty"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        self.folder, self.docs = Path(self.getConfig("snippets")), Path(self.getConfig("docs"))
        self.problems: list[str] = []  # of the page at hand
        self.snippets: list[Path] = []  # that it shows
        md.snippets = self.snippets  # type: ignore[attr-defined]  # where the tests find them
        includes = {"base_path": [str(self.folder)], "check_paths": True}
        md.registerExtensions(["pymdownx.snippets"], {"pymdownx.snippets": includes})
        fences: Any = md.preprocessors["fenced_code_block"]
        self.highlight: Callable[..., str] = fences.highlight
        fences.extension.extend_super_fences("python", self.show_snippet, keep_options, None)
        fences.extension.extend_super_fences("*", self.show_other, keep_options, None)
        md.preprocessors.register(SourceCheck(self, md), "source-check", 100)
        md.postprocessors.register(PageCheck(self), "page-check", -100)
        md.registerExtension(self)

    def reset(self) -> None:
        self.problems.clear()
        self.snippets.clear()

    def show_other(self, src: str, language: str, **fence: Any) -> str:
        if language == "diff":
            return remedy.shown(src)
        if language == "math":
            try:
                return formula.shown(src)
            except ValueError as error:
                self.problems.append(f"a formula that is none ({error}): {src.strip()}")
        elif language not in OTHER_LANGUAGES:
            self.problems.append(
                f"a fence in {language or 'no language'!r}: a page holds python (whole snippets) "
                f"and {', '.join(sorted(OTHER_LANGUAGES))} fences, formulas in math fences, "
                "nothing else; a quirk has a diff"
            )
        return self.highlight(src=src, language=language, **fence)

    def show_snippet(self, src: str, language: str, **fence: Any) -> str:
        snippet = self.find(src)
        if snippet is None:
            first = next((line for line in src.splitlines() if line.strip()), "nothing at all")
            self.problems.append(
                f"a Python fence that is not a whole snippet (it starts with {first.strip()!r}): "
                'put the program under snippets/ and include all of it, --8<-- "chapter/claim.py"'
            )
            return ""
        self.snippets.append(snippet.path)
        asked = fence.get("attrs", {}).pop("predict", "")
        block = self.highlight(src=src, language=language, **fence)
        # What a program prints reads as output, not as a comment.
        block = re.sub(
            r'<span class="c1">(# &gt;(?: .*?)?)</span>', r'<span class="go">\1</span>', block
        )
        # What a proof calls wrong or right looks as it does elsewhere.
        for state in ("wrong", "right"):
            mark = f'<span class="c1"># {state.capitalize()}'
            block = block.replace(mark, mark.replace("c1", f"c1 {state}"))
        caption = self.caption(snippet)
        if asked:
            try:
                block = prediction.covered(block, snippet, asked)
            except ValueError as error:
                self.problems.append(f"{error}: {snippet.name}")
        if drawing := figure.recorded(snippet, self.docs) if snippet.draws else None:
            inside = figure.block(drawing, snippet.claim, block, caption)
        else:
            inside = f'{block}<p class="snippet-caption" data-unsearched>{caption}</p>'
        return (
            f'<div class="snippet" id="{snippet.path.stem}">{inside}{self.elsewhere(snippet)}</div>'
        )

    def find(self, text: str) -> Snippet | None:
        """Return the snippet whose whole text this is."""
        path = snippets_by_text(self.folder).get(text.strip()) if text.strip() else None
        return Snippet.from_file(path, self.folder) if path else None

    def caption(self, snippet: Snippet) -> str:
        """Name a snippet, and say where this very text has run."""
        name = html.escape(snippet.path.name)
        if repo_url := self.getConfig("repo_url"):
            path = snippet.path.relative_to(self.folder).as_posix()
            name = f'<a href="{repo_url.rstrip("/")}/blob/HEAD/snippets/{path}">{name}</a>'
        runs = runs_of(snippet, self.docs)
        release = pinned(self.docs) if runs.kept else ""
        cpu = [recording for recording in runs.kept if recording.device == "cpu"]
        places = [
            where(recording, snippet.name)
            for recording in runs.kept
            if recording.torch == release or recording.device != "cpu"
        ]
        others = [recording.torch for recording in cpu if recording.torch != release]
        if others and len(others) < len(cpu):
            ends = others[0] if len(others) == 1 else f"{others[0]} to {others[-1]}"
            places[0] += f", and with {len(others)} other release{'s'[: len(others) > 1]}, {ends}"
        if places:
            return f"{name} · ran with {html.escape('; with '.join(places))}"
        if device := snippet.device:
            other = [r for r, _ in runs.differs if r.device == device]
            if other:  # the fold has what it printed
                place = where(other[-1], snippet.name)
                return f"{name} · ran with {html.escape(place)}, and printed other lines"
            return f"{name} · reported, not yet verified here: it needs {device.upper()}"
        return f"{name} · no run of this text is recorded"

    def elsewhere(self, snippet: Snippet) -> str:
        """Say what other releases of torch, and other devices, do instead: each thing once."""
        alike: dict[tuple[str, str, str], list[str]] = {}
        for recording, instead in runs_of(snippet, self.docs).differs:
            hardware = recording.run_of(snippet.name).environment.hardware
            lines = "".join(
                f"<li>{code(got) if got else 'nothing'}"
                f"{f'<bdi data-unsearched> instead of {code(promised)}</bdi>' * bool(promised)}"
                "</li>"
                for promised, got in instead
            )
            place = "" if recording.device == "cpu" else hardware
            alike.setdefault((recording.device, place, lines), []).append(recording.torch)
        folds = [
            f'<details class="other-torch"><summary data-unsearched>'
            f"{f'On {device.upper()}: other' if place else 'Other'} output with torch "
            f"{', '.join(releases)}{f' on {html.escape(place)}' * bool(place)}</summary>"
            f'<ul aria-label="Printed there">{lines}</ul></details>'
            for (device, place, lines), releases in alike.items()
        ]
        return "".join(folds) + self.on_cuda(snippet, "".join(lines for *_, lines in alike))

    def on_cuda(self, snippet: Snippet, shown: str) -> str:
        """Say what people report of a quirk on CUDA, and what of it a recording has by now."""
        messages = reported(self.docs / snippet.chapter / f"{snippet.slug}.md")
        known = verified(messages, self.docs, self.folder, snippet.chapter)
        said = {
            "Reported on CUDA, not yet verified here": [m for m in messages if m not in known],
            "On CUDA, in other runs": [
                m for m in known if html.escape(m, quote=False) not in shown
            ],
        }
        return "".join(
            f'<p class="snippet-caption"><span data-unsearched>{label}: </span>'
            f"{', '.join(map(code, messages))}</p>"
            for label, messages in said.items()
            if messages
        )


class SourceCheck(Preprocessor):
    """Refuse what the extensions after this one would print, or stumble over with a traceback."""

    def __init__(self, fences: SnippetFences, md: Markdown) -> None:
        super().__init__(md)
        self.fences = fences

    def run(self, lines: list[str]) -> list[str]:
        docs = self.fences.docs
        for place in docs.glob("*/evidence"):
            recordings(docs, place.parent.name)  # here, as fences hide why they fail
        # An element of the site's own, around a figure, is a block: Markdown knows only HTML's.
        own = {*OWN_BLOCK.findall("\n".join(lines))}
        self.md.block_level_elements += own - {*self.md.block_level_elements}
        if lines and lines[0].strip() == "---":
            self.fences.problems.append("front matter that is not valid YAML")
        for name in re.findall(r'^\s*-+8<-+ "([^":]+)', "\n".join(lines), re.MULTILINE):
            if not (self.fences.folder / name).is_file():
                raise BuildError(f"This page has an include of a missing file: snippets/{name}")
        return lines


class PageCheck(Postprocessor):
    """Refuse a page that Markdown rendered, but not as its author meant it."""

    def __init__(self, fences: SnippetFences) -> None:
        self.fences = fences

    def run(self, text: str) -> str:
        prose = CODE.sub("<code>…</code>", text)
        problems = self.fences.problems + [
            f"{meaning}: …{around(prose, found)}…"
            for slip, meaning in SLIPS.items()
            for found in re.finditer(slip, prose)
        ]
        if problems:
            raise BuildError("\n".join(f"This page has {problem}" for problem in problems))
        return text


def keep_options(
    language: str,
    inputs: dict[str, str],
    options: dict[str, str],
    attrs: dict[str, str],
    md: Markdown,
) -> bool:
    """Tell superfences that every option of a fence is welcome."""
    attrs.update(inputs)
    return True


def around(text: str, found: re.Match[str]) -> str:
    """Return the words around a match, so that its author finds the place."""
    words = re.sub(r"<[^>]*>?", " ", text[max(0, found.start() - 60) : found.end() + 60])
    return html.unescape(" ".join(words.split()))


def makeExtension(**options: str) -> SnippetFences:
    return SnippetFences(**options)

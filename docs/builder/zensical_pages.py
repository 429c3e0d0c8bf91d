"""Python-Markdown extension: what Zensical does otherwise with a page. Elsewhere it does nothing.

Zensical does not tell a template where a page comes from. And it takes each link as written for the
place of the page's source, as in Markdown; raw HTML here is written for the address of the page.
"""

import posixpath
import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

TAG = re.compile(r"<[a-z][^<>]*>")
OWN_LINK = re.compile(r'(?<=\s)(href|src)="(?![a-z]+:|[/#?"])([^"#?]*)')


class ZensicalPages(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        # Before raw HTML is put back into the page, which happens at 30.
        md.postprocessors.register(RawLinks(md), "raw-links", 35)


class RawLinks(Postprocessor):
    done = 0  # pieces of raw HTML: each heading has this run, for its entry beside the text

    def run(self, text: str) -> str:
        if "rendering_context" in self.md.preprocessors:  # Zensical's
            context: Any = self.md.preprocessors["rendering_context"]
            page, pieces = context.page, self.md.htmlStash.rawHtmlBlocks
            page.meta["source"] = page.path
            for number in range(self.done, len(pieces)):
                if isinstance(raw := pieces[number], str):
                    pieces[number] = from_source(raw, page)
            self.done = len(pieces)
        return text


def from_source(raw: str, page: Any) -> str:
    """Return raw HTML whose links lead to the same places, from where the page's source lies."""

    def moved(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(page.url, link[2]))
        path = posixpath.relpath(target, posixpath.dirname(page.path) or ".")
        return f'{link[1]}="{path}{"/" * link[2].endswith("/")}'

    return TAG.sub(lambda tag: OWN_LINK.sub(moved, tag[0]), raw)


def makeExtension(**options: str) -> ZensicalPages:
    return ZensicalPages(**options)

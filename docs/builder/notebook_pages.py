"""MkDocs hook: a notebook is a page like any other.

mkdocs-jupyter brings recorded notebooks into the site, with their downloads. What nbconvert makes
of a notebook (inlined styles and scripts, hundreds of kilobytes) is replaced: its text goes through
the site's own Markdown, its code through the site's own highlighting. Nothing is executed here.
"""

import html
import json
import re
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from pymdownx.highlight import Highlight

from builder.faq_markup import words


def on_page_content(content: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Return what a page shows: of a notebook, its cells as the site shows text and code."""
    if not page.file.src_uri.endswith(".ipynb"):
        return content
    cells = json.loads(page.file.content_string)["cells"]
    text = [
        "".join(cell["source"]) if cell["cell_type"] == "markdown" else f"code-cell-{number}"
        for number, cell in enumerate(cells)
    ]
    md = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    body = md.convert("\n\n".join(text))
    page.toc = get_toc(md.toc_tokens)  # type: ignore[attr-defined]  # set by its extension toc
    page.meta["title"], page.meta["description"] = page.toc.items[0].title, first_paragraph(body)
    return re.sub(r"<p>code-cell-(\d+)</p>", lambda found: shown(cells[int(found[1])], md), body)


def first_paragraph(body: str) -> str:
    """Return the first sentences of a page as plain text: what search engines show."""
    found = re.search(r"<p>(.*?)</p>", body, re.DOTALL)
    return words(found[1]) if found else ""


def shown(cell: dict[str, Any], md: Markdown) -> str:
    """Return a code cell and its outputs, as the site shows code."""
    highlight = Highlight(md, pygments_lang_class=True).highlight
    blocks = [highlight("".join(cell["source"]), "python")]
    for output in cell["outputs"]:
        if "text" in output:
            printed = html.escape("".join(output["text"]), quote=False)
            blocks.append(
                '<div class="highlight no-copy lab-output" data-unsearched>'
                f"<pre><code>{printed}</code></pre></div>"
            )
        else:
            figure = "".join(output["data"]["image/svg+xml"])
            blocks.append(f'<figure class="lab-figure" data-unsearched>{figure}</figure>')
    return "\n".join(blocks)

"""MkDocs hook: a notebook is a page like any other; cards are a deck; an FAQ says that it is one.

mkdocs-jupyter brings recorded notebooks into the site, with their downloads. What nbconvert makes
of a notebook (inlined styles and scripts, hundreds of kilobytes) is replaced: its text goes through
the site's own Markdown, its code through the site's own highlighting. Nothing is executed here.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from pymdownx.highlight import Highlight

from builder import anki
from builder.chapter import cards, refuse_faults

SOURCES = re.compile(r"<p>(?=(?:(?!</p>).)*https://docs\.pytorch\.org/)", re.DOTALL)


def on_pre_build(config: MkDocsConfig, **_: Any) -> None:
    snippets = config.mdx_configs["builder.recorded_views"]["snippets"]
    refuse_faults(Path(config.docs_dir), Path(snippets))


def on_page_markdown(markdown: str, page: Page, **_: Any) -> None:
    """Put the exercises, which ask about a message, behind what explains it, in the search."""
    if "/exercises" in page.file.src_uri:
        page.meta["search"] = {"boost": 0.3}


def on_page_content(content: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Return a notebook as a page, an FAQ with its markup, a quirk with its sources unsearched."""
    if page.file.src_uri.endswith("/faq.md"):
        return content + question_markup(content)
    if "/quirks/" in page.file.src_uri:  # nobody searches for the names of the sources
        return SOURCES.sub("<p data-search-exclude>", content)
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


def question_markup(content: str) -> str:
    """Return the questions of a page and the words of their answers, for search engines."""
    asked = re.findall(
        r'<h2 id="([^"]+)">(.*?)<a class="headerlink".*?</h2>(.*?)(?=<h2 |\Z)', content, re.S
    )
    questions = [
        {
            "@type": "Question",
            "@id": f"#{name}",
            "name": words(question),
            "acceptedAnswer": {
                "@type": "Answer",
                "text": " ".join(map(words, re.findall(r"<p>(.*?)</p>", answer, re.S))),
            },
        }
        for name, question, answer in asked
    ]
    page = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions}
    inline = json.dumps(page, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{inline}</script>'


def words(markup: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]+>", "", markup).split()))


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Put the interview cards of each chapter beside their page, as an Anki deck."""
    docs, site = Path(config.docs_dir), Path(config.site_dir)
    for page in docs.glob("*/interview.md"):
        chapter = page.parent.name
        address = f"{config.site_url}{chapter}/interview/" if config.site_url else ""
        package = anki.deck(cards(page), config.site_name, address)
        anki.write(package, site / chapter / "interview" / "interview.apkg")


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
                '<div class="highlight no-copy lab-output" data-search-exclude>'
                f"<pre><code>{printed}</code></pre></div>"
            )
        else:
            figure = "".join(output["data"]["image/svg+xml"])
            blocks.append(f'<figure class="lab-figure" data-search-exclude>{figure}</figure>')
    return "\n".join(blocks)

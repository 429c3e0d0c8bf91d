"""The step after a build, the same for each builder: what a page's template cannot say.

When its source was last changed, how long it takes to read, which scripts it may run, that it is an
FAQ; and the files beside the pages: what the finder knows of them, the style and the scripts
without comments, the sitemap, the decks of cards, the schema of the evidence.
"""

import datetime
import gzip
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from markupsafe import Markup

from builder import anki, fields, finder, site_index
from builder.chapter import cards
from builder.colours import in_few_elements
from builder.evidence_schema import SCHEMA
from builder.faq_markup import question_markup
from builder.page_dates import dates
from builder.policy import with_policy
from builder.quirk import quirks
from builder.views import plain

# What the templates write for this step.
TEXT = re.compile(r"<!-- text -->(.*)<!-- end of text -->", re.DOTALL)
FACTS = "<!-- reading time and date -->"
RELATED = re.compile(r'<p class="related">.*?</p>', re.DOTALL)  # whose links get titles
BESIDE = re.compile(r'(?<=<a href="\.\./)(\w+)/">\1(?=</a>)')
UNREAD = re.compile(r"/\*.*?\*/\n?|^ +", re.DOTALL | re.MULTILINE)  # in a style: by a browser
COMMENTS = re.compile(r"^ *(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.DOTALL | re.MULTILINE)
FOREIGN = "// @ts-nocheck"  # how a script begins that is another's: it says whose, and its licence
WORDS_A_MINUTE = 200  # of prose: not those in programs, recorded tables and data


def finish(site: Path, docs: Path, name: str, address: str, policy: bool = True) -> None:
    """Finish a site of this name and address, which may be unknown."""
    address = address and f"{address.rstrip('/')}/"  # mike's has no slash
    sources, changed = sources_of(site, docs), dates(docs)
    known: list[site_index.Entry] = []
    for path in sorted(site.rglob("*.html")):
        folder = path.parent.relative_to(site)
        source = sources.get(folder) if path.name == "index.html" else None
        try:
            page = finish_page(path, docs, source, changed.get(source or ""), policy)
        except ValueError as error:
            raise ValueError(f"{path.relative_to(site)}: {error}") from None
        text = TEXT.search(page)
        if text and source and folder.parent.name != "quirks":  # the finder has those itself
            address_of_page = f"{folder.as_posix()}/" if folder.parts else ""
            meta = fields.page(docs / source)[1] if source.endswith(".md") else {}
            searched = meta.get("searched", "")
            known += site_index.entries(address_of_page, page, text[1], searched)
    site_index.write(site, known)
    finder.write(site, quirks(docs, docs.parent / "snippets", ""))
    without_comments(site / "assets")
    write_sitemap(site, [*sitemap(sources, changed, address)] if address else [])
    for chapter in sorted(path.parent.name for path in docs.glob("*/interview.md")):
        page_of_cards = f"{chapter}/interview/"
        deck = anki.deck(
            cards(docs / chapter / "interview.md"), name, address and address + page_of_cards
        )
        anki.write(deck, site / page_of_cards / "interview.apkg")
    for place in docs.glob("*/evidence"):
        schema = site / place.relative_to(docs) / "schema.json"
        schema.write_text(json.dumps(SCHEMA, indent=1) + "\n", "utf-8", newline="\n")


def without_comments(assets: Path) -> None:
    """Leave to a browser of the style and of the scripts what it reads."""
    style = assets / "site.css"
    style.write_text(UNREAD.sub("", style.read_text("utf-8")), "utf-8", newline="\n")
    for script in assets.glob("*.js"):
        text = script.read_text("utf-8")
        if not text.startswith(FOREIGN):
            script.write_text(COMMENTS.sub("", text), "utf-8", newline="\n")


def finish_page(
    path: Path, docs: Path, source: str | None, changed: str | None, policy: bool
) -> str:
    """Finish one page, whose source was last changed on a day; return it as it was before."""
    built = path.read_text("utf-8")
    page = in_few_elements(finished(built, source, changed))
    if source:
        place = docs / source
        page = RELATED.sub(
            lambda part: BESIDE.sub(lambda link: titled(link[1], place), part[0]), page
        )
    path.write_text(with_policy(page) if policy else page, "utf-8", newline="\n")
    return built


def sources_of(site: Path, docs: Path) -> dict[PurePath, str]:
    """Return the source of each page, by the folder of the page, in the order of the navigation."""
    paths = [p.relative_to(docs) for kind in ("md", "ipynb") for p in docs.rglob(f"*.{kind}")]
    paths.sort(key=lambda path: (path.parts[:-1], path.stem != "index", path.name))
    folders = {
        path.parent if path.stem == "index" else path.with_suffix(""): path for path in paths
    }
    return {
        folder: path.as_posix()
        for folder, path in folders.items()
        if (site / folder / "index.html").is_file()
    }


def finished(page: str, source: str | None, changed: str | None) -> str:
    """Return a page with what is known of its text and of its source."""
    found = TEXT.search(page)
    if not found:
        return page
    text = found[1]
    if source and source.endswith("/faq.md"):
        end = len(text.rstrip())
        text = text[:end] + question_markup(text) + text[end:]
    page = page[: found.start()] + text + page[found.end() :]
    return page.replace(FACTS, facts(found[1], changed))


def titled(slug: str, page: Path) -> str:
    """Return the rest of a link to a page beside another one, with the title that it gives."""
    body, _ = fields.page(page.with_name(f"{slug}.md"))
    heading = re.search("^# (.+)$", body, re.MULTILINE)
    return f'{slug}/">{plain(heading[1]) if heading else slug}'


def facts(text: str, changed: str | None) -> str:
    """Say how long a text takes to read, how many programs it has, and when it was changed."""
    prose, programs = text, text.count('<div class="snippet"')
    for tag in ("recorded-view", "predict-output", "script", "svg", "pre"):
        prose = "".join(f" {part.split(f'</{tag}')[-1]}" for part in prose.split(f"<{tag}"))
    count = len(re.findall(r"\w+", Markup(prose).striptags()))
    said = f"{-(-count // WORDS_A_MINUTE)} min read"
    if programs:
        said += f" and {programs} program{'s' * (programs > 1)}"
    day = ""
    if changed:
        date = datetime.date.fromisoformat(changed)
        day = f'<li>Updated <time datetime="{changed}">{date.day} {date:%B %Y}</time></li>'
    return f"<li>{said}</li>\n    {day}"


def sitemap(sources: dict[PurePath, str], changed: dict[str, str], address: str) -> Iterator[str]:
    """Yield the entry of each page: its address, and the date of its own last change, or none."""
    for folder, source in sources.items():
        place = f"{folder.as_posix()}/" if folder.parts else ""
        day = f"\n    <lastmod>{changed.get(source)}</lastmod>" * (source in changed)
        yield f"\n  <url>\n    <loc>{html.escape(address + place)}</loc>{day}\n  </url>"


def write_sitemap(site: Path, entries: list[str]) -> None:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    urls = 'urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    text = f"{head}<{urls}>{''.join(entries)}\n</urlset>"
    (site / "sitemap.xml").write_text(text, "utf-8", newline="\n")
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))

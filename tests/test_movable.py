"""Law: the site can move. ProperDocs and Zensical make of this tree what MkDocs makes of it.

`nox -s docs_zensical` has all three, and runs this. What Zensical cannot do is listed below, and an
entry is refused as soon as it does not hold any more.
"""

import difflib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import requires
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from builder.site_index import FILE
from built.building import HOSTED, build_site
from runner.folders import DOCS, ROOT
from test_policy import allowed, inline_digests
from test_site import flaws

NOTEBOOKS = [path.relative_to(DOCS).with_suffix("") for path in DOCS.glob("*/labs/*.ipynb")]
NOTEBOOK_PAGES = {f"{notebook.as_posix()}/index.html" for notebook in NOTEBOOKS}
NOTEBOOK_LINK = re.compile(r"/labs/[^/]+$")
# The theme's own files: Zensical has its own ones, of the same kinds.
THEMES = re.compile(r"assets/(javascripts|stylesheets|images)/|search/|search\.json")
VERSIONED = re.compile(r"(classic/)?(\w+)\.[0-9a-f]{8}\.min")


class Sites:
    """The site as each of the three makes it, in one place: here, or where a release goes."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.mkdocs, self.properdocs = (
            build_site(folder / builder, ROOT, builder, **environment)
            for builder in ("mkdocs", "properdocs")
        )
        build_site(ROOT / "site", ROOT, "builder.zensical_build", **environment)
        self.zensical = Path(shutil.copytree(ROOT / "site", folder / "zensical"))


@pytest.fixture(scope="module", params=["here", "hosted"])
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    environment = HOSTED if request.param == "hosted" else {}
    return Sites(tmp_path_factory.mktemp(request.param), environment)


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def pages(site: Path) -> set[str]:
    return {name for name in files(site) if name.endswith(".html")}


def test_properdocs_makes_the_same_site_but_for_its_name(sites: Sites) -> None:
    assert files(sites.properdocs) == files(sites.mkdocs)
    name = re.compile(rb'<meta name="generator" content="[^"]*">')
    other = [
        file
        for file in sorted(files(sites.mkdocs))
        if name.sub(b"", (sites.mkdocs / file).read_bytes())
        != name.sub(b"", (sites.properdocs / file).read_bytes())
    ]
    assert not other


# What Zensical cannot do. Each says whether it still cannot.


def no_notebook_pages(sites: Sites) -> bool:
    """It copies a notebook, and makes no page of it; so there is none in the navigation."""
    return not NOTEBOOK_PAGES & files(sites.zensical)


def no_releases(sites: Sites) -> bool:
    """It has no command that deploys a version, and mike builds with MkDocs."""
    told = subprocess.run(
        [sys.executable, "-m", "zensical", "--help"], capture_output=True, text=True, check=True
    )
    return "deploy" not in told.stdout and "mkdocs" in str(requires("mike"))


CANNOT = [no_notebook_pages, no_releases]


@pytest.mark.parametrize("cannot", CANNOT, ids=lambda cannot: cannot.__name__)
def test_zensical_still_cannot(cannot: Callable[[Sites], bool], sites: Sites) -> None:
    assert cannot(sites), f"obsolete, delete it: {cannot.__doc__}"


# All else it can.


def test_zensical_makes_the_same_pages(sites: Sites) -> None:
    assert pages(sites.mkdocs) - pages(sites.zensical) == NOTEBOOK_PAGES
    assert pages(sites.zensical) <= pages(sites.mkdocs)


def address(link: str, page: str) -> str:
    """Return where a link on a page leads: for both the same words, as the files have."""
    found = urljoin(f"https://site.example/{page.removesuffix('index.html')}", link)
    return VERSIONED.sub(r"\2", found).removesuffix("/").removesuffix(".ipynb")


def tree(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


def written(part: Tag, page: str) -> Iterator[str]:
    """Yield the elements of a part of a page, with their attributes, and its texts."""
    for child in part.children:
        if isinstance(child, Tag):
            if child.get("id") == "__skip":  # where Zensical's "Skip to content" leads
                continue
            attributes = dict(child.attrs)
            for name in {"href", "src"} & attributes.keys():
                attributes[name] = address(str(attributes[name]), page)
            yield f"<{child.name} {sorted(attributes.items())}>"
            yield from written(child, page)
        elif isinstance(child, NavigableString) and not isinstance(child, Comment):
            kept = child.find_parent(["pre", "script"])
            if text := str(child) if kept else " ".join(child.split()):
                yield text


def links(selector: str, html: BeautifulSoup, page: str) -> Iterator[str]:
    """Yield what links say and where they lead, but for those to notebook pages."""
    for link in html.select(selector):
        leads = address(str(link["href"]), page)
        if not NOTEBOOK_LINK.search(leads):
            yield f"{' '.join(link.get_text().split())} -> {leads}"


def article(html: BeautifulSoup, page: str) -> Iterator[str]:
    """Yield all that a reader reads: blocks, anchors, tables, folds, the finder, the quiz."""
    yield from written(html.find("article"), page)


def scripts(html: BeautifulSoup, page: str) -> Iterator[str]:
    for script in html.select("script[src]"):
        yield f"{address(script['src'], page)} {script.has_attr('defer')}"


def styles(html: BeautifulSoup, page: str) -> Iterator[str]:
    for style in html.select("link[rel=stylesheet]"):
        yield address(style["href"], page)


def head(html: BeautifulSoup, page: str) -> Iterator[str]:
    """Yield what search engines and browsers read of a page."""
    yield html.title.get_text()
    for tag in html.select("html, meta[name]:not([name=generator]), link[rel=canonical]"):
        yield str(sorted({k: v for k, v in tag.attrs.items() if k != "class"}.items()))


def settings(html: BeautifulSoup, page: str) -> Iterator[str]:
    """Yield what the theme's script reads: features, and the selector of versions."""
    found = json.loads(html.select_one("#__config").string)
    for name in ("features", "version"):
        yield f"{name}: {found.get(name)}"
    for part in html.select("[data-md-component=outdated]"):
        yield " ".join(part.get_text().split())


PARTS: dict[str, Callable[[BeautifulSoup, str], Iterator[str]]] = {
    "article": article,
    "scripts": scripts,
    "styles": styles,
    "head": head,
    "settings": settings,
    "navigation": partial(links, ".md-nav--primary a.md-nav__link"),
    "contents": partial(links, ".md-nav--secondary a.md-nav__link"),
    "breadcrumbs": partial(links, ".md-path a"),
    "header": partial(links, "header a[href]"),
    "footer": partial(links, "footer a"),
}


def beside_a_notebook(page: Path) -> bool:
    """Say whether MkDocs leads on from a page to one that Zensical has not."""
    leads = [str(link["href"]).removesuffix("/") for link in tree(page).select("footer a")]
    return any("/labs/" in f"/{link}" for link in leads)


@pytest.mark.parametrize("part", PARTS)
def test_a_page_by_zensical_is_the_same(part: str, sites: Sites) -> None:
    other, compared = [], 0
    for page in sorted(pages(sites.zensical)):
        if part == "footer" and beside_a_notebook(sites.mkdocs / page):
            continue
        wanted, got = (
            [*PARTS[part](tree(site / page), page)] for site in (sites.mkdocs, sites.zensical)
        )
        compared += len(wanted)
        if wanted != got:
            other += [f"{page}, - by MkDocs, + by Zensical:"]
            other += [*difflib.unified_diff(wanted, got, n=0, lineterm="")][2:8]
    assert compared
    assert not other, "\n".join(other[:60])


@pytest.mark.parametrize("sites", ["here"], indirect=True)  # a release links to other versions
def test_a_page_by_zensical_is_whole(sites: Sites) -> None:
    """No link, picture or id leads nowhere."""
    wrong = {
        page: found
        for page in sorted(pages(sites.zensical))
        if (found := flaws(sites.zensical / page, sites.zensical))
    }
    assert not wrong


def test_a_page_by_zensical_allows_its_own_scripts_only(sites: Sites) -> None:
    for page in sorted(pages(sites.zensical)):
        ours, theirs = allowed(sites.zensical / page), allowed(sites.mkdocs / page)
        digests = inline_digests(sites.zensical / page)
        assert {source for source in ours["script-src"] if "sha256" in source} == digests, page
        for rules in ours, theirs:
            rules["script-src"] = {s for s in rules["script-src"] if "sha256" not in s}
        assert ours == theirs, page


def test_the_files_beside_the_pages_are_the_same(sites: Sites) -> None:
    """Scripts, styles, recorded data, evidence, its schema, decks, notebooks, the sitemap."""

    def content(site: Path, name: str) -> bytes | None:
        if not (site / name).is_file():
            return None
        if name.startswith("sitemap"):
            return b"".join(entry for entry in sitemap(site) if b"/labs/" not in entry)
        return (site / name).read_bytes()

    beside = {
        name
        for site in (sites.mkdocs, sites.zensical)
        for name in files(site) - pages(site)
        if not THEMES.match(name) and not name.endswith(".ipynb") and name != FILE
    }
    beside |= {f"{path.relative_to(DOCS)}" for path in DOCS.glob("*/exercises/notebooks/*.ipynb")}
    other = [n for n in sorted(beside) if content(sites.mkdocs, n) != content(sites.zensical, n)]
    assert beside and not other


def sitemap(site: Path) -> list[bytes]:
    return re.split(rb"(?=\n  <url>)", (site / "sitemap.xml").read_bytes())


def test_the_finder_knows_the_same_pages(sites: Sites) -> None:
    wanted, got = (
        [entry for entry in entries if "/labs/" not in entry["location"]]
        for site in (sites.mkdocs, sites.zensical)
        for entries in [json.loads((site / "find" / "pages.json").read_text("utf-8"))["docs"]]
    )
    assert len(got) > 100
    assert got == wanted

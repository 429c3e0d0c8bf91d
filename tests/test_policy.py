"""Law: a page runs its own scripts and loads the site's own files, and whatever else gets in, not.

Where discussions are set up, giscus is allowed, too. The other laws in a browser fail when a page
asks for what its policy forbids.
"""

import base64
import hashlib
from pathlib import Path

import pytest
from builder.finish import finish
from built.serving import serve
from test_site import PAGES, read

STRANGERS = {
    "a script": "<script>document.title = 'owned'</script>",
    "an event handler": "<img src='missing.png' alt='' onerror=\"document.title = 'owned'\">",
    "an address": "<iframe srcdoc=\"<script>parent.document.title = 'owned'</script>\"></iframe>",
    "another base": "<base href='https://example.com/'>",
    "a style": "<style>body { visibility: hidden }</style>",
}


def allowed(path: Path) -> dict[str, set[str]]:
    """Return a page's policy, after which everything in its head has to come."""
    first, second = (tag.attributes for tag in read(path).css("head > :nth-child(-n + 2)"))
    assert first.get("charset") and second.get("http-equiv") == "Content-Security-Policy", path
    sources = [directive.split() for directive in second["content"].split("; ")]
    return {name: {*values} for name, *values in sources}


def inline_digests(path: Path) -> set[str]:
    """Return the digests of the scripts that stand in a page."""
    inside = [s.text() for s in read(path).css("script:not([src], [type$=json])")]
    digests = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in inside]
    return {f"'sha256-{digest}'" for digest in digests}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_allows_its_own_scripts_only(name: str, site: Path, hosted: Path) -> None:
    for built, host in (site, set()), (hosted, {"https://giscus.app"}):
        own = {"'self'"}
        assert allowed(built / name) == {
            "default-src": {"'none'"},
            "script-src": own | inline_digests(built / name) | host,
            "style-src": own | host,
            "img-src": {*own, "data:"},
            "connect-src": own,
            "worker-src": own,
            "frame-src": host or {"'none'"},
            "base-uri": {"'none'"},
            "form-action": {"'none'"},
        }


@pytest.mark.parametrize("stranger", STRANGERS)
def test_what_gets_into_a_page_does_nothing(stranger: str, browser, site: Path) -> None:
    def infected(route) -> None:
        text = (site / "index.html").read_text("utf-8")
        route.fulfill(
            body=text.replace("<h1", f"{STRANGERS[stranger]}<h1"), content_type="text/html"
        )

    refused = []
    with serve(site) as server, browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda said: refused.append(said.text))
        page.route(f"{server.address}/", infected)
        page.goto(f"{server.address}/", wait_until="networkidle")
        assert page.title() != "owned"
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.baseURI") == f"{server.address}/"
    assert any("Content Security Policy" in said for said in refused)


def test_a_page_without_a_place_for_its_policy_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Page</title>")
    with pytest.raises(ValueError, match=r"index\.html: it has not one"):
        finish(tmp_path, tmp_path, "Site", "")

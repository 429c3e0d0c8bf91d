"""Law: a term of a glossary is explained where a page first uses it, in the glossary's own words.

It stands in one place, one of the pages named `glossary.md`, and leads to where it is shown.
"""

from pathlib import Path

import pytest
from builder.glossary import HEADINGS, Glossary, faults, terms, terms_of
from markdown import Markdown
from runner.folders import DOCS
from test_site import PAGES, read

GLOSSARIES = sorted(DOCS.glob("*/glossary.md"))
LEFT_ALONE = ", ".join(f"{tag} abbr" for tag in [*HEADINGS, "a", "code", "pre", "blockquote"])


def test_the_glossaries_have_no_faults() -> None:
    assert not [*faults(DOCS)]
    assert len(terms(DOCS)) >= 40


@pytest.mark.parametrize("path", GLOSSARIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_glossary_is_in_the_order_of_the_alphabet(path: Path) -> None:
    names = [term.name.casefold() for term in terms_of(path)]
    assert names == sorted(names), "sort the sections of this page by their headings"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_explains_a_term_once_and_as_its_glossary_does(page: str, site: Path) -> None:
    html = read(site / page)
    said = [term.attributes["title"] for term in html.css("abbr")]
    assert len(said) == len({*said}), "a term is explained again"
    assert not html.css(LEFT_ALONE)
    defined = {
        entry.text(): glossary
        for glossary in (f"{path.parent.name}/glossary/index.html" for path in GLOSSARIES)
        for entry in read(site / glossary).css("h2 + p")
    }
    astray = [definition for definition in said if definition not in defined]
    assert not astray, f"these are not what a glossary says: {astray}"
    assert page not in [defined[definition] for definition in said], "it explains its own terms"


def test_every_term_that_the_chapter_uses_is_explained_in_it(site: Path) -> None:
    html = read(site / "activations-and-losses" / "index.html")
    explained = " ".join(part.text() for part in html.css("abbr, h2, h3, strong")).lower()
    for word in ("gradient", "sigmoid", "softmax", "logit", "target", "dtype", "cross-entropy"):
        assert word in explained


ENTRY = "## Logit {{ #logit }}\n\n{}\n\n{}\n"
LINK = "Shown in [the chapter](index.md#logits)."
FAULTY = {
    "no definition": ("## Logit { #logit }\n", "Logit has no definition"),
    "a long definition": (ENTRY.format("word " * 60, LINK), "fit beside a pointer"),
    "no link": (ENTRY.format("A score.", "Nowhere."), "Logit leads nowhere"),
    "a link to a page, and no section": (
        ENTRY.format("A score.", "Shown in [the chapter](index.md)."),
        "Logit leads nowhere",
    ),
    "a term twice": (
        ENTRY.format("A score.", LINK) + ENTRY.format("A raw score.", LINK),
        "Logit has the form “Logit”, which stands in docs/a/glossary.md under Logit",
    ),
    "a form of another term": (
        ENTRY.format("A score.", LINK)
        + ENTRY.replace("Logit", "Raw score").format("Also a **logit**.", LINK),
        "Raw score has the form “logit”, which stands in docs/a/glossary.md under Logit",
    ),
}


@pytest.mark.parametrize("wrong", FAULTY)
def test_a_faulty_entry_is_refused(wrong: str, tmp_path: Path) -> None:
    page, said = FAULTY[wrong]
    write(tmp_path, page)
    assert said in "\n".join(faults(tmp_path))


def test_two_chapters_do_not_define_one_term(tmp_path: Path) -> None:
    for chapter in ("a", "b"):
        write(tmp_path, ENTRY.format("A score.", LINK), chapter)
    [said] = faults(tmp_path)
    assert "docs/b/glossary.md: Logit has the form “Logit”, which stands in docs/a" in said


def write(docs: Path, page: str, chapter: str = "a") -> None:
    (docs / chapter).mkdir()
    (docs / chapter / "glossary.md").write_text(page, "utf-8")


MARK = '<abbr tabindex="-1" title="A raw score; several are logitses.">{}</abbr>'
MARKED = {
    "the first time, and no other": ("A logit. The logit.", f"A {MARK}. The logit."),
    "at the beginning of a sentence": ("Logit and loss.", f"{MARK} and loss."),
    "in the plural": ("Two logits", f"Two {MARK}"),
    "in another form": ("Two logitses", f"Two {MARK}"),
    "behind a link, an emphasis and code": (
        "[A logit](#a), *no* `logit`, a logit",
        f'<a href="#a">A logit</a>, <em>no</em> <code>logit</code>, a {MARK}',
    ),
    "not in a link typed as HTML": ('An <a href="#a">a logit</a>', ""),
    "within an emphasis": ("*one logit* or", f"<em>one {MARK}</em> or"),
    "not where the page explains it": ("A **logit** is one. A logit.", ""),
    "not in a longer word": ("a logit-based logitistic blogit", ""),
    "not in a quotation": ("> A logit", ""),
    "not under a heading that is the term": ("# Logits\n\nA logit", ""),
    "but under a heading that says more": ("# A logit\n\nA logit", f"<p>A {MARK}</p>"),
}


@pytest.mark.parametrize("where", MARKED)
def test_a_term_is_marked(where: str, tmp_path: Path) -> None:
    write(tmp_path, ENTRY.format("A raw score; several are **logitses**.", LINK))
    source, wanted = MARKED[where]
    md = Markdown(extensions=["attr_list", "toc", Glossary(docs=str(tmp_path))])
    html = md.convert(source)
    word = next((w for w in ("logitses", "logits", "Logit") if w in source), "logit")
    assert html.count("<abbr") == bool(wanted)
    assert wanted.format(word) in html


ASKED = {
    "what is a logit": "logit",
    "What are logits?": "logit",
    "what does one-hot mean": "one-hot",
    "meaning of perplexity": "perplexity",
    "what is label smoothing": "label-smoothing",
    "What is the vanishing gradient?": "vanishing-gradient",
}


@pytest.mark.parametrize("words", ASKED)
def test_the_finder_leads_to_what_a_term_means(words: str, visit) -> None:
    page = visit("/find/")
    page.locator("quirk-finder textarea").fill(words)
    page.locator("ol.quirks .of-site").first.wait_for()
    first = page.locator("ol.quirks li a").first.get_attribute("href")
    assert first.endswith(f"/glossary/#{ASKED[words]}"), first

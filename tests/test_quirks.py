"""Law: a quirk is one short page and one proof of the same name, which tells wrong from right."""

import re
from collections import Counter
from functools import cache

import pytest
import torch
from mkdocs.utils.meta import get_data
from quirks import BLOCK, MET, printed
from snippet_plugin import DOCS, SNIPPETS, rendered
from snippet_runner import PROMISE, Program, run_all
from test_pages import Prose

KINDS = ("loud error", "warning", "silent", "numerical", "device", "myth")
FIELDS = {
    "title": str,
    "description": str,
    "kind": str,
    "met": str,
    "losses": list,
    "activations": list,
    "signatures": list,
    "asked": list,
    "related": list,
    "words": list,
}
LONGEST = 250  # words of prose
PAGES = {p.stem: p for p in sorted(DOCS.glob("*/quirks/*.md")) if p.stem != "index"}
PROOFS = {p.stem: p for p in sorted(SNIPPETS.glob("*/quirks/*.py"))}
SLUGS = sorted(PAGES.keys() & PROOFS.keys())


@cache
def about(slug: str) -> dict:
    return get_data(PAGES[slug].read_text("utf-8"))[1]


def known(names: list[str], loss: bool) -> list[str]:
    """Return the names that are no loss, or no activation, of torch.nn."""
    return [
        name
        for name in names
        if not isinstance(getattr(torch.nn, name, None), type) or name.endswith("Loss") is not loss
    ]


def problems(slug: str, meta: dict, source: str, slugs: list[str]) -> list[str]:
    """Return what keeps front matter and a proof from being a quirk."""
    found = [f"front matter has no {name}" for name in FIELDS if name not in {*meta, "words"}]
    found += [f"front matter has an unknown field {name!r}" for name in meta if name not in FIELDS]
    found += [
        f"{name} is a {kind.__name__}"
        for name, kind in FIELDS.items()
        if name in meta and not isinstance(meta[name], kind)
    ]
    if found:
        return found
    if meta["kind"] not in KINDS:
        found.append(f"kind {meta['kind']!r} is none of {', '.join(KINDS)}")
    if meta["met"] not in MET:
        found.append(f"met {meta['met']!r} is none of {', '.join(MET)}")
    found += [f"torch.nn has no loss {name}" for name in known(meta["losses"], loss=True)]
    found += [
        f"torch.nn has no activation {name}" for name in known(meta["activations"], loss=False)
    ]
    said = "\n".join(printed(source))
    found += [
        f"the proof does not print the signature {signature!r}"
        for signature in meta["signatures"]
        if signature not in said
    ]
    if meta["kind"] in ("loud error", "warning") and not meta["signatures"]:
        found.append(f"a {meta['kind']} has a signature: the text that the proof prints")
    if len(meta["asked"]) != 3:
        found.append("asked: three ways in which a user would put it")
    found += [f"related: there is no quirk {name}" for name in meta["related"] if name not in slugs]
    marks = {mark for mark, _ in BLOCK.findall(source)}
    if meta["kind"] != "myth" and marks != {"Wrong", "Right"}:
        found.append("the proof has one block under # Wrong: and one under # Right:")
    return found


def swapped(source: str) -> str:
    """Return a proof with the code under # Wrong and # Right exchanged, without promises."""
    blocks = dict(BLOCK.findall(source))
    code = "".join(line for line in source.splitlines(True) if not line.startswith(PROMISE))
    bodies = {
        mark: "".join(line for line in body.splitlines(True) if not line.startswith(PROMISE))
        for mark, body in blocks.items()
    }
    other = {"Wrong": "Right", "Right": "Wrong"}
    return BLOCK.sub(lambda found: found[0].replace(found[2], bodies[other[found[1]]]), code)


def test_a_quirk_has_its_twin() -> None:
    assert not PAGES.keys() ^ PROOFS.keys(), (
        f"only a page or only a proof: {sorted(PAGES.keys() ^ PROOFS.keys())}. A quirk is "
        "docs/<chapter>/quirks/<slug>.md and snippets/<chapter>/quirks/<slug>.py"
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_a_quirk_has_the_form(slug: str) -> None:
    wrong = problems(slug, about(slug), PROOFS[slug].read_text("utf-8"), SLUGS)
    assert not wrong, f"{slug}:\n" + "\n".join(f"- {w}" for w in wrong)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_quirk_is_short_and_names_its_sources(slug: str) -> None:
    text = PAGES[slug].read_text("utf-8")
    html, snippets = rendered(text)
    assert snippets == [PROOFS[slug]], f"{slug}: the page shows its proof and no other program"
    words = len(Prose(html).words.split())
    assert words <= LONGEST, f"{slug}: {words} words of prose; at most {LONGEST}"
    assert "docs.pytorch.org" in text, f"{slug}: link to what PyTorch's documentation says"
    links = re.findall(r"\]\(https://(?!docs\.pytorch\.org)", text)
    assert links, f"{slug}: link to a public thread in which people met it"
    assert "<blockquote>" in html, f"{slug}: quote (> ) the symptom in a user's words"


def test_a_signature_leads_to_one_quirk() -> None:
    claims = Counter(s for slug in SLUGS for s in about(slug)["signatures"])
    twice = [signature for signature, count in claims.items() if count > 1]
    assert not twice, f"two quirks claim {twice}"


@pytest.fixture(scope="module")
def after_swapping(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    """Run the selected proofs with wrong and right exchanged; return what they print."""
    law = test_wrong_and_right_cannot_be_swapped.__name__
    items = [item for item in request.session.items if item.name.startswith(law)]
    slugs = [item.callspec.params["slug"] for item in items]
    programs = [Program(slug, swapped(PROOFS[slug].read_text("utf-8"))) for slug in slugs]
    outcomes = run_all(programs)
    return {
        slug: [line for lines in outcome.printed.values() for line in lines] + [outcome.error]
        for slug, outcome in zip(slugs, outcomes, strict=True)
    }


@pytest.mark.parametrize(
    "slug", [s for s in SLUGS if about(s).get("kind") != "myth" and not s.endswith("_cuda")]
)
def test_wrong_and_right_cannot_be_swapped(slug: str, after_swapping: dict) -> None:
    promised = printed(PROOFS[slug].read_text("utf-8"))
    assert after_swapping[slug] != [*promised, ""], (
        f"{slug}: with the code under # Wrong and # Right exchanged it prints the same"
    )

"""Law: a quirk is one short page and one proof of the same name, which tells wrong from right."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import torch
from builder.quirk import BLOCK, concerns
from builder.remedy import Remedy
from builder.snippet import device_of, draws, promises, without_promises
from builder.views import package_of
from mkdocs.utils.meta import get_data
from runner.folders import DOCS, SNIPPETS
from runner.pages import rendered
from runner.processes import run_all
from runner.programs import Outcome, Program
from runner.workload import shared_out
from test_pages import Prose
from test_pairings import MATRIX, TASKS

OWN = package_of(DOCS / "activations-and-losses")
PARTS, RIGHT = OWN.matrix.PARTS, OWN.matrix.RIGHT
best_verdict, parts = OWN.matrix.best_verdict, OWN.matrix.parts
LONGEST = 250  # words of prose
LONGEST_FIX = 160  # letters, so that a phone shows it with the symptom
PAGES = {p.stem: p for p in sorted(DOCS.glob("*/quirks/*.md")) if p.stem != "index"}
PROOFS = {p.stem: p for p in sorted(SNIPPETS.glob("*/quirks/*.py"))}
FIGURES = sorted(SNIPPETS.glob("*/figures/*.py"))
SLUGS = sorted(PAGES.keys() & PROOFS.keys())
COMBINATIONS = {parts(row, MATRIX): row for row in MATRIX["rows"]}
TRAPS = {
    parts(row, MATRIX): f"{task['id']}: {change}"
    for task in TASKS["rows"]
    for change, row in OWN.tasks.traps(task, COMBINATIONS)
}


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


def combination_problems(patterns: list[dict]) -> list[str]:
    """Return what keeps patterns from naming silently wrong combinations of the matrix."""
    found = []
    for pattern in patterns:
        if not {*pattern} <= {*PARTS}:
            found.append(f"combination {pattern}: its parts are {', '.join(PARTS)}")
        else:
            meant = [row for key, row in COMBINATIONS.items() if named([pattern], key)]
            if not any(row["outcome"] == "silent" for row in meant):
                found.append(f"combination {pattern}: the matrix has none that is silent")
            if any(best_verdict(row) == RIGHT for row in meant):
                found.append(f"combination {pattern}: the matrix has one that is right")
    return found


def named(patterns: list[dict], combination: tuple) -> bool:
    return concerns(patterns, dict(zip(PARTS, combination, strict=True)))


def problems(slug: str, meta: dict, source: str, slugs: list[str]) -> list[str]:
    """Return what keeps front matter that has the form, and a proof, from being a quirk."""
    found = [f"torch.nn has no loss {name}" for name in known(meta["losses"], loss=True)]
    found += [
        f"torch.nn has no activation {name}" for name in known(meta["activations"], loss=False)
    ]
    said = "\n".join(promises(source))
    unrun = device_of(Path(slug)) and not said  # its signatures are what threads report
    found += [
        f"the proof does not print the signature {signature!r}"
        for signature in meta["signatures"]
        if signature not in said and not unrun
    ]
    found += combination_problems(meta.get("combinations", []))
    if meta["kind"] in ("loud error", "warning") and not meta["signatures"]:
        found.append(f"a {meta['kind']} has a signature: the text that the proof prints")
    found += [f"related: there is no quirk {name}" for name in meta["related"] if name not in slugs]
    marks = {mark for mark, _ in BLOCK.findall(source)}
    if meta["kind"] != "myth" and marks != {"Wrong", "Right"}:
        found.append("the proof has one block under # Wrong: and one under # Right:")
    return found


MARK = "# Notice it"  # in a proof: where the check of its page is run, and what follows
CHECK = re.compile(r"`assert (.+?)`")


def unnoticed(text: str, source: str) -> list[str]:
    """Return what keeps the check that a page gives from being shown by its proof."""
    said = re.search(r"^\*\*Notice it\.\*\*.*$", text, re.MULTILINE)
    checks = CHECK.findall(said[0]) if said else []
    lines = source.splitlines()
    marked = next((number for number, line in enumerate(lines) if MARK in line), len(lines))
    after = "\n".join(lines[marked:])
    code = "".join(without_promises(after).split())
    found = [
        f"the proof does not run the check under {MARK}: {check}"
        for check in checks
        if "".join(check.split()) not in code
    ]
    answers = {*re.findall(r"\b(?:False|True)\b", "\n".join(promises(after)))}
    if checks and not found and answers != {"False", "True"}:
        found.append(
            f"after {MARK} the check prints False for what is wrong, True for what is right"
        )
    return found


def swapped(source: str) -> str:
    """Return a proof with the code under # Wrong and # Right exchanged, without promises."""
    code = without_promises(source)
    bodies = dict(BLOCK.findall(code))
    other = {"Wrong": "Right", "Right": "Wrong"}
    return BLOCK.sub(lambda found: found[0].replace(found[2], bodies[other[found[1]]]), code)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_quirk_has_the_form(slug: str) -> None:
    wrong = problems(slug, about(slug), PROOFS[slug].read_text("utf-8"), SLUGS)
    assert not wrong, f"{slug}:\n" + "\n".join(f"- {w}" for w in wrong)


@pytest.mark.parametrize("slug", [s for s in SLUGS if not device_of(Path(s))])
def test_what_a_page_says_to_notice_it_by_is_shown(slug: str) -> None:
    wrong = unnoticed(PAGES[slug].read_text("utf-8"), PROOFS[slug].read_text("utf-8"))
    assert not wrong, f"{slug}:\n" + "\n".join(f"- {w}" for w in wrong)


REMEDIES = {slug: Remedy.of_page(PAGES[slug].read_text("utf-8")) for slug in SLUGS}
CHANGES = {slug: remedy for slug, remedy in REMEDIES.items() if remedy and remedy.change}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_remedy_comes_first(slug: str) -> None:
    """It stands under the symptom and above the proof, in a sentence and a line of code."""
    remedy, text = REMEDIES[slug], PAGES[slug].read_text("utf-8")
    label = "In short" if about(slug)["kind"] == "myth" else "Fix"
    assert remedy, f"{slug}: under the symptom, write **{label}.** and the remedy in a sentence"
    assert remedy.label == label, (
        f"{slug}: its kind is {about(slug)['kind']}, so write **{label}.**"
    )
    assert re.search(rf"^> .*\n\n\*\*{label}\.", text, re.MULTILINE), (
        f"{slug}: {label} follows the symptom"
    )
    assert len(remedy.words) <= LONGEST_FIX, f"{slug}: {len(remedy.words)} letters in {label}"
    code = remedy.change or "`" in remedy.words or label == "In short"
    assert code, f"{slug}: show the line of code, in a diff fence"


@pytest.mark.parametrize("slug", CHANGES)
def test_a_remedy_is_a_change_to_the_proof(slug: str) -> None:
    wrong = CHANGES[slug].problems(PROOFS[slug].read_text("utf-8"))
    assert not wrong, f"{slug}, the change in its fence:\n" + "\n".join(f"- {w}" for w in wrong)


WITH_ITS_OWN = """\
def show(x):
    print(x)


# Wrong: one.
show(1)
# > 1

# Right: two.
show(1 + 1)
# > 2
print(2)
# > 2
show((lambda x: x + 1)(1))
# > 2
"""
BAD_CHANGES = {
    "a line without a sign": ("show(1)", "begins with"),
    "a line that is not there": ("- show(3)\n+ print(2)", "does not stand before # Right"),
    "a line that never ran": ("- show(1)\n+ print(3)", "does not stand under # Right"),
    "what only the proof is given": ("- 1\n+ lambda x: x + 1", "only calls what the proof"),
    "a call that nobody else has": ("- show(1)\n+ show(1 + 1)", "only calls what the proof"),
}


@pytest.mark.parametrize(("change", "complaint"), BAD_CHANGES.values(), ids=BAD_CHANGES)
def test_a_change_that_helps_nobody_is_refused(change: str, complaint: str) -> None:
    assert complaint in " ".join(Remedy("Fix", "So.", f"{change}\n").problems(WITH_ITS_OWN))


@pytest.mark.parametrize("change", ["- 1\n+ 1 + 1", "- show(1)\n+ print(2)"])
def test_a_change_that_a_reader_can_make_is_accepted(change: str) -> None:
    assert Remedy("Fix", "So.", f"{change}\n").problems(WITH_ITS_OWN) == []


def run_selected(
    request: pytest.FixtureRequest, law: Callable[..., None], change: Callable[[str], str]
) -> dict[str, Outcome]:
    """Run what a change makes of each proof for which a law is selected."""
    items = [item for item in request.session.items if item.name.startswith(law.__name__)]
    slugs = [item.callspec.params["slug"] for item in items]
    outcomes = run_all([Program(slug, change(slug)) for slug in slugs])
    return dict(zip(slugs, outcomes, strict=True))


CHANGED = [slug for slug in CHANGES if not device_of(Path(slug))]


@pytest.fixture(scope="module")
def after_mending(request: pytest.FixtureRequest) -> dict[str, Outcome]:
    """Make the change that each selected page gives in the wrong part of its proof, and run it."""
    return run_selected(
        request,
        test_a_remedy_mends_the_wrong_program,
        lambda slug: CHANGES[slug].mended(PROOFS[slug].read_text("utf-8")),
    )


@pytest.mark.parametrize("slug", shared_out(CHANGED, 4))
def test_a_remedy_mends_the_wrong_program(slug: str, after_mending: dict) -> None:
    """It runs, and the first line that only the wrong program prints is not printed there."""
    source = PROOFS[slug].read_text("utf-8")
    blocks = dict(BLOCK.findall(source))
    right = promises(blocks["Right"])
    own = [line for line in promises(blocks["Wrong"]) if line not in right]
    assert own, f"{slug}: under # Wrong the proof prints nothing that it does not print again"
    outcome = after_mending[slug]
    assert not outcome.error, f"{slug}: with the change that its page gives, {outcome.error}"
    printed = [line for lines in outcome.printed.values() for line in lines]
    before = promises(source.partition("\n# Right")[0]).count(own[0])
    still = f"{slug}: with the change that its page gives, still {own[0]!r}"
    assert printed.count(own[0]) < before, still


LABEL = re.compile(r"^\*\*(.+?)\.\*\*", re.MULTILINE)  # of a paragraph


def misplaced(text: str, shown: list[str], proof: str) -> list[str]:
    """Return what a page shows, by the names of its programs, beside its proof and one figure."""
    if shown[:1] != [proof]:
        return [f"the page shows its proof first, {proof}"]
    figures = [name for name in shown[1:] if draws((SNIPPETS / name).read_text("utf-8"))]
    found = [f"{name} is neither its proof nor a figure" for name in {*shown[1:]} - {*figures}]
    if len(figures) > 1:
        found.append("one figure is enough: the one that shows the damage")
    place = "The damage" if "The damage" in LABEL.findall(text) else "Why"
    for name in figures:
        under = LABEL.findall(text.partition(f'"{name}"')[0])[-1:]
        if under != [place]:
            found.append(f"{name} stands under **{place}.**, where the damage is told")
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_a_quirk_is_short_and_names_its_sources(slug: str) -> None:
    text = PAGES[slug].read_text("utf-8")
    html, snippets = rendered(text)
    shown = [snippet.relative_to(SNIPPETS).as_posix() for snippet in snippets]
    wrong = misplaced(text, shown, PROOFS[slug].relative_to(SNIPPETS).as_posix())
    assert not wrong, f"{slug}:\n" + "\n".join(f"- {w}" for w in wrong)
    words = len(Prose(html).words.split())
    assert words <= LONGEST, f"{slug}: {words} words of prose; at most {LONGEST}"
    assert "docs.pytorch.org" in text, f"{slug}: link to what PyTorch's documentation says"
    links = re.findall(r"\]\(https://(?!docs\.pytorch\.org)", text)
    assert links, f"{slug}: link to a public thread in which people met it"
    assert "<blockquote>" in html, f"{slug}: quote (> ) the symptom in a user's words"


@pytest.mark.parametrize("trap", TRAPS, ids=TRAPS.get)
def test_what_is_silently_wrong_beside_a_task_has_one_page(trap: tuple) -> None:
    slugs = [slug for slug in SLUGS if named(about(slug).get("combinations", []), trap)]
    assert len(slugs) == 1, (
        f"{TRAPS[trap]} is silently wrong and explained by {slugs or 'no quirk'}; "
        f"name it in the `combinations` of one quirk: {dict(zip(PARTS, trap, strict=True))}"
    )


PROVEN = [s for s in SLUGS if about(s).get("kind") != "myth" and not device_of(Path(s))]


@pytest.fixture(scope="module")
def after_swapping(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    """Run the selected proofs with wrong and right exchanged; return what they print."""
    outcomes = run_selected(
        request,
        test_wrong_and_right_cannot_be_swapped,
        lambda slug: swapped(PROOFS[slug].read_text("utf-8")),
    )
    return {
        slug: [line for lines in outcome.printed.values() for line in lines] + [outcome.error]
        for slug, outcome in outcomes.items()
    }


@pytest.mark.parametrize("slug", shared_out(PROVEN, 4))
def test_wrong_and_right_cannot_be_swapped(slug: str, after_swapping: dict) -> None:
    promised = promises(PROOFS[slug].read_text("utf-8"))
    assert after_swapping[slug] != [*promised, ""], (
        f"{slug}: with the code under # Wrong and # Right exchanged it prints the same"
    )


GOOD = {
    "title": "A quirk",
    "description": "What it is about",
    "kind": "loud error",
    "met": "high",
    "losses": ["MSELoss"],
    "activations": ["ReLU"],
    "signatures": ["it broke"],
    "asked": ["one", "two", "three"],
    "related": [],
}
PROOF = (
    '"""It breaks."""\n\n# Wrong: so.\nprint("it broke")\n# > it broke\n\n# Right: so.\nprint()\n'
)
PATTERN = {"loss": ["CrossEntropyLoss"], "activation": ["Softmax"], "values": ["class index"]}


def test_a_good_quirk_is_accepted() -> None:
    assert problems("a_quirk", GOOD | {"combinations": [PATTERN]}, PROOF, []) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"losses": ["CrossEntropy"]}, "torch.nn has no loss CrossEntropy"),
        ({"losses": ["ReLU"]}, "torch.nn has no loss ReLU"),
        ({"activations": ["Relu"]}, "torch.nn has no activation Relu"),
        ({"activations": ["MSELoss"]}, "torch.nn has no activation MSELoss"),
        ({"signatures": ["it melted"]}, "the proof does not print the signature 'it melted'"),
        ({"signatures": []}, "a loud error has a signature"),
        ({"related": ["another"]}, "there is no quirk another"),
        ({"combinations": [PATTERN | {"colour": ["red"]}]}, "its parts are activation, loss"),
        ({"combinations": [PATTERN | {"loss": ["None"]}]}, "the matrix has none that is silent"),
        ({"combinations": [{"loss": ["CrossEntropyLoss"]}]}, "the matrix has one that is right"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_front_matter_is_refused(change: dict, complaint: str) -> None:
    assert complaint in "\n".join(problems("a_quirk", GOOD | change, PROOF, ["a_quirk"]))


@pytest.mark.parametrize("mark", ["Wrong", "Right"])
def test_a_proof_tells_wrong_from_right(mark: str) -> None:
    [complaint] = problems("a_quirk", GOOD, PROOF.replace(f"# {mark}:", "# Then:"), [])
    assert "one block under # Wrong: and one under # Right:" in complaint
    assert (
        problems("a_quirk", GOOD | {"kind": "myth"}, PROOF.replace("# Right:", "# So:"), []) == []
    )


def test_what_never_ran_on_its_device_is_excused_until_it_does() -> None:
    unrun = PROOF.replace("# > it broke\n", "")
    assert problems("a_quirk_on_cuda", GOOD | {"kind": "device"}, unrun, []) == []
    ran = unrun.replace('print("it broke")\n', 'print("it broke")\n# > it held\n')
    assert "does not print" in problems("a_quirk_on_cuda", GOOD | {"kind": "device"}, ran, [])[0]


def test_a_check_that_does_not_tell_is_named() -> None:
    page = "**Notice it.** `assert a == b` before the loss.\n"
    proof = "# Notice it: so.\nfor a in (1, 2):\n    print(a == b)\n# > False\n{}"
    right = proof.format("# > True\n")
    assert unnoticed(page, right) == []
    assert "does not run the check" in unnoticed(page, right.replace("==", "!="))[0]
    assert "does not run the check" in unnoticed(page, right.replace("Notice it", "Then"))[0]
    assert "prints False for what is wrong" in unnoticed(page, proof.format(""))[0]
    assert unnoticed("**Notice it.** Look at it.\n", "") == []


def test_a_quirk_shows_its_proof_and_then_the_damage() -> None:
    text = (
        '**Fix.** a\n\n"p"\n\n**Why.** b\n\n"{}"\n\n**The damage.** c\n\n"{}"\n\n**Notice it.** d\n'
    )
    curve, other = (s.relative_to(SNIPPETS).as_posix() for s in FIGURES[:2])
    snippet = PROOFS[SLUGS[0]].relative_to(SNIPPETS).as_posix()
    page = text.format("", curve)
    assert misplaced(page, ["p", curve], "p") == misplaced(page, ["p"], "p") == []
    assert "shows its proof first" in misplaced(page, [curve, "p"], "p")[0]
    assert "neither its proof nor a figure" in misplaced(page, ["p", snippet], "p")[0]
    assert "one figure is enough" in misplaced(page, ["p", other, curve], "p")[0]
    early = text.format(curve, "")
    assert "stands under **The damage.**" in misplaced(early, ["p", curve], "p")[0]
    without = early.replace("**The damage.** c", "c")
    assert misplaced(without, ["p", curve], "p") == []


def test_exchanging_wrong_and_right_exchanges_their_code_only() -> None:
    assert swapped(PROOF) == (
        '"""It breaks."""\n\n# Wrong: so.\nprint()\n\n# Right: so.\nprint("it broke")\n'
    )

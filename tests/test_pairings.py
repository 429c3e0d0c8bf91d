"""Law: table, chooser, headline and explorer say what was recorded, and can be used by anyone."""

import gzip
import random
import re
from collections import Counter
from pathlib import Path

import pytest
from builder.chapter import recorded
from builder.views import package_of
from built.accessibility import violations
from conftest import DECIDING_MODES, MODES
from mkdocs.exceptions import BuildError
from runner.folders import DOCS
from runner.pages import rendered
from runner.table_runner import CHAPTER as FOLDER
from runner.table_runner import loaded, recording_of
from selectolax.lexbor import LexborHTMLParser, LexborNode
from test_site import read

pytestmark = pytest.mark.moved

MATRIX = recorded(recording_of(FOLDER / "matrix.py"))
TASKS = recorded(recording_of(FOLDER / "pairings.py"))
PROGRAMS = [path.stem for path in sorted((FOLDER / "tasks").glob("*.py"))]
CHAPTER, EXPLORER = "/activations-and-losses/", "/activations-and-losses/explorer/"
CHOOSER = "/activations-and-losses/pairings/"
DATA_LIMIT, QUESTIONS = 60_000, 5  # bytes, compressed
PARTS = ("activation", "loss", "output_shape", "target_form")


def page(site: Path, address: str) -> LexborHTMLParser:
    return read(site / address.strip("/") / "index.html")


def test_every_combination_is_recorded_once() -> None:
    combinations = Counter(tuple(row[part] for part in PARTS) for row in MATRIX["rows"])
    sizes = [len(MATRIX[key]) for key in ("activations", "losses", "outputs", "targets")]
    assert len(combinations) == len(MATRIX["rows"]) == sizes[0] * sizes[1] * sizes[2] * sizes[3]
    assert set(MATRIX["losses"]) == set(loaded("matrix").losses())


def test_the_headline_counts_what_is_recorded(site: Path) -> None:
    rows = MATRIX["rows"]
    ran = [row for row in rows if row["outcome"] != "raises"]
    kinds = "correct", "other objective", "not always reached", "seldom reached", "wrong"
    verdicts = [(row["outcome"], " ".join(row["verdicts"].values())) for row in ran]
    best = [(o, said, next(kind for kind in kinds if kind in said)) for o, said in verdicts]
    right, other, some, seldom = (sum(kind == own for *_, own in best) for kind in kinds[:4])
    silent = [said for outcome, said, kind in best if (outcome, kind) == ("silent", "wrong")]
    counts = [
        *(len(MATRIX[key]) for key in ("activations", "losses", "outputs", "targets")),
        len(rows),
        len(rows) - len(ran),
        sum("other_values" in row for row in rows),
        len(ran),
        sum(row["outcome"] == "warns" for row in ran),
        right,
        other,
        some + seldom,
        seldom,
        len(silent),
        sum("ranks right" in said for said in silent),
    ]
    for address in (CHAPTER, EXPLORER):
        views = page(site, address).css("recorded-view")
        [words] = [v.text() for v in views if "raise an error" in v.text()]
        said, _, ran_with = words.partition("matrix.json")
        assert [int(n.replace(",", "")) for n in re.findall(r"[\d,]*\d", said)] == counts
        assert f"torch {MATRIX['torch']} on {MATRIX['hardware']}" in ran_with


def answers_above(leaf: LexborNode) -> int:
    """Return how many answers of the chooser a leaf stands in, one for each question."""
    above = 0
    while (leaf := leaf.parent) and "chooser" not in (leaf.attributes.get("class") or "").split():
        above += leaf.tag == "details"
    return above


def test_the_chooser_reaches_every_task_in_five_questions(site: Path) -> None:
    leaves = page(site, CHOOSER).css(".chooser p.choice a")
    leads = sorted(leaf.attributes["href"] for leaf in leaves)
    assert leads == sorted(f"../tasks/{task}/" for task in PROGRAMS)
    assert 1 < max(map(answers_above, leaves)) <= QUESTIONS


def test_the_data_in_the_page_is_small(site: Path) -> None:
    inline = page(site, EXPLORER).css_first("pairing-explorer script").text()
    assert len(gzip.compress(inline.encode(), 9)) < DATA_LIMIT


def test_every_finding_links_to_its_section(site: Path) -> None:
    checks = recorded(recording_of(FOLDER / "checks.py"))["rows"]
    sections = page(site, "/activations-and-losses/checker/").css(".pairing h3")
    assert [heading.attributes["id"] for heading in sections] == [row["id"] for row in checks]


BAD = {
    "activations-and-losses/none: headline": "a table that is not recorded",
    "activations-and-losses/quirks: warning none": "one of quirks that does not exist: none",
    "activations-and-losses/matrix: none": "shows 'none' of activations-and-losses/matrix",
}


@pytest.mark.parametrize("marker", BAD)
def test_a_view_that_does_not_exist_is_refused(marker: str) -> None:
    with pytest.raises(BuildError, match=BAD[marker]):
        rendered(f"# Page\n\n<!-- show {marker} -->\n")


def test_a_message_without_an_explanation_is_refused() -> None:
    with pytest.raises(BuildError, match="does not explain 'RuntimeError: something new'"):
        package_of(DOCS / "activations-and-losses").explorer.explained(
            "RuntimeError: something new"
        )


# In a browser.


def state_of(row: dict) -> dict[str, str]:
    target = MATRIX["targets"][row["target_form"]]
    found = {name: row[part] for name, part in zip(("activation", "loss"), PARTS, strict=False)}
    return found | {
        "outputs": row["output_shape"],
        "values": target["kind"],
        "shape": target["shape"],
        "dtype": target["dtype"],
    }


def shown(explorer) -> dict[str, str]:
    selects = explorer.locator("select:visible").all()
    return {select.get_attribute("name"): select.input_value() for select in selects}


def show(explorer, row: dict) -> None:
    explorer.evaluate("(e, state) => (e.state = state, e.show())", state_of(row))


def a_row(**wanted: str) -> dict:
    return next(r for r in MATRIX["rows"] if wanted.items() <= r.items())


BROADCAST = a_row(
    activation="none",
    loss="MSELoss",
    output_shape="(N, 1)",
    target_form="real-valued (N,) float32",
)


def test_the_explorer_holds_every_record(visit) -> None:
    explorer = visit(EXPLORER).locator("pairing-explorer:defined")
    parts = [[row[part] for part in PARTS] for row in MATRIX["rows"]]
    found = explorer.evaluate(
        "(e, all) => all.map(([activation, loss, outputs, target]) =>"
        " e.data.results.indexOf(e.records.look({ activation, loss, outputs, target })))",
        parts,
    )
    results = explorer.evaluate("e => e.data.results")
    for row, number in zip(MATRIX["rows"], found, strict=True):
        outcome, phase, said, verdicts, *_ = results[number]
        of = "raises for some values" if "other_values" in row else row["outcome"]
        recorded = of, row.get("phase", ""), row.get("verdicts", {})
        assert (outcome, phase, verdicts) == recorded, row
        assert said == (row.get("error") or row.get("warning") or ""), row


def test_the_explorer_gives_the_programs_that_ran(visit) -> None:
    m, explorer = loaded("matrix"), visit(EXPLORER).locator("pairing-explorer:defined")
    targets = {target.name: target for target in m.TARGETS}
    rows = random.Random(1).sample(MATRIX["rows"], 300)
    programs = explorer.evaluate(
        "(e, states) => states.map((state) => (e.state = state, e.show(),"
        " e.querySelector('.explorer-program code').innerText))",
        [state_of(row) for row in rows],
    )
    for row, program in zip(rows, programs, strict=True):
        names = row["activation"], row["loss"], row["output_shape"], targets[row["target_form"]]
        assert program == m.Combination(*names).program


def test_the_explorer_works_by_keyboard_and_keeps_its_address(visit) -> None:
    page = visit(EXPLORER)
    explorer = page.locator("pairing-explorer:defined")
    explorer.wait_for()
    page.locator("select").first.focus()
    for key in ("Tab", "Tab", "Tab", "Tab", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.name") == "dtype"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    chosen = shown(explorer)
    assert chosen["dtype"] == "int32" and "dtype=int32" in page.url
    assert "raises an error" in explorer.locator(".explorer-live").inner_text()
    page.reload()
    explorer.wait_for()
    assert shown(explorer) == chosen


def test_the_explorer_says_what_an_address_asks_in_vain(visit) -> None:
    page = visit(f"{EXPLORER}#activation=Swish&loss=MSELoss&values=real-valued&dtype=int8")
    explorer = page.locator("pairing-explorer:defined")
    notice = explorer.locator(".explorer-notice")
    assert "activation “Swish” and dtype “int8”" in notice.inner_text()
    assert shown(explorer)["loss"] == "MSELoss" and shown(explorer)["activation"] == "Softmax"
    page.goto(page.url.partition("#")[0] + "#loss=MSELoss")
    notice.filter(has_text=re.compile("^$")).wait_for(state="attached")


def test_the_explorer_draws_the_broadcast(visit) -> None:
    explorer = visit(EXPLORER).locator("pairing-explorer:defined")
    show(explorer, BROADCAST)
    assert explorer.locator("td.meant").count() == 3
    assert explorer.locator("td.not-meant").count() == 6
    assert "output[0,0] target[2]" in explorer.locator("td.not-meant").nth(1).inner_text()
    assert BROADCAST["warning"] in explorer.inner_text()
    show(explorer, BROADCAST | {"target_form": "real-valued (N, 1) float32"})
    assert explorer.locator(".explorer-broadcast").count() == 0
    assert "nothing to mend" in explorer.inner_text()


def test_the_explorer_works_from_a_file(visit, site: Path) -> None:
    page = visit(f"{site.as_uri()}{EXPLORER}index.html#loss=NLLLoss")
    explorer = page.locator("pairing-explorer:defined")
    explorer.wait_for()  # a file's scripts come when the page has loaded
    explorer.wait_for()
    assert shown(explorer)["loss"] == "NLLLoss"
    page.locator("select").first.select_option("LogSoftmax")
    assert explorer.locator(".verdict").inner_text() == "Right."
    assert "activation=LogSoftmax" in page.url


def test_the_explorer_copies_the_program(visit) -> None:
    page = visit(EXPLORER, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy this program").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".explorer-program code").inner_text()


def test_without_javascript_the_tables_are_there(visit) -> None:
    page = visit(EXPLORER, java_script_enabled=False)
    assert page.get_by_text("The explorer needs JavaScript").is_visible()
    assert page.locator("table.recorded a.verdict").count() > 100


@pytest.mark.parametrize("mode", DECIDING_MODES)
def test_the_explorer_is_accessible_whatever_it_shows(mode: str, visit) -> None:
    page = visit(EXPLORER, **MODES[mode])
    explorer = page.locator("pairing-explorer:defined")
    outcomes = {row["outcome"]: row for row in MATRIX["rows"]}
    right = next(r for r in MATRIX["rows"] if "correct" in r.get("verdicts", {}).values())
    only = "contrast" if mode.endswith("dark") else ""  # the other rules do not hang on the scheme
    for row in (BROADCAST, right, *outcomes.values()):
        show(explorer, row)
        # What is around the explorer is held to every rule with the other pages.
        assert violations(page, only, within="pairing-explorer") == []
        room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert room[0] <= room[1], "the page scrolls sideways"


def test_the_chooser_works_by_keyboard(visit, server) -> None:
    page = visit(CHOOSER)
    page.eval_on_selector_all("details", "all => all.forEach(fold => fold.open = false)")
    for answer in ("exactly one of several classes", "each token of a sequence"):
        summary = page.locator(".chooser summary", has_text=answer)
        summary.focus()
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.keyboard.press("Enter")
    page.wait_for_url("**/tasks/a_class_per_token/")
    assert "each token" in page.locator("h1").inner_text()

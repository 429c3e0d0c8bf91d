"""Law: every file of the built site shows what its sources call for, and no change goes unnoticed.

The laws are in `built.site`; what they are measured with, changes to files of the site, is in
`built.site_mutator`.
"""

import time
from pathlib import Path

import pytest
from built.expected import Expected, difference
from built.reader import Reader
from built.site import flaws
from built.site_changes import KINDS
from built.site_mutator import ENOUGH, MUTANTS, Mutant, judge, report
from built.tokens import CAPTION, CODE, END, VIEW
from runner.folders import DOCS, SNIPPETS

EXPLORER = "/activations-and-losses/explorer/"


@pytest.fixture(scope="module")
def expected(site: Path) -> Expected:
    return Expected(site, DOCS, SNIPPETS)


@pytest.fixture(scope="module")
def judged(expected: Expected, weekly: bool) -> tuple[list[Mutant], float]:
    """Changes of every kind: each week as many as the score on the site counts, each day a few."""
    began = time.perf_counter()
    many = MUTANTS if weekly else 4 * len(KINDS)
    return judge(expected, many), time.perf_counter() - began


def test_the_site_shows_what_its_sources_call_for(site: Path, expected: Expected) -> None:
    wrong = expected.missing()
    for name in expected.files:
        wrong += flaws(name, (site / name).read_bytes(), expected)
    assert not wrong, "\n".join(wrong[:20])


def test_changes_to_the_site_are_noticed(judged: tuple[list[Mutant], float], weekly: bool) -> None:
    mutants, seconds = judged
    assert len(mutants) >= (300 if weekly else 4 * len(KINDS))
    share = sum(bool(mutant.noticed) for mutant in mutants) / len(mutants)
    assert share >= ENOUGH, report(mutants, seconds)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_change_is_mostly_noticed(
    kind: str, judged: tuple[list[Mutant], float]
) -> None:
    own = [mutant for mutant in judged[0] if mutant.kind == kind]
    missed = [mutant for mutant in own if not mutant.noticed]
    assert len(missed) <= len(own) // 10, report(own, 0)


WORDS, KNOWN = {"of", "with"}, {"of", "with", "7"}
BAD = {
    "a word lost": (["a", "b"], ["a"], "“b” is missing"),
    "a word more": (["a"], ["a", "b"], "there should be “nothing”, and there is “b”"),
    "a number in a view": ([VIEW, "3", END], [VIEW, "with", "4", END], "there is “4"),
    "a number more in a view": ([VIEW, "3", END], [VIEW, "3", "4", END], "there is “4"),
    "a word that is not the theme's": ([VIEW, "3", END], [VIEW, "3", "None", END], "“None"),
    "a free word outside a view": (["3"], ["of", "3"], "there is “of 3”"),
    "a caption lost": ([CAPTION, END], [], f"“{CAPTION} {END}” is missing"),
    "a stale line": ([f"{CODE}a\nb"], [f"{CODE}a\nc"], "line 2 of a program should be “b”"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_difference_is_told(bad: str) -> None:
    wanted, seen, said = BAD[bad]
    assert said in difference(wanted, seen, WORDS, KNOWN)
    assert difference(wanted, wanted, WORDS, KNOWN) == ""


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    read = Reader(
        "a/index.html",
        '<title>T</title><nav><a href="../">Up</a></nav><article><h1 id="t">T<a class="headerlink">'
        '&para;</a></h1><p>One<br>two <code>x</code></p><div class="snippet"><pre><code><span>a = '
        '</span>1\n</code></pre><p class="snippet-caption">a.py</p></div><script>no</script>'
        '<a href="b/#c">three</a></article>',
    )
    assert read.article == [
        *["T", "One", "two", "x", f"{CODE}a = 1", CAPTION, "a", ".", "py", END],
        *["three", "→a/b/index.html#c"],
    ]
    assert [part.tokens for part in read.all("link")] == [["Up"]]


def test_what_is_right_has_nothing_to_mend(visit) -> None:
    """One combination after another, each as a reader sees it."""
    explorer = visit(EXPLORER).locator("pairing-explorer:defined")
    found = explorer.evaluate("""(explorer) => {
        const { activations, losses, outputs, targets } = explorer.data;
        const said = [];
        for (const activation in activations)
            for (const loss in losses)
                for (const output in outputs)
                    for (const target in targets) {
                        const { kind: values, shape, dtype } = targets[target];
                        const state = { activation, loss, outputs: output, target };
                        const [outcome, , , verdicts] = explorer.records.look(state);
                        const right = Object.values(verdicts).some((v) => v.startsWith("correct"));
                        if (!right) continue;
                        const parts = { activation, loss, outputs: output };
                        explorer.state = { ...parts, values, shape, dtype };
                        explorer.show();
                        const parts_of = [".explorer-verdict", ".explorer-result"];
                        const text = parts_of.map((part) => explorer.querySelector(part).innerText);
                        said.push([JSON.stringify(explorer.state), outcome, text.join("\\n")]);
                    }
        return said;
    }""")
    assert len(found) > 50
    contradicted = [
        state
        for state, _, text in found
        if not text.startswith("Right")
        or ("There is nothing to mend." in text) != text.startswith("Right.\n")
        or "To make it right" in text
    ]
    assert not contradicted, (
        f"docs/assets/explorer.js calls these right, and mends them: {contradicted}"
    )

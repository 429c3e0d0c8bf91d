"""Law: a figure is what its program draws, and can be read: on every screen, and in words."""

import gzip
import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builder import figure, formula
from builder.drawing import Drawing, differences
from builder.snippet import Snippet
from builder.thinning import MISSED, distance, points, thinned
from built.accessibility import settle
from built.tokens import page_of
from mkdocs.exceptions import BuildError
from runner.folders import DOCS, SNIPPETS
from runner.processes import run_all
from runner.programs import Program
from runner.svg import COLORS, small
from test_pages import PROGRAMS

FIGURES = [s for path in PROGRAMS if (s := Snippet.from_file(path, SNIPPETS)).draws]
PICTURES = sorted(DOCS.glob("*/figures/*"))
MOST = 12_000  # bytes, compressed
LEAST = 9.5  # pixels of the letters on a phone
GOOD = """
import torch
from matplotlib import pyplot as plt

x = torch.linspace(0, 1, 5)
plt.plot(x, x, color="tab:blue")
plt.text(0.8, 0.2, "a line", color="tab:blue")
plt.xlabel("input")
plt.show()
"""


def drawn(source: str) -> Drawing:
    """Return what a program draws."""
    [outcome] = run_all([Program("/snippets/a_line_is_drawn.py", source)])
    assert not outcome.error, outcome.error
    return outcome.drawn


@pytest.mark.parametrize("snippet", FIGURES, ids=lambda s: s.path.stem)
def test_a_figure_is_recorded_and_light(snippet: Snippet) -> None:
    drawing = figure.recorded(snippet, DOCS)
    assert drawing, f"nothing is recorded: nox -s record -- -k {snippet.path.stem}"
    weight = len(gzip.compress(drawing.svg.encode(), 9))
    assert weight <= MOST, f"{weight} bytes compressed: plot fewer points"


@pytest.mark.parametrize("snippet", FIGURES, ids=lambda s: s.path.stem)
def test_no_line_moves_when_points_are_left_out(snippet: Snippet) -> None:
    svg = figure.recorded(snippet, DOCS).svg
    before, after = (re.findall(r' d="(M[^"]*)"', one) for one in (svg, thinned(svg)))
    assert len(before) == len(after)
    for path, thin in zip(before, after, strict=True):
        if path == thin:
            continue
        start, steps = thin[1:].split("l")
        numbers = [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", f"{start} {steps}")]
        line, at = [], (0, 0)
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            at = round(at[0] + 10 * x), round(at[1] + 10 * y)
            line.append(at)
        for point in points(path):
            nearest = min(distance(point, *pair) for pair in pairwise(line))
            assert nearest <= 10 * MISSED + 1e-6, (path, thin)


def test_nothing_else_is_recorded() -> None:
    wanted = {path for snippet in FIGURES for path in figure.files(snippet, DOCS)}
    left = [str(path.relative_to(DOCS)) for path in PICTURES if path not in wanted]
    assert not left, f"no program draws {left}: delete them"


@pytest.fixture(scope="module")
def drawn_on(site: Path) -> list[tuple[str, BeautifulSoup]]:
    """The pages that have figures, each read once."""
    texts = [page.read_text("utf-8") for page in site.rglob("*.html")]
    return [(t, BeautifulSoup(t, "html.parser")) for t in texts if 'class="drawn"' in t]


@pytest.mark.parametrize("snippet", FIGURES, ids=lambda s: s.path.stem)
def test_a_page_shows_the_picture_that_is_recorded(
    snippet: Snippet, drawn_on: list[tuple[str, BeautifulSoup]]
) -> None:
    drawing = figure.recorded(snippet, DOCS)
    body = thinned(drawing.svg).removeprefix("<svg").strip()
    shown = [
        found
        for text, page in drawn_on
        if body in text and (found := page.find(id=snippet.path.stem))
    ]
    assert shown, "no page has the recorded picture"
    for found in shown:
        said = found.find("svg")["aria-label"]
        assert said.startswith(f"{snippet.claim}. ")
        for panel in drawing.panels:
            assert all(one.name and one.name in said for one in panel.series), said


def test_the_same_program_draws_the_same_bytes() -> None:
    first, second = drawn(GOOD), drawn(GOOD)
    assert first == second and [*differences(first, second)] == []
    assert [s.name for s in first.panels[0].series] == ["a line"]
    assert first.panels[0].series[0].points[-1] == (1, 1)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("plt.xlabel", 'plt.axvspan(0, 0.5, color="navy")\nplt.xlabel', "colours of the page"),
        ('"a line"', '"$a$"', "is a formula"),
        ("plt.xlabel", 'plt.text(0.8, 0.2, "b")\nplt.xlabel', "lie on each other"),
        ("0.8, 0.2", "0.5, 0.48", "lies on the line"),
        ("0.8, 0.2", "0.4, -0.11", "and 'the tick 0.4' lie on each other"),
        ('plt.text(0.8, 0.2, "a line", color="tab:blue")\n', "", "has no name"),
        (
            "plt.xlabel",
            'plt.plot(x, x / 9, label="b", color="tab:red")\nplt.xlabel',
            "differ in colour alone",
        ),
        (
            "plt.xlabel",
            'plt.bar([0, 1], [1, 1], color=["tab:red", "tab:green"], label="b")\nplt.xlabel',
            "rectangles differ in colour alone",
        ),
    ],
)
def test_what_nobody_can_read_is_refused(old: str, new: str, told: str) -> None:
    assert GOOD.count(old) == 1
    [outcome] = run_all([Program("/snippets/a_line_is_drawn.py", GOOD.replace(old, new))])
    assert told in outcome.error


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("plot(x, x,", "plot(x, x ** 1.02,", "'a line' had"),
        ('"a line"', '"a curve"', "another panel"),
        ('"input"', '"output"', "another panel"),
        ("plt.xlabel", 'plt.axvspan(0, 0.5, color="tab:gray")\nplt.xlabel', "other parts"),
        ("0.8, 0.2", "0.7, 0.2", "lies elsewhere"),
        ("x = ", "plt.subplots(2)\nx = ", "panels"),
    ],
)
def test_another_drawing_is_noticed(old: str, new: str, told: str) -> None:
    assert GOOD.count(old) == 1
    assert told in "\n".join(differences(drawn(GOOD), drawn(GOOD.replace(old, new))))


def test_what_another_processor_draws_is_the_same() -> None:
    noisy = GOOD.replace("plot(x, x,", "plot(x, x * (1 + 1e-6),")
    assert [*differences(drawn(GOOD), drawn(noisy))] == []


def test_a_recording_changed_by_hand_is_noticed(tmp_path: Path) -> None:
    drawing = drawn(GOOD)
    assert [*differences(drawing, replace(drawing, svg=drawing.svg.replace("a line", "a lime")))]
    snippets, docs = tmp_path / "snippets", tmp_path / "docs"
    (snippets / "one").mkdir(parents=True)
    path = snippets / "one" / "a_line_is_drawn.py"
    path.write_text('"""A line is drawn."""\n' + GOOD, "utf-8")
    snippet = Snippet.from_file(path, snippets)
    assert figure.recorded(snippet, docs) is None
    picture, numbers = figure.files(snippet, docs)
    picture.parent.mkdir(parents=True)
    picture.write_text(drawing.svg, "utf-8")
    numbers.write_text(drawing.numbers, "utf-8")
    assert figure.recorded(snippet, docs) == drawing
    numbers.write_text(json.dumps([{"title": "no panel"}]), "utf-8")
    with pytest.raises(BuildError, match="nox -s record"):
        figure.recorded(snippet, docs)


def test_every_colour_of_a_figure_is_one_of_the_page() -> None:
    style = (DOCS / "assets" / "site.css").read_text("utf-8")
    for color, name in COLORS.items():
        if name not in ("none", "white", "black"):
            for way in ("stroke", *["fill"] * name.startswith("tab:")):
                assert f'.drawn [{way}="{color}"]' in style, f"site.css: no {way} for {name}"


def test_what_no_reader_sees_is_left_out() -> None:
    written = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><metadata>x</metadata>'
        '<g id="a"><path d="M 0.123 -0.01 L 1 2.55" style="stroke: #000000; fill: none"/></g></svg>'
    )
    assert small(written, "me") == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20">'
        '<path d="M0.1 0L1 2.5" stroke="#000000" fill="none"/></svg>\n'
    )


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)], ids=["phone", "desktop"])
def test_a_figure_can_be_read(size: tuple[int, int], turn_to, weekly: bool) -> None:
    """Its letters are large enough, and none leaves the picture: each day on one page in four."""
    chapters = {snippet.chapter for snippet in FIGURES}
    for chapter in sorted(chapters):
        names = [f"/{snippet.name}" for snippet in FIGURES if snippet.chapter == chapter]
        sources = sorted((DOCS / chapter).rglob("*.md"))
        sources = [page for page in sources if any(n in page.read_text("utf-8") for n in names)]
        for source in sources[:: 1 if weekly else 4]:
            place = source.relative_to(DOCS).with_suffix("").as_posix().removesuffix("index")
            page = turn_to(f"/{place.rstrip('/')}/")
            page.set_viewport_size({"width": size[0], "height": size[1]})
            settle(page)
            wrong = page.locator(".drawn svg[role=img]:visible").evaluate_all(
                """(all, least) => all.flatMap((svg) => {
                    if (!svg.checkVisibility()) return [];  // a live one has just taken its place
                    const own = svg.getBoundingClientRect();
                    const scale = own.width / svg.viewBox.baseVal.width;
                    const name = svg.closest(".snippet").id;
                    return [...svg.querySelectorAll("text")].flatMap((text) => {
                        const box = text.getBoundingClientRect();
                        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
                        const out = box.left < own.left - 1 || box.right > own.right + 1;
                        return [
                            size < least && `${name}: ${text.textContent} is ${size} px high`,
                            out && `${name}: ${text.textContent} leaves the picture`,
                        ].filter(Boolean);
                    });
                })""",
                LEAST,
            )
            assert not wrong, "\n".join(wrong)


def test_a_formula_is_one_or_refused() -> None:
    assert "<mfrac>" in formula.shown(r"\frac{1}{2}")
    for wrong, told in (("a^b^c", "DoubleSuper"), (r"\foo{x}", "no .foo"), ("", "NoAvailable")):
        with pytest.raises(ValueError, match=told):
            formula.shown(wrong)


def test_a_formula_of_a_source_is_on_its_page(site: Path) -> None:
    for source in sorted(DOCS.rglob("*.md")):
        for tex in re.findall(r"^```math\n(.*?)^```$", source.read_text("utf-8"), re.M | re.S):
            page = site / page_of(source.relative_to(DOCS).as_posix())
            assert formula.shown(tex) in page.read_text("utf-8"), f"{source.name}: {tex}"

"""Law: pages say of evidence what is in it: where it ran, what changed, what CUDA does."""

import json
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builder import changes, scores
from builder.chapter import recorded
from builder.evidence import Environment, Run, record
from builder.evidence_schema import RUN, SCHEMA
from builder.finder import FILE, search_data
from builder.quirk import KINDS, quirks
from builder.snippet import digest
from builder.table_differences import grouped
from markdown import Markdown
from mkdocs.exceptions import BuildError
from runner.combinations import of_row
from runner.folders import DOCS
from runner.pages import rendered
from runner.table_runner import CHAPTER
from test_bad_pages import make_project, refusal
from test_site import flaws

CPU = Environment("x86_64 CPU", "A processor", "AVX2", "", "2.9.0+cpu", "3.11.7", "2.0", "Linux")
GPU = Environment("NVIDIA H200", "A processor", "AVX2", "58", "2.9.0+cu1", "3.12.1", "2.0", "Linux")
PAGES = ("what-has-run", "what-changed", "on-a-gpu")
PROGRAMS = {
    "adds.py": '"""One and one is `2`."""\n\nprint(1 + 1)\n# > 2\nprint(3)\n# > 3\n',
    "quirks/labels.py": '"""Labels are int64."""\n\nprint("Long or Byte")\n# > Long or Byte\n',
    "shape.py": '"""A shape is said."""\n\nprint("off by 0.25")\n# > off by 0.25\n',
    "quirks/a_label_on_cuda.py": '"""A label asserts."""\n\nprint()\n',
}
REPORTED = "\"nll_loss_cuda\" not implemented for 'Int'"
QUIRK = f"""---
title: Labels
description: Labels of dtype int32 are refused by a loss.
kind: loud error
met: high
losses: []
activations: []
signatures: [Long or Byte]
reported_on_cuda: ['{REPORTED.replace("'", "''")}']
asked: [one, two, three]
related: []
---
# Labels are `int64`

```python
--8<-- "c/quirks/labels.py"
```
"""
FENCES = '# All\n\n```python\n--8<-- "c/adds.py"\n```\n\n```python\n--8<-- "c/shape.py"\n```\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A chapter `c` with four programs on two pages, and no evidence."""
    for name, source in PROGRAMS.items():
        path = tmp_path / "snippets" / "c" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    (tmp_path / "docs" / "c" / "quirks").mkdir(parents=True)
    (tmp_path / "docs" / "c" / "quirks" / "labels.md").write_text(QUIRK, "utf-8")
    (tmp_path / "docs" / "c" / "all.md").write_text(FENCES, "utf-8")
    (tmp_path / "pyproject.toml").write_text('"torch==2.9.0"', "utf-8")
    return tmp_path


def ran(project: Path, torch: str = "2.9.0", device: str = "cpu", **did: list) -> None:
    """Record a run of the programs named: with what they printed instead, or as promised."""
    names = {Path(name).stem: name for name in PROGRAMS}
    texts = {name: digest((project / "snippets" / "c" / name).read_text()) for name in PROGRAMS}
    programs = {
        names[stem]: {"text": texts[names[stem]]} | ({"instead": instead} if instead else {})
        for stem, instead in did.items()
    }
    run = Run(GPU if device == "cuda" else CPU, "2026-01-02", 61.4, programs)
    record(project / "docs", project / "snippets", "c", torch, device, run)


def shown(project: Path, view: str, table: str = "evidence") -> BeautifulSoup:
    """Return what a page shows of the chapter's evidence."""
    places = {name: str(project / name) for name in ("docs", "snippets")}
    renderer = Markdown(
        extensions=["builder.recorded_views"], extension_configs={"builder.recorded_views": places}
    )
    return BeautifulSoup(renderer.convert(f"<!-- show c/{table}: {view} -->"), "html.parser")


def page(project: Path, text: str) -> BeautifulSoup:
    """Return a page as the site shows it."""
    places = {name: str(project / name) for name in ("docs", "snippets")}
    renderer = Markdown(
        extensions=["pymdownx.highlight", "pymdownx.superfences", "builder.snippet_fences"],
        extension_configs={"builder.snippet_fences": places},
    )
    return BeautifulSoup(renderer.convert(text.partition("---\n#")[2] or text), "html.parser")


def cells(table: BeautifulSoup) -> list[list[str]]:
    return [[cell.get_text() for cell in row.select("th, td")] for row in table.select("tbody tr")]


def said(part: BeautifulSoup) -> str:
    return " ".join(part.get_text(" ").split())


VIEWS = {
    "evidence-counts": "Nothing is recorded of this chapter yet.",
    "evidence-runs": "Nothing is recorded yet.",
    "evidence-environments": "",
    "mutation-scores": "No score is recorded yet.",
    "release-changes": "No release is recorded on a CPU, so there is nothing to compare.",
    "cuda-status": "Nothing is recorded on CUDA yet",
    "cuda-differences": "No such line is recorded.",
    "cuda-reported": f"Reported on CUDA, not yet verified here: {REPORTED} Labels",
}


@pytest.mark.parametrize("view", VIEWS)
def test_of_nothing_it_is_said_that_nothing_is_recorded(view: str, project: Path) -> None:
    assert said(shown(project, view)).startswith(VIEWS[view])


def test_a_run_is_a_row_with_what_it_did_and_its_data(project: Path) -> None:
    ran(project, adds=[], labels=[], shape=[])
    ran(project, "2.10.0", adds=[["2", "two"]], labels=[])
    ran(project, device="cuda", adds=[])
    table = shown(project, "evidence-runs")
    assert cells(table) == [
        ["torch 2.9.0", "NVIDIA H200", "1", "0", "0", "61 s", "2026-01-02"],
        ["torch 2.10.0", "x86_64 CPU", "2", "1", "0", "61 s", "2026-01-02"],
        ["torch 2.9.0", "x86_64 CPU", "3", "0", "reference", "61 s", "2026-01-02"],
    ]
    for link in table.select("a"):
        assert (project / "docs" / "c" / link["href"].removeprefix("../")).is_file()
    environments = [
        said(table) for table in shown(project, "evidence-environments").select("table")
    ]
    assert "NVIDIA H200" in environments[0] and "Driver 58" in environments[0]
    assert "Driver" not in environments[1] and "Instructions AVX2" in environments[1]
    assert "torch 2.9.0+cpu and 2.9.0+cpu, with Python 3.11.7" in environments[1]


def test_what_was_changed_since_counts_nowhere(project: Path) -> None:
    ran(project, adds=[], shape=[])
    ran(project, device="cuda", adds=[["2", "two"]])
    assert "show 3 programs. 2 of them have run" in said(shown(project, "evidence-counts"))
    changed = PROGRAMS["adds.py"].replace("1 + 1", "2")
    (project / "snippets" / "c" / "adds.py").write_text(changed)
    assert "show 3 programs. 1 of them have run" in said(shown(project, "evidence-counts"))
    assert [row[2] for row in cells(shown(project, "evidence-runs"))] == ["0", "1"]
    assert said(shown(project, "cuda-differences")) == VIEWS["cuda-differences"]


def test_a_program_for_a_device_is_counted_as_waiting(project: Path) -> None:
    ran(project, adds=[])
    fence = '\n```python\n--8<-- "c/quirks/a_label_on_cuda.py"\n```\n'
    (project / "docs" / "c" / "all.md").write_text(FENCES + fence)
    waiting = "1 program needs CUDA, where nothing is recorded yet."
    assert waiting in said(shown(project, "evidence-counts"))
    ran(project, device="cuda", a_label_on_cuda=[])
    assert "needs" not in said(shown(project, "evidence-counts"))
    assert "Runs with 1 release of PyTorch are recorded, on CPU and CUDA." in said(
        shown(project, "evidence-counts")
    )


# What changed, release by release.

ISSUE = """2 programs ran with both torch 2.9.0 and torch 2.10.0; 1 of them prints something else. \
1 program is not compared, because one of the two has not run the present text. \
A line with `-` is from torch 2.9.0, a line with `+` from torch 2.10.0.

### One and one is `2`

`snippets/c/adds.py`, on `docs/c/all.md`.

```diff
- 2
+ two
+ RuntimeError: a `b` c
```
"""


def told(project: Path, old: str, new: str, site: str | None = None) -> str:
    return changes.changes(project / "docs", project / "snippets", "c", old, new, site)


def record_change(project: Path) -> None:
    ran(project, adds=[], labels=[], shape=[])
    ran(project, "2.10.0", adds=[["2", "two"], ["", "RuntimeError: a `b` c"]], labels=[])


def test_page_and_issue_have_the_same_text(project: Path, monkeypatch, capsys) -> None:
    record_change(project)
    assert told(project, "2.9.0", "2.10.0") == ISSUE
    at = "https://reader.example/"
    assert f"on [all]({at}c/all/#adds)." in told(project, "2.9.0", "2.10.0", at).replace(
        "[All]", "[all]"
    )
    command = ["2.9.0", "2.10.0", "--docs", str(project / "docs")]
    monkeypatch.delenv("SITE_URL", raising=False)
    assert changes.main(command) == 0
    assert capsys.readouterr().out == f"## c: torch 2.10.0 after 2.9.0\n\n{ISSUE}\n"
    part = shown(project, "release-changes")
    assert said(part.select_one(".changes > p")) == said(
        BeautifulSoup(Markdown().convert(ISSUE.partition("\n")[0]), "html.parser")
    )
    assert part.select_one("pre").get_text() == ISSUE.partition("```diff\n")[2].rstrip("`\n") + "\n"
    assert part.select_one(".changes h3").get_text() == "One and one is 2"
    assert part.select_one(".changes p > a")["href"] == "../../c/all/#adds"
    assert cells(part) == [["torch 2.10.0", "torch 2.9.0", "2", "1", "1"]]


def test_nothing_is_printed_when_nothing_changed(project: Path, capsys) -> None:
    ran(project, adds=[])
    ran(project, "2.10.0", adds=[])
    command = ["2.9.0", "2.10.0", "--docs", str(project / "docs")]
    assert (changes.main(command), capsys.readouterr().out) == (0, "")
    assert "none of them print something else" in told(project, "2.9.0", "2.10.0")


def test_a_release_that_is_not_recorded_is_refused(project: Path, capsys) -> None:
    ran(project, adds=[])
    assert changes.main(["2.9.0", "2.11.0", "--docs", str(project / "docs")]) == 2
    assert "torch 2.11.0 is not recorded for c: nox -s another_torch" in capsys.readouterr().err
    with pytest.raises(BuildError, match=r"torch 2\.8\.0 is not recorded"):
        told(project, "2.8.0", "2.9.0")


def test_releases_stand_in_order_with_the_newest_first(project: Path) -> None:
    ran(project, adds=[])
    one = said(shown(project, "release-changes"))
    assert one == "Only torch 2.9.0 is recorded on a CPU, so there is nothing to compare."
    for torch in ("2.10.0", "2.8.0"):
        ran(project, torch, adds=[["2", "zwei"]] if torch == "2.8.0" else [])
    ran(project, "2.10.0", device="cuda", adds=[["2", "deux"]])
    part = shown(project, "release-changes")
    assert [row[:2] for row in cells(part)] == [
        ["torch 2.10.0", "torch 2.9.0"],
        ["torch 2.9.0", "torch 2.8.0"],
    ]
    assert [lines.get_text() for lines in part.select("pre")] == ["- zwei\n+ 2\n"]
    targets = {link["href"].removeprefix("#") for link in part.select("td a, th a")}
    assert targets == {heading["id"] for heading in part.select("h2")}


@pytest.mark.parametrize(
    ("instead", "printed"),
    [
        ([], ["2", "3"]),
        ([["3", "4"]], ["2", "4"]),
        ([["2", ""]], ["3"]),
        ([["", "Error: no"]], ["2", "3", "Error: no"]),
        ([["2", "1"], ["", "more"]], ["1", "more", "3"]),
        ([["2", "1"], ["3", "2"]], ["1", "2"]),
        ([["3", "2"], ["2", "x"]], ["2", "2", "x"]),
    ],
)
def test_an_output_is_the_promises_with_what_came_instead(instead: list, printed: list) -> None:
    assert changes.output(PROGRAMS["adds.py"], instead) == printed


def test_a_line_that_is_gone_or_new_is_said_to_be(project: Path) -> None:
    assert changes.difference(["1", "2"], ["1"]) == ["- 2", "+ (no such line)"]
    assert changes.difference(["1"], ["1", "2"]) == ["- (no such line)", "+ 2"]
    assert changes.escaped("a_b `c_d` <e> [f]") == r"a\_b `c_d` &lt;e> \[f\]"


def test_every_shown_program_is_found_on_its_pages() -> None:
    found = changes.shown_on(DOCS, CHAPTER.name)
    by_page: dict[str, set[str]] = {}
    for name, pages in found.items():
        for one in pages:
            by_page.setdefault(one.source, set()).add(name)
    for path in ("faq.md", "quiz.md", "index.md", "exercises/dtype-errors.md"):
        programs = rendered((DOCS / CHAPTER.name / path).read_text("utf-8"))[1]
        names = {program.relative_to(CHAPTER).as_posix() for program in programs}
        assert by_page.get(f"{CHAPTER.name}/{path}", set()) == names


# What CUDA does instead.


def record_cuda(project: Path) -> None:
    ran(project, adds=[], labels=[], shape=[])
    ran(
        project,
        device="cuda",
        adds=[["2", "host_softmax"]],
        labels=[["Long or Byte", REPORTED]],
        shape=[["off by 0.25", "off by 0.5"]],
    )


def test_the_same_line_stands_once_and_names_its_programs(project: Path) -> None:
    record_cuda(project)
    ran(project, "2.10.0", "cuda", adds=[["2", "host_softmax"]])
    part = shown(project, "cuda-differences")
    messages, numbers = part.select("ul.messages")
    assert [item.p.get_text() for item in messages.select(":scope > li")] == [
        REPORTED,
        "host_softmax",
    ]
    assert [item.p.get_text() for item in numbers.select(":scope > li")] == ["off by 0.5"]
    softmax = said(messages.select(":scope > li")[1])
    where = "torch 2.9.0 on NVIDIA H200 and torch 2.10.0 on NVIDIA H200"
    assert softmax == f"host_softmax Instead of 2 . With {where}. One and one is 2 : All"
    assert messages.select_one("a")["href"] == "../../c/quirks/labels/#labels"
    assert "3 programs have run, and 3 of them print" in said(shown(project, "cuda-status"))


def test_a_report_loses_its_mark_when_a_recording_has_the_message(project: Path) -> None:
    def marks() -> tuple[bool, list, bool]:
        [quirk] = quirks(project / "docs", project / "snippets", "c")
        data = search_data([quirk])[FILE]
        assert REPORTED in data["messages"][0]
        unverified = REPORTED in data["unverified"]
        captions = [
            said(caption)
            for caption in page(project, QUIRK).select(".snippet-caption")
            if REPORTED in caption.get_text()
        ]
        return unverified, captions, REPORTED in said(shown(project, "cuda-reported"))

    ran(project, adds=[], labels=[])
    mark = f"Reported on CUDA, not yet verified here: {REPORTED}"
    assert marks() == (True, [mark], True)
    ran(project, device="cuda", labels=[["Long or Byte", "another message"]])
    assert marks() == (True, [mark], True)
    ran(project, "2.10.0", adds=[["2", REPORTED]])  # on a CPU
    assert marks() == (True, [mark], True)
    ran(project, device="cuda", adds=[["2", f"said: {REPORTED}"]])
    assert marks() == (False, [f"On CUDA, in other runs: {REPORTED}"], False)
    ran(project, device="cuda", labels=[["Long or Byte", REPORTED]])
    assert marks() == (False, [], False)
    fold = page(project, QUIRK).select_one("details.other-torch")
    assert REPORTED in fold.get_text()
    assert fold.summary.get_text() == "On CUDA: other output with torch 2.9.0 on NVIDIA H200"
    changed = PROGRAMS["quirks/labels.py"] + "\n"
    (project / "snippets" / "c" / "quirks" / "labels.py").write_text(changed)
    (project / "snippets" / "c" / "adds.py").write_text(PROGRAMS["adds.py"] + "\n")
    assert marks() == (True, [mark], True)


def test_what_is_about_cuda_is_reported_until_it_has_run_there(project: Path) -> None:
    quirk = QUIRK.replace("c/quirks/labels.py", "c/quirks/a_label_on_cuda.py")
    path = project / "docs" / "c" / "quirks" / "a_label_on_cuda.md"
    path.write_text(quirk.replace("[Long or Byte]", "[device-side assert]"))
    caption = "a_label_on_cuda.py · "
    before = [said(c) for c in page(project, quirk).select(".snippet-caption")]
    assert before == [
        f"{caption}reported, not yet verified here: it needs CUDA",
        f"Reported on CUDA, not yet verified here: device-side assert , {REPORTED}",
    ]
    ran(project, "2.11.0", "cuda", a_label_on_cuda=[["", "device-side assert"]])
    after = [said(c) for c in page(project, quirk).select(".snippet-caption")]
    assert after[0] == f"{caption}ran with torch 2.11.0 on NVIDIA H200, and printed other lines"
    assert "device-side" not in after[1]
    ran(project, "2.11.0", "cuda", a_label_on_cuda=[])
    kept = said(page(project, quirk).select_one(".snippet-caption"))
    assert kept == f"{caption}ran with torch 2.11.0 on NVIDIA H200"


def test_a_caption_keeps_releases_and_devices_apart(project: Path) -> None:
    for torch in ("2.9.0", "2.8.0", "2.10.0"):
        ran(project, torch, adds=[])
    ran(project, device="cuda", adds=[])
    assert said(page(project, FENCES).select_one(".snippet-caption")) == (
        "adds.py · ran with torch 2.9.0 on x86_64 CPU, and with 2 other releases, 2.8.0 to 2.10.0; "
        "with torch 2.9.0 on NVIDIA H200"
    )


def test_pairings_that_are_silent_on_cuda_alone_come_first(project: Path) -> None:
    data = DOCS / CHAPTER.name / "data" / "matrix.json"
    matrix = recorded(data)
    shutil.copytree(DOCS / CHAPTER.name / "views", project / "docs" / "c" / "views")
    (project / "docs" / "c" / "data").mkdir()
    shutil.copy(data, project / "docs" / "c" / "data")
    program = project / "snippets" / "c" / "matrix.py"
    program.write_text("print()\n")
    assert "have not run on CUDA yet" in said(shown(project, "matrix-on-cuda", "matrix"))
    said_here = [(n, row.get("error", "")) for n, row in enumerate(matrix["rows"])]
    error = {"outcome": "raises", "error": "Error: CUDA\nmore", "assertion": "`t` failed"}
    does = {n: error for n, here in said_here if "elements of input should be" in here}
    out = [n for n, here in said_here if "'target' is out of" in here][:3]
    does |= {n: {"outcome": "silent"} for n in out}
    silent = sum(here["outcome"] == "silent" for here in does.values())
    assert 0 < silent < len(does)
    differs = grouped((n, here, of_row(matrix["rows"][n])) for n, here in does.items())
    rows = len(matrix["rows"])
    did = {"text": digest("print()\n"), "rows": rows, "against": "2.11.0", "differs": differs}
    run = Run(GPU, "2026-01-02", 1.0, {}, {"matrix.py": did})
    record(project / "docs", project / "snippets", "c", "2.11.0", "cuda", run)
    part = shown(project, "matrix-on-cuda", "matrix")
    first = f"{silent} pairings raise an error on the CPU and run in silence on CUDA"
    assert said(part).startswith(first)
    assert f"{len(does)} of {rows:,} pairings do something else" in said(part)
    items = [[said(p) for p in item.select("p")] for item in part.select("li")]
    assert items[0][0] == "no error and no warning"
    assert items[0][1].startswith("Instead of RuntimeError: argument #2 'target' is out of range")
    assert items[0][2] == f"{silent} pairings of MultiLabelMarginLoss"
    assert items[1][0] == "`t` failed" and items[1][2].endswith(" pairings of BCELoss")
    assert part.select_one("a")["href"].startswith("../explorer/#activation=")
    program.write_text("print(2)\n")
    assert "have not run on CUDA yet" in said(shown(project, "matrix-on-cuda", "matrix"))


# Scores, schema, and what captions mean.


def test_a_score_is_kept_and_shown(project: Path) -> None:
    docs = project / "docs"
    scores.record_score("programs", 95, 100, 61.04, equivalent=7, docs=docs)
    scores.record_score("numbers on pages", 3, 4, 1, docs=docs)
    kinds = {"a line lost": (1, 1), "a digit": (3, 3)}
    scores.record_score("numbers on pages", 4, 4, 2, docs=docs, kinds=kinds)
    day = scores.scores(docs)["programs"]["date"]
    part = shown(project, "mutation-scores")
    assert cells(part.table) == [
        ["Numbers on pages", "4 of 4", "100.0 %", "0", "2 s", day],
        ["Programs", "95 of 100", "95.0 %", "7", "61 s", day],
    ]
    [fold] = part.select("details")
    assert fold.summary.get_text() == "Numbers on pages, by the kind of change"
    assert cells(fold) == [["A line lost", "1 of 1"], ["A digit", "3 of 3"]]


WRONG = [{"noticed": 2}, {"total": 0, "noticed": 0}, {"date": 1}, {"more": 1}]
WRONG += [{"kinds": kinds} for kinds in (1, {"b": 1}, {"b": [1]}, {"b": [0, 1]})]


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"a": 1}', '{"a": {"noticed": 1}}']
    + [
        json.dumps({"a": dict.fromkeys(scores.FIELDS, 1) | {"date": "d"} | wrong})
        for wrong in WRONG
    ],
)
def test_what_is_no_score_is_refused_by_name(text: str, project: Path) -> None:
    (project / "docs" / scores.NAME).write_text(text)
    with pytest.raises(BuildError, match=r"scores\.json: git checkout it, or delete it"):
        shown(project, "mutation-scores")


def test_every_field_is_described(project: Path) -> None:
    rows = cells(shown(project, "evidence-fields"))
    outer = SCHEMA["properties"]
    assert {name for name, _ in rows} == {*outer, *(f"runs: {name}" for name in RUN)}
    assert all(meaning.endswith(".") for _, meaning in rows)


def meanings() -> list[str]:
    """Return what the evidence page explains: captions, and kinds of quirks."""
    [path] = DOCS.glob(f"*/{PAGES[0]}.md")
    text = path.read_text("utf-8").partition("{ #captions")[2]
    return re.findall(r"^- \*\*(.+?)\*\*: ", text, re.MULTILINE)


def test_what_kinds_of_quirks_mean_is_said() -> None:
    assert [name.lower() for name in meanings() if name.lower() in KINDS] == [*KINDS]


def test_what_captions_mean_is_said(project: Path) -> None:
    captions: set[str] = set()

    def note() -> None:
        proof = QUIRK.replace("quirks/labels.py", "quirks/a_label_on_cuda.py")
        for text in (FENCES, QUIRK, proof):
            parts = page(project, text).select(".snippet-caption, .other-torch > summary")
            captions.update(said(part).partition(" · ")[2] or said(part) for part in parts)

    for torch in ("2.7.0", "2.8.0", "2.9.0"):
        ran(project, torch, adds=[], labels=[])
    note()
    ran(project, "2.10.0", adds=[["2", "two"]])
    ran(project, device="cuda", adds=[["2", REPORTED]], a_label_on_cuda=[["", "assert"]])
    note()
    explained = [name for name in meanings() if name.lower() not in KINDS]
    patterns = [".*".join(map(re.escape, name.split("…"))).strip() for name in explained]
    for pattern in patterns:
        assert any(re.search(pattern, caption) for caption in captions), (pattern, captions)
    for caption in captions:
        assert any(re.search(pattern, caption) for pattern in patterns), caption


def test_a_second_chapter_has_the_pages_by_its_own_name(project: Path, caplog, monkeypatch) -> None:
    """The whole site, with the real configuration: pages of chapter `c`, and a schema beside it."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    record_cuda(project)
    site = project / "whole"
    site.mkdir()
    config = make_project(site, "# Home\n")
    for name in ("adds.py", "shape.py", "quirks/labels.py"):
        (site / "snippets" / "c" / name).parent.mkdir(exist_ok=True)
        (site / "snippets" / "c" / name).write_text(PROGRAMS[name])
    (project / "docs" / "c").rename(site / "docs" / "c")
    (project / "pyproject.toml").rename(site / "pyproject.toml")
    (site / "docs" / "find.md").write_text("# Find\n")
    for name in PAGES:
        [page] = DOCS.glob(f"*/{name}.md")
        text = page.read_text("utf-8").replace(f"show {CHAPTER.name}/evidence", "show c/evidence")
        text = re.sub(r"<!-- show \S+/matrix: .* -->", "", text)
        (site / "docs" / "c" / f"{name}.md").write_text(text, "utf-8")
    assert refusal(config, caplog) == ""
    for name in PAGES:
        built = site / "site" / "c" / name / "index.html"
        assert [flaw for flaw in flaws(built, site / "site") if "description" not in flaw] == []
    published = json.loads((site / "site" / "c" / "evidence" / "schema.json").read_text())
    assert published == SCHEMA


def test_every_chapter_with_evidence_has_the_pages() -> None:
    chapters = {path.parents[1] for path in DOCS.glob("*/evidence/*.json")}
    assert chapters
    missing = [
        c / f"{name}.md" for c in chapters for name in PAGES if not (c / f"{name}.md").exists()
    ]
    assert not missing, f"copy {missing[0].name} from another chapter, with its own markers"

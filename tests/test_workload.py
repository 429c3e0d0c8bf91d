"""Law: what a run of the tests leaves to the week has not been touched by the newest commits."""

from types import SimpleNamespace

import pytest
from runner import workload
from runner.folders import ROOT

OWN = "tests/test_quiz.py"
TOUCHED = {
    "nobody knows what": (None, True),
    "nothing": ([], False),
    "a quirk, its proof and where it ran": (
        ["docs/c/quirks/a.md", "snippets/c/quirks/a.py", "docs/c/evidence/cpu-1.0.json"],
        False,
    ),
    "laws of other things, and what is not of the site": (
        ["tests/test_site.py", "tests/judged.json", ".github/workflows/ci.yml", "README.md"],
        False,
    ),
    "the law": ([OWN], True),
    "what all laws stand on": (["tests/conftest.py"], True),
    "a script": (["docs/assets/quiz.js"], True),
    "what makes pages": (["docs/builder/question.py"], True),
    "a question": (["docs/c/quiz/one.yml"], True),
    "a page": (["docs/c/quiz.md"], True),
    "a page beside a quirk": (["docs/c/quirks/a.md", "docs/c/index.md"], True),
    "a program of the chapter": (["snippets/c/one_two.py"], True),
    "the settings": (["mkdocs.yml"], True),
}


def touch(monkeypatch: pytest.MonkeyPatch, names: list[str] | None) -> None:
    found = None if names is None else frozenset(names)
    monkeypatch.setattr(workload, "changed", lambda: found)
    workload.lately.cache_clear()


@pytest.fixture(autouse=True)
def forget():
    yield
    workload.lately.cache_clear()


def law(*fixtures: str, marks: tuple[str, ...] = ("moved",)) -> SimpleNamespace:
    marked = {name: True for name in marks}
    return SimpleNamespace(path=ROOT / OWN, fixturenames=fixtures, get_closest_marker=marked.get)


def asked(*arguments: str, **options: object) -> SimpleNamespace:
    usual = {"weekly": False, "record": False, "browser": "chromium"}
    return SimpleNamespace(args=[*arguments], option=SimpleNamespace(**usual | options))


@pytest.mark.parametrize("what", TOUCHED)
def test_a_law_about_what_a_reader_moves_waits_until_something_is_touched(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, runs = TOUCHED[what]
    touch(monkeypatch, names)
    assert workload.waits(law("browser"), asked("tests")) is not runs


def test_what_is_asked_for_does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    touch(monkeypatch, [])
    assert not workload.waits(law(), asked()), "it takes no browser"
    assert not workload.waits(law("reader"), asked(OWN))
    assert not workload.waits(law("reader"), asked(f"{OWN}::test_one"))
    for option in ({"weekly": True}, {"record": True}, {"browser": "firefox"}):
        assert not workload.waits(law("reader"), asked(**option)), option
    assert workload.waits(law(marks=("weekly",)), asked(OWN))
    assert not workload.waits(law(marks=("weekly",)), asked(weekly=True))
    assert not workload.waits(law("browser", marks=()), asked())


def test_one_in_so_many_and_what_was_touched_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    touch(monkeypatch, ["docs/c/quirks/f.md", "snippets/c/g.py", "docs/c/e.yml", "tests/d.md"])
    cases = [f"c/{name}/index.html" for name in "abcdefgh"]
    shared = workload.shared_out(cases, 4, always=[cases[1]])
    stays = [case for case in shared if isinstance(case, str)]
    assert stays == [cases[n] for n in (0, 1, 4, 5, 6)]
    assert [mark.name for case in shared if case not in stays for mark in case.marks] == 3 * [
        "weekly"
    ]

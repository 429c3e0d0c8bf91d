"""Law: each interactive part does in every browser what it is for, by touch where there is touch.

`nox -s tests` holds it in Chromium, on a phone; `nox -s browsers` in Firefox and WebKit, on both.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from built.browsers import remedy, takes_touch, webkitgtk
from built.tools import missing
from built.visitor import ByPlaywright, BySelenium, Visitor, button
from conftest import SIZES

CHAPTER = "/activations-and-losses/"
QUESTION = "quiz-question[data-id=argmax]"
KEY = "localStorage['pytorch-essentials']"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "size" in metafunc.fixturenames:
        other = metafunc.config.option.browser != "chromium"
        metafunc.parametrize("size", [*SIZES] if other else ["phone"])


@pytest.fixture(scope="module")
def gtk(downloads: Path) -> Iterator[BySelenium]:
    with webkitgtk(downloads) as browser:
        if not browser:
            missing("There is no WebKitGTK on this machine", remedy("webkitgtk"))
        yield BySelenium(browser, downloads)


@pytest.fixture
def reader(size: str, downloads: Path, request: pytest.FixtureRequest) -> Visitor:
    if request.config.option.browser == "webkitgtk":
        gtk = request.getfixturevalue("gtk")
        gtk.start_anew(request.getfixturevalue("server").address, **SIZES[size])
        return gtk
    touch = size == "phone" and takes_touch(request.getfixturevalue("browser"))
    profile = {"viewport": SIZES[size], "has_touch": touch, "color_scheme": "light"}
    if request.config.option.browser == "chromium":  # which asks nobody when it is not headless
        profile["permissions"] = ["clipboard-read", "clipboard-write"]
    return ByPlaywright(request.getfixturevalue("visit")("/", **profile), touch, downloads)


@pytest.fixture
def at(reader: Visitor, server):
    """Open a page of the site."""

    def at(page: str) -> Visitor:
        reader.open(server.address + page)
        return reader

    return at


def test_search_finds(at) -> None:
    reader = at("/")
    reader.write(".ask textarea", "which loss")
    reader.tap(".ask button")
    assert reader.becomes("document.querySelector(\"ol.quirks li > a[href$='/pairings/']\")")


def test_what_was_copied_can_be_pasted(at) -> None:
    reader = at(CHAPTER)
    shown = "document.querySelector('.snippet:not(:has(figure))').id"  # not in a fold
    first = reader.value(shown)
    in_the_middle = 'scrollIntoView({block: "center"})'  # clear of the header
    reader.value(f"document.getElementById({json.dumps(first)}).{in_the_middle}")
    reader.tap(f"#{first} button[data-md-type=copy]")
    assert reader.sees(".md-dialog", "Copied")
    reader = at("/find/")
    reader.paste("quirk-finder textarea")
    said = first.replace("_", " ")
    assert reader.becomes("document.querySelector('textarea').value.startsWith('\"\"\"')")
    assert said[2:10] in reader.value("document.querySelector('textarea').value").lower()


def test_the_dark_stays(at) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    reader = at(CHAPTER)
    light = reader.value(background)
    reader.tap("label[title='Switch to dark mode']")
    assert reader.becomes(f"{background} !== {json.dumps(light)}")
    dark = reader.value(background)
    assert at(CHAPTER).value(background) == dark


def test_a_fold_opens_and_shuts(at) -> None:
    reader = at("/activations-and-losses/interview/")
    fold = "document.querySelector('article details').open"
    reader.tap("article details summary")
    assert reader.becomes(fold)
    reader.tap("article details summary")
    assert reader.becomes(f"!{fold}")


def test_a_term_says_what_it_means(at) -> None:
    reader = at(CHAPTER)
    meaning = reader.value("document.querySelector('article abbr').title")
    reader.tap("article abbr")
    assert reader.sees(".md-tooltip2", meaning)
    # Where nothing hovers, it is the focus that shows it.
    assert reader.value("document.activeElement.matches('abbr')")


def test_a_ticked_objective_stays_ticked(at) -> None:
    reader = at(CHAPTER)
    reader.tap(".learning-objectives li:nth-child(2) input")
    assert reader.sees(".learning-objectives", "1 of")
    reader = at(CHAPTER)
    assert reader.value("document.querySelectorAll('.learning-objectives :checked').length") == 1
    reader.tap(button("Start over"))
    reader.tap("//dialog//button[.='Start over']")
    assert reader.sees(".learning-objectives .progress", "0 of")


def test_an_answer_to_an_exercise_is_told_and_stays(at) -> None:
    said = "typed-line [role=status]"
    reader = at(f"{CHAPTER}exercises/stable-bce/")
    reader.tap("details:has(> typed-line) > summary")
    reader.write("typed-line input", "F.softplus(logits)")
    reader.tap("typed-line button")
    assert reader.sees(said, "It does not pass.")
    reader.tap("details:has(> chosen-answer) > summary")
    reader.tap("chosen-answer li:nth-child(2) input")
    reader.tap("chosen-answer form button")
    assert reader.sees("chosen-answer [role=status]", "It does not pass.")
    reader = at(f"{CHAPTER}exercises/stable-bce/")
    reader.tap("details:has(> typed-line) > summary")
    assert reader.sees(said, "It does not pass.")


def test_an_answer_is_judged_and_stays(at) -> None:
    reader = at(f"{CHAPTER}quiz/")
    reader.tap(f"{QUESTION} input[value=A]")
    reader.tap(f"{QUESTION} button[type=submit]")
    assert reader.sees(f"{QUESTION} .quiz-said", "Not this time")
    reader.tap(f"{QUESTION} button:not([type=submit])")
    reader.tap(f"{QUESTION} input[value=C]")
    reader.tap(f"{QUESTION} button[type=submit]")
    assert reader.sees(f"{QUESTION} .quiz-said", "Right.")
    assert at(f"{CHAPTER}quiz/").sees(f"{QUESTION} .quiz-said", "Right.")
    assert reader.sees("quiz-summary", "1 right, 0 wrong")


def test_output_is_predicted_and_stays_shown(at) -> None:
    program = "#softmax_twice_puts_a_floor_under_the_loss"
    shown = f"document.querySelector('{program} predict-output[data-shown]')"
    reader = at(CHAPTER)
    reader.value(f"document.querySelector('{program}').scrollIntoView()")
    assert reader.becomes(f"document.querySelector('{program} predict-output:defined')")
    reader.write(f"{program} predict-output input", "0.55")
    reader.tap(f"{program} predict-output button:not([type])")
    assert reader.sees(f"{program} predict-output [role=status]", "Right.")
    reader = at(CHAPTER)
    reader.value(f"document.querySelector('{program}').scrollIntoView()")
    assert reader.becomes(shown)


def test_an_exercise_is_marked_as_solved(at) -> None:
    reader = at(f"{CHAPTER}exercises/softmax-twice/")
    reader.tap(button("Mark as solved"))
    assert reader.sees("exercise-state", "Solved: you said so")
    assert at(f"{CHAPTER}exercises/softmax-twice/").sees("exercise-state", "Solved: you said so")


def test_cards_are_shown_and_graded(at) -> None:
    reader = at(f"{CHAPTER}interview/")
    reader.tap(button("Review what is due or new"))
    reader.write("#own-answer", "my answer, with 1 2 3 in it")
    reader.tap(button("Show the answer"))
    assert reader.becomes("document.querySelector('.card:not([hidden]) details').open")
    reader.tap(button("Good (2)"))
    reader.tap(button("Stop"))
    assert reader.sees("card-deck > p", "24 new")
    assert at(f"{CHAPTER}interview/").sees("card-deck > p", "24 new")


def test_progress_leaves_and_comes_back(at, tmp_path: Path) -> None:
    entry = {"id": "quiz-argmax", "kind": "quiz", "status": "right", "given": "A"}
    entry["lastTs"] = "2026-01-01T00:01:00Z"
    file = tmp_path / "mine.json"
    file.write_text(json.dumps({"version": 2, "entries": {"quiz-argmax": entry}}))
    reader = at(f"{CHAPTER}progress/")
    reader.hand_in("learning-path input[type=file]", file)
    assert reader.sees("learning-path dialog", "1 entry: 1 new here")
    reader.tap(button("Take them over"))
    assert reader.sees("learning-path", "Read in.")
    assert json.loads(reader.value(KEY))["entries"]["quiz-argmax"] == entry
    saved = json.loads(reader.save(button("Save as a file")))
    assert saved["entries"]["quiz-argmax"] == entry
    reader.tap(button("Delete everything"))
    reader.tap(button("Delete it"))
    assert reader.becomes(f"{KEY} === undefined")


def test_the_finder_puts_the_quirk_first(at) -> None:
    reader = at("/find/")
    reader.choose("#finder-kind", "loud error")
    kinds = "new Set([...document.querySelectorAll('ol .kind')].map((kind) => kind.textContent))"
    assert reader.becomes(f"[...{kinds}].join() === 'loud error'")
    reader.choose("#finder-kind", "any")
    reader.write("quirk-finder textarea", "my loss does not fall below 0.55")
    assert reader.sees("quirk-finder", "the likeliest first")
    assert reader.value("document.querySelectorAll('ol.quirks li').length") > 0


def test_the_explorer_shows_what_is_chosen(at) -> None:
    reader = at(f"{CHAPTER}explorer/")
    reader.choose("#explorer-activation", "none")
    assert reader.sees("pairing-explorer .verdict", "Right.")
    reader.choose("#explorer-activation", "Softmax")
    assert not reader.words("pairing-explorer .verdict").startswith("Right.")
    assert "activation=Softmax" in reader.value("location.hash")
    reader.tap("//pairing-explorer//a[.='Show that']")
    assert reader.sees("pairing-explorer .verdict", "Right.")
    reader.tap(button("Copy this program"))
    assert reader.becomes(
        "document.querySelector('.explorer-program button').innerText === 'Copied'"
    )


def test_a_figure_can_be_moved(at) -> None:
    reader = at(f"{CHAPTER}explore/#explore=softmax-twice&z=9.9")
    assert reader.sees("softmax-twice [role=status]", "at its floor, a loss of 1.461")
    reader.tap("//softmax-twice//button[@aria-label='Classes: less']")
    assert reader.sees("softmax-twice [role=status]", "at its floor, a loss of 1.372")
    assert reader.becomes("location.hash.includes('classes=9')")
    reader.tap("//softmax-twice//button[.='Start over']")
    assert reader.becomes("!location.hash")


def test_a_network_is_trained(at) -> None:
    reader = at(f"{CHAPTER}network/#explore=network-trainer&hidden=Tanh")
    reader.tap("//network-trainer//button[.='100 steps']")
    assert reader.sees("network-trainer [role=status]", "Step 100: loss 0.")
    reader.tap("//network-trainer//button[@aria-label='Hidden layers: more']")
    assert reader.sees("network-trainer [role=status]", "Step 0: loss 0.")
    assert reader.becomes("location.hash.includes('layers=2')")
    reader.tap("//network-trainer//button[.='Start over']")
    assert reader.becomes("!location.hash")


def test_the_chooser_leads_to_a_task(at) -> None:
    reader = at(f"{CHAPTER}pairings/")
    for answer in ("exactly one of several classes", "each token of a sequence"):
        reader.tap(f"//*[@class='chooser']//summary[contains(., '{answer}')]")
    reader.tap("//*[@class='chooser']//details[@open]//a[contains(@href, 'a_class_per_token')]")
    assert reader.becomes("location.pathname.endsWith('/tasks/a_class_per_token/')")


@pytest.mark.parametrize("page", ["/find/", *(CHAPTER + p for p in ("quiz/", "explorer/"))])
def test_a_phone_does_not_zoom_into_a_field(page: str, at) -> None:
    fields = "[...document.querySelectorAll('article :is(textarea, select, input:not([type]))')]"
    reader = at(page)
    assert reader.becomes(f"{fields}.length > 0")
    sizes = reader.value(f"{fields}.map((field) => parseFloat(getComputedStyle(field).fontSize))")
    assert sizes and min(sizes) >= 16  # px: below that, Safari on an iPhone does

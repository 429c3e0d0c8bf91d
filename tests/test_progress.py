"""Law: what a learner has done is kept, taken along and merged, and nothing stored is lost."""

import json
import random
import re
from pathlib import Path

import pytest
from builder.anki import deck
from builder.chapter import Chapter, cards
from builder.exercise import content_hash
from builder.question import bank
from built.accessibility import settle, violations
from built.serving import serve
from conftest import SIZES
from runner import exercise_check, exercise_runner
from runner.folders import DOCS, SNIPPETS

pytestmark = pytest.mark.moved

CHAPTER = "activations-and-losses"
PATH, QUIZ, CARDS = (f"/{CHAPTER}/{page}/" for page in ("progress", "quiz", "interview"))
KEY = "pytorch-essentials"
DECKS = {page.parent.name: cards(page) for page in sorted(DOCS.glob("*/interview.md"))}
PATHS = {
    page.parent.name: Chapter(DOCS, SNIPPETS, page.parent.name).objectives
    for page in sorted(DOCS.glob("*/progress.md"))
}
OBJECTIVES = PATHS[CHAPTER]


def stored(page) -> dict:
    return json.loads(page.evaluate(f"localStorage['{KEY}'] ?? '{{}}'"))


def store(page, content: str) -> None:
    page.evaluate("([key, content]) => (localStorage[key] = content)", [KEY, content])
    page.reload()


def read_in(page, name: str, content: str) -> str:
    """Give the page a progress file; return what it says before anything is taken over."""
    page.locator("learning-path input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content.encode()}
    )
    page.wait_for_timeout(100)
    return page.locator("learning-path > p[role=status]").last.inner_text()


def entry(name: str, minute: int, **more) -> dict:
    time = f"2026-01-01T00:{minute:02}:00Z"
    return {"id": name, "kind": "quiz", "status": "right", "given": "A", "lastTs": time} | more


def file_of(*entries: dict, version: int = 2) -> str:
    return json.dumps({"version": version, "entries": {e["id"]: e for e in entries}})


@pytest.mark.parametrize("chapter", PATHS)
def test_every_objective_has_questions_exercises_and_cards(chapter: str) -> None:
    for objective in PATHS[chapter]:
        assert objective.questions, f"no question about {objective.slug}"
        assert objective.exercises or objective.cards, f"nothing to do for {objective.slug}"


@pytest.mark.parametrize("chapter", DECKS)
def test_a_card_has_an_id_and_an_objective(chapter: str) -> None:
    page = (DOCS / chapter / "interview.md").read_text("utf-8")
    assert len(DECKS[chapter]) == page.count('??? success "Model answer"') > 0, (
        "a card's heading ends in { #id data-objective=... }"
    )


def test_there_is_enough_to_do() -> None:
    assert len(OBJECTIVES) >= 6 and sum(map(len, DECKS.values())) >= 25


@pytest.mark.parametrize("chapter", DECKS)
def test_an_anki_note_has_its_id_for_ever(chapter: str) -> None:
    package = deck(DECKS[chapter], "Deck", "https://reader.example/")
    notes = package.decks[0].notes
    assert [note.guid for note in notes] == [
        f"pytorch-essentials-{card.id}" for card in DECKS[chapter]
    ]
    for note in notes:
        question, answer, address = note.fields
        assert len(answer) > 40 and not re.search(r"\*\*|`|\]\(", question + answer), note.fields
        assert address.startswith("https://reader.example/#")


@pytest.mark.parametrize("chapter", DECKS)
def test_the_deck_is_beside_its_page(chapter: str, site: Path) -> None:
    assert (site / chapter / "interview" / "interview.apkg").stat().st_size > 10_000


def test_merging_is_idempotent_and_commutative(visit) -> None:
    page = visit(PATH)
    draw = random.Random(0)
    kinds = {"quiz": ("right", "wrong"), "exercise": ("solved", "wrong")}
    names = [f"{kind}-{n}" for kind in kinds for n in range(4)]

    def drawn(name: str) -> dict:
        kind = name.partition("-")[0]
        status, attempts = draw.choice(kinds[kind]), draw.randrange(3)
        return entry(name, draw.randrange(3), kind=kind, status=status, attempts=attempts)

    for _ in range(200):
        sides = [{n: drawn(n) for n in draw.sample(names, draw.randrange(8))} for _ in range(2)]
        ab, ba, twice = page.evaluate(
            """([a, b]) => {
                const [ab, ba] = [{...a}, {...b}];
                progress.merge(ab, b);
                progress.merge(ba, a);
                const twice = {...ab};
                progress.merge(twice, b);
                return [ab, ba, twice];
            }""",
            sides,
        )
        assert ab == ba == twice
        assert {*ab} == {*sides[0], *sides[1]}
        for name, kept in ab.items():
            versions = [side[name] for side in sides if name in side]
            solved = [one for one in versions if one["status"] == "solved"]
            assert kept["lastTs"] == max(one["lastTs"] for one in solved or versions)
            assert kept["status"] in {one["status"] for one in solved or versions}
            assert kept["attempts"] == max(one["attempts"] for one in versions)


def test_what_a_file_changes_is_said_before_and_what_was_solved_stays_solved(visit) -> None:
    """First the runner's file where the exercise is newer, and wrong; then one that changes two."""
    page = visit(PATH)
    name, folder = next(iter(exercise_check.folders().items()))
    solved = entry(
        name, 1, kind="exercise", status="solved", by="hand", contentHash=content_hash(folder)
    )
    store(page, file_of(solved, entry("quiz-argmax", 1, status="wrong")))
    tried = entry(name, 2, kind="exercise", status="wrong", contentHash=content_hash(folder))
    said = read_in(page, "state.json", file_of(tried))
    assert "state.json has 1 entry, and nothing in it is new here" in said
    assert stored(page)["entries"][name] == solved
    newer = [tried | {"attempts": 3}, entry("quiz-argmax", 2), entry("quiz-vanishing", 2)]
    assert read_in(page, "mine.json", file_of(*newer)) == ""
    asked = page.get_by_role("dialog")
    assert "mine.json has 3 entries: 1 new here, 2 of which you have" in asked.inner_text()
    title = page.locator("li[data-id=quiz-argmax] a").first.text_content()
    assert asked.get_by_role("listitem").all_inner_texts() == [
        f"{title}: “wrong” becomes “right”"
    ], "what stays solved is not said to change"
    page.keyboard.press("Escape")
    field = f"typed-line-{name}"
    store(page, file_of(entry(field, 1, kind="typed-line", status="wrong"), solved))
    read_in(page, "mine.json", file_of(entry(field, 2, kind="typed-line")))
    title = page.locator(f"li[data-id={name}] a").first.text_content()
    assert asked.get_by_role("listitem").all_inner_texts() == [
        f"A line filled in, {title}: “wrong” becomes “right”"
    ]
    page.keyboard.press("Escape")
    store(page, file_of(solved, entry("quiz-argmax", 1, status="wrong")))
    assert read_in(page, "mine.json", file_of(*newer)) == ""
    page.get_by_role("button", name="Take them over").click()
    assert stored(page)["entries"][name] == solved | {"attempts": 3}


def test_saved_deleted_and_read_in_everything_is_back(visit) -> None:
    page = visit(PATH)
    store(page, file_of(entry("quiz-argmax", 1), entry("unknown-to-this-site", 2)))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    content = Path(download.value.path()).read_text("utf-8")
    before = stored(page)["entries"]
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete it").click()
    assert stored(page) == {}
    assert read_in(page, "mine.json", content) == ""
    assert "3 entries: 3 new here, 0 of which" in page.get_by_role("dialog").inner_text()
    page.get_by_role("button", name="Take them over").click()
    assert stored(page)["entries"] == before
    assert "has 3 entries, and nothing in it is new here" in read_in(page, "mine.json", content)
    assert page.get_by_role("dialog").count() == 0


HAS_FOCUS = "e => e === document.activeElement"


def test_deleting_asks_first_and_the_focus_stays_in_sight(visit) -> None:
    """By keyboard: what is chosen without a look, Enter after Enter, changes nothing."""
    page = visit(PATH)
    store(page, file_of(entry("quiz-argmax", 1)))
    before = stored(page)
    delete = page.get_by_role("button", name="Delete everything")
    dialog = page.get_by_role("dialog", name="Delete all of your progress")
    for leave in ("Enter", "Escape"):
        delete.press("Enter")
        assert dialog.get_by_role("button", name="Leave it").evaluate(HAS_FOCUS)
        page.keyboard.press(leave)
        assert dialog.count() == 0 and stored(page) == before
        assert delete.evaluate(HAS_FOCUS)
    delete.press("Enter")
    dialog.get_by_role("button", name="Delete it").press("Enter")
    said = page.locator("learning-path > p[role=status]")
    assert stored(page) == {} and said.inner_text() == "Deleted." and said.evaluate(HAS_FOCUS)


def test_reading_in_leaves_the_focus_in_sight(visit) -> None:
    page = visit(PATH)
    read_in(page, "mine.json", file_of(entry("quiz-argmax", 1)))
    page.keyboard.press("Enter")
    assert stored(page) == {}, "what changes nothing has the focus"
    assert page.get_by_role("button", name="Read a file in").evaluate(HAS_FOCUS)
    read_in(page, "mine.json", file_of(entry("quiz-argmax", 1)))
    page.get_by_role("button", name="Take them over").press("Enter")
    said = page.locator("learning-path > p[role=status]")
    assert said.inner_text() == "Read in." and said.evaluate(HAS_FOCUS)


BAD_FILES = {
    "no JSON": ("{", "it is no JSON"),
    "foreign": ('{"name": "package"}', "no progress of this site"),
    "a list": ("[]", "no progress of this site"),
    "nothing": ("null", "no progress of this site"),
    "a version that is none": ('{"version": "constructor"}', "no progress of this site"),
    "an answer that is not there": (file_of(entry("a", 1, given=None)), "no progress of this site"),
    **{
        f"a {kind} without an answer": (
            file_of(entry("a", 1, kind=kind, given=None)),
            "no progress of this site",
        )
        for kind in ("prediction", "chosen-answer", "typed-line")
    },
    "newer": (file_of(version=99), "not read: this file was written by a newer site"),
    "entries without ids": ('{"version": 2, "entries": {"a": {}}}', "no progress of this site"),
    "an id that is another's": (
        json.dumps({"version": 2, "entries": {"a": entry("b", 1)}}),
        "no progress of this site",
    ),
    "a time that is none": (file_of(entry("a", 1, lastTs="soon")), "no progress of this site"),
    "huge": (file_of(entry("a", 1, note="x" * 1_000_001)), "far too large"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_changes_nothing(name: str, turn_to) -> None:
    content, said = BAD_FILES[name]
    page = turn_to(PATH)
    store(page, file_of(entry("quiz-argmax", 1)))
    before = stored(page)
    assert said in read_in(page, "bad.json", content)
    assert stored(page) == before


@pytest.mark.parametrize("content", ["{", "[]", '{"version": 99}', "null", '{"version":2}'])
def test_what_is_stored_and_cannot_be_read_stays(content: str, turn_to) -> None:
    page = turn_to(QUIZ)
    store(page, content)
    question = page.locator("quiz-question[data-id=argmax]")
    question.locator("input[value=C]").check()
    question.get_by_role("button", name="Check").click()
    assert question.get_attribute("data-state") == "right", "the page works without storage"
    assert page.evaluate(f"localStorage['{KEY}']") == content
    assert "not saved here" in page.locator("quiz-summary").inner_text()


@pytest.mark.parametrize("repair", ["Delete it", "Take them over"])
def test_what_cannot_be_read_is_said_and_can_be_repaired(repair: str, visit) -> None:
    page = visit(PATH)
    store(page, "{oops")
    summary = page.locator(".finish-chapter")
    assert "not saved here: what is stored cannot be read" in summary.inner_text()
    assert "is damaged, and is left as it is" in summary.inner_text()
    mine = entry("quiz-argmax", 1)
    if repair == "Delete it":
        page.get_by_role("button", name="Delete everything").click()
    else:
        read_in(page, "mine.json", file_of(mine))
    page.get_by_role("button", name=repair).click()
    said = page.locator("learning-path > p[role=status]").inner_text()
    assert said == ("Deleted." if repair == "Delete it" else "Read in.")
    assert stored(page).get("entries", {}) == ({} if repair == "Delete it" else {mine["id"]: mine})
    assert "saved in this browser" in summary.inner_text() and "damaged" not in summary.inner_text()


REFUSE = "() => { throw new DOMException('denied', 'SecurityError'); }"


@pytest.mark.parametrize("address", ["/", f"/{CHAPTER}/", PATH, QUIZ, CARDS, "/find/"])
def test_a_page_without_storage_opens_without_an_error(address: str, visit) -> None:
    page = visit(PATH)
    blocked = f"Object.defineProperty(window, 'localStorage', {{ get: {REFUSE} }})"
    page.context.add_init_script(blocked)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.goto(page.url.removesuffix(PATH) + address)
    page.wait_for_load_state("networkidle")
    assert errors == []


def test_a_full_storage_is_known_before_something_is_lost(visit) -> None:
    page = visit(PATH)
    store(page, file_of(entry("quiz-argmax", 1)))
    page.context.add_init_script(f"Storage.prototype.setItem = {REFUSE}")
    page.reload()
    assert "not saved here" in page.locator(".finish-chapter").inner_text()


@pytest.mark.parametrize("fault", ["full", "blocked"])
def test_without_storage_the_page_works_and_says_so(fault: str, visit) -> None:
    page = visit(QUIZ)
    refuse = "() => { throw new DOMException('no', 'QuotaExceededError'); }"
    broken = {
        "full": f"Storage.prototype.setItem = {refuse}",
        "blocked": f"Object.defineProperty(window, 'localStorage', {{ get: {refuse} }})",
    }
    page.evaluate(f"void ({broken[fault]})")
    question = page.locator("quiz-question[data-id=argmax]")
    question.locator("input[value=C]").check()
    question.get_by_role("button", name="Check").click()
    assert question.get_attribute("data-state") == "right"
    assert "not saved here" in page.locator("quiz-summary").inner_text()


def test_progress_of_the_first_version_is_understood(visit) -> None:
    page = visit(f"/{CHAPTER}/")
    when = "2026-01-01T00:00:00.000Z"
    store(page, json.dumps({"version": 1, "done": {"objective-losses": when}}))
    boxes = page.locator(".learning-objectives input[type=checkbox]")
    assert [box.is_checked() for box in boxes.all()].count(True) == 1
    boxes.first.check()
    assert stored(page)["version"] == 2
    assert stored(page)["entries"]["objective-losses"]["lastTs"] == when


def test_answers_that_older_sites_have_saved_mean_the_same(visit) -> None:
    """A file as it was saved when the reasons, too, were in the hash of what is asked."""
    text = (Path(__file__).parent / "progress_of_version_2.json").read_text("utf-8")
    saved, now = json.loads(text)["entries"], {q.id: q.hash for q in bank(DOCS, CHAPTER)}
    page = visit(PATH)
    assert read_in(page, "mine.json", text) == ""
    page.get_by_role("button", name="Take them over").click()
    assert stored(page)["entries"] == saved
    page.goto(page.url.replace(PATH, QUIZ))
    same = 0
    for name, asked in now.items():
        if f"quiz-{name}" not in saved:
            continue
        entry = saved[f"quiz-{name}"]
        is_open, is_same = entry["status"] == "open", entry["contentHash"] == asked
        question = page.locator(f"quiz-question[data-id={name}]")
        state = entry["status"] if is_same and not is_open else ""
        assert question.get_attribute("data-state") == state, name
        question.scroll_into_view_if_needed()  # what is out of view is not drawn
        settle(page)
        said = question.locator(".quiz-said").inner_text()
        assert ("has changed" in said) is not (is_same or is_open), name
        same += is_same
    assert same >= len(now) / 2, "hardly any of these answers count now: kept.json keeps them"


def test_the_runners_state_can_be_read_in(visit, tmp_path: Path) -> None:
    name, folder = next(iter(exercise_check.folders().items()))
    state = exercise_runner.State(tmp_path / "state.json")
    state.note(name, folder, status=exercise_check.SOLVED, attempts=2)
    page = visit(PATH)
    assert read_in(page, "state.json", (tmp_path / "state.json").read_text("utf-8")) == ""
    page.get_by_role("button", name="Take them over").click()
    assert stored(page)["entries"][name]["contentHash"] == content_hash(folder)
    item = page.locator(f"learning-path li[data-id={name}]")
    assert "solved" in item.inner_text()


def test_two_tabs_keep_each_others_answers(visit) -> None:
    one = visit(QUIZ)
    two = one.context.new_page()
    two.goto(one.url)
    for page, name in ((one, "argmax"), (two, "vanishing")):
        question = page.locator(f"quiz-question[data-id={name}]")
        question.locator("input[value=A]").check()
        question.get_by_role("button", name="Check").click()
    assert {"quiz-argmax", "quiz-vanishing"} <= {*stored(one)["entries"]}
    one.locator("quiz-question[data-id=vanishing][data-state=right]").wait_for()


def test_versions_of_the_site_share_what_was_done(visit, server, site: Path) -> None:
    page = visit(QUIZ)
    question = page.locator("quiz-question[data-id=argmax]")
    question.locator("input[value=C]").check()
    question.get_by_role("button", name="Check").click()
    # Another version is the same site under another path, of the same origin.
    page.route(
        "**/2.0/**",
        lambda route: route.fulfill(
            path=site
            / route.request.url.split("/2.0/")[1].split("?")[0].rstrip("/")
            / ("index.html" if route.request.url.endswith("/") else "")
        ),
    )
    page.goto(f"{server.address}/2.0{QUIZ}")
    assert page.locator("quiz-question[data-id=argmax]").get_attribute("data-state") == "right"


def test_cards_come_back_by_keyboard(visit) -> None:
    page = visit(CARDS)
    total = len(DECKS[CHAPTER])
    deck = page.locator("card-deck")
    assert f"{total} cards: {total} new, 0 due" in deck.inner_text()
    page.get_by_role("button", name="Review what is due or new").press("Enter")
    for grade in "321":
        page.keyboard.type("my answer, with 1 2 3 in it")
        page.get_by_role("button", name="Show the answer").press("Enter")
        assert page.locator("section.card:not([hidden])").count() == 1
        assert page.locator("section.card:not([hidden]) details").get_attribute("open") is not None
        page.keyboard.press(grade)
    page.get_by_role("button", name="Stop").press("Enter")
    boxes = [e["box"] for e in stored(page)["entries"].values()]
    assert boxes == [2, 1, 0]
    assert f"{total - 3} new, 1 due" in deck.inner_text(), "Again is due at once"
    assert page.locator("section.card:not([hidden])").count() == total
    assert violations(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_question_of_each_card_is_in_view(size: str, visit) -> None:
    page = visit(CARDS, viewport=SIZES[size])
    page.get_by_role("button", name="Go through all").click()
    for _ in DECKS[CHAPTER][:6]:
        title = page.locator("section.card:not([hidden]) h2")
        header = page.locator(".md-header").bounding_box()
        assert title.bounding_box()["y"] >= header["y"] + header["height"], title.inner_text()
        page.keyboard.type("mine")
        page.get_by_role("button", name="Show the answer").press("Enter")
        page.keyboard.press("2")
        assert page.locator(".card-panel textarea").input_value() == "", "a grade is no answer"


def test_on_a_phone_no_keyboard_covers_a_card(visit) -> None:
    page = visit(CARDS, viewport=SIZES["phone"], has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Go through all").tap()
    assert page.evaluate("document.activeElement.localName") == "button"
    card = page.locator("section.card:not([hidden])")
    own, answer = card.locator("textarea"), card.locator("details").first
    assert own.bounding_box()["y"] < answer.bounding_box()["y"], "one's own answer comes first"
    page.mouse.wheel(0, 300)
    page.mouse.wheel(0, -100)
    assert not page.locator(".md-top").is_visible(), "it would lie on the question"


def test_what_is_written_leads_to_the_answer_by_keyboard(visit) -> None:
    page = visit(CARDS)
    page.get_by_role("button", name="Go through all").press("Enter")
    page.keyboard.type("mine")
    page.keyboard.press("Control+Enter")
    card = page.locator("section.card:not([hidden])")
    assert card.locator("details").first.get_attribute("open") is not None
    assert page.evaluate("document.activeElement.matches('summary + *')")


@pytest.mark.parametrize("width", [390, 1280])
def test_an_answer_that_is_shown_can_be_scrolled_and_is_not_graded_by_that(width, visit) -> None:
    page = visit(CARDS, viewport={"width": width, "height": 700})
    page.get_by_role("button", name="Go through all").press("Enter")
    page.get_by_role("button", name="Show the answer").press("Enter")
    answer = page.locator("section.card:not([hidden]) summary + *").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert header["height"] <= answer["y"] <= 500, "it begins in view"
    before = page.evaluate("scrollY")
    page.keyboard.press("Space")
    page.wait_for_function("before => scrollY > before", arg=before, timeout=3000)
    assert stored(page) == {}
    page.keyboard.press("3")
    assert [e["box"] for e in stored(page)["entries"].values()] == [2]


def test_an_answer_that_is_opened_by_its_fold_can_be_graded(visit) -> None:
    page = visit(CARDS)
    page.get_by_role("button", name="Go through all").click()
    page.locator("section.card:not([hidden]) summary").first.click()
    page.get_by_role("button", name="Good (2)").click()
    assert len(stored(page)["entries"]) == 1


def test_the_last_card_says_when_the_next_is_due(visit) -> None:
    page = visit(CARDS)
    page.get_by_role("button", name="Go through all").click()
    for _ in DECKS[CHAPTER]:
        page.get_by_role("button", name="Show the answer").click()
        page.keyboard.press("3")
    day = page.evaluate("""() => new Date(Date.now() + 3 * 86_400_000)
        .toLocaleDateString("en-GB", { day: "numeric", month: "long" })""")
    assert f"0 new, 0 due, the next on {day};" in page.locator("card-deck").inner_text()


def test_a_card_graded_again_comes_back_at_the_end_of_the_round(visit) -> None:
    page = visit(CARDS)
    page.get_by_role("button", name="Go through all").click()
    titles = []
    for grade in "1" + "2" * len(DECKS[CHAPTER]):
        titles.append(page.locator("section.card:not([hidden]) h2").inner_text())
        page.get_by_role("button", name="Show the answer").click()
        page.keyboard.press(grade)
    assert titles[0] == titles[-1] and len({*titles}) == len(DECKS[CHAPTER])
    assert page.get_by_role("button", name="Go through all").is_visible()


def test_home_says_what_is_due(visit) -> None:
    page = visit(CARDS)
    met = {"kind": "card", "status": "met", "due": "2026-01-02T00:00:00Z"}
    store(page, file_of(*(entry(f"card-{card.id}", 1) | met for card in DECKS[CHAPTER][:3])))
    page.goto(page.url.removesuffix(CARDS))
    own = page.locator("reader-progress[data-kind=card]")
    own.filter(has_text=f"3 of {len(DECKS[CHAPTER])} cards, 3 due today").wait_for()


@pytest.mark.parametrize("page_", [PATH, CARDS])
def test_path_and_cards_read_without_javascript(page_: str, visit) -> None:
    page = visit(page_, java_script_enabled=False)
    links = {PATH: "learning-path a", CARDS: "h2[data-objective]"}
    assert page.locator(links[page_]).count() >= 25


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_path_is_accessible_before_and_after(scheme: str, visit) -> None:
    page = visit(PATH, color_scheme=scheme)
    assert violations(page) == []
    store(page, file_of(entry("quiz-argmax", 1, status="wrong", sure=True, contentHash="x")))
    page.get_by_role("button", name="Delete everything").click()
    assert violations(page) == []


def test_a_discussion_is_loaded_by_a_click_and_follows_the_page(browser, hosted: Path) -> None:
    stub = """
        const frame = document.createElement("iframe");
        frame.className = "giscus-frame";
        frame.srcdoc = "<script>onmessage = ({data}) => parent.told.push(data)</script>";
        window.told = [];
        window.settings = {...document.currentScript.dataset};
        document.currentScript.before(frame);
    """
    asked = []
    with serve(hosted.parent) as server:
        address = f"{server.address}/1.0/{CHAPTER}/quirks/nll_loss_takes_no_logarithm/"
        context = browser.new_context(color_scheme="light")
        page = context.new_page()
        page.on("request", lambda r: "127.0.0.1" in r.url or asked.append(r.url))
        context.route("https://giscus.app/**", lambda route: route.fulfill(body=stub))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert asked == [], "nothing is asked before the click"
        assert "giscus.app and github.com" in page.locator("page-discussion").inner_text()
        page.get_by_role("button", name="Show the discussion here").press("Enter")
        page.locator("iframe.giscus-frame").wait_for()
        told = page.evaluate("settings")
        term = f"{CHAPTER}/quirks/nll_loss_takes_no_logarithm"
        assert (told["mapping"], told["term"], told["strict"]) == ("specific", term, "1")
        assert (told["repoId"], told["theme"]) == ("R_1", "light")
        assert asked == ["https://giscus.app/client.js"]
        page.wait_for_timeout(300)
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        page.evaluate("""() => {
            const frame = document.querySelector("iframe.giscus-frame");
            frame.contentWindow.postMessage = (message) => told.push(message);
            document.body.dataset.mdColorScheme = "default";
            document.body.dataset.mdColorScheme = "slate";
        }""")
        page.wait_for_timeout(200)
        assert page.evaluate("told").pop() == {"giscus": {"setConfig": {"theme": "dark"}}}
        context.close()
        plain = browser.new_context(java_script_enabled=False).new_page()
        plain.goto(address)
        link = plain.get_by_role("link", name="Discuss this page on GitHub")
        assert "github.com/reader/essentials/discussions" in link.get_attribute("href")


def test_without_a_repository_there_is_no_discussion(site: Path) -> None:
    for page in site.rglob("index.html"):
        assert "page-discussion" not in page.read_text("utf-8"), page


REPLACED = """() => {
  const controls = [...document.querySelectorAll("article :is(a, button, input, select, summary)")];
  progress.note("section-of-no-page", "section", { status: "done" });
  dispatchEvent(new StorageEvent("storage", { key: "pytorch-essentials" }));
  const replaced = controls.filter((each) => !each.isConnected);
  return [controls.length, replaced.map((each) => each.outerHTML)];
}"""


@pytest.mark.parametrize("colors", ["active", "none"])
def test_a_meter_shows_how_much_is_done_in_any_colours(colors: str, visit) -> None:
    meter = visit(PATH, forced_colors=colors).locator("meter").first
    looks = []
    for share in (0, 0.5, 1):
        meter.evaluate("(e, share) => { e.value = share * e.max; }", share)
        looks.append(meter.screenshot())
    meter.evaluate("e => { e.style.opacity = 0; }")
    looks.append(meter.screenshot())
    assert len({*looks}) == 4, "an empty, a half full, a full one and none at all look alike"


@pytest.mark.parametrize("address", [f"/{CHAPTER}/", PATH, QUIZ, CARDS])
def test_nothing_is_taken_from_under_a_readers_finger(address: str, turn_to) -> None:
    page = turn_to(address)
    store(page, file_of(entry("must-not-end-with", 1, status="wrong", sure=True)))
    count, replaced = page.evaluate(REPLACED)
    assert count > 5
    assert replaced == [], "what scrolling or another tab notes writes these anew: a click is lost"

"""Law: who pastes a message, a traceback or words of their own finds the right quirk first."""

import gzip
import re
from statistics import median

import pytest
from builder import fields
from builder.finder import FILE, INITIALS, PART, abstract, initial_of, known_words, stems
from builder.quirk import MET, quirks
from builder.views import plain
from built.accessibility import violations
from mkdocs.exceptions import BuildError
from runner.folders import DOCS, SNIPPETS

CHAPTER = "activations-and-losses"
QUIRKS = quirks(DOCS, SNIPPETS, "")  # of all chapters
# Of messages: which page comes first, and which among three. Of a user's words, which say less: the
# first two, as people look at them, and as test_reports.py counts.
FIRST, AMONG_THREE = 0.95, 0.99
FIRST_TWO = 0.95
SHARE = 220  # bytes of data for each quirk, compressed


def traceback_of(message: str, called: str = "") -> str:
    """Return a message as Python shows it, in a program of the user's, from a function of torch."""
    loss = "/usr/lib/python3.11/site-packages/torch/nn/modules/loss.py"
    inside = f"""  File "{loss}", line 538, in forward
    return F.{called}(input, target, reduction=self.reduction)
"""
    return f"""Traceback (most recent call last):
  File "/home/user/project/train.py", line 87, in <module>
    main(args)
  File "/home/user/project/train.py", line 52, in main
    loss = criterion(outputs, batch["target"])
  File "/usr/lib/python3.11/site-packages/torch/nn/modules/module.py", line 1784, in _call_impl
    return forward_call(*args, **kwargs)
{inside * bool(called)}RuntimeError: {message}
"""


def asked() -> dict[str, list[tuple[str, str]]]:
    """Return what is put to the finder, by kind: the words, and the quirk that is meant."""
    messages = [(s, quirk.slug) for quirk in QUIRKS for s in quirk.signatures]
    whole = [
        (line, quirk.slug)
        for quirk in QUIRKS
        for line in quirk.said
        if any(signature in line for signature in quirk.signatures)
    ]
    return {
        "a signature": messages,
        "a recorded message": whole,
        "another release": [(line, quirk.slug) for quirk in QUIRKS for line in quirk.older],
        "a traceback": [(traceback_of(message), slug) for message, slug in whole],
        "a user's words": [(words, quirk.slug) for quirk in QUIRKS for words in quirk.asked],
    }


@pytest.mark.parametrize("kind", asked())
def test_the_right_quirk_comes_first(kind: str, finder) -> None:
    cases = asked()[kind]
    ranks = finder.evaluate(
        """(e, all) => all.map(([words, slug]) => {
            const ranks = e.rank(words);
            const own = e.items.findIndex((i) => i.querySelector("a").href.includes(`/${slug}/`));
            // Several pages may have a message, each with another cause: they stand side by side.
            const beside = (rank) => rank[0] && ranks[own][0];
            const ahead = (rank, i) => !beside(rank) && (compared(rank, ranks[own]) || own - i) > 0;
            return ranks.filter(ahead).length;
        })""",
        cases,
    )
    missed = [
        f"{rank + 1}. {slug}: {words[-160:]!r}"
        for (words, slug), rank in zip(cases, ranks, strict=True)
        if rank
    ]
    first, two, three = (sum(rank < n for rank in ranks) / len(ranks) for n in (1, 2, 3))
    enough = (
        two >= FIRST_TWO
        if kind == "a user's words"
        else min(first / FIRST, three / AMONG_THREE) >= 1
    )
    assert enough, "\n".join(
        [f"first: {first:.1%}, of two: {two:.1%}, of three: {three:.1%} of {len(ranks)}", *missed]
    )


def reported() -> dict[str, list[str]]:
    """Return the messages that are known from CUDA, reported or recorded, with their quirks."""
    found: dict[str, list[str]] = {}
    for quirk in QUIRKS:
        for message in quirk.reported:
            found.setdefault(message, []).append(quirk.slug)
    return found


def log_of(message: str) -> str:
    """Return a failed assertion as CUDA and Python show it together."""
    lines = "/pytorch/aten/src/ATen/native/cuda/Loss.cu:94: block: [0,0,0], thread: [1,0,0] "
    return f"{lines}{message}.\n" + traceback_of("CUDA error: device-side assert triggered")


def test_a_message_of_cuda_leads_to_a_right_quirk(finder) -> None:
    for message, slugs in reported().items():
        pasted = [message, traceback_of(message)]
        if message.startswith("Assertion"):
            pasted.append(log_of(message))
        for words in pasted:
            finder.locator("textarea").fill(words)
            first = finder.locator("ol.quirks li").first
            slug = first.locator("a").get_attribute("href").split("/")[-2]
            assert slug in slugs, message
            quirk = next(quirk for quirk in QUIRKS if quirk.slug == slug)
            mark = first.locator(".reported").all_text_contents()
            told = ["Reported on CUDA, not yet verified here"] * (message not in quirk.verified)
            assert mark == told, message
        finder.locator("textarea").fill("nothing of the kind")
        assert finder.locator(".reported").count() == 0, message


def test_page_and_script_cut_words_alike(finder) -> None:
    texts = [quirk.text for quirk in QUIRKS] + [" ".join(quirk.said) for quirk in QUIRKS]
    cut = finder.evaluate("(e, all) => all.map((text) => e.stems(text))", texts)
    assert cut == [stems(text) for text in texts]
    assert finder.evaluate("(e, all) => all.map(abstract)", texts) == [abstract(t) for t in texts]


def test_words_that_are_no_words_are_refused(tmp_path) -> None:
    (tmp_path / "finder.yml").write_text("common: a the\nfunctions: {L1Loss: [mae]}\ncalls: {}\n")
    with pytest.raises(BuildError) as refused:
        known_words(tmp_path / "finder.yml")
    assert sorted(str(refused.value).splitlines()) == [
        "docs/finder.yml: functions.L1Loss is ['mae'], and has to be a text",
        "docs/finder.yml: there is no same: what people type, and the word that it counts as",
    ]


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.slug)
def test_a_message_has_words(quirk) -> None:
    """Of one without, nothing would be left to compare with, and each text would have it."""
    words = {one: re.findall(r"[a-z]{2,}", abstract(one)) for one in quirk.messages}
    wordless = [one for one, own in words.items() if len(own) < 2]
    assert not wordless, f"{quirk.slug}: a message is what an error or a warning says, in words"


def test_the_finder_is_light(site) -> None:
    """What it knows of words comes in parts, of which a question fetches those of its own words."""
    names = [FILE, *(PART.format(initial) for initial in INITIALS)]
    sizes = {name: len(gzip.compress((site / name).read_bytes(), 9)) for name in names}
    share = sum(sizes.values()) / len(QUIRKS)
    assert share < SHARE, f"{share:.0f} bytes for each quirk: `searched` on their pages is too long"
    asked = [{initial_of(word) for word in stems(said)} for q in QUIRKS for said in q.asked]
    fetched = [sum(sizes[PART.format(initial)] for initial in own) for own in asked]
    assert sizes[FILE] + median(fetched) < sum(sizes.values()) / 2


def test_the_address_can_ask_and_the_search_stays_shut(visit) -> None:
    quirk = next(quirk for quirk in QUIRKS if quirk.signatures)
    page = visit(f"/find/?message={quirk.signatures[0].replace(' ', '+')}")
    page.locator("quirk-finder[data-asked]").wait_for()
    assert page.locator("ol.quirks a").first.get_attribute("href").endswith(f"/{quirk.slug}/")
    assert not page.locator("#__search").is_checked()
    assert "?message=" in page.url


def test_the_way_back_leads_to_the_same_answers(visit) -> None:
    page = visit("/find/")
    box, first = page.locator("quirk-finder textarea"), page.locator("ol.quirks a").first
    words = "only the last batch of an epoch crashes, 100% sure"
    box.fill(words)
    page.locator("quirk-finder[data-asked]").wait_for()
    title = first.text_content()
    first.click()
    page.wait_for_url("**/quirks/**")
    page.go_back()
    page.locator("quirk-finder[data-asked]").wait_for()
    assert box.input_value() == words
    assert first.text_content() == title
    assert "?" not in page.url, "what somebody pastes would be sent to the host of the site"
    assert "sure" in page.url
    box.fill("")
    box.blur()
    assert page.url.endswith("/find/")


@pytest.mark.parametrize("way", ["Enter", "a click"])
def test_home_takes_a_question_to_its_answers(way: str, visit) -> None:
    quirk = next(quirk for quirk in QUIRKS if quirk.signatures)
    page = visit("/")
    box = page.get_by_label("Paste an error")
    assert box.evaluate("box => box === document.activeElement"), "one can paste at once"
    box.fill(f"{quirk.signatures[0]}\n100%")
    if way == "Enter":
        box.press("Enter")
    else:
        page.get_by_role("button", name="Find it").click()
    page.wait_for_url("**/find/#message=*")
    page.locator("quirk-finder[data-asked]").wait_for()
    assert page.locator("quirk-finder textarea").input_value() == f"{quirk.signatures[0]}\n100%"
    assert page.locator("ol.quirks a").first.get_attribute("href").endswith(f"/{quirk.slug}/")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_home_shows_box_figure_and_doors_at_once(width: int, height: int, visit) -> None:
    page = visit("/", viewport={"width": width, "height": height})
    page.locator("details").evaluate_all("all => all.forEach((fold) => { fold.open = false; })")
    doors = page.locator(".doors section")
    assert doors.count() == 3
    for part in [page.locator("main .ask"), page.locator(".drawn > svg"), *doors.all()]:
        box = part.bounding_box()
        assert box["y"] + box["height"] <= height, part.inner_text()


@pytest.mark.parametrize("where", ["/", "/activations-and-losses/"])
def test_an_empty_box_leads_nowhere_and_says_so(where: str, visit) -> None:
    page = visit(where, viewport={"width": 1280, "height": 800})
    box = page.locator("form.ask textarea")
    box.fill(" ")
    box.press("Enter")
    assert "Paste an error first" in box.evaluate("e => e.validationMessage")
    assert page.url.endswith(where)
    box.fill("the loss is nan")
    box.press("Enter")
    page.wait_for_url("**/find/#message=*")


def test_the_examples_on_home_are_answered(visit) -> None:
    page = visit("/")
    for example in page.locator("main .ask p a").all():
        asked = example.inner_text()
        example.click()
        page.locator("quirk-finder[data-asked]").wait_for()
        assert page.locator("quirk-finder textarea").input_value() == asked
        assert "No page" not in page.locator("quirk-finder [role=status]").inner_text()
        page.go_back()


def test_an_answer_has_the_fix(finder) -> None:
    quirk = next(quirk for quirk in QUIRKS if quirk.signatures and quirk.remedy)
    assert not finder.locator(".fix").first.is_visible(), "the list without a question is a list"
    finder.locator("textarea").fill(quirk.signatures[0])
    first = finder.locator("ol.quirks li").first
    assert plain(quirk.remedy.words) in first.locator(".fix").inner_html()
    assert first.locator("ins").all_text_contents() == [
        line[2:] for line in quirk.remedy.change.splitlines() if line.startswith("+")
    ]
    assert violations(finder.page) == []


@pytest.mark.parametrize("name", ["ValueError", "RuntimeError", "torch.OutOfMemoryError"])
def test_what_no_page_has_is_said_to_be_unknown(name: str, finder) -> None:
    finder.locator("textarea").fill(
        traceback_of("zzqx blorp the loss").replace("RuntimeError", name)
    )
    said = finder.get_by_role("status").inner_text()
    assert "No page here has this message" in said
    assert "the words: zzqx, blorp." in said
    assert finder.locator("ol.quirks li").count() <= 2
    aside = finder.locator(".not-here")
    assert aside.get_by_role("link").count() == 2
    assert violations(finder.page) == []
    finder.locator("textarea").fill("the loss is nan")
    assert finder.page.locator("quirk-finder + .not-here").is_visible()


def test_the_name_of_an_exception_says_nothing(finder) -> None:
    ranks = "(e, said) => e.rank(said)"
    assert finder.evaluate(ranks, "ValueError: zzqx") == finder.evaluate(ranks, "KeyError: zzqx")


@pytest.mark.parametrize("word", ["constructor", "toString", "__proto__"])
def test_a_word_of_javascript_is_a_word(word: str, finder) -> None:
    assert finder.evaluate("(e, word) => e.stems(word).join('')", word)
    assert all(finder.evaluate("(e, word) => e.rank(word).flat().map(Number.isFinite)", word))


def test_a_long_paste_is_no_burden(finder) -> None:
    pasted = "\n" * 20_000 + "loss is nan" + " \t" * 20_000
    took = finder.evaluate(
        """(e, pasted) => {
            const begun = performance.now();
            e.box.value = pasted;
            e.show();
            return performance.now() - begun;
        }""",
        pasted,
    )
    assert took < 1000, f"{took:.0f} ms"


def test_every_page_leads_to_the_finder(visit) -> None:
    page = visit(f"/{CHAPTER}/")
    page.get_by_role("link", name="Find an error").first.click()
    page.locator("quirk-finder textarea").wait_for()


def searched_by() -> list[tuple[str, str]]:
    """Return what people type who look for a page that is no quirk, each with that page."""
    pages = [page for page in sorted(DOCS.rglob("*.md")) if page.parent.name != "quirks"]
    named = [(page, fields.page(page)[1].get("searched", "")) for page in pages]
    return [(line, page.stem) for page, lines in named for line in lines.splitlines()]


def test_a_page_is_found_by_what_people_call_it(finder) -> None:
    asked = searched_by()
    assert {page.stem for page in DOCS.glob("*/tasks/*.md")} <= {page for _, page in asked}
    finder.evaluate("e => e.load()")
    first = """(e, said) => {
        e.box.value = said;
        e.show();
        return e.list.querySelector("a").getAttribute("href");
    }"""
    wrong = [
        f"{page} is searched by {line!r}, and {found} comes first: take a line that means it alone"
        for line, page in asked
        if not (found := finder.evaluate(first, line)).endswith(f"/{page}/")
    ]
    assert not wrong, "\n".join(wrong)


def test_filters_and_nonsense(finder) -> None:
    finder.locator("select").first.select_option("loud error")
    kinds = finder.locator("ol .kind").all_text_contents()
    assert set(kinds) == {"loud error"}
    assert len(kinds) == sum(quirk.kind == "loud error" for quirk in QUIRKS)
    finder.locator("textarea").fill("zzzz qqqq")
    assert "Nothing here fits" in finder.inner_text()
    assert violations(finder.page) == []


def test_the_list_reads_without_javascript(visit) -> None:
    page = visit("/find/", java_script_enabled=False)
    assert page.locator("ol.quirks li").count() == len(QUIRKS)
    met = [quirk.met for quirk in QUIRKS]
    assert met == sorted(met, key=MET.index)

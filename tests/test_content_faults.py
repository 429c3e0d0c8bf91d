"""Law: a mistake in what an author fills in is told once, with its file and what belongs there.

Each case breaks the small second chapter in one way, before any page is made.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builder.chapter import refuse_faults
from mkdocs.exceptions import BuildError
from runner.folders import ROOT
from test_bad_pages import make_project, refusal

QUIRK = "docs/optimizers/quirks/gradients_add_up_until_they_are_cleared.md"
PROOF = "snippets/optimizers/quirks/gradients_add_up_until_they_are_cleared.py"
EXERCISE = "docs/optimizers/exercises/clear-gradients.md"
FOLDER = "snippets/optimizers/exercises/clear-gradients"
QUESTION = "docs/optimizers/quiz/second-step.yml"
INDEX = "docs/optimizers/index.md"

Break = Callable[[str], str]


def instead(field: str, line: str) -> Break:
    """Put a line in the place of a field and of the lines of its list."""
    return lambda text: re.sub(rf"(?m)^{field}:.*\n((- |  ).*\n)*", line, text)


def drop(field: str) -> Break:
    return instead(field, "")


def put(field: str, value: str) -> Break:
    return instead(field, f"{field}: {value}\n")


def add(line: str) -> Break:
    return lambda text: re.sub(r"(?m)^(title|objective):", rf"{line}\n\1:", text, count=1)


def gone(text: str) -> None:
    return None


def without(thing: str, file: str, **meanings: str) -> dict[str, tuple[str, Break, str]]:
    """Return a case for each field that a thing may not lack, with what belongs there."""
    return {
        f"{thing} without {field}": (file, drop(field), f"there is no {field}: {meant}")
        for field, meant in meanings.items()
    }


WRONG: dict[str, tuple[str, Break, str]] = {
    "a quirk without front matter": (
        QUIRK,
        lambda text: text.partition("\n---\n")[2],
        "has no front matter",
    ),
    "a quirk whose front matter is no YAML": (QUIRK, put("title", "[a"), "this is no YAML"),
    "a quirk with a colon in its title": (QUIRK, put("title", "Last: first"), "stands in quotes"),
    **without(
        "a quirk",
        QUIRK,
        title="what it is called",
        description="what happens and why",
        kind="how it shows itself",
        met="how often people meet it",
        losses="the losses of torch.nn",
        activations="the activations of torch.nn",
        signatures="messages that lead here",
        asked="three ways in which a user",
        related="file names of other quirks",
    ),
    "a quirk with a misspelt field": (QUIRK, add("mett: high"), "'mett': did you mean met?"),
    "a quirk with a strange field": (QUIRK, add("xyz: 1"), "'xyz': there are title, description"),
    "a quirk of a misspelt kind": (QUIRK, put("kind", "slient"), "did you mean silent?"),
    "a quirk of no kind": (QUIRK, put("kind", "42"), "kind is 42: it is one of loud error"),
    "a quirk that is met in another way": (QUIRK, put("met", "often"), "it is one of very high"),
    "a quirk with a loss that is no list": (QUIRK, put("losses", "L1Loss"), "has to be a list"),
    "a quirk whose title is a number": (
        QUIRK,
        put("title", "7"),
        "title is 7, and has to be a text",
    ),
    "a quirk with an empty title": (QUIRK, put("title", "''"), "title is empty: what it is called"),
    "a quirk asked in one way": (QUIRK, put("asked", "[why]"), "fit: three ways in which"),
    "a quirk with a pattern that is a text": (
        QUIRK,
        add("combinations: [Softmax]"),
        "combinations.1 is 'Softmax', and has to be a set of fields: a list for each part",
    ),
    "a quirk with a pattern whose part is no list": (
        QUIRK,
        add("combinations: [{loss: MSELoss}]"),
        "combinations.1.loss is 'MSELoss', and has to be a list: those that it may be",
    ),
    "a quirk with a report that is no text": (
        QUIRK,
        add("reported_on_cuda: [404]"),
        "reported_on_cuda.1 is 404, and has to be a text",
    ),
    "a quirk with a report that is no message": (
        QUIRK,
        add("reported_on_cuda: [assert]"),
        "reported_on_cuda.1 is 'assert', which does not fit: a message of ten letters or more",
    ),
    "a quirk with a parameter that is in no table": (
        QUIRK,
        add("parameters: [SGD.lr]"),
        "parameters has 'SGD.lr', which is not in the table docs/optimizers/data/parameters.json",
    ),
    "a quirk whose parameters are no list": (
        QUIRK,
        add("parameters: SGD.lr"),
        "has to be a list: the parameters that it explains, as Class.name",
    ),
    "a quirk without its proof": (PROOF, gone, "a quirk has a proof, and there is no snippets/"),
    "a proof without its page": (QUIRK, gone, "this proof has no page docs/"),
    **without(
        "an exercise",
        EXERCISE,
        title="what it is called",
        description="what is to be done",
        objective="the learning objective",
        level="how hard it is",
        minutes="how long it takes",
    ),
    "an exercise with a strange field": (EXERCISE, add("xyz: 1"), "'xyz': there are title"),
    "an exercise of another level": (EXERCISE, put("level", "warm"), "did you mean warm-up?"),
    "an exercise of no whole minutes": (EXERCISE, put("minutes", "five"), "be a whole number"),
    "an exercise of which only a page is left": (FOLDER, gone, f"there is no folder {FOLDER}"),
    "an exercise without its page": (EXERCISE, gone, f"there is no {EXERCISE}"),
    "an exercise without a check": (f"{FOLDER}/check.py", gone, f"there is no {FOLDER}/check.py"),
    "an exercise without a solution": (f"{FOLDER}/solution.py", gone, f"no {FOLDER}/solution.py"),
    "an exercise that gives the solution": (
        f"{FOLDER}/exercise.py",
        lambda text: text.replace("TODO: c", "C"),
        "has 0 TODO; one says what the learner has to write",
    ),
    "a question that is no YAML": (QUESTION, lambda text: "a: [b", "is no YAML"),
    "a question that is a text": (QUESTION, lambda text: "What?", "has to be a set of fields"),
    **without(
        "a question",
        QUESTION,
        objective="a learning objective",
        type="what kind of answer",
        question="what is asked",
        program="the program that proves it",
    ),
    "a question without options": (QUESTION, drop("options"), "every other one has options"),
    "a question of an unknown type": (QUESTION, put("type", "singel"), "did you mean single?"),
    "a question about no objective": (
        QUESTION,
        put("objective", "walking"),
        f"objective is 'walking', and {INDEX} has steps",
    ),
    "a question of no program": (
        QUESTION,
        put("program", "quiz/none_of_these"),
        "there is no program snippets/optimizers/quiz/none_of_these.py",
    ),
    "a question with two right answers": (
        QUESTION,
        lambda text: text.replace("  why: is where", "  right: true\n  why: is where"),
        "2 options are right: mark one with `right: true`, or several if its type is multiple",
    ),
    "an option without a reason": (
        QUESTION,
        lambda text: text.replace("  why: is where it ends without momentum.\n", ""),
        "there is no why of options.1: what is right or wrong about it",
    ),
    "an option that nothing shows": (
        QUESTION,
        lambda text: text.replace("  seen: 'momentum 0.0: -2.0'\n", ""),
        "there is no seen of options.1: the lines that the program prints about it",
    ),
}


def chapter(folder: Path, file: str, broken: Break) -> None:
    """Lay the second chapter into a folder, with one of its files broken."""
    shutil.copytree(ROOT / "tests" / "second_chapter", folder, dirs_exist_ok=True)
    if (folder / file).is_dir():
        shutil.rmtree(folder / file)
        return
    text = (folder / file).read_text("utf-8")
    changed = broken(text)
    assert changed != text, f"nothing was broken in {file}"
    if changed is None:
        (folder / file).unlink()
    else:
        (folder / file).write_text(changed, "utf-8")


def test_the_chapter_itself_is_whole() -> None:
    second = ROOT / "tests" / "second_chapter"
    refuse_faults(second / "docs", second / "snippets")


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_once_with_its_file_and_the_remedy(name: str, tmp_path: Path) -> None:
    file, broken, said = WRONG[name]
    chapter(tmp_path, file, broken)
    with pytest.raises(BuildError) as refused:
        refuse_faults(tmp_path / "docs", tmp_path / "snippets")
    lines = str(refused.value).splitlines()
    [line] = [line for line in lines if said in line]
    assert len(lines) == 1 or file == PROOF, lines  # which a question asks about, too
    file_of_it = line.partition(": ")[0]
    assert Path(file_of_it).stem in (Path(file).stem, Path(file).parent.name), line


def test_all_mistakes_are_told_at_once_and_no_page_is_made(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = make_project(tmp_path, "# Home\n")
    chapter(tmp_path, QUIRK, drop("met"))
    (tmp_path / QUESTION).write_text("What?", "utf-8")
    said = refusal(config, caplog)
    assert said.count("there is no met") == said.count("has to be a set of fields") == 1
    assert not (tmp_path / "site" / "optimizers").exists()

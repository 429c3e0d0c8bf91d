"""Law: no wrong answer solves an exercise, no right one fails, and a mistake is named where it is.

`answers.txt` of an exercise has answers that were written from its page alone, so they show what
its check lets through, and not what it was made to see. Each begins with a line of its own:

# %% wrong: what is wrong with it             (the check says what it saw, and names no mistake)
# %% wrong, a_mistake: what is wrong with it  (the check names this one, of its MISCONCEPTIONS)
# %% calls: what it calls                     (which is FORBIDDEN)
# %% right: in which style                    (the check finds nothing)

What stands before the first of them belongs to all. What a machine makes of the solution by one
change is wrong, too, unless `solution.equivalent.toml` says why not. Each day the answers are
judged, and every fourth change; each week all changes, and all mistakes once more.
"""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from runner import exercise_check, mutants
from runner.exercise_check import SOLVED, WRONG, Verdict, checker, judge, source_of
from runner.mutator import mutants as mutants_of
from runner.workload import shared_out

FOLDERS = exercise_check.folders()
HEAD = re.compile(r"^# %% (wrong|calls|right)(?:, (\w+))?: (.+)\n", re.MULTILINE)
# Put before an attempt: the check then draws other numbers than it usually does.
ANEW = """import torch
seeded = torch.manual_seed
torch.manual_seed = lambda number: seeded(number + 1)
"""


class Answer(NamedTuple):
    """An answer, and what the check should say of it."""

    kind: str
    mistake: str
    title: str
    source: str


@cache
def answers(name: str) -> list[Answer]:
    before, *parts = HEAD.split((FOLDERS[name] / "answers.txt").read_text("utf-8"))
    four = (parts[at : at + 4] for at in range(0, len(parts), 4))
    return [
        Answer(kind, mistake or "", title, before + source) for kind, mistake, title, source in four
    ]


def judged(name: str, sources: list[str]) -> list[Verdict]:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.py") for number in range(len(sources))]
        for path, source in zip(paths, sources, strict=True):
            path.write_text(source, "utf-8")
        return list(judge(FOLDERS[name], paths))


@pytest.mark.parametrize("name", shared_out(FOLDERS, 5))
def test_an_answer_is_told_what_it_is(name: str) -> None:
    own = answers(name)
    kinds = [answer.kind for answer in own]
    assert kinds.count("wrong") >= 4 and kinds.count("right") >= 2, (
        f"{name}/answers.txt: four wrong answers at least, and two right ones"
    )
    assert ("calls" in kinds) == hasattr(checker(FOLDERS[name]), "FORBIDDEN"), (
        f"{name}/answers.txt: answers that call what is FORBIDDEN, and only there"
    )
    verdicts = judged(name, [answer.source for answer in own])
    for (kind, mistake, title, _), found in zip(own, verdicts, strict=True):
        what = f"{name}/answers.txt, {title}: {found}"
        if kind == "right":
            assert found.status == SOLVED, what
        else:
            assert (found.status, found.misconception) == (WRONG, mistake), what
            assert len(found.said) > 30, what
            assert (kind == "calls") == found.said.startswith("It calls "), what


@pytest.mark.parametrize("name", shared_out(FOLDERS, 5))
def test_no_mutant_of_a_solution_passes(name: str, weekly: bool) -> None:
    changed = mutants_of(source_of(FOLDERS[name] / "solution.py"))[:: 1 if weekly else 4]
    verdicts = judged(name, [mutant.source for mutant in changed])
    result = mutants.Verdict()
    for mutant, found in zip(changed, verdicts, strict=True):
        (result.survived if found.status == SOLVED else result.noticed).append(mutant)
    mutants.excuse(result, FOLDERS[name] / "solution.equivalent.toml")
    passed = [mutant.change for mutant in result.survived]
    assert not passed, f"{name}/check.py accepts these changes of the solution: {passed}"
    problems = result.problems if weekly else []  # such as a reason for what does not pass
    assert not problems, f"{name}/solution.equivalent.toml: {problems}"
    named = {
        mutant.source: found.misconception
        for mutant, found in zip(changed, verdicts, strict=True)
        if found.misconception
    }
    found_again(name, named)


@pytest.mark.parametrize("name", shared_out(FOLDERS, 5))
def test_a_mistake_is_named_whatever_numbers_are_drawn(name: str, weekly: bool) -> None:
    named = {source_of(path): path.stem for path in FOLDERS[name].glob("wrong/*.py")}
    if weekly:
        named |= {answer.source: answer.mistake for answer in answers(name) if answer.mistake}
    found_again(name, named)


def found_again(name: str, mistakes: dict[str, str]) -> None:
    """Check again with other numbers: what was named by chance is another mistake then, or none."""
    verdicts = judged(name, [ANEW + source for source in mistakes])
    for (source, mistake), found in zip(mistakes.items(), verdicts, strict=True):
        assert found.misconception == mistake, f"{name}: {mistake} is {found} for\n{source}"

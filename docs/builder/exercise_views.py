"""What pages show of exercises: lists of them, and on the page of each the task and what helps."""

from builder.chapter import Chapter
from builder.exercise import Exercise
from builder.exercise_forms import choosing, filling
from builder.views import fold, listing, text, view

COLAB = "https://colab.research.google.com/github"


@view
def task(exercise: Exercise, chapter: Chapter) -> str:
    """The file to edit, how to do it, and what helps, in folds; the search leaves it all out."""
    folds = [
        fold(f"Hint {number} of {len(exercise.hints)}", f"<p>{text(hint)}</p>", "hint")
        for number, hint in enumerate(exercise.hints, 1)
    ]
    folds += [filling(exercise, starting(exercise, chapter.repo)[1]), choosing(exercise)]
    folds.append(fold("Our solution", listing(exercise.solution), "success"))
    return (
        f"<div data-unsearched>{listing(exercise.exercise)}{doing(exercise, chapter)}"
        f"{''.join(folds)}</div>"
    )


def doing(exercise: Exercise, chapter: Chapter) -> str:
    """Ways from the page to the exercise itself, and a button for who has solved it."""
    notebook = f"exercises/notebooks/{exercise.slug}.ipynb"
    links = [f'<a href="../notebooks/{exercise.slug}.ipynb" download>Download the notebook</a>']
    if "//github.com/" in chapter.repo:
        own = chapter.repo.split("//github.com/")[-1]
        address = f"{COLAB}/{own}/blob/HEAD/docs/{chapter.name}/{notebook}"
        links.insert(0, f'<a href="{address}">Open in Colab</a>')
    where, lines = starting(exercise, chapter.repo)
    return (
        f'<div class="doing"><p>{" or ".join(links)}: the check is inside.</p>'
        f"<p>{where} two lines give you this file, and check it whenever you save; "
        "at their first use they install PyTorch, too:</p>"
        f"<pre><code>{text(lines)}</code></pre>"
        f'<exercise-state class="scripted" data-id="{exercise.slug}" data-hash="{exercise.hash}">'
        '<button type="button">Mark as solved</button> <span role="status"></span>'
        "</exercise-state></div>"
    )


def starting(exercise: Exercise, repo: str) -> tuple[str, str]:
    """Say where two lines start the local runner on an exercise, and which."""
    if repo:
        clone = repo.rpartition("/")[2]
        first, nox = f"git clone {repo}", f"pipx run nox -f {clone}/noxfile.py"
        where = "On your own machine, with git and pipx, these"
    else:
        first, nox = "python -m pip install nox", "nox"
        where = "Ask who gave you this site for a copy of its repository. In its folder, these"
    return where, f"{first}\n{nox} -s exercises -- {exercise.slug}\n"


@view
def exercise_list(found: list[Exercise], _: Chapter) -> str:
    """Exercises as a list, for a page beside theirs."""
    items = "".join(
        f'<li><a href="../exercises/{exercise.slug}/">{text(exercise.title)}</a> '
        f'<span class="kind">{exercise.level}, {exercise.minutes} min</span> '
        f'<exercise-mark class="verdict right" data-id="{exercise.slug}" '
        f'data-hash="{exercise.hash}">solved</exercise-mark>'
        f"<p>{text(exercise.description)}</p></li>"
        for exercise in found
    )
    return f'<ol class="quirks">{items}</ol>'


@view
def challenge_list(found: list[Exercise], chapter: Chapter) -> str:
    return exercise_list([one for one in found if one.level == "challenge"], chapter)

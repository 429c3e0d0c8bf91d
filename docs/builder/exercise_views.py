"""What pages show of exercises: lists of them, and on the page of each the task and what helps."""

from builder.chapter import Chapter
from builder.exercise import Answer, Exercise
from builder.views import fold, listing, ran_with, text, view

COLAB = "https://colab.research.google.com/github"


@view
def task(exercise: Exercise, chapter: Chapter) -> str:
    """The file to edit, how to do it, and what helps, in folds; the search leaves it all out."""
    folds = [
        fold(f"Hint {number} of {len(exercise.hints)}", f"<p>{text(hint)}</p>", "hint")
        for number, hint in enumerate(exercise.hints, 1)
    ]
    folds.append(choosing(exercise))
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


def choosing(exercise: Exercise) -> str:
    """Answers to recognise one's own by, each with what the check said when it was run."""
    choices = exercise.choices
    if not choices:
        return ""
    passing = sum(not answer.said for answer in choices)
    title, about = "Which of these is yours?", "The check refuses each of these answers."
    if passing:
        title = "Which of these answers passes?"
        about = "Decide first: the check refuses all of these answers but one."
    answers = "".join(
        f"<li>{choice(number, answer)}</li>" for number, answer in enumerate(choices, 1)
    )
    return fold(
        title,
        f"<p>{about} Each has been run, with {ran_with(exercise.ran_with)}. "
        "Open what the check said of it.</p>"
        f'<ol class="answers-run">{answers}</ol>',
        "question",
    )


def choice(number: int, answer: Answer) -> str:
    said = '<span class="verdict right">It passes.</span>'
    if answer.said:
        more = f' <a href="../../../{answer.page}">Read more</a>' if answer.page else ""
        said = f'<span class="verdict wrong">It does not pass.</span> {text(answer.said)}{more}'
    title = f"What the check said of answer {number}"
    return f"{listing(answer.body)}{fold(title, f'<p>{said}</p>', 'question')}"


@view
def exercise_list(found: list[Exercise], _: Chapter) -> str:
    """Exercises as a list, for a page beside theirs."""
    items = "".join(
        f'<li><a href="../exercises/{exercise.slug}/">{text(exercise.title)}</a> '
        f'<span class="kind">{exercise.level}, {exercise.minutes} min</span>'
        f"<p>{text(exercise.description)}</p></li>"
        for exercise in found
    )
    return f'<ol class="quirks">{items}</ol>'


@view
def challenge_list(found: list[Exercise], chapter: Chapter) -> str:
    return exercise_list([one for one in found if one.level == "challenge"], chapter)

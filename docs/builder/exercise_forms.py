"""Forms in which an answer to an exercise is looked up among those that were run.

Without a script, what the check said of each is a fold to open.
"""

import re

from builder.exercise import Answer, Exercise
from builder.snippet import digest
from builder.views import code, fold, listing, ran_with, text

STOPPED = re.compile(r"^Line \d+ of your program")  # which a reader of the page does not see
CHECKING = '<button disabled>Check</button></p><p role="status"></p></form>'


def filling(exercise: Exercise, start: str) -> str:
    """A line to write, and those that were run; two lines start the check on any other."""
    if not exercise.lines:
        return ""
    field = f"line-{exercise.slug}"
    ran = "".join(
        f"<li>{code(f'return {line.name}')}<p>{what_was_said(line)}</p></li>"
        for line in exercise.lines
    )
    form = (
        f'<form class="scripted"><p><label for="{field}">Write what belongs in place of the line '
        "under the TODO.</label> <code>torch</code>, <code>nn</code> and <code>F</code>, which is "
        "<code>torch.nn.functional</code>, are imported.</p>"
        f'<p class="typed"><code>return</code><input id="{field}" autocomplete="off" '
        f'autocapitalize="off" spellcheck="false" maxlength="1000">{CHECKING}'
    )
    ran_as = f"Each stood in the file above, and was checked, with {ran_with(exercise.ran_with)}."
    lines = f'<p>{ran_as}</p><ul class="lines-run">{ran}</ul>'
    return fold(
        "Fill in the line",
        "<noscript><p>To write a line, this page needs JavaScript. Without it, see what the check "
        "said of the lines below.</p></noscript>"
        + asked("typed-line", exercise, form)
        + fold(f"{len(exercise.lines)} lines that have been run", lines, "question")
        + "<p>To try another line, put it into the file and run the check:</p>"
        f"<pre><code>{text(start)}</code></pre>",
        "question",
    )


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
        f"<li>{choice(number, answer, f'choice-{exercise.slug}')}</li>"
        for number, answer in enumerate(choices, 1)
    )
    # The form stands below them: in it, the buttons that copy a program would send it off.
    form = (
        '<fieldset><legend class="scripted">Choose one, then check</legend>'
        f'<ol class="answers-run">{answers}</ol></fieldset>'
        f'<form id="choice-{exercise.slug}" class="scripted"><p>{CHECKING}'
    )
    return fold(
        title,
        f"<p>{about} Each has been run, with {ran_with(exercise.ran_with)}. "
        f"Open what the check said of it.</p>{asked('chosen-answer', exercise, form)}",
        "question",
    )


def asked(element: str, exercise: Exercise, form: str) -> str:
    data = f'data-id="{exercise.slug}" data-hash="{exercise.hash}"'
    return f"<{element} {data}>{form}</{element}>"


def choice(number: int, answer: Answer, form: str) -> str:
    value = digest(answer.source)
    field = f'<input type="radio" name="{form}" form="{form}" value="{value}">'
    title = f"What the check said of answer {number}"
    return (
        f'<label class="scripted">{field} Answer {number}</label>{listing(answer.body)}'
        f"{fold(title, f'<p>{what_was_said(answer)}</p>', 'question')}"
    )


def what_was_said(answer: Answer) -> str:
    if not answer.said:
        return '<span class="verdict right">It passes.</span>'
    more = f' <a href="../../../{answer.page}">Read more</a>' if answer.page else ""
    said = STOPPED.sub("It", answer.said)
    return f'<span class="verdict wrong">It does not pass.</span> {text(said)}{more}'

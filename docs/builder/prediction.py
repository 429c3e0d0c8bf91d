"""A program of a page whose output a reader may predict: from one line on, a script covers it.

The paragraph directly below is covered with it, and a warning directly below that: they tell it.
```{.python predict=2}` asks for the second line that the program prints. Without a script, on paper
and for whoever copies the program, the page is the same as without it.
"""

import re

from builder.snippet import Snippet

OUTPUT = re.compile('<span class="go">')


def covered(block: str, snippet: Snippet, asked: str) -> str:
    """Mark the output that a script covers, and add what a reader guesses with.

    Raises ValueError if the program does not print such a line.
    """
    first, last = int(asked) if asked.isdigit() else 0, len(snippet.promises)
    if not 1 <= first <= last:
        raise ValueError(f"a fence with predict={asked}, which is a number from 1 to {last}")
    for number in range(last, first - 1, -1):
        start = [found.start() for found in OUTPUT.finditer(block)][number - 1]
        kind = "go covered asked" if number == first else "go covered"
        block = f'{block[:start]}<span class="{kind}">{block[start + len(OUTPUT.pattern) :]}'
    name = f"predict-{snippet.path.stem}"
    return (
        f'{block}<predict-output class="scripted" data-id="{snippet.path.stem}" '
        f'data-hash="{snippet.digest}" data-unsearched><form><p><label for="{name}">Predict the '
        f'line with the ?</label> <span role="status"></span></p><input id="{name}" required '
        'autocomplete="off" spellcheck="false" maxlength="80"><button disabled>Compare</button>'
        '<button type="button" disabled>Show it</button><button type="button" hidden>Cover it '
        "again</button></form></predict-output>"
    )

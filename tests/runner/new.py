"""Write the files of something new, each field explained: `nox -s new -- quirk a_slug`.

What has to be filled in is empty, so that the next command names it.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import Any

from builder import fields
from builder.exercise import EXERCISE
from builder.question import QUESTION
from builder.quirk import QUIRK

from runner.folders import ROOT

WORDS, HYPHENS = r"[a-z][a-z0-9]*(_[a-z0-9]+)+", r"[a-z]+(-[a-z0-9]+)*"

SNIPPET = '''"""{claim}."""

import torch

print(torch.tensor([1.0]).sum().item())
'''
PROOF = '''"""{claim}."""

import torch

value = torch.tensor([1.0])

# Wrong: say in a few words what is wrong here.
print(f"{{(value + value).item():.1f}}")

# Right: say in a few words what is right here.
print(f"{{value.item():.1f}}")

# Notice it: the check is False for what is wrong, True for what is right.
for seen in value + value, value:
    print((seen == 1.0).item())
'''
QUIRK_PAGE = """---
{front}---
# {claim}

> The symptom, as someone who has met it would put it.

**Fix.** What to do, in one sentence that helps a reader who reads no further.

```diff
- (value + value)
+ value
```

```python
--8<-- "{chapter}/quirks/{slug}.py"
```

**Why.** What PyTorch does here, and why.

**The damage.** What it costs, in numbers that the program prints.

**Notice it.** `assert (seen == 1.0).item()` before the loss.

People met it in [a public thread](https://).
PyTorch documents it under [its page](https://docs.pytorch.org/docs/stable/).
"""
EXERCISE_PAGE = """---
{front}---
# {claim}

What the file below does, and what is wrong or missing in it.

<!-- show {chapter}/exercises: task {slug} -->

??? success "What to notice when you have solved it"

    The idea to take along.
"""
STUB = '''"""What to do, and what is given."""


def solve(value):
    # TODO: say what is missing.
    return value
'''
SOLUTION = '''"""What the solution does."""


def solve(value):
    return 2 * value
'''
CHECK = '''"""What the check tries."""

HINTS = ("A nudge.", "A hint.", "Nearly the answer.")

# The name of each file in wrong/, and the page that explains that mistake.
MISCONCEPTIONS = {"off_by_one": ""}


def check(attempt):
    seen = attempt.solve(1.0)
    if seen == 3.0:
        yield "off_by_one", f"The answer for 1.0 is {seen}; say why that is so."
    elif seen != 2.0:
        yield "", f"The answer for 1.0 is {seen}, not 2.0."
'''
WRONG = '''"""What is wrong here; write two more files like this one."""


def solve(value):
    return 2 * value + 1
'''
ANSWERS = """# %% wrong: what is wrong with it; three more, by who sees the page alone
def solve(value):
    return value

# %% wrong, off_by_one: another way to make the mistake of this name
def solve(value):
    return 1 + value + value

# %% right: in another style; write one more
def solve(value):
    return value + value
"""
LAB = """# %% [markdown]
# # What was found, as a heading
#
# What was done, in one sentence of 20 to 160 characters.

# %%
import torch

total = torch.ones(3).sum()
print(total.item())
assert total == 3
"""
OPTIONS = """
# Three to six, of every type but numeric and order; `seen` is what the program prints about it.
# options:
#   - text: "The answer, as the reader sees it"
#     right: true
#     why: "What is right about it, in twenty letters or more"
#     seen: "loss 0.55"
#   - text: "Another answer"
#     why: "What is wrong about it, in twenty letters or more"
#     seen: |-
#       one line
#       another line
"""
CHAPTER = """---
title: {title}
description: What a reader can do after this chapter, in a sentence or two.
---

# {title}

What this chapter is about.

```python
--8<-- "{chapter}/{first}.py"
```
"""


def front(schema: dict[str, Any]) -> str:
    """Return empty front matter, or an empty question, with each field explained above it."""
    lines = []
    for name, about in schema["properties"].items():
        value = {"array": "[]", "string": '""'}.get(about.get("type", ""), "")
        needed = name in schema["required"]
        lines.append(f"# {'' if needed else 'May be left out: '}{fields.meaning(about)}")
        lines.append(f"{'' if needed else '# '}{name}: {value}".rstrip())
    return "\n".join(lines) + "\n"


def files(kind: str, chapter: str, slug: str) -> dict[str, str]:
    """Return the texts of a new thing's files, by their paths."""
    docs, snippets = f"docs/{chapter}", f"snippets/{chapter}"
    claim = re.sub(r"[_-]", " ", slug).capitalize()
    names = {"chapter": chapter, "slug": slug, "claim": claim}
    folder = f"{snippets}/exercises/{slug}"
    first = f"{chapter.replace('-', '_')}_begin_here"
    return {
        "snippet": {f"{snippets}/{slug}.py": SNIPPET.format(**names)},
        "quirk": {
            f"{docs}/quirks/{slug}.md": QUIRK_PAGE.format(front=front(QUIRK), **names),
            f"{snippets}/quirks/{slug}.py": PROOF.format(**names),
        },
        "question": {f"{docs}/quiz/{slug}.yml": front(QUESTION) + OPTIONS},
        "exercise": {
            f"{docs}/exercises/{slug}.md": EXERCISE_PAGE.format(front=front(EXERCISE), **names),
            f"{folder}/exercise.py": STUB,
            f"{folder}/solution.py": SOLUTION,
            f"{folder}/check.py": CHECK,
            f"{folder}/wrong/off_by_one.py": WRONG,
            f"{folder}/answers.txt": ANSWERS,
        },
        "lab": {f"{snippets}/labs/{slug}.py": LAB},
        "chapter": {
            f"{docs}/index.md": CHAPTER.format(title=claim, first=first, **names),
            f"{snippets}/{first}.py": SNIPPET.format(claim=f"{claim} begin here"),
        },
    }[kind]


NEXT = {
    "snippet": 'Write the program; show it on a page with --8<-- "{chapter}/{slug}.py" in a python '
    "fence; then: nox -s record -- -k {slug}",
    "quirk": "Write the proof and fill in the page (finder and lists know it by themselves; "
    "link to it where the chapter teaches it); then: nox -s record -- -k {slug}",
    "question": "Fill it in; the page docs/{chapter}/quiz.md shows it where it asks about its "
    "objective; then: nox -s record -- -k quiz",
    "exercise": "Write the files and fill in the page; then: nox -s record -- -k {slug}",
    "lab": "Write the lab (the navigation knows it by itself; link to it where the chapter teaches "
    "what it shows); then: nox -s record -- -k {slug}",
    "chapter": "Write the page and its programs; then: nox -s record -- -k {chapter}",
}


def chapter_of(name: str, root: Path) -> tuple[str, str]:
    """Split `chapter/slug`; where there is one chapter only, its name may be left out."""
    chapter, _, slug = name.rpartition("/")
    known = sorted(page.parent.name for page in (root / "docs").glob("*/index.md"))
    if not chapter and len(known) == 1:
        return known[0], slug
    if chapter not in known:
        sys.exit(f"Say in which chapter, as in {known[0]}/{slug}: there are {', '.join(known)}")
    return chapter, slug


def main(arguments: list[str] | None = None, root: Path = ROOT) -> None:
    parser = argparse.ArgumentParser(prog="nox -s new --", description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=[*NEXT])
    parser.add_argument("name", help="its name; of several chapters, chapter/name")
    asked = parser.parse_args(arguments)
    kind, form = asked.kind, WORDS
    if kind in ("question", "exercise", "chapter"):
        form = HYPHENS
    chapter, slug = (asked.name,) * 2 if kind == "chapter" else chapter_of(asked.name, root)
    if not re.fullmatch(form, slug):
        style = "words_with_underscores: a claim" if form is WORDS else "words-with-hyphens"
        sys.exit(f"{slug!r} cannot name this {kind}: a name is made of {style}")
    made = files(kind, chapter, slug)
    if there := [path for path in made if (root / path).exists()]:
        sys.exit(f"{', '.join(there)} is there already: choose another name")
    for path, text in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
        print(path)
    print(NEXT[kind].format(chapter=chapter, slug=slug))


if __name__ == "__main__":
    main()

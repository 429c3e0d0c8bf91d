"""What mends the mistake of a quirk: a sentence under its symptom, and a change to its proof.

A page has it as `**Fix.** Name the dimension.` and, in a fence of its own, the change as a diff:
lines that begin with `- ` stand in the proof under # Wrong, or before it, lines that begin with
`+ ` stand under # Right, and lines that begin with two spaces stay as they are. A part of a line
will do. It is what a reader writes, and no call of a function that the proof alone has. A test
makes the change, runs the program, and looks whether it prints what was wrong.
A page about something that is no mistake has `**In short.**` and no change.
"""

import ast
import html
import re
from dataclasses import dataclass

from builder.snippet import without_promises

WRITTEN = re.compile(
    r"^\*\*(?P<label>Fix|In short)\.\*\* (?P<words>(?:.+\n)+)"
    r"(?:\n```diff\n(?P<change>(?:.*\n)+?)```$)?",
    re.MULTILINE,
)
SIGNS = ("- ", "+ ", "  ")


@dataclass(frozen=True)
class Remedy:
    label: str  # "Fix", or "In short" where there is no mistake to mend
    words: str  # Markdown, a sentence
    change: str  # the lines of the diff, or nothing

    @classmethod
    def of_page(cls, body: str) -> "Remedy | None":
        """Return what mends the mistake that a page is about, if it says so."""
        found = WRITTEN.search(body)
        if not found:
            return None
        return cls(found["label"], " ".join(found["words"].split()), found["change"] or "")

    @property
    def changes(self) -> list[tuple[str, str]]:
        """Return what stands in the proof, and what is to stand there, for each place."""
        places: list[tuple[list[str], list[str]]] = []
        before = "+"
        for line in self.change.splitlines():
            sign, rest = line[:1], line[2:]
            if (sign == "-" and before == "+") or not places:
                places.append(([], []))
            places[-1][0].extend([rest] * (sign != "+"))
            places[-1][1].extend([rest] * (sign != "-"))
            before = sign
        return [("\n".join(old), "\n".join(new)) for old, new in places]

    def problems(self, proof: str) -> list[str]:
        """Return what keeps a change from being one of a proof."""
        wrong, right = halves(proof)
        lines = self.change.splitlines()
        found = [f"{x!r} begins with '- ', '+ ' or two spaces" for x in lines if x[:2] not in SIGNS]
        found += [
            f"{old!r} does not stand before # Right" for old, _ in self.changes if old not in wrong
        ]
        added = [line[2:].strip() for line in lines if line.startswith("+")]
        found += [f"{line!r} does not stand under # Right" for line in added if line not in right]
        found += [
            f"{line!r} only calls what the proof defines, and nobody else has that: "
            "show what a reader writes, which may be a part of a line"
            for line in added
            if only_calls(line, proof)
        ]
        return found

    def mended(self, proof: str) -> str:
        """Return the wrong part of a proof with the change made."""
        wrong, _ = halves(proof)
        for old, new in self.changes:
            wrong = wrong.replace(old, new)
        return wrong


def only_calls(line: str, proof: str) -> bool:
    """Say whether a line only calls a function that the proof defines, or is only given to one."""
    defined = re.findall(r"^def (\w+)", proof, re.MULTILINE)
    line = re.sub(r"^(wrong|right) = ", "", line)
    if line.startswith("lambda "):
        return True  # what only the proof gives to its function
    try:
        statements = ast.parse(line).body
    except SyntaxError:  # a part of a line
        begins = re.match(r"(\w+)\(", line)
        return begins is not None and begins[1] in defined
    match statements:
        case [ast.Expr(ast.Call(ast.Name(called)))]:
            return called in defined
    return False


def halves(proof: str) -> tuple[str, str]:
    """Return a proof up to # Right, and from there on, both without promises."""
    wrong, mark, right = without_promises(proof).partition("\n# Right")
    return wrong, mark + right


def shown(change: str) -> str:
    """Return a change as a page shows it. The signs are drawn, so that nobody copies them."""
    tags = {"- ": "del", "+ ": "ins", "  ": "bdi"}  # no span: one that says nothing is taken out
    lines = "\n".join(
        f"<{tags[line[:2]]}>{html.escape(line[2:], quote=False)}</{tags[line[:2]]}>"
        for line in change.splitlines()
    )
    return f'<div class="highlight no-copy change"><pre><code>{lines}</code></pre></div>'

"""The losses of three or more inputs: each call that was tried, what came of it, what mends it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from builder.chapter import Chapter
from builder.finder import answers
from builder.quirk import Quirk
from builder.table_differences import Row, Table
from builder.views import code, fold, listing, plain, table, text, view

from .matrix import COLUMNS, SELDOM
from .other_texts import WHY

LOSSES = (
    "CTCLoss",
    "GaussianNLLLoss",
    "CosineEmbeddingLoss",
    "MarginRankingLoss",
    "TripletMarginLoss",
    "TripletMarginWithDistanceLoss",
    "AdaptiveLogSoftmaxWithLoss",
    "LinearCrossEntropyLoss",
    "GLU, PReLU, RReLU and Threshold",
    "Softmax2d and GLU on images",
)
ANCHORS = {  # of the headings that are not the name of a loss
    "GLU, PReLU, RReLU and Threshold": "last-activations",
    "Softmax2d and GLU on images": "images",
}
# Of a verdict: its sign and colour, and how it is said.
WORDS = {kind: (sign, head.lower()) for kind, (sign, head) in COLUMNS.items() if kind != SELDOM}
HOW = {  # training ends when it is wrong
    "diverges": "The loss becomes infinite, or not a number.",
    "too low": "The loss falls lower than the right one can.",
    "too high": "The loss stays above ten thousand.",
    "flat": "There is no gradient at all.",
    "the opposite": "It learns the opposite.",
    "never the same": "The same inputs give other outputs each time.",
    "ranks right": "The likeliest class is right, and its probability is not.",
    "not the truth": "It learns something else.",
}


@dataclass(frozen=True)
class Call:
    """A call of a table: what it is made of, and what came of it."""

    row: Row
    table: Row

    @cached_property
    def chosen(self) -> dict[str, str]:
        axes, changed = self.table["axes"], self.row["changed"]
        return {axis: changed.get(axis, next(iter(labels))) for axis, labels in axes.items()}

    @cached_property
    def program(self) -> str:
        codes = {axis: self.table["axes"][axis][label] for axis, label in self.chosen.items()}
        filled = self.table["program"].format(**codes).format(**codes)
        return "\n".join(line for line in filled.split("\n") if line.strip() != "#")

    @property
    def verdict(self) -> str:
        return str(self.row.get("verdict", "raises"))

    @property
    def kind(self) -> str:
        return self.verdict.partition(":")[0]

    @property
    def why(self) -> str:
        """Say why it does what it does, if one choice is changed and it did not raise."""
        if self.kind == "raises" or len(self.row["changed"]) != 1:
            return ""
        [(axis, label)] = self.row["changed"].items()
        return WHY[self.row["loss"]].get(f"{axis}: {label}", "")

    def apart(self, other: "Call") -> list[str]:
        """Return the axes in which another call differs."""
        return [axis for axis, label in self.chosen.items() if other.chosen[axis] != label]

    def own(self, other: "Call") -> list[str]:
        """Return the lines that another program does not have."""
        lines = other.program.splitlines()
        return [line.strip() for line in self.program.splitlines() if line not in lines]


def calls_of(data: Table, loss: str) -> list[Call]:
    """Return the calls of a loss, the usual one first."""
    return [Call(row, data["tables"][loss]) for row in data["rows"] if row["loss"] == loss]


def nearest(call: Call, calls: list[Call]) -> Call:
    """Return the right call that the fewest changes lead to: rather by a line than without one."""
    right = [other for other in calls if other.kind == "correct"]
    return min(
        right,
        key=lambda other: (
            len(call.apart(other)),
            not other.own(call),
            len(other.row["changed"]),
        ),
    )


def view_of(loss: str) -> Callable[[Table, Chapter], str]:
    """Return the view of a loss: its right call, and a table of all others."""

    def shown(data: Table, chapter: Chapter) -> str:
        calls = calls_of(data, loss)
        single = [call for call in calls if len(call.row["changed"]) < 2]
        double = [call for call in calls if len(call.row["changed"]) > 1]
        made = listing(calls[0].table["call"]) + fold(
            "The whole program, to copy", listing(calls[0].program), "program"
        )
        made += f"<p>{counted(data, calls)}</p>" + calls_table(single, calls, data, chapter.quirks)
        if double:
            title = f"Two of these at once: {len(double)} more"
            made += fold(title, calls_table(double, calls, data, chapter.quirks), "numbers")
        return f'<div class="calls" data-unsearched>{made}</div>'

    shown.__name__ = loss.lower().replace(",", "").replace(" ", "-")
    return view(shown)


def counted(data: Table, calls: list[Call]) -> str:
    """Say how many calls there are of each kind, and what the functional form does."""
    kinds = Counter(call.kind for call in calls)
    ran = [f"{kinds[kind]} {WORDS[kind][1]}" for kind in WORDS if kinds[kind] and kind != "raises"]
    said = f"{', '.join(ran)}, and {kinds['raises']} raise an error"
    silent = sum(c.row["outcome"] == "silent" and c.kind == "wrong" for c in calls)
    made = f"{len(calls)} calls have run: {said}. "
    made += f"Of the wrong ones, {silent} say nothing." if silent else "No wrong one is silent."
    made += f" A training arrives if its score is {calls[0].table['enough']} or more."
    if name := calls[0].table["function"]:
        same = sum(call.row["function"] == "the same" for call in calls)
        many = f"all {same}" if same == len(calls) else f"{same} of the {len(calls)}"
        made += f" {code(name.replace('nn.functional', 'F'))} does the same in {many} calls"
        made += "." if same == len(calls) else ", and has another message in the others."
    return made


def program(call: Call) -> str:
    """Return the program of a call, folded, to be copied."""
    return fold("Program", f"<pre><code>{text(call.program)}</code></pre>", "program")


def calls_table(calls: list[Call], every: list[Call], data: Table, quirks: list[Quirk]) -> str:
    head = ["What is chosen", "Verdict", "PyTorch says", "Shortest fix"]
    rows = [
        [
            chosen(call, every[0]),
            verdict(call, data["trainings"]),
            said(call.row, call.row["loss"], quirks),
            fix(call, every) + (program(call) if len(call.row["changed"]) == 1 else ""),
        ]
        for call in calls
    ]
    return table(head, rows)


def chosen(call: Call, usual: Call) -> str:
    """Name the choices of a call; if there is one, show its lines."""
    if call is usual:
        return "<strong>the usual call</strong>"
    names = "<br>".join(f"{text(a)}: {text(label)}" for a, label in call.row["changed"].items())
    return names + (lines_of(call.own(usual)) if len(call.row["changed"]) == 1 else "")


def lines_of(lines: list[str]) -> str:
    own = dict.fromkeys(lines)  # a line may stand in the training and in the score
    return "".join(f'<code class="line">{text(line)}</code>' for line in own)


def verdict(call: Call, trainings: int) -> str:
    """Return the verdict with its sign, and how often training arrives at the truth."""
    sign, word = WORDS[call.kind]
    made = f'<span class="verdict {sign}">{word}</span>'
    how = call.verdict.partition(": ")[2]
    if call.kind == "wrong" and not (call.why and how == "not the truth"):
        made += f"<br>{HOW[how]}"
    if call.why:
        made += f"<br>{text(call.why)}"
    if call.kind != "raises":
        made += f"<br>{call.row['reached']} of {trainings} trainings arrive"
    if call.row.get("score") is not None:
        made += f", score {call.row['score']:.1f}"
    return made


def said(row: Row, loss: str, quirks: list[Quirk]) -> str:
    """Return what PyTorch said in a row, with the page that explains it."""
    message = str(row.get("error") or row.get("warning") or "")
    if not message:
        return "nothing"
    page = explained(message, loss, quirks)
    link = f'<br><a href="../quirks/{page.slug}/">{plain(page.heading)}</a>' if page else ""
    return code(message) + link


def explained(message: str, loss: str, quirks: list[Quirk]) -> Quirk | None:
    """Return the page about a message, if there is one: rather one about the loss."""
    found = [quirk for quirk in quirks if answers(quirk, message)]
    return min(found, key=lambda quirk: loss not in quirk.losses, default=None)


def fix(call: Call, every: list[Call]) -> str:
    """Say what to change, with the lines of the right call."""
    if call.kind == "correct":
        return "none needed"
    right = nearest(call, every)
    names = ", ".join(f"{text(a)}: {text(right.chosen[a])}" for a in call.apart(right))
    if lines := right.own(call):
        return names + lines_of(lines)
    return f"{names}<br>without {lines_of(call.own(right))}"


@view
def others_overview(data: Table, _: Chapter) -> str:
    """The losses, with how many of their calls are of each kind."""
    rows = []
    for loss in LOSSES:
        calls = calls_of(data, loss)
        kinds = Counter(call.kind for call in calls)
        counts = [str(kinds[kind]) for kind in WORDS]
        rows.append([f'<a href="#{anchor(loss)}">{text(loss)}</a>', *counts])
    total = Counter(call.kind for loss in LOSSES for call in calls_of(data, loss))
    rows.append(["together", *(str(total[kind]) for kind in WORDS)])
    heads = [f'<span class="verdict {sign}">{word}</span>' for sign, word in WORDS.values()]
    return f"<div data-unsearched>{table(['Calls of', *heads], rows, is_grid=True)}</div>"


def anchor(loss: str) -> str:
    return ANCHORS.get(loss, loss.lower())


for name in LOSSES:
    view_of(name)

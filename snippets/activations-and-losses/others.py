"""The losses of three or more inputs, in the calls that people write.

A table has axes: what can be chosen in a call, the usual choice first.
Each row differs from the usual call in one or two choices, is a program
of its own, and is run: it trains a small model on data whose truth is
known, from several starts and by two optimisers, and is scored on data
that it has not seen.
"""

import json
import math
import re
import statistics
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import Any

import numpy as np
import torch
from torch import nn

Choices = dict[str, str]  # the label of what is chosen, by its axis
OPENING = "import torch\nfrom torch import nn\n\ntorch.manual_seed(0)\n"
SEEDS = range(4)
BOTTOMLESS = -3.0  # no loss here can be as low where it means anything
HUGE = 1e4  # a loss that is nowhere near its least
FLAT = 1e-7  # a gradient that is rounding
RANKED = 0.8  # a share of pixels whose likeliest class is found
SHOWN = 'print(f"score {score:.2f}")\n'
DRAWS, EQUAL = 6, 1e-3  # of weights; what is rounding
STEPPED = "    optimizer.step()\n"


@dataclass(frozen=True)
class Table:
    """The calls of a loss: what can be chosen, and a program for it."""

    name: str
    axes: dict[str, dict[str, Any]]  # axis -> label -> code, or codes
    data: str
    model: str
    built: str  # the loss, and the weights that are trained
    step: str  # from the inputs to the loss
    score: str
    defined: str  # the loss of what is meant, by its definition
    enough: float  # a score that counts as the truth
    function: str = ""  # the call of the functional form
    rates: dict[str, float] = field(
        default_factory=lambda: {"Adam": 0.1, "SGD": 0.5}
    )
    steps: int = 60
    is_whole: bool = False  # every combination, not one or two changes
    left_out: frozenset[str] = frozenset()  # choices that crash together
    opposite: float = -math.inf  # what a guess scores more than

    def choices(self) -> Iterator[Choices]:
        """Yield the usual call, then every one with one or two changes."""
        usual = {axis: next(iter(of)) for axis, of in self.axes.items()}
        if self.is_whole:
            for labels in product(*self.axes.values()):
                yield dict(zip(self.axes, labels, strict=True))
            return
        for many in range(3):
            for changed in combinations(self.axes, many):
                others = [[*self.axes[axis]][1:] for axis in changed]
                for labels in product(*others):
                    if not self.left_out or not self.left_out <= {*labels}:
                        yield usual | dict(
                            zip(changed, labels, strict=True)
                        )

    def filled(self, text: str, chosen: Choices) -> str:
        """Put the code of each choice in its place, which may have places."""
        codes = {axis: self.axes[axis][chosen[axis]] for axis in self.axes}
        lines = text.format(**codes).format(**codes).split("\n")
        return "\n".join(line for line in lines if line.strip() != "#")

    def program(
        self, chosen: Choices, seed: int = 0, optimizer: str = "Adam"
    ) -> str:
        """Return the whole program of a call."""
        start = f"torch.manual_seed({seed})"
        by = f"torch.optim.{optimizer}(weights, lr={self.rates[optimizer]})"
        template = self.template().replace("torch.manual_seed(0)", start)
        template = re.sub(r"torch\.optim.*", by, template)
        return self.filled(template, chosen) + SHOWN

    def template(self) -> str:
        """Return the program with a place for each choice."""
        parts = [
            OPENING + self.data,
            self.model + self.built,
            f"optimizer = torch.optim.Adam(weights, lr={self.rates['Adam']})\n"
            f"for _ in range({self.steps}):\n"
            + indented(self.step)
            + "    optimizer.zero_grad()\n    loss.backward()\n"
            + STEPPED,
            self.score,
        ]
        return "\n".join(parts)


def indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


SHORT = "letters[0], seen[0] = 3, 2  # the first has too few frames"
CTC = Table(
    name="CTCLoss",
    axes={
        "outputs": {
            "log-probabilities": ".log_softmax(dim=2)",
            "raw logits": "",
            "probabilities": ".softmax(dim=2)",
            "log-softmax over time": ".log_softmax(dim=1)",
        },
        "layout": {
            "(T, N, C)": ("40", ".transpose(0, 1)"),
            "(N, T, C)": ("40", ""),
            "(N, T, C), and N equals T": ("9", ""),
        },
        "target": {
            "padded with 0": ("texts[:N]", ""),
            "padded with -1": ("texts[:N] - (texts[:N] == 0).long()", ""),
            "concatenated": ("texts[:N][texts[:N] > 0]", ""),
            "letters from 0": ("(texts[:N] - 1).clamp(min=0)", " - 1"),
        },
        "lengths": {
            "tensors": "seen, letters[:N]",
            "tuples": "tuple(seen.tolist()), tuple(letters[:N].tolist())",
            "padding counted": "seen, torch.full((N,), 3)",
            "floats": "seen / 1, letters[:N]",
        },
        "blank": {"0": "0", "the last class": "4"},
        "texts": {
            "fit": ("#", ""),
            "one is too long": (SHORT, ""),
            "one is too long, zero_infinity=True": (
                SHORT,
                ", zero_infinity=True",
            ),
        },
    },
    data="""\
N, T = {layout[0]}, 9  # texts to learn from, and frames at most
letters = torch.randint(1, 4, (N + 100,))  # of each text
seen = 3 * letters[:N]  # and its frames
{texts[0]}
texts = torch.randint(1, 4, (N + 100, 3))
texts[torch.arange(3) >= letters[:, None]] = 0  # where a text has ended
frames = torch.zeros(N + 100, T, dtype=torch.long)
frames[:, 1::3] = frames[:, 2::3] = texts  # two frames a letter
inputs = 6.0 * nn.functional.one_hot(frames, 8)
inputs += torch.randn(N + 100, T, 8)
""",
    model="""\
model = nn.Linear(8, 5)
""",
    built="""\
criterion = nn.CTCLoss(blank={blank}{texts[1]})
weights = model.parameters()
""",
    step="""\
outputs = model(inputs[:N]){outputs}{layout[1]}
target, lengths = {target[0]}, ({lengths})
loss = criterion(outputs, target, *lengths)
""",
    score="""\
score = 0.0  # the share of unseen texts that are read without a mistake
for path, text in zip(model(inputs[N:]).argmax(dim=2), texts[N:]):
    path = path.unique_consecutive()
    text = text[text > 0]{target[1]}
    score += (path[path != {blank}].tolist() == text.tolist()) / 100
""",
    defined="""\
nn.functional.ctc_loss(
    model(inputs[:N]).log_softmax(dim=2).transpose(0, 1),
    texts[:N]{target[1]}, seen, letters[:N],
    blank={blank}{texts[1]})""",
    function="nn.functional.ctc_loss(outputs, target, *lengths, "
    "blank={blank}{texts[1]})",
    enough=0.95,
    steps=100,
    rates={"Adam": 0.1, "SGD": 0.5},
    # The loss would look for the class -1, which is outside of its memory.
    left_out=frozenset(["padded with -1", "padding counted"]),
)

GAUSSIAN = Table(
    name="GaussianNLLLoss",
    axes={
        "variance": {
            "exp": ("raw.exp()", "variance.sqrt()"),
            "softplus": (
                "nn.functional.softplus(raw)",
                "variance.sqrt()",
            ),
            "ReLU": ("raw.relu()", "variance.sqrt()"),
            "as it is": ("raw", "variance.sqrt()"),
            "exp, read as the standard deviation": (
                "raw.exp()",
                "variance",
            ),
        },
        "shapes": {
            "all (N, 1)": ("", "", ""),
            "all (N,)": (".flatten()", ".flatten()", ".flatten()"),
            "target (N,)": ("", ".flatten()", ""),
            "variance (N,)": ("", "", ".flatten()"),
        },
        "order": {
            "mean, target, variance": (
                "mean{shapes[0]}, target{shapes[1]}, variance{shapes[2]}"
            ),
            "target, mean, variance": (
                "target{shapes[1]}, mean{shapes[0]}, variance{shapes[2]}"
            ),
            "mean, variance, target": (
                "mean{shapes[0]}, variance{shapes[2]}, target{shapes[1]}"
            ),
        },
        "full": {"False": "False", "True": "True"},
    },
    data="""\
inputs = torch.eye(8).repeat(100, 1)  # eight machines in turn
means, spreads = torch.linspace(-2, 2, 8), torch.logspace(0.4, -0.4, 8)
noise = torch.special.ndtri((torch.arange(100) + 0.5) / 100)  # normal
target = (means + spreads * noise.unsqueeze(1)).reshape(800, 1)
""",
    model="""\
model = nn.Linear(8, 2, bias=False)  # two numbers for each machine
""",
    built="""\
criterion = nn.GaussianNLLLoss(full={full})
weights = model.parameters()
""",
    step="""\
mean, raw = model(inputs).chunk(2, dim=1)
variance = {variance[0]}
loss = criterion({order})
""",
    score="""\
mean, raw = model(torch.eye(8)).detach().chunk(2, dim=1)
variance = {variance[0]}
off = (mean.flatten() - means) / spreads, {variance[1]}.flatten() / spreads
score = 1 - max(off[0].abs().max(), off[1].log().abs().max()).item()
""",
    defined="""\
nn.functional.gaussian_nll_loss(mean, target, {variance[1]}.square())""",
    function="nn.functional.gaussian_nll_loss({order}, full={full})",
    enough=0.6,
    rates={"Adam": 0.1, "SGD": 0.8},
    steps=200,
)

COSINE = Table(
    name="CosineEmbeddingLoss",
    axes={
        "target": {
            "1 and -1": "2 * alike - 1",
            "1 and 0": "alike",
            "-1 and 1": "1 - 2 * alike",
        },
        "dtype": {
            "float32": ".float()",
            "int64": ".long()",
            "bool": ".bool()",
        },
        "shape": {"(N,)": "", "(N, 1)": ".unsqueeze(1)"},
        "margin": {"0.0": "", "0.5": "margin=0.5", "1.0": "margin=1.0"},
        "last": {
            "none": "",
            "ReLU": ", nn.ReLU()",
            "Tanh": ", nn.Tanh()",
        },
    },
    data="""\
first, step = torch.randint(4, (500,)), torch.randint(1, 4, (500,))
alike = torch.randint(2, (500,))  # half of the pairs
kinds = torch.stack([first, (first + (1 - alike) * step) % 4], dim=1)
noise = torch.tensor([1.0] * 4 + [3.0] * 4) * torch.randn(500, 2, 8)
inputs = 7.0 * nn.functional.one_hot(kinds, 8) + noise + 3.0
unseen, said = inputs[200:], alike[200:] == 1
inputs, alike = inputs[:200], alike[:200]
""",
    model="""\
model = nn.Sequential(nn.Linear(8, 8){last})
""",
    built="""\
criterion = nn.CosineEmbeddingLoss({margin})
weights = model.parameters()
""",
    step="""\
one, other = model(inputs).unbind(dim=1)
target = ({target}){dtype}{shape}
loss = criterion(one, other, target)
""",
    score="""\
one, other = model(unseen).unbind(dim=1)
found = torch.cosine_similarity(one, other) > 0.75
score = (found == said).float().mean().item()  # a guess has 0.5
""",
    defined="""\
nn.functional.cosine_embedding_loss(
    one, other, (2 * alike - 1).float(), {margin})""",
    function="nn.functional.cosine_embedding_loss("
    "one, other, target, {margin})",
    enough=0.96,
)

RANKING = Table(
    name="MarginRankingLoss",
    axes={
        "target": {
            "1 and -1": "2 * better - 1",
            "1 and 0": "better",
            "index of the better": "1 - better",
        },
        "dtype": {
            "float32": ".float()",
            "int64": ".long()",
            "bool": ".bool()",
        },
        "shapes": {
            "all (N,)": (".flatten()", ""),
            "all (N, 1)": ("", ".unsqueeze(1)"),
            "scores (N, 1)": ("", ""),
        },
        "order": {
            "first, second": "first, second",
            "second, first": "second, first",
        },
        "margin": {"1.0": "margin=1.0", "0.0": ""},
        "last": {
            "none": "",
            "Sigmoid": ", nn.Sigmoid()",  # no two are further apart than 1
            "ReLU": ", nn.ReLU()",
        },
    },
    data="""\
inputs = torch.randn(500, 2, 4)  # two things each
quality = inputs @ torch.tensor([2.0, -1.0, 1.0, 0.5])
better = (quality[:, 0] > quality[:, 1]).long()  # the first is
unseen, said = inputs[200:], better[200:] == 1
inputs, better = inputs[:200], better[:200]
""",
    model="""\
model = nn.Sequential(nn.Linear(4, 1){last})
""",
    built="""\
criterion = nn.MarginRankingLoss({margin})
weights = model.parameters()
""",
    step="""\
first, second = (s{shapes[0]} for s in model(inputs).unbind(dim=1))
target = ({target}){dtype}{shapes[1]}
loss = criterion({order}, target)
""",
    score="""\
found = model(unseen)[:, 0] > model(unseen)[:, 1]
score = (found.flatten() == said).float().mean().item()  # a guess: 0.5
""",
    defined="""\
nn.functional.margin_ranking_loss(
    *model[0](inputs).squeeze(2).unbind(dim=1), 2.0 * better - 1, {margin})""",
    function="nn.functional.margin_ranking_loss({order}, target, {margin})",
    enough=0.85,
    rates={"Adam": 0.1, "SGD": 3.0},
    opposite=0.2,
)

THREE = """\
anchor, step = torch.randint(6, (500,)), torch.randint(1, 6, (500,))
{negatives}
kinds = torch.stack([anchor, anchor, (anchor + step) % 6], dim=1)
noise = torch.tensor([0.4] * 6 + [3.0] * 2) * torch.randn(500, 3, 8)
inputs = 5.0 * nn.functional.one_hot(kinds, 8) + noise
unseen, inputs = inputs[200:], inputs[:200]
"""
ORDER = {
    "anchor, positive, negative": "anchor, positive, negative",
    "anchor, negative, positive": "anchor, negative, positive",
    "positive, anchor, negative": "positive, anchor, negative",
}
UNIT = "nn.functional.normalize(model(inputs), dim=2)"
TRIPLET = Table(
    name="TripletMarginLoss",
    axes={
        "order": ORDER,
        "embeddings": {
            "as they are": ("outputs", "model(inputs)"),
            "normalised": ("nn.functional.normalize(outputs, dim=2)", UNIT),
            "normalised over the batch": (
                "nn.functional.normalize(outputs, dim=0)",
                UNIT,
            ),
        },
        "margin": {"1.0": "", "0.0": ", margin=0.0", "3.0": ", margin=3.0"},
        "negatives": {
            "of another kind": "#",
            "drawn from all": "step[:200] = torch.randint(6, (200,))",
        },
        "swap": {"False": "", "True": ", swap=True"},
        "p": {"2": "p=2", "1": "p=1"},
    },
    data=THREE,
    model="""\
model = nn.Linear(8, 2)


def embed(inputs):
    outputs = model(inputs)
    return {embeddings[0]}


""",
    built="""\
criterion = nn.TripletMarginLoss({p}{margin}{swap})
weights = model.parameters()
""",
    step="""\
anchor, positive, negative = embed(inputs).unbind(dim=1)
loss = criterion({order})
""",
    score="""\
embeddings = torch.cat([embed(one) for one in unseen.split(1)])
anchor, positive, negative = embeddings.unbind(dim=1)
near, far = ((anchor - e).norm(dim=1) for e in (positive, negative))
score = (1.2 * near < far).float().mean().item()  # clearly nearer
""",
    defined="""\
nn.functional.triplet_margin_loss(
    *{embeddings[1]}.unbind(dim=1), {p}{margin}{swap}, reduction="none"
)[step[:200] > 0].mean()""",
    function="nn.functional.triplet_margin_loss({order}, {p}{margin}{swap})",
    enough=0.93,
)

COSINE_DISTANCE = "lambda a, b: 1 - torch.cosine_similarity(a, b)"
DISTANCE = Table(
    name="TripletMarginWithDistanceLoss",
    axes={
        "distance_function": {
            "1 - cosine": (COSINE_DISTANCE, "distance"),
            "none given": ("None", "None"),
            "the cosine": ("nn.CosineSimilarity()", COSINE_DISTANCE),
            "squared": (
                "lambda a, b: (a - b).square().sum(dim=1)",
                "distance",
            ),
            "one for the batch": ("lambda a, b: (a - b).norm()", "None"),
        },
        "order": ORDER,
        "margin": {"0.5": ", margin=0.5", "1.0": "", "0.0": ", margin=0.0"},
        "swap": {"False": "", "True": ", swap=True"},
    },
    data=THREE.replace("{negatives}\n", ""),
    model="""\
model = nn.Linear(8, 2)
distance = {distance_function[0]}
""",
    built="""\
criterion = nn.TripletMarginWithDistanceLoss(
    distance_function=distance{margin}{swap}
)
weights = model.parameters()
""",
    step="""\
anchor, positive, negative = model(inputs).unbind(dim=1)
loss = criterion({order})
""",
    score="""\
anchor, positive, negative = model(unseen).unbind(dim=1)
near = 1 - torch.cosine_similarity(anchor, positive)
far = 1 - torch.cosine_similarity(anchor, negative)
score = (1.2 * near < far).float().mean().item()  # clearly nearer
""",
    defined="""\
nn.functional.triplet_margin_with_distance_loss(
    anchor, positive, negative,
    distance_function={distance_function[1]}{margin}{swap})""",
    function="nn.functional.triplet_margin_with_distance_loss("
    "{order}, distance_function=distance{margin}{swap})",
    rates={"Adam": 0.1, "SGD": 0.1},
    enough=0.85,
)

KINDS = """\
shares = 1 / torch.arange(1.0, 17.0)  # 16 kinds, and 0 is commonest
kinds = torch.multinomial(shares, 1000, replacement=True)
inputs = 5.0 * nn.functional.one_hot(kinds, 16)
inputs += 0.3 * torch.randn(1000, 16)
unseen, said = inputs[500:], kinds[500:]
inputs, kinds = inputs[:500], kinds[:500]
"""
IN_FRONT = {
    "features": "3",
    "class scores": "16",
}
WEIGHTS = {
    "of model and loss": "[*model.parameters(), *criterion.parameters()]",
    "of the model alone": "model.parameters()",
}
ADAPTIVE = Table(
    name="AdaptiveLogSoftmaxWithLoss",
    axes={
        "target": {
            "commonest first": ("kinds", "said"),
            "commonest last": ("15 - kinds", "15 - said"),
            "from 1": ("kinds + 1", "said + 1"),
            "(N, 1)": ("kinds.unsqueeze(1)", "said"),
        },
        "cutoffs": {
            "[8, 13]": "[8, 13]",
            "[13]": "[13]",
            "[8, 16]": "[8, 16]",
        },
        "model": IN_FRONT,
        "used": {
            ".loss": ("", ".loss"),
            ".output.mean()": ("", ".output.mean()"),
            "-(...).output.mean()": ("-", ".output.mean()"),
            "as it is": ("", ""),
        },
        "weights": WEIGHTS,
        "read": {
            "criterion.predict": "criterion.predict(model(unseen))",
            "argmax of the model": "model(unseen).argmax(dim=1)",
        },
    },
    data=KINDS,
    model="""\
model = nn.Linear(16, {model})
""",
    built="""\
criterion = nn.AdaptiveLogSoftmaxWithLoss(
    3, 16, cutoffs={cutoffs}, div_value=1.5
)
weights = {weights}
""",
    step="""\
loss = {used[0]}criterion(model(inputs), {target[0]}){used[1]}
""",
    score="""\
found = {read}
score = (found == {target[1]}).float().mean().item()
""",
    defined="""\
-criterion.log_prob(model(inputs)).gather(
    1, ({target[0]}).reshape(-1, 1)).mean()""",
    enough=0.92,
    rates={"Adam": 0.1, "SGD": 1.0},
    steps=100,
)

LINEAR = Table(
    name="LinearCrossEntropyLoss",
    axes={
        "target": {
            "class index": "kinds",
            "class index (N, 1)": "kinds.unsqueeze(1)",
            "class index, float32": "kinds.float()",
            "one-hot": "nn.functional.one_hot(kinds, 16).float()",
        },
        "model": IN_FRONT,
        "bias": {"False": "", "True": ", bias=True"},
        "label_smoothing": {"0.0": "", "0.1": ", label_smoothing=0.1"},
        "weights": WEIGHTS,
        "read": {
            "criterion.linear": "criterion.linear(model(unseen))",
            "the model alone": "model(unseen)",
        },
    },
    data=KINDS,
    model="""\
model = nn.Linear(16, {model})
""",
    built="""\
criterion = nn.LinearCrossEntropyLoss(
    3, 16{bias}{label_smoothing}
)
weights = {weights}
""",
    step="""\
target = {target}
loss = criterion(model(inputs), target)
""",
    score="""\
found = {read}.argmax(dim=1)
score = (found == said).float().mean().item()
""",
    defined="""\
nn.functional.cross_entropy(
    criterion.linear(model(inputs)), kinds{label_smoothing})""",
    function="nn.functional.linear_cross_entropy(\n"
    "    model(inputs), criterion.linear.weight, target,\n"
    "    linear_bias=criterion.linear.bias{label_smoothing})",
    enough=0.88,
    rates={"Adam": 0.1, "SGD": 1.0},
    steps=200,
)

LOGITS = "model[:3](inputs[:2000])"
LAYERS = {  # the code, what counts as logits, and what comes before reading
    "none": ("nn.Linear(16, 4)", "outputs", "#"),
    "GLU, twice as wide": ("nn.Linear(16, 8), nn.GLU()", "outputs", "#"),
    "GLU": ("nn.Linear(16, 4), nn.GLU()", "outputs", "#"),
    "GLU, odd width": ("nn.Linear(16, 5), nn.GLU()", "outputs", "#"),
    "GLU over the batch": (
        "nn.Linear(16, 4), nn.GLU(dim=0)",
        "outputs",
        "#",
    ),
    "PReLU": ("nn.Linear(16, 4), nn.PReLU()", "outputs", "#"),
    "PReLU, a slope each": (
        "nn.Linear(16, 4), nn.PReLU(4)",
        "outputs",
        "#",
    ),
    "PReLU, three slopes": (
        "nn.Linear(16, 4), nn.PReLU(3)",
        "outputs",
        "#",
    ),
    "RReLU": ("nn.Linear(16, 4), nn.RReLU()", "outputs", "model.eval()"),
    "RReLU without eval()": (
        "nn.Linear(16, 4), nn.RReLU()",
        "outputs",
        "#",
    ),
    "Softmax2d": ("nn.Linear(16, 4), nn.Softmax2d()", LOGITS, "#"),
    "Threshold(0, 0)": (
        "nn.Linear(16, 4), nn.Threshold(0, 0)",
        LOGITS,
        "#",
    ),
}
NUMBERS = "(found - said).square().mean().sqrt() / truth.std()"
CLASSES = """\
found = found.softmax(dim=1)
off = (found - said).abs().mean() / (said - 0.25).abs().mean()"""
GATES = Table(
    name="GLU, PReLU, RReLU and Threshold",
    axes={
        "last": LAYERS,
        "target": {
            "classes": (
                "drawn",
                "CrossEntropyLoss",
                CLASSES,
                "cross_entropy",
                "chance",
            ),
            "numbers": (
                "truth",
                "MSELoss",
                f"off = {NUMBERS}",
                "mse_loss",
                "truth",
            ),
        },
    },
    data="""\
inputs = torch.randn(3000, 4)
truth = inputs @ torch.randn(4, 4)  # four numbers each
chance = truth.softmax(dim=1)  # of four classes
drawn = chance.multinomial(1).flatten()
target, said = {target[0]}[:2000], {target[4]}[2000:]
""",
    model="""\
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), {last[0]})
""",
    built="""\
criterion = nn.{target[1]}()
weights = model.parameters()
""",
    step="""\
outputs = model(inputs[:2000])
loss = criterion(outputs, target)
""",
    score="""\
{last[2]}
found = model(inputs[2000:])
same = found.equal(model(inputs[2000:]))  # for the same inputs again
{target[2]}
score = (1 - off.item()) * same  # 0 is the score of a guess
""",
    defined="nn.functional.{target[3]}({last[1]}, target)",
    enough=0.7,
    rates={"Adam": 0.03, "SGD": 0.3},
    steps=200,
    is_whole=True,
)

IMAGES = Table(
    name="Softmax2d and GLU on images",
    axes={
        "last": {
            "none": ("4", "", "model[0](inputs[:100])"),
            "Softmax2d": (
                "4",
                ", nn.Softmax2d()",
                "model[0](inputs[:100])",
            ),
            "LogSoftmax(dim=1)": (
                "4",
                ", nn.LogSoftmax(dim=1)",
                "model[0](inputs[:100])",
            ),
            "Softmax(dim=-1)": (
                "4",
                ", nn.Softmax(dim=-1)",
                "model[0](inputs[:100])",
            ),
            "LogSoftmax(dim=-1)": (
                "4",
                ", nn.LogSoftmax(dim=-1)",
                "model[0](inputs[:100])",
            ),
            "GLU(dim=1), twice as many channels": (
                "8",
                ", nn.GLU(dim=1)",
                "outputs",
            ),
            "GLU()": ("8", ", nn.GLU()", "outputs"),
        },
        "loss": {
            "CrossEntropyLoss": ("CrossEntropyLoss", "", ".softmax(dim=1)"),
            "NLLLoss": ("NLLLoss", "", ".exp()"),
            "NLLLoss of the log": ("NLLLoss", ".log()", ""),
        },
    },
    data="""\
inputs = torch.randn(200, 4, 2, 6)  # images of 2 x 6 pixels
truth = torch.einsum("nchw,cd->ndhw", inputs, torch.randn(4, 4))
chance = truth.softmax(dim=1)  # of each class, at each pixel
drawn = chance.movedim(1, 3).reshape(-1, 4).multinomial(1)
target = drawn.reshape(200, 2, 6)
""",
    model="""\
model = nn.Sequential(nn.Conv2d(4, {last[0]}, 1){last[1]})
""",
    built="""\
criterion = nn.{loss[0]}()
weights = model.parameters()
""",
    step="""\
outputs = model(inputs[:100])
loss = criterion(outputs{loss[1]}, target[:100])
""",
    score="""\
found, chance = model(inputs[100:]){loss[2]}, chance[100:]
off = (found - chance).abs().mean() / (chance - 0.25).abs().mean()
score = 1 - off.item()  # 0 is the score of equal chances
ranks = (found.argmax(1) == chance.argmax(1)).float().mean().item()
""",
    defined="nn.functional.cross_entropy({last[2]}, target[:100])",
    enough=0.78,
    rates={"Adam": 0.1, "SGD": 1.0},
    steps=80,
    is_whole=True,
)

TABLES = [
    CTC,
    GAUSSIAN,
    COSINE,
    RANKING,
    TRIPLET,
    DISTANCE,
    ADAPTIVE,
    LINEAR,
    GATES,
    IMAGES,
]


@dataclass
class Run:
    """What a program did: what it said, how its loss went, its score."""

    error: str = ""
    warning: str = ""
    losses: list[float] = field(default_factory=list)
    steepest: float = 0.0  # the largest entry of a gradient
    score: float = math.nan
    same: bool = True  # the same inputs give the same outputs
    ranks: float = math.nan  # how often the likeliest class is found


def run(program: str) -> Run:
    """Run a program, and look at each step of its training."""
    done = Run()

    def look(loss: torch.Tensor, model: nn.Module) -> None:
        done.losses.append(loss.item())
        slopes = [w.grad.abs().max().item() for w in model.parameters()]
        done.steepest = max(done.steepest, *slopes)

    looked = program.replace(STEPPED, "    look(loss, model)\n" + STEPPED)
    names: dict[str, Any] = {"look": look, "print": lambda *_: None}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(compile(looked, "program", "exec"), names)
            done.score = float(names["score"])
            done.same = names.get("same", True)
            done.ranks = names.get("ranks", math.nan)
        except Exception as error:
            done.error = f"{type(error).__name__}: {error}".strip()
    if caught:
        said = caught[0]
        done.warning = f"{said.category.__name__}: {said.message}"
    return done


def unlikeness(table: Table, chosen: Choices) -> float:
    """Say how far a loss is from the definition, but for factor and sum.

    Both are measured at weights drawn at random: 0 is alike.
    """
    start = OPENING + table.data + table.model + table.built
    names: dict[str, Any] = {}
    exec(table.filled(start, chosen), names)
    step = compile(table.filled(table.step, chosen), "step", "exec")
    known = compile(table.filled(table.defined, chosen), "defined", "eval")
    pairs = []
    for _ in range(DRAWS):
        with torch.no_grad():
            for part in (names["model"], names["criterion"]):
                for weight in part.parameters():
                    weight.normal_(0, 0.4)
            exec(step, names)
            pairs.append((eval(known, names).item(), names["loss"].item()))
    return unlike(pairs)


def unlike(pairs: list[tuple[float, float]]) -> float:
    """Fit a line to (defined, seen); return the largest error, in shares."""
    defined, seen = (np.array(side) for side in zip(*pairs, strict=True))
    if not np.isfinite([defined, seen]).all():
        return math.inf
    slope, offset = np.polyfit(defined, seen, 1)
    off = np.abs(slope * defined + offset - seen).max()
    return float(off / np.ptp(seen)) if slope > 0 and np.ptp(seen) else 1.0


def as_function(table: Table) -> Table:
    """Return a table that calls the functional form."""
    call = re.compile(r"criterion\(.*\)")
    own = "criterion" in table.function
    return replace(
        table,
        step=call.sub(lambda _: table.function, table.step),
        built=table.built if own else "weights = model.parameters()\n",
    )


def probe(table: Table, chosen: Choices) -> list[Run]:
    """Run the first steps of each start."""
    programs = [table.program(chosen, seed) for seed in SEEDS]
    return [
        run(p.replace(f"range({table.steps})", "range(3)"))
        for p in programs
    ]


def said_by_function(table: Table, chosen: Choices, seen: list[Run]) -> str:
    """Say what the functional form does in the first steps."""
    for done, known in zip(
        probe(as_function(table), chosen), seen, strict=True
    ):
        if done.error != known.error:
            return done.error or "no error"
        if not np.array_equal(done.losses, known.losses, equal_nan=True):
            return "another loss"
    return "the same"


def how(table: Table, runs: list[Run]) -> str:
    """Say how training fails that never leads to the truth.

    A way of failing is named only where every training fails so.
    """
    ends = np.array([run.losses[-1] for run in runs])
    signs = {
        "diverges": not np.isfinite(ends).any(),
        "too low": (ends < BOTTOMLESS).all(),
        "too high": (ends > HUGE).all(),
        "flat": all(run.steepest < FLAT for run in runs),
        "the opposite": all(run.score < table.opposite for run in runs),
        "never the same": not any(run.same for run in runs),
        "ranks right": all(run.ranks > RANKED for run in runs),
    }
    return next((sign for sign in signs if signs[sign]), "not the truth")


def judged(table: Table, chosen: Choices) -> dict:
    """Train from each start by each optimizer, and say where it led."""
    runs = [
        run(table.program(chosen, seed, optimizer))
        for optimizer, seed in product(table.rates, SEEDS)
    ]
    reached = sum(run.score >= table.enough for run in runs)
    ends = [run.losses[-1] for run in runs]
    falls = sum(end < BOTTOMLESS for end in ends) > len(ends) / 2
    if reached == 0 or falls:
        shown = runs[: len(SEEDS)]  # by the optimizer of the program shown
        verdict = f"wrong: {how(table, shown)}"
    elif reached < len(runs):
        verdict = "not always reached"
    else:
        alike = unlikeness(table, chosen) < EQUAL
        verdict = "correct" if alike else "other objective"
    middle = statistics.median(run.score for run in runs)
    score = round(max(middle, 0.0), 1) if math.isfinite(middle) else None
    return {"verdict": verdict, "reached": reached, "score": score}


def rows(table: Table) -> Iterator[dict]:
    """Yield what each call does; those that begin alike are trained once."""
    usual, known = next(table.choices()), {}
    for chosen in table.choices():
        changed = {k: v for k, v in chosen.items() if v != usual[k]}
        found: dict[str, Any] = {"loss": table.name, "changed": changed}
        seen = probe(table, chosen)
        if error := next((run.error for run in seen if run.error), ""):
            found |= {"outcome": "raises", "error": error}
        else:
            said = seen[0].warning
            found["outcome"] = "warns" if said else "silent"
            found |= {"warning": said} if said else {}
            key = table.filled(table.score + table.defined, chosen)
            key += str([(run.losses, run.score) for run in seen])
            if key not in known:
                known[key] = judged(table, chosen)
            found |= known[key]
        if table.function:
            found["function"] = said_by_function(table, chosen, seen)
        yield found


def kept(text: str) -> str:
    """Return a text that is itself once its places are filled."""
    return text.replace("{", "{{").replace("}", "}}")


def shown(table: Table) -> dict:
    """Return what is recorded of a table beside its rows."""
    usual = next(table.choices())
    call = table.built.rpartition("weights = ")[0] + table.step
    return {
        "axes": table.axes,
        "program": table.template() + kept(kept(SHOWN)),
        "call": table.filled(call, usual),
        "function": table.function.partition("(")[0],
        "enough": table.enough,
    }


def document() -> dict:
    """Return what is recorded: the tables, and what each call does."""
    return {
        "trainings": len(SEEDS) * 2,
        "tables": {table.name: shown(table) for table in TABLES},
        "rows": [row for table in TABLES for row in rows(table)],
    }


if __name__ == "__main__":
    print(json.dumps(document()))

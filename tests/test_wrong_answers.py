"""Law: no exercise is solved by an answer that is wrong, or that calls what was to be written.

Each of these was accepted once, or is of a kind that was. They were written from the pages of the
exercises alone, so they show what a check lets through, and not what it was made to see.
"""

from pathlib import Path

import pytest
from runner import exercise_check
from runner.exercise_check import SOLVED, WRONG, Verdict, judge

FOLDERS = exercise_check.folders()
IMPORTS = "import torch\nfrom functools import partial\nfrom torch import nn\n"
IMPORTS += "from torch.nn import functional as F\n"
LAYERS = "nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3)"
CLASSES = """
def one_of_several(z): return z.argmax(1), z.softmax(1)
def pixels(z): return z.argmax(1), z.softmax(1)
"""
SOFTPLUS = """
class Softplus(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, beta):
        ctx.save_for_backward(z)
        ctx.beta = beta
        return F.softplus(z, beta, threshold=1e9)

    @staticmethod
    def backward(ctx, above):
        return above * torch.sigmoid(ctx.beta * ctx.saved_tensors[0]), None
"""
BOTH = """
def loss_and_gradient(z, t, weight=None):
    w = torch.ones_like(z[0])[t] if weight is None else weight[t]
    slope = (z.softmax(1) - F.one_hot(t, z.shape[1])) * w[:, None] / w.sum()
    return F.cross_entropy(z, t, weight=weight), slope
"""
LEAKY = "def leaky_relu(x, slope=0.01): return torch.where(x > 0, x, slope * x)\n"
SLOPE = "def derivative(x, slope=0.01): return torch.where(x > 0, 1.0, slope)"
THROUGH = """
def derivative(x, slope=0.01):
    x = x.clone().requires_grad_()
    return torch.autograd.grad(leaky_relu(x, slope).sum(), x)[0]
"""
READY_MADE = {  # exercise -> what its answers may not call, and answers that do
    "stable-bce": {
        "def bce(z, y): return F.binary_cross_entropy_with_logits(z, y, reduction='none')",
        "bce = nn.BCEWithLogitsLoss(reduction='none')",
        "bce = partial(F.binary_cross_entropy_with_logits, reduction='none')",
        "def bce(z, y):\n"
        "  z = torch.stack([torch.zeros_like(z), z], 1)\n"
        "  return F.cross_entropy(z, y.long(), reduction='none')",
    },
    "stable-softmax": {
        "def softmax(z): return z.softmax(1)",
        "def softmax(z): return F.softmax(z, dim=1)",
        "def softmax(z): return torch.special.softmax(z, 1)",
        "def softmax(z): return z.log_softmax(1).exp()",
        "softmax = nn.Softmax(dim=1)",
        "softmax = partial(torch.softmax, dim=1)",
    },
    "bce-pos-weight": {
        "def bce_with_logits(z, y, w): return nn.BCEWithLogitsLoss(pos_weight=w)(z, y)",
        "def bce_with_logits(z, y, w):\n"
        "  return F.binary_cross_entropy_with_logits(z, y, pos_weight=w)",
    },
    "label-smoothing": {
        "def smooth_cross_entropy(z, t, e): return F.cross_entropy(z, t, label_smoothing=e)",
    },
    "stable-cross-entropy": {
        "cross_entropy = nn.CrossEntropyLoss()",
        "def cross_entropy(z, t): return F.nll_loss(z.log_softmax(1), t)",
        "def cross_entropy(z, t): return -z.log_softmax(1).gather(1, t[:, None]).mean()",
    },
    "cross-entropy-gradient": {BOTH},
    "log-sum-exp": {
        "def log_sum_exp(x, dim): return x.logsumexp(dim)",
        "def log_sum_exp(x, dim): return torch.special.logsumexp(x, dim)",
    },
    "own-autograd": {SOFTPLUS},
    "leaky-relu": {
        f"def leaky_relu(x, slope=0.01): return F.leaky_relu(x, slope)\n{SLOPE}",
        LEAKY + THROUGH,
    },
    "non-linearity": {
        "class Abs(nn.Module):\n  def forward(self, x): return abs(x)\n"
        "def build(): return nn.Sequential(nn.Linear(1, 2), nn.Linear(2, 1), Abs())",
    },
}
WRONG_ANSWERS = {
    "softmax-twice": {
        f"def build(): return nn.Sequential({LAYERS}, nn.ReLU()), nn.CrossEntropyLoss()",
        f"def build(): return nn.Sequential({LAYERS}, nn.Tanh()), nn.CrossEntropyLoss()",
        "class Tenfold(nn.Module):\n  def forward(self, x): return 10 * x.softmax(1)\n"
        f"def build(): return nn.Sequential({LAYERS}, Tenfold()), nn.CrossEntropyLoss()",
        "class Log(nn.Module):\n  def forward(self, x): return x.softmax(1).log()\n"
        f"def build(): return nn.Sequential({LAYERS}, Log()), nn.NLLLoss()",
    },
    "logits-to-labels": {
        CLASSES + "def yes_or_no(z): return z >= 0, z.sigmoid()\n"
        "def tags(z): return z > 0, z.sigmoid()",
        CLASSES + "def yes_or_no(z): return z > 0, z.sigmoid()\n"
        "def tags(z): return z >= 0, z.sigmoid()",
    },
    "leaky-relu": {LEAKY + SLOPE},
}
RIGHT_ANSWERS = {  # told something false once
    "stable-softmax": {
        "def softmax(z): return (z - z.logsumexp(1, keepdim=True)).exp()",
    },
    "softmax-twice": {
        f"def build(): return nn.Sequential({LAYERS}, nn.LogSoftmax(1)), nn.NLLLoss()",
        f"def build(): return nn.Sequential({LAYERS}), nn.CrossEntropyLoss()",
    },
}


def verdict(exercise: str, source: str, folder: Path) -> Verdict:
    attempt = folder / "attempt.py"
    attempt.write_text(IMPORTS + source, "utf-8")
    [found] = judge(FOLDERS[exercise], [attempt])
    return found


def each(answers: dict[str, set[str]]) -> list[tuple[str, str]]:
    return [(exercise, one) for exercise, own in answers.items() for one in sorted(own)]


@pytest.mark.parametrize(("exercise", "source"), each(READY_MADE))
def test_what_was_to_be_written_is_not_called(exercise: str, source: str, tmp_path: Path) -> None:
    found = verdict(exercise, source, tmp_path)
    assert found.status == WRONG and found.said.startswith("It calls "), found


def test_each_exercise_that_forbids_a_function_is_tried() -> None:
    forbidding = {
        name for name, at in FOLDERS.items() if hasattr(exercise_check.checker(at), "FORBIDDEN")
    }
    assert forbidding == READY_MADE.keys(), "add answers that call what the exercise forbids"


@pytest.mark.parametrize(("exercise", "source"), each(WRONG_ANSWERS))
def test_a_wrong_answer_does_not_pass(exercise: str, source: str, tmp_path: Path) -> None:
    found = verdict(exercise, source, tmp_path)
    assert found.status == WRONG and len(found.said) > 40, found


@pytest.mark.parametrize(("exercise", "source"), each(RIGHT_ANSWERS))
def test_a_right_answer_in_another_style_passes(exercise: str, source: str, tmp_path: Path) -> None:
    assert verdict(exercise, source, tmp_path).status == SOLVED

"""Law: check_pairing names what is wrong with a pair, is silent on a right one, changes nothing."""

import ast
import multiprocessing
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass

import pytest
import torch
from builder.chapter import recorded
from runner.folders import DOCS
from runner.processes import START_METHOD
from runner.table_runner import CHAPTER, loaded, recording_of
from torch import nn
from torch.nn.functional import (  # noqa: F401
    binary_cross_entropy,
    binary_cross_entropy_with_logits,
    cosine_embedding_loss,
    cross_entropy,
    kl_div,
    mse_loss,
    nll_loss,
    one_hot,
    triplet_margin_loss,
)
from torch.nn.utils.parametrizations import spectral_norm  # noqa: F401

MATRIX = recording_of(CHAPTER / "matrix.py")
N, C, L = 32, 4, 5


checker = loaded("check_pairing")
pairings = loaded("pairings")
LOSSES = recorded(MATRIX)["losses"]


@pytest.fixture(scope="module")
def child() -> Iterator[Callable]:
    """Calls a function of this file in a child: no pass may run where snippets are forked."""
    context = multiprocessing.get_context(START_METHOD)
    with ProcessPoolExecutor(1, context, torch.set_num_threads, (1,)) as pool:
        yield lambda *call: pool.submit(*call).result(timeout=300)


# Cases: code that makes a model, a criterion, inputs and targets, run in the child.


@dataclass
class Output:
    logits: torch.Tensor


class Then(nn.Module):
    """A layer, and a function of its outputs."""

    def __init__(self, layer: nn.Module, function: Callable) -> None:
        super().__init__()
        self.layer, self.function = layer, function

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        return self.function(self.layer(inputs))


class ByName(nn.Linear):
    """Takes its batch as a dictionary."""

    def forward(self, inputs: dict[str, torch.Tensor]) -> torch.Tensor:
        return super().forward(inputs["features"])


def net(outputs: int, *last: nn.Module) -> nn.Module:
    return nn.Sequential(nn.Linear(8, outputs), *last)


def then(function: Callable, outputs: int = C) -> nn.Module:
    return Then(nn.Linear(8, outputs), function)


def constant(layer: nn.Module, output: float, *after: nn.Module) -> nn.Module:
    """A layer that does not look at its inputs yet."""
    nn.init.constant_(layer.weight, 0.0)
    nn.init.constant_(layer.bias, output)
    return nn.Sequential(layer, *after)


def mixer() -> nn.Module:
    return net(16, nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(), nn.Linear(16, C))


def frozen() -> nn.Module:
    return nn.Sequential(nn.Linear(8, 8).requires_grad_(False), nn.ReLU(), nn.Linear(8, C))


def with_gradients(model: nn.Module) -> nn.Module:
    model(x()).sum().backward()
    return model


def masked(logits: torch.Tensor) -> torch.Tensor:
    return logits.index_fill(1, torch.tensor([C - 1]), -torch.inf)


def swapped_softmax(logits: torch.Tensor) -> torch.Tensor:
    return logits.softmax(dim=-1).transpose(1, 2)


def torn(logits: torch.Tensor) -> torch.Tensor:
    return torch.where(logits > 0, logits, 0.0)


def some_masked(logits: torch.Tensor) -> torch.Tensor:
    return logits.masked_fill(bits(*logits.shape) > 0, -9.0)


def cosine(logits: torch.Tensor) -> torch.Tensor:
    return 16 * nn.functional.normalize(logits)


def softmax_by_hand(logits: torch.Tensor) -> torch.Tensor:
    return logits.exp() / logits.exp().sum(dim=1, keepdim=True)


def dead_rows(outputs: torch.Tensor) -> torch.Tensor:
    return (outputs - 99 * (index(9, classes=3) > 0).float()[:, None]).relu()


def dead_columns(outputs: torch.Tensor) -> torch.Tensor:
    return dead_rows(outputs.mT).mT


class Autocast(nn.Module):
    """Runs a model or a loss with bfloat16 where that is safe."""

    def __init__(self, module: nn.Module) -> None:
        super().__init__()
        self.module = module

    def forward(self, *given: torch.Tensor) -> torch.Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            return self.module(*given)


def one_by_one(loss: nn.Module) -> Callable:
    return lambda z, t: sum(loss(z[i : i + 1], t[i : i + 1]) for i in range(len(z))) / len(z)


def reentrant(loss: nn.Module) -> Callable:
    return lambda *pair: torch.utils.checkpoint.checkpoint(loss, *pair, use_reentrant=True)


def vmapped(loss: Callable, axes: tuple[int, int] = (0, 0)) -> Callable:
    return lambda *pair: torch.func.vmap(loss, axes)(*pair).mean()


def exported(loss: nn.Module, *pair: torch.Tensor) -> Callable:
    return torch.export.export(loss, pair).module()


def exp_last(outputs: torch.Tensor) -> torch.Tensor:
    return torch.cat([outputs[:, :1], outputs[:, 1:].exp()], dim=1)


def gaussian_of(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    return nn.functional.gaussian_nll_loss(outputs[:, :1], targets, outputs[:, 1:])


def of_two(loss: Callable) -> Callable:
    return lambda outputs, targets: loss(*outputs, targets)


def ctc(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    lengths = [9] * N, [3] * N
    return nn.functional.ctc_loss(outputs.log_softmax(2), targets, *lengths)


def padded_ctc(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Two letters count of each text; what follows is padding."""
    padded, lengths = targets.clone(), ([9] * N, [2] * N)
    padded[:, 2] = 0
    return nn.functional.ctc_loss(outputs.log_softmax(2), padded, *lengths)


def gaussian(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    return nn.functional.gaussian_nll_loss(outputs[:, :1], targets, outputs[:, 1:].exp())


def overwriting(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    return outputs.mul_(2).sum() + targets.zero_().sum()


def x(*shape: int) -> torch.Tensor:
    return torch.randn(*shape or (N, 8))


def index(*shape: int, classes: int = C) -> torch.Tensor:
    shape = torch.Size(shape or (N,))
    return torch.arange(shape.numel()).reshape(shape) % classes


def voids() -> torch.Tensor:
    return torch.where(index() == 0, 255, index())


def bits(*shape: int) -> torch.Tensor:
    return (index(*shape or (N, C), classes=3) == 0).float()


def signs(*shape: int) -> torch.Tensor:
    return 2 * bits(*shape) - 1


def rows() -> torch.Tensor:
    return x(N, C).softmax(dim=1)


def lists() -> torch.Tensor:
    return torch.tensor([[3, 0, -1, -1], [1, -1, -1, -1]] * (N // 2))


ELEMENTWISE = {  # losses that broadcast, with targets (N,)
    **dict.fromkeys(["MSELoss", "L1Loss", "HuberLoss", "SmoothL1Loss"], "x(N)"),
    **dict.fromkeys(["KLDivLoss", "PoissonNLLLoss", "MultiLabelSoftMarginLoss"], "bits(N)"),
    "HingeEmbeddingLoss": "signs(N)",
}
WANT_RAW = {
    "BCEWithLogitsLoss": "bits()",
    "CrossEntropyLoss": "index()",
    "MultiLabelMarginLoss": "lists()",
    "MultiLabelSoftMarginLoss": "bits()",
    "MultiMarginLoss": "index()",
    "PoissonNLLLoss": "index(N, C).float()",
    "SoftMarginLoss": "signs()",
}
RIGHT = """
net(1), MSELoss(), x(), x(N, 1)
net(1), L1Loss(), x(), x(N, 1)
net(1), HuberLoss(), x(), x(N, 1)
net(1), SmoothL1Loss(), x(), x(N, 1)
net(3), MSELoss(), x(), x(N, 3)
net(3), L1Loss(), x(), x(N, 3)
net(1, Flatten(0)), MSELoss(), x(), x(N)
net(1, Flatten(0)), HuberLoss(), x(), x(N)
net(9, Tanh(), ReLU(), Linear(9, 1)), MSELoss(), x(3, 8), x(3, 1)
constant(Linear(8, 9), -9.0, ReLU(), Linear(9, 1)), MSELoss(), x(3, 8), x(3, 1)
net(1), MSELoss(), x(1, 8), x(1, 1)
net(9, Sigmoid()), MSELoss(), x(), x(N, 9).sigmoid()
net(9, Tanh()), MSELoss(), x(), x(N, 9).tanh()
net(1, Softplus()), MSELoss(), x(), x(N, 1).abs()
constant(Linear(8, 1), 3e5), MSELoss(), x(), 3e5 + 1e4 * x(N, 1)
net(C), BCEWithLogitsLoss(), x(), bits()
net(C), BCEWithLogitsLoss(), x(), one_hot(index()).float()
net(C, Sigmoid()), BCELoss(), x(), one_hot(index()).float()
net(1, Flatten(0)), BCEWithLogitsLoss(), x(), bits(N)
net(1), BCEWithLogitsLoss(pos_weight=torch.tensor([9.0])), x(), bits(N, 1)
net(C), BCEWithLogitsLoss(), x(), x(N, C).sigmoid()
net(C), CrossEntropyLoss(), x(), index()
net(C), CrossEntropyLoss(), x(), index().byte()
net(C), CrossEntropyLoss(), x(1, 8), index(1)
Conv1d(8, C, 1), CrossEntropyLoss(), x(N, 8, L), index(N, L)
Conv1d(8, C, 1), CrossEntropyLoss(), x(N, 8, C), index(N, C)
Conv2d(3, C, 1), CrossEntropyLoss(), x(2, 3, 8, 8), index(2, 8, 8)
then(lambda z: z.movedim(-1, 1)), CrossEntropyLoss(), x(N, C, 8), index(N, C)
net(C * L, Unflatten(1, (C, L))), CrossEntropyLoss(), x(), index(N, L)
net(C), CrossEntropyLoss(ignore_index=255), x(), voids()
net(C), CrossEntropyLoss(ignore_index=0), x(), index()
net(C), CrossEntropyLoss(weight=torch.tensor([1.0, 9.0, 1.0, 4.0])), x(), index()
net(C), CrossEntropyLoss(label_smoothing=0.1), x(), index()
net(C), CrossEntropyLoss(reduction="none"), x(), index()
net(C), CrossEntropyLoss(reduction="sum"), x(), index()
net(C), CrossEntropyLoss(), x(), rows()
net(C, LogSoftmax(dim=1)), CrossEntropyLoss(), x(), index()
then(masked), CrossEntropyLoss(), x(), index(classes=C - 1)
then(lambda z: 4 * z.tanh()), CrossEntropyLoss(), x(), index()
mixer(), CrossEntropyLoss(), x(), index()
frozen(), CrossEntropyLoss(), x(), index()
net(C).bfloat16(), CrossEntropyLoss(), x().bfloat16(), index()
EmbeddingBag(50, C), CrossEntropyLoss(), index(N, 3), index()
ByName(8, C), CrossEntropyLoss(), {"features": x()}, index()
net(C, LogSoftmax(dim=1)), NLLLoss(), x(), index()
net(C, LogSoftmax(dim=1)).bfloat16(), NLLLoss(), x().bfloat16(), index()
then(lambda z: z - z.logsumexp(1, keepdim=True)), NLLLoss(), x(), index()
net(C, Sigmoid()), BCELoss(), x(), bits()
constant(Linear(8, 1), 9.0, Sigmoid()), BCELoss(), x(), torch.ones(N, 1)
constant(Linear(8, 1), 0.0), MSELoss(), x(), torch.zeros(N, 1)
then(lambda z: z.sigmoid().clamp(0.01, 0.99)), BCELoss(), x(), bits()
net(C, LogSoftmax(dim=1)), KLDivLoss(), x(), rows()
net(C, LogSoftmax(dim=1)), KLDivLoss(reduction="batchmean", log_target=True), x(), rows().log()
net(C, LogSoftmax(dim=-1)), KLDivLoss(), x(N, L, 8), x(N, L, C).softmax(dim=-1)
net(1), PoissonNLLLoss(), x(), index(N, 1).float()
net(C, LogSigmoid()), PoissonNLLLoss(), x(), bits()
net(1, Softplus()), PoissonNLLLoss(log_input=False), x(), index(N, 1).float()
net(C), SoftMarginLoss(), x(), signs()
net(C), MultiLabelSoftMarginLoss(), x(), bits()
net(C), MultiLabelMarginLoss(), x(), lists()
then(lambda z: z.norm(dim=1)), HingeEmbeddingLoss(), x(), signs(N)
net(2), gaussian, x(), x(N, 1)
then(exp_last, 2), gaussian_of, x(), x(N, 1)
net(1, Sigmoid()), of_two(MarginRankingLoss(margin=1.0)), x(2, N, 8), signs(N, 1)
net(1, ReLU()), of_two(MarginRankingLoss(margin=1.0)), x(2, N, 8), signs(N, 1).long()
net(C), of_two(cosine_embedding_loss), x(2, N, 8), signs(N)
net(C, ReLU()), lambda z, t: triplet_margin_loss(*z), x(3, N, 8), None
net(C), ctc, x(9, N, 8), index(N, 3, classes=3) + 1
net(C), padded_ctc, x(9, N, 8), index(N, 3, classes=3) + 1
net(C), vmapped(cross_entropy), x(), index()
then(torch.t), vmapped(cross_entropy, (1, 0)), x(), index()
net(C, LogSoftmax(1)), vmapped(nll_loss), x(), index()
net(1), vmapped(mse_loss), x(), x(N, 1)
net(1), vmapped(mse_loss), x(), x(N)
net(C, Sigmoid()), vmapped(binary_cross_entropy), x(), bits()
net(C), torch.func.vmap(torch.func.vmap(cross_entropy)), x(N, L, 8), index(N, L)
Sequential(Conv1d(8, C, 1), Linear(6, 6)), CrossEntropyLoss(), x(N, 8, 6), index(N, 6)
Linear(48, 12), CrossEntropyLoss(), x(N, 7, 48), index(N, 12, classes=7)
Linear(12, 24), CrossEntropyLoss(), x(N, 10, 12), index(N, 24, classes=10)
then(lambda z: z.log_softmax(1) + torch.ones(C).log()), CrossEntropyLoss(), x(), index()
then(lambda z: z.clamp(-15, 15)), CrossEntropyLoss(), x(), index()
then(lambda z: 10 * z.tanh()), CrossEntropyLoss(), 9 * x(), index()
then(lambda z: 10 * z.tanh()), BCEWithLogitsLoss(), 9 * x(), bits()
then(lambda z: 10 * z.sigmoid()), CrossEntropyLoss(), x(), index()
then(cosine), CrossEntropyLoss(), x(), index()
then(lambda z: 2 * z.tanh(), 1), MSELoss(), x(), 1.9 * x(N, 1).tanh()
then(lambda z: 1 - 2 * z.sigmoid(), 1), MSELoss(), x(), x(N, 1).tanh()
then(lambda z: 0.98 * z.sigmoid() + 0.01), BCELoss(), x(), bits()
then(lambda z: (-nn.functional.softplus(z)).exp()), BCELoss(), x(), bits()
Autocast(net(C, Sigmoid())), Autocast(BCELoss()), x(), bits()
net(C), one_by_one(BCEWithLogitsLoss()), x(), bits()
net(C), reentrant(CrossEntropyLoss()), x(), index()
net(C, LogSoftmax(1)), torch.jit.trace(NLLLoss(), (rows().log(), index())), x(), index()
net(C, LogSoftmax(1)), exported(NLLLoss(), rows().log(), index()), x(), index()
net(C), exported(CrossEntropyLoss(ignore_index=255), x(N, C), index()), x(), voids()
""".strip().splitlines()

# By check: the severity, the evidence (or any), and the case.
WRONG = {
    "model-raises": "error 1 | net(C), CrossEntropyLoss(), x(N, 9), index()",
    "lazy-model": "error 2 | LazyLinear(C), CrossEntropyLoss(), x(), index()",
    "not-a-tensor": """
        error 0 | LSTM(8, C), CrossEntropyLoss(), x(), index()
        error 0 | then(lambda z: {"logits": z}), CrossEntropyLoss(), x(), index()
        error 0 | then(Output), CrossEntropyLoss(), x(), index()
        error 0 | net(C), CrossEntropyLoss(), x(), index().tolist()
        error 0 | net(C), CrossEntropyLoss(), x(), None
        error 0 | net(C), lambda outputs, targets: 1.0, x(), index()
        """,
    "empty-batch": """
        error 0 | net(C), CrossEntropyLoss(), x(0, 8), index()[:0]
        error 0 | net(C), CrossEntropyLoss(), x(), index()[:0]
        """,
    "not-finite": """
        error 8 | net(C), CrossEntropyLoss(), x().index_fill(0, index(1), torch.nan), index()
        error N | net(1), MSELoss(), x(), x(N, 1) * torch.nan
        error any | then(lambda z: (1000 * z.abs()).exp(), 1), MSELoss(), x(), x(N, 1)
        error 1 | then(masked), CrossEntropyLoss(), x(), index()
        error 1 | then(lambda z: (z * 0).square().sum(1).sqrt()), MSELoss(), x(), x(N)
        """,
    "devices": """
        error 2 | net(C), CrossEntropyLoss(), x(), index().to("meta")
        error 2 | net(C), CrossEntropyLoss(), x().to("meta"), index()
        error 2 | net(C).to("meta"), CrossEntropyLoss(), x(), index()
        error 2 | net(C).to("meta"), CrossEntropyLoss(), x().to("meta"), index()
        """,
    "target-dtype": """
        error 4 | net(C), CrossEntropyLoss(), x(), index().float()
        error 4 | net(C), CrossEntropyLoss(), x(), index().int()
        error 8 | net(C), BCEWithLogitsLoss(), x(), bits().long()
        error 1 | net(C), BCEWithLogitsLoss(), x(), bits().bool()
        error 8 | net(C, LogSoftmax(1)), KLDivLoss(), x(), one_hot(index())
        error 8 | net(1), HuberLoss(), x(), index(N, 1)
        """,
    "target-shape": """
        error N | net(C), CrossEntropyLoss(), x(), index(N, 1)
        error N * C | net(C), CrossEntropyLoss(), x(), one_hot(index())
        error N - 1 | net(C), CrossEntropyLoss(), x(), index()[1:]
        error N | net(1), BCEWithLogitsLoss(), x(), bits(N)
        """,
    "weight-length": """
        error 3 | net(C), CrossEntropyLoss(weight=torch.ones(3)), x(), index()
        error 3 | net(C, LogSoftmax(1)), NLLLoss(weight=torch.ones(3)), x(), index()
        error 3 | net(C), MultiMarginLoss(weight=torch.ones(3)), x(), index()
        error 3 | net(C), BCEWithLogitsLoss(pos_weight=torch.ones(3)), x(), bits()
        """,
    "criterion-raises": """
        error 1 | net(C), lambda outputs, targets: outputs @ targets, x(), x()
        """,
    "out-of-range": """
        error C | net(C), CrossEntropyLoss(), x(), index() + 1
        error 255 | net(C), CrossEntropyLoss(), x(), voids()
        error -1 | net(C, LogSoftmax(1)), NLLLoss(), x(), index() - 1
        error C | net(C), vmapped(cross_entropy), x(), index() + 1
        error C | net(C), exported(CrossEntropyLoss(), x(N, C), index()), x(), index() + 1
        error 6 | net(C), MultiLabelMarginLoss(), x(), torch.where(lists() > 1, 6, lists())
        """,
    "no-gradient": """
        error 0 | then(lambda z: z.argmax(1)), MSELoss(), x(), x(N)
        error 0 | then(torch.detach), CrossEntropyLoss(), x(), index()
        """,
    "class-axis": """
        error C | net(C), CrossEntropyLoss(), x(N, L, 8), index(N, L)
        warning C | net(C), CrossEntropyLoss(), x(N, C, 8), index(N, C)
        warning C | net(C, Dropout(0.2)), CrossEntropyLoss(), x(N, C, 8), index(N, C)
        warning C | then(lambda z: z / 0.5), CrossEntropyLoss(), x(N, C, 8), index(N, C)
        warning C | then(lambda z: x(C) + z), CrossEntropyLoss(), x(N, C, 8), index(N, C)
        warning C | then(lambda z: z + x(C)), CrossEntropyLoss(), x(N, C, 8), index(N, C)
        warning C | then(some_masked), CrossEntropyLoss(), x(N, C, 8), (index(N, C) + 1) % C
        warning C | net(C, LogSoftmax(-1)), NLLLoss(), x(N, C, 8), index(N, C)
        warning C | net(C, LogSoftmax(dim=0)), CrossEntropyLoss(), x(), index()
        warning L | net(C), CrossEntropyLoss(), x(N, L, 8), x(N, L, C).softmax(-1)
        warning N | net(1, Flatten(0)), CrossEntropyLoss(), x(), bits(N)
        """,
    "one-output": """
        warning 1 | net(1), CrossEntropyLoss(), x(), index() * 0
        warning 1 | net(1), CrossEntropyLoss(), x(), bits(N, 1)
        warning 1 | net(1, LogSoftmax(dim=1)), NLLLoss(), x(), index(classes=2)
        """,
    "double-softmax": """
        warning 1 | net(C, Softmax(dim=1)), CrossEntropyLoss(), x(), index()
        warning 1 | net(C, Softmax(dim=1)), vmapped(cross_entropy), x(), index()
        warning 1 | net(C, Softmax(1)), exported(CrossEntropyLoss(), x(N, C), index()), x(), index()
        warning 1 | net(C, Softmax(dim=1)), BCEWithLogitsLoss(), x(), bits()
        warning 1 | then(swapped_softmax), CrossEntropyLoss(), x(N, L, 8), index(N, L)
        warning 1 | then(softmax_by_hand), CrossEntropyLoss(), x(), index()
        warning 10 | then(lambda z: z.softmax(1) * 10), CrossEntropyLoss(), x(), index()
        warning any | net(C, Softmax(1), Dropout(0.2)), CrossEntropyLoss(), x(), index()
        warning 1 | lambda z: z.detach().softmax(1), CrossEntropyLoss(), x(), index()
        """,
    "last-activation": [
        "warning any | lambda z: z.detach().sigmoid(), BCEWithLogitsLoss(), x(), bits(N, 8)",
        "warning any | net(1), PoissonNLLLoss(log_input=False), x(), index(N, 1).float()",
        "warning any | net(1), HingeEmbeddingLoss(), x(), signs(N, 1)",
        "warning any | net(C, ReLU(), Dropout(0.2)), CrossEntropyLoss(), x(), index()",
        "warning any | then(lambda z: z.relu() / 0.7), CrossEntropyLoss(), x(), index()",
        "warning any | then(lambda z: z.clamp(min=0)), CrossEntropyLoss(), x(), index()",
        "warning any | then(lambda z: z.maximum(z * 0)), CrossEntropyLoss(), x(), index()",
        "warning any | then(torn), CrossEntropyLoss(), x(), index()",
        "warning any | then(lambda z: z.sigmoid() * 10), BCEWithLogitsLoss(), x(), bits()",
        *(
            f"warning any | net(C, {last}()), {loss}(), x(), {targets}"
            for last in ("Sigmoid", "Tanh", "ReLU", "LogSigmoid", "Softplus")
            for loss, targets in WANT_RAW.items()
            if loss != "CrossEntropyLoss" or last not in ("LogSigmoid", "Softplus")
        ),
        "note any | net(C, LogSigmoid()), CrossEntropyLoss(), x(), index()",
        "note any | net(C, Softplus()), CrossEntropyLoss(), x(), index()",
        "warning any | net(1, ReLU()), HingeEmbeddingLoss(), x(), signs(N, 1)",
        "warning any | net(C, Softmax(1)), HingeEmbeddingLoss(), x(), signs()",
        "warning any | net(1, ReLU()), PoissonNLLLoss(log_input=False), x(), index(N, 1).float()",
        "warning any | net(2), gaussian_of, x(), x(N, 1)",
        "warning any | net(2, ReLU()), gaussian_of, x(), x(N, 1).abs()",
        "warning any | net(C, ReLU()), of_two(cosine_embedding_loss), x(2, N, 8), signs(N)",
        "warning any | net(C, Sigmoid()), vmapped(cross_entropy), x(), index()",
        "warning any | net(C, ReLU()), exported(SoftMarginLoss(), x(N, C), signs()), x(), signs()",
    ],
    "not-log-probabilities": """
        warning any | net(C), NLLLoss(), x(), index()
        warning any | net(C, Softmax(dim=1)), NLLLoss(), x(), index()
        warning any | net(C, LogSigmoid()), NLLLoss(), x(), index()
        warning any | net(C), KLDivLoss(), x(), rows()
        warning any | net(C, Softmax(dim=1)), KLDivLoss(), x(), rows()
        """,
    "not-probabilities": """
        error any | net(C), BCELoss(), x(), bits()
        error 1 | net(C, LogSigmoid()), BCELoss(), x(), bits()
        warning 0 | net(C, Softmax(dim=1)), BCELoss(), x(), bits()
        """,
    "out-of-reach": """
        warning 1 | net(1, Sigmoid()), MSELoss(), x(), 2 + x(N, 1).abs()
        warning 1 | net(1, ReLU()), L1Loss(), x(), -x(N, 1).exp()
        warning 0 | net(C, Softmax(dim=1)), MSELoss(), x(), bits()
        warning any | then(lambda z: z.tanh() / 2, 1), MSELoss(), x(), x(N, 1)
        warning any | then(lambda z: 2 * z.tanh(), 1), MSELoss(), x(), 3 * x(N, 1)
        warning any | net(1, Tanh(), Dropout()), MSELoss(), x(), 3 * x(N, 1)
        """,
    "broadcast": [
        *(f"warning N | net(1), {loss}(), x(), {t}" for loss, t in ELEMENTWISE.items()),
        "warning 3 | net(3, Unflatten(1, (3, 1))), vmapped(mse_loss), x(), x(N, 3)",
        "warning N | net(1, Flatten(0)), MSELoss(), x(), x(N, 1)",
        "warning C | net(C), SoftMarginLoss(), x(), signs(N, 1)",
    ],
    "target-values": """
        warning any | net(1), BCEWithLogitsLoss(), x(), index(N, 1).float()
        warning any | net(C), BCEWithLogitsLoss(), x(), signs()
        warning any | net(C), BCEWithLogitsLoss(), x(), 255 * bits()
        warning any | net(C), MultiLabelSoftMarginLoss(), x(), index(N, C)
        warning any | net(C), SoftMarginLoss(), x(), bits()
        warning any | net(C, Softplus()), HingeEmbeddingLoss(), x(), bits()
        warning any | net(C), MultiLabelMarginLoss(), x(), bits().long()
        warning 2 / 3 | net(1), of_two(MarginRankingLoss(margin=1.0)), x(2, N, 8), bits(N, 1)
        warning 1 | net(1), of_two(MarginRankingLoss(margin=1.0)), x(2, N, 8), bits(N, 1).bool()
        warning any | net(C), of_two(cosine_embedding_loss), x(2, N, 8), bits(N)
        warning 1 / 3 | net(C), ctc, x(9, N, 8), index(N, 3, classes=3)
        warning 1 / 3 | net(C), ctc, x(9, N, 8), index(3 * N, classes=3)
        warning 1 | net(12, Unflatten(1, (3, C))), CrossEntropyLoss(), x(), one_hot(index())
        warning any | net(C), vmapped(binary_cross_entropy_with_logits), x(), signs()
        warning 1 | net(C), CrossEntropyLoss(), x(), bits()
        warning 1 | net(C, LogSoftmax(dim=1)), KLDivLoss(), x(), bits()
        warning 1 | net(C, LogSoftmax(dim=1)), KLDivLoss(log_target=True), x(), rows()
        warning 1 | net(1), PoissonNLLLoss(), x(), x(N, 1) - 9
        """,
    "all-ignored": "warning N | net(C), CrossEntropyLoss(), x(), index() * 0 - 100",
    "labels-as-numbers": """
        warning any | net(C), L1Loss(), x(), bits()
        warning any | net(C), exported(L1Loss(), x(N, C), bits()), x(), bits()
        warning any | net(C), HuberLoss(), x(), signs()
        """,
    "unscaled-targets": "warning 3e5 | net(1), MSELoss(), x(), 3e5 + 1e4 * x(N, 1)",
    "initial-loss": """
        warning any | net(C), CrossEntropyLoss(), 1e3 * x(), index()
        warning 14.427 | constant(Linear(8, 1), 10.0), BCEWithLogitsLoss(), x(), 0 * x(N, 1)
        warning 14.427 | constant(Linear(8, 1), 10.0, Sigmoid()), BCELoss(), x(), 0 * x(N, 1)
        warning any | net(C, LogSoftmax(dim=1)), NLLLoss(), 1e3 * x(), index()
        """,
    "saturated": """
        warning 1 | constant(Linear(8, 9), 9.0, Sigmoid(), Linear(9, 1)), MSELoss(), x(), x(N, 1)
        warning 1 | constant(Linear(8, 9), -9.0, Tanh(), Linear(9, 1)), MSELoss(), x(), x(N, 1)
        warning 1 | constant(Linear(8, 1), 9.0, Tanh()), MSELoss(), x(), x(N, 1).tanh()
        """,
    "dead-relu": """
        warning 1 | constant(Linear(8, 9), -9.0, ReLU(), Linear(9, 1)), MSELoss(), x(), x(N, 1)
        warning 2 / 3 | Then(Conv1d(8, 9, 1), dead_rows), MSELoss(), x(9, 8, 5), x(9, 9, 5)
        warning 2 / 3 | Then(Linear(8, 9), dead_columns), MSELoss(), x(9, 5, 8), x(9, 5, 9)
        """,
    "zero-gradient": """
        warning 0 | then(torch.round, 1), MSELoss(), x(), x(N, 1)
        warning any | then(lambda z: (z - 45).sigmoid(), 1), MSELoss(), x(), 1 + 0 * x(N, 1)
        """,
    "zero-loss": """
        warning 0 | net(C), lambda z, t: 0 * cross_entropy(z, t), x(), index()
        warning 0 | net(1), lambda z, t: (z - t - 99).relu().mean(), x(), x(N, 1)
        """,
    "swapped": """
        warning 2 | net(C), lambda z, t: binary_cross_entropy_with_logits(t, z), x(), bits()
        warning 2 | net(C, Softmax(1)), lambda z, t: kl_div(t, z), x(), rows()
        """,
    "general-only": """
        note 0 | net(1), lambda z, t: (z - t).square().mean(), x(), x(N, 1)
        note 0 | net(1), lambda z, t: (z - t).abs().mean(), x(), x(N, 1)
        """,
    "other-objective": """
        note 2 | net(C), MSELoss(), x(), one_hot(index()).float()
        note C | net(C, Softmax(1)), BCELoss(), x(), one_hot(index()).float()
        note C | net(C), MultiMarginLoss(), x(), index()
        """,
    "no-parameters": """
        note 0 | Identity(), CrossEntropyLoss(), x(), index(classes=8)
        note 0 | lambda z: z[:, :C], CrossEntropyLoss(), x(), index()
        note 0 | Sequential(ReLU(inplace=True), Flatten()), MSELoss(), x(), x().relu()
        """,
    "flat-output": """
        note any | net(1, ReLU()), L1Loss(), x(), x(N, 1).abs()
        note any | net(1, Hardtanh()), MSELoss(), x(), x(N, 1).tanh()
        """,
    "not-checked": "note 0 | then(lambda z: z + 1j), MSELoss(), x(), x(N, C)",
}
LINES = {
    check: (lines.strip().splitlines() if isinstance(lines, str) else lines)
    for check, lines in WRONG.items()
}
FIRING = [(check, *line.strip().split(" | ")) for check, lines in LINES.items() for line in lines]
STATEFUL = """
mixer(), CrossEntropyLoss(), x(), index()
mixer().eval(), CrossEntropyLoss(), x(), index()
with_gradients(mixer()), CrossEntropyLoss(), x(), index()
mixer(), CrossEntropyLoss(), x().requires_grad_(), index()
frozen(), CrossEntropyLoss(), x(), index()
spectral_norm(Linear(8, C)), CrossEntropyLoss(), x(), index()
Sequential(ReLU(inplace=True), Linear(8, C)), CrossEntropyLoss(), x(), index(N)
Sequential(ReLU(inplace=True), BatchNorm1d(8, affine=False)), CrossEntropyLoss(), x(), index(N)
mixer(), overwriting, x(), index()
mixer(), CrossEntropyLoss(), x(), index()[1:]
Then(BatchNorm1d(8), lambda z: torch.rand(1) + z.no_such_name), CrossEntropyLoss(), x(), index()
""".strip().splitlines()
GUARDS = {
    "as usual": nullcontext,
    "under no_grad": torch.no_grad,
    "under inference_mode": torch.inference_mode,
}


# What the child does.


def made(case: str) -> tuple:
    """Make the model, the criterion, the inputs and the targets of a case."""
    torch.manual_seed(0)
    return eval(f"({case})", vars(nn) | globals())


def findings(case: str, trained: bool = False) -> list:
    model, criterion, inputs, targets = made(case)
    if trained:
        parameters = [p for p in model.parameters() if p.requires_grad]
        optimizer = torch.optim.Adam(parameters, lr=0.05)
        for _ in range(200):
            optimizer.zero_grad()
            criterion(model(inputs), targets).mean().backward()
            optimizer.step()
    with warnings.catch_warnings(action="error"):  # none may come out
        return checker.check_pairing(model, criterion, inputs, targets)


def through_a_function(case: str) -> list:
    """The same, where the checker cannot see that the function is a model."""
    model, *others = made(case)
    return checker.check_pairing(lambda inputs: model(inputs), *others)


def guarded(guard: str, case: str) -> list:
    model, criterion, *_ = made(case)
    with GUARDS[guard]():
        *_, inputs, targets = made(case)
        return checker.check_pairing(model, criterion, inputs, targets)


def changed(guard: str, case: str) -> list[str]:
    """Return the names of what is not what it was."""
    model, criterion, inputs, targets = made(case)

    def state() -> dict[str, object]:
        found = {"mode": [m.training for m in model.modules()]}
        found["random numbers"] = torch.get_rng_state().tolist()
        found["grad mode"] = torch.is_grad_enabled(), torch.is_inference_mode_enabled()
        found["warnings"] = list(warnings.filters)
        for name, module in model.named_modules():
            hooks = [key for key in vars(module) if key.endswith("_hooks")]
            found |= {f"{name} {key}": list(vars(module)[key] or ()) for key in hooks}
        tensors = dict(model.named_parameters()) | dict(model.named_buffers())
        for name, tensor in (tensors | {"inputs": inputs, "targets": targets}).items():
            grad = None if tensor.grad is None else (id(tensor.grad), tensor.grad.tolist())
            flags = tensor.requires_grad, tensor._version
            found[name] = id(tensor), tensor.tolist(), flags, grad
        return found

    with GUARDS[guard]():
        before = state()
        checker.check_pairing(model, criterion, inputs, targets)
        after = state()
    return [name for name in before | after if before.get(name) != after.get(name)]


def batch_of(matrix: dict, record: dict) -> tuple[nn.Module, nn.Module, torch.Tensor, torch.Tensor]:
    """Return the model, the loss, the inputs and the targets of a record of the matrix."""
    output = matrix["outputs"][record["output_shape"]]
    model = nn.Module()
    model.z = nn.Parameter(eval(output["code"]))
    last = eval(matrix["activations"][record["activation"]].format(axis=output["axis"]))
    model.forward = lambda inputs: last(model.z)
    targets = eval(matrix["targets"][record["target_form"]]["code"])
    return model, getattr(nn, record["loss"])(), torch.zeros(3, 1), targets


def in_the_matrix(
    loss: str, wanted: str, form: Callable | None = None, every: int = 1
) -> tuple[int, list[str]]:
    """Check records of the matrix; return how many, and those that got a finding, or none.

    A form makes another criterion of the loss, the model and the batch.
    """
    matrix = recorded(MATRIX)
    parts = "activation", "loss", "output_shape", "target_form"

    def belongs(record: dict) -> bool:
        # What is right "with outputs to spare" broadcasts, and that has to be said.
        verdicts = record.get("verdicts", {}).values()
        return any(v == "correct" or v.startswith("correct: until") for v in verdicts)

    def is_neighbour(record: dict) -> bool:
        """It runs, is wrong for all that it can mean, and is one part away from a right one."""
        verdicts = record.get("verdicts", {}).values()
        if not verdicts or not all(v.startswith("wrong") for v in verdicts):
            return False
        for good in right:
            differing = [part for part in parts if record[part] != good[part]]
            kinds = {matrix["targets"][r["target_form"]]["kind"] for r in (record, good)}
            if len(differing) == 1 and len(kinds) == 1:
                return True
        return False

    right = [record for record in matrix["rows"] if belongs(record)]
    chosen = [r for r in matrix["rows"] if r["loss"] == loss]
    chosen = list(filter(belongs if wanted == "silence" else is_neighbour, chosen))[::every]
    # MultiMarginLoss ranks right and gives no probabilities: a choice, so that a note is enough.
    enough = {"warning", "error"} | ({"note"} if loss == "MultiMarginLoss" else set())
    odd = []
    for record in chosen:
        model, criterion, inputs, targets = batch_of(matrix, record)
        if form:
            criterion = form(criterion, model, inputs, targets)
        found = checker.check_pairing(model, criterion, inputs, targets)
        if wanted == "silence":
            found = [f for f in found if f.severity != "note"]
        else:
            found = [f for f in found if f.severity in enough]
        if bool(found) == (wanted == "silence"):
            text = "".join(f"\n    {finding}" for finding in found)
            odd.append(f"{[record[p] for p in parts]} {record['verdicts']}{text}")
    return len(chosen), odd


def on_a_task(name: str, trained: bool) -> list:
    """Check the program of a task; a loss of more than two arguments is wrapped."""
    task = pairings.Task(pairings.FOLDER / f"{name}.py")
    [given] = task.step[0].value.args
    inputs, model = eval(ast.unparse(given), task.found), task.found["model"]
    inputs, targets = inputs.detach(), task.found.get("target", inputs)
    if not trained:
        torch.manual_seed(0)
        for module in model.modules():
            getattr(module, "reset_parameters", int)()
    criterion = task.found.get("criterion")
    if task.text("loss") != f"criterion({task.outputs}, target)":
        criterion = lambda outputs, targets: task.after(outputs)["loss"]  # noqa: E731
    return checker.check_pairing(model, criterion, inputs, targets)


# The laws.


def listed(found: list) -> str:
    return "".join(f"\n{finding}" for finding in found)


@pytest.mark.parametrize("trained", [False, True], ids=["fresh", "trained"])
@pytest.mark.parametrize("case", RIGHT)
def test_a_right_pair_has_no_finding(case: str, trained: bool, child: Callable) -> None:
    found = child(findings, case, trained)
    assert not found, f"this is right; make the check stricter:{listed(found)}"


@pytest.mark.parametrize("case", RIGHT)
def test_a_function_is_checked_like_its_model(case: str, child: Callable) -> None:
    found = child(through_a_function, case)
    assert not found, f"this is right; make the check stricter:{listed(found)}"


@pytest.mark.parametrize(("check", "expected", "case"), FIRING)
def test_what_is_wrong_is_named(check: str, expected: str, case: str, child: Callable) -> None:
    severity, evidence = expected.split(maxsplit=1)
    found = child(findings, case)
    fitting = [f for f in found if (f.check, f.severity) == (check, severity)]
    assert fitting, f"this has to give {severity} {check}; it gives:{listed(found)}"
    if evidence != "any":
        right = pytest.approx(eval(evidence), rel=0.05)
        assert fitting[0].evidence == right, f"the evidence has to be {evidence}:{listed(found)}"
    assert not any(f.severity == "error" for f in found[:-1]), "nothing follows an error"
    for f in found:
        assert len(str(f).splitlines()) == 3, f"what, fix and link in a line each:\n{f}"
        assert leads_somewhere(f), f"{f.link}: no such page, or no such section"


def leads_somewhere(finding) -> bool:
    """A link leads to the quirk that proves what is said, or to the check's section."""
    page, _, section = finding.link.partition("/#")
    if section:
        return (page, section) == (f"{CHAPTER.name}/checker", finding.check)
    return (DOCS / page.rstrip("/")).with_suffix(".md").exists()


def test_every_check_is_seen_firing() -> None:
    assert WRONG.keys() == checker.CHECKS.keys(), "give WRONG a case for each check"


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize("case", STATEFUL)
def test_nothing_is_changed(case: str, guard: str, child: Callable) -> None:
    names = child(changed, guard, case)
    assert not names, f"check_pairing changed {names}; work on copies"


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize("check", ["double-softmax", "zero-gradient", "no-parameters"])
def test_it_sees_the_same_in_any_grad_mode(check: str, guard: str, child: Callable) -> None:
    case = LINES[check][0].split(" | ")[1]
    assert child(guarded, guard, case) == child(findings, case), "turn gradients on inside"


NOTED = {
    "what_to_do_next": "other-objective",  # a reward of 0 or 1 is no label
    "new_examples_gan": "dead-relu",  # so it is: units of the fresh critic never fire
}


@pytest.mark.parametrize("trained", [False, True], ids=["fresh", "trained"])
@pytest.mark.parametrize("name", [path.stem for path in pairings.tasks()])
def test_a_task_has_no_finding(name: str, trained: bool, child: Callable) -> None:
    source = (pairings.FOLDER / f"{name}.py").read_text("utf-8")
    own = "\ndef " in source  # perhaps a loss, which only the general checks can judge
    noted = [*["general-only"] * own, NOTED.get(name)]
    found = [f for f in child(on_a_task, name, trained) if f.check not in noted]
    assert not found, f"{name} is right; make the check stricter:{listed(found)}"


def test_what_is_exported_is_documented() -> None:
    assert checker.__all__ == ["Finding", "check_pairing"]
    assert all(getattr(checker, name).__doc__ for name in checker.__all__)

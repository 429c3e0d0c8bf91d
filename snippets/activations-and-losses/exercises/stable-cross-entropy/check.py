"""Small logits, one row, large rows alone and in company, the gradient."""

from math import isfinite

import torch
from torch.nn import functional as F

HINTS = (
    "Take one row first: its loss is -log(softmax) of the true class. What "
    "is left of that fraction when you take the logarithm?",
    "log(exp(z_y) / sum(exp(z))) is z_y - logsumexp(z): no share is "
    "formed, so none can be rounded to 0.",
    "logits.logsumexp(dim=1) less the logit of the true class of each row "
    "(gather, or two indices), then the mean.",
)

FORBIDDEN = ("log_softmax", "cross_entropy", "nll_loss", "kl_div")
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "log_of_softmax": QUIRKS
    + "one_log_of_a_softmax_turns_every_weight_to_nan/",
    "sum_instead_of_mean": QUIRKS
    + "a_summed_loss_wants_a_smaller_learning_rate/",
    "one_maximum_for_all_rows": QUIRKS
    + "an_exponential_of_89_overflows_float32/",
    "picks_the_wrong_dimension": QUIRKS
    + "a_softmax_over_dim_zero_makes_samples_compete/",
}
SMALL = torch.tensor(
    [[1.0, 2.0, 3.0], [0.5, 0.0, -1.0], [2.0, -2.0, 0.0], [0.0, 1.0, 0.0]]
)
TARGET = torch.tensor([1, 0, 2, 1])
LARGE = torch.tensor([[1000.0, 999.0, 0.0], [-1000.0, 0.0, 0.0]])


def check(attempt):
    loss = attempt.cross_entropy
    one = loss(SMALL[:1], TARGET[:1])
    if one.shape != ():
        yield (
            "",
            f"The loss has the shape {tuple(one.shape)}; the mean over the "
            "batch is one number, a tensor without dimensions.",
        )
        return
    lone, three = (loss(SMALL[i:3], TARGET[i:3]).item() for i in (2, 0))
    if abs(one.item()) < 1e-5 and abs(lone) < 1e-5 < abs(three):
        yield (
            "picks_the_wrong_dimension",
            f"For a batch of one the loss is {abs(one.item()):.4f}, "
            "whatever its logits: the sum runs over the samples, so a lone "
            "sample competes with nobody.",
        )
        return
    found, expected = loss(SMALL, TARGET), F.cross_entropy(SMALL, TARGET)
    if not torch.allclose(found, expected, atol=1e-5):
        ratio = found.item() / expected.item()
        if abs(ratio - 4) < 1e-3:
            yield (
                "sum_instead_of_mean",
                f"The loss of four samples is {found:.4f}, four times "
                f"{expected:.4f}: it is a sum over the batch, and the task "
                "asks for the mean.",
            )
        else:
            yield (
                "",
                f"The loss of four samples is {found:.4f}, not "
                f"{expected:.4f}; that of the first alone is {one:.4f}, "
                "and 1.4076 is right.",
            )
        return
    # A class that is 1000 below the best one, alone in its batch.
    for row, label, size in ((0, 2, 1000.31), (1, 0, 1000.69)):
        alone = loss(LARGE[row : row + 1], torch.tensor([label])).item()
        if not abs(alone - size) < 0.1:
            lost = not isfinite(alone)
            yield (
                "log_of_softmax" if lost else "",
                f"For a true class 1000 below the best the loss is "
                f"{alone:.2f}, not about {size:.0f}"
                + (
                    ": its share, or the sum it stands in, leaves the "
                    "range of a float before the logarithm."
                    if lost
                    else "."
                ),
            )
            return
    together = torch.cat([LARGE[:1], SMALL[:1]])
    labels = torch.tensor([0, 1])
    mixed = loss(together, labels)
    expected = F.cross_entropy(together, labels)
    if not torch.allclose(mixed, expected, atol=1e-4):
        yield (
            "one_maximum_for_all_rows",
            f"Alone, each row is right; the row 1, 2, 3 beside a row with "
            f"1000 has the mean loss {mixed:.4f}, not {expected:.4f}: each "
            "row needs a maximum of its own.",
        )
        return
    for name, logits, target in (
        ("small", SMALL.double(), TARGET),
        ("large", torch.cat([LARGE, SMALL[:1]]), torch.tensor([2, 0, 1])),
    ):
        leaf = logits.clone().requires_grad_()
        value = loss(leaf, target)
        if not value.requires_grad:
            yield (
                "",
                "The loss has lost its graph, so no gradient reaches the "
                "logits: stay in torch, with nothing detached.",
            )
            return
        value.backward()
        wanted = logits.softmax(dim=1) - F.one_hot(target, 3)
        wanted = wanted / len(target)
        if not torch.allclose(leaf.grad, wanted.to(leaf.grad), atol=1e-5):
            yield (
                "",
                f"For {name} logits the loss is right and its gradient is "
                f"not: the first element is {leaf.grad[0, 0]:.4f}, and "
                f"(softmax - one-hot) / N gives {wanted[0, 0]:.4f}.",
            )
            return

"""Weigh one positive and one negative, go far out, then compare."""

from math import isfinite

import torch
from torch.nn import functional as F

HINTS = (
    "Of the two terms, y log(p) and (1 - y) log(1 - p), which one speaks "
    "about the positives?",
    "log(p) is -softplus(-z), and log(1 - p) is -softplus(z): neither "
    "forms the probability.",
    "Each element costs w * y * softplus(-z) + (1 - y) * softplus(z), with "
    "w for its label; average over all N * K of them.",
)

FORBIDDEN = (
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "soft_margin_loss",
    "multilabel_soft_margin_loss",
    "cross_entropy",
)
QUIRKS = "activations-and-losses/quirks/"
RARE = "activations-and-losses/exercises/rare-illness/#by-hand"
MISCONCEPTIONS = {
    "weights_both_terms": RARE,
    "weight_on_negatives": RARE,
    "divides_by_the_weight": QUIRKS
    + "a_weighted_mean_divides_by_the_weights_it_met/",
    "log_of_sigmoid": QUIRKS
    + "a_sigmoid_of_17_leaves_nothing_to_one_minus_p/",
    "overflow": QUIRKS + "an_exponential_of_89_overflows_float32/",
}


def right(logits, target, pos_weight):
    return F.binary_cross_entropy_with_logits(
        logits, target, pos_weight=pos_weight
    )


def column(*numbers):
    return torch.tensor(numbers).unsqueeze(1)


def check(attempt):
    torch.manual_seed(0)
    loss = attempt.bce_with_logits

    def of(logit, label, weight):
        weight = torch.tensor([float(weight)])
        return float(loss(column(logit), column(label), weight))

    both = column(0.5, 0.5), column(1.0, 0.0)
    three = torch.tensor([3.0])
    found = loss(*both, three)
    if not isinstance(found, torch.Tensor) or found.numel() != 1:
        size = tuple(getattr(found, "shape", ()))
        yield (
            "",
            f"The loss has the type {type(found).__name__} and the shape "
            f"{size}; one number in a tensor is wanted.",
        )
        return
    if float(found) < 0:
        yield (
            "",
            f"The loss is {float(found):.4f}, and a cross-entropy is never "
            "negative.",
        )
        return
    # What does a weight of 3 do to a positive, and what to a negative?
    if not (of(0.5, 1.0, 1) > 0 and of(0.5, 0.0, 1) > 0):
        yield (
            "",
            "With a logit of 0.5 a positive costs "
            f"{of(0.5, 1.0, 1):.4f} and a negative {of(0.5, 0.0, 1):.4f}; "
            "0.4741 and 0.9741 are right.",
        )
        return
    yes = of(0.5, 1.0, 3) / of(0.5, 1.0, 1)
    no = of(0.5, 0.0, 3) / of(0.5, 0.0, 1)
    measured = (
        f"With pos_weight 3 a positive costs {yes:.4g} times as much, and "
        f"a negative {no:.4g} times"
    )
    if abs(yes - 3) < 1e-3 and abs(no - 3) < 1e-3:
        yield (
            "weights_both_terms",
            f"{measured}: the weight sits on the whole loss, which amounts "
            "to a larger learning rate for that label.",
        )
        return
    if abs(yes - 1) < 1e-3 and abs(no - 3) < 1e-3:
        yield (
            "weight_on_negatives",
            f"{measured}: the weight has met the term (1 - y) log(1 - p), "
            "so the rare positives count even less.",
        )
        return
    shared = (3 * of(0.5, 1.0, 1) + of(0.5, 0.0, 1)) / (3 + 1)
    if abs(yes - 1) < 1e-3 and abs(float(found) - shared) < 1e-3:
        yield (
            "divides_by_the_weight",
            f"{measured}: dividing by the weights takes a positive's "
            "weight away again. BCEWithLogitsLoss divides by the number of "
            "elements.",
        )
        return
    if not (abs(yes - 3) < 1e-3 and abs(no - 1) < 1e-3):
        yield (
            "",
            f"{measured}; a positive should cost 3 times as much, and a "
            "negative the same as before.",
        )
        return
    # Sure mistakes: the loss is the size of the logit.
    for logit, label, wanted in (
        (20.0, 0.0, 20),
        (150.0, 0.0, 150),
        (-150.0, 1.0, 150),
        (150.0, 1.0, 0),
        (-150.0, 0.0, 0),
    ):
        seen = of(logit, label, 1)
        if not abs(seen - wanted) < 0.01:
            name, why = cause(of, logit, seen)
            yield (
                name,
                f"A logit of {logit:.0f} with target {label:.0f} costs "
                f"{seen:.4g} and not {wanted}{why}.",
            )
            return
    # Several labels, as many as samples or not; soft targets; gradients.
    for shape in ((4, 3), (3, 3), (1, 3), (4, 1)):
        logits = torch.randn(shape, dtype=torch.float64) * 4
        soft = torch.rand(shape, dtype=torch.float64)
        weight = torch.tensor([0.5, 2.0, 7.0], dtype=torch.float64)
        weight = weight[: shape[1]]
        yield from compare(loss, logits, soft.round(), weight)
        yield from compare(loss, logits, soft, weight)
    far = torch.tensor([[200.0, -200.0, 30.0], [-90.0, 90.0, -30.0]])
    for target in (torch.zeros(2, 3), torch.ones(2, 3)):
        yield from compare(loss, far, target, torch.tensor([0.5, 2.0, 7.0]))


def cause(of, logit, seen):
    """Name why a sure mistake has no loss of its size, if that shows."""
    # In float32 the sigmoid of 18 is 1, as that of 25 is.
    less, more = of(18.0, 0.0, 1), of(25.0, 0.0, 1)
    right_at_15 = abs(of(15.0, 0.0, 1) - 15) < 0.5
    if logit == 20 and right_at_15 and less == seen == more != 18:
        return (
            "log_of_sigmoid",
            ", and logits of 18 and 25 the same: the sigmoid is rounded to "
            "1 before the logarithm is taken",
        )
    # In float32 exp(88) is a number, and exp(89) is none.
    label = float(logit < 0)
    inside = of(88.0 if logit > 0 else -88.0, label, 1)
    outside = of(89.0 if logit > 0 else -89.0, label, 1)
    if isfinite(inside) and not isfinite(outside):
        return (
            "overflow",
            ", and a logit of 88 is no trouble yet: exp(89) overflows "
            "float32, and softplus has a form that never takes it",
        )
    return "", ""


def compare(loss, logits, target, weight):
    shape = tuple(logits.shape)
    mine, twin = (logits.clone().requires_grad_() for _ in range(2))
    try:
        found = loss(mine, target.clone(), weight.clone())
    except RuntimeError as error:
        yield (
            "",
            f"Logits of shape {shape} with pos_weight of shape "
            f"{tuple(weight.shape)} stop with: {error}",
        )
        return
    wanted = right(twin, target, weight)
    if found.shape != () or found.dtype != logits.dtype:
        yield (
            "",
            f"The loss has the shape {tuple(found.shape)} and the dtype "
            f"{found.dtype}; () and {logits.dtype} are wanted.",
        )
    elif not torch.isclose(found, wanted, rtol=1e-6, atol=1e-7):
        why = (
            ", with targets between 0 and 1, which have a share in both terms"
            if ((target > 0) & (target < 1)).any()
            else ""
        )
        yield (
            "",
            f"For logits of shape {shape} and the weights "
            f"{weight.tolist()} the loss is {found.item():.6g} and should "
            f"be {wanted.item():.6g}{why}.",
        )
    elif not found.requires_grad:
        yield (
            "",
            "The loss has lost its graph: no gradient reaches logits.",
        )
    else:
        found.backward()
        wanted.backward()
        if not torch.allclose(mine.grad, twin.grad, rtol=1e-5, atol=1e-7):
            worst = (mine.grad - twin.grad).abs().nan_to_num(torch.inf)
            at = worst.argmax()
            yield (
                "",
                f"The loss is right, and the gradient at a logit of "
                f"{logits.flatten()[at]:.4g} is "
                f"{mine.grad.flatten()[at]:.4g} and should be "
                f"{twin.grad.flatten()[at]:.4g}.",
            )

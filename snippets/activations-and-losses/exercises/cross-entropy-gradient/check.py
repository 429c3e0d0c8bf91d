"""Ask for the loss and the slope with weights and without, then far out."""

import torch
from torch.nn import functional as F

HINTS = (
    "Without weights first: the loss is the mean of logsumexp(z) - z_t, "
    "and its gradient (p - y) / N. What does a weight multiply?",
    "The weighted mean is sum(w_t * loss) / sum(w_t), over the samples. "
    "Each sample's share w_t / sum(w_t) is a constant to the logits.",
    "shifted = z - max; log_p = shifted - log(sum(exp(shifted))); p is "
    "exp(log_p). Then -sum(share * log_p[t]) and share * (p - y).",
)

FORBIDDEN = (
    "softmax",
    "log_softmax",
    "softmin",
    "logsumexp",
    "cross_entropy",
    "nll_loss",
    "kl_div",
)
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "divides_by_n": QUIRKS
    + "a_weighted_mean_divides_by_the_weights_it_met/",
    "forgets_the_weight_in_the_gradient": "activations-and-losses/interview/#p-minus-y",
    "overflow": QUIRKS + "an_exponential_of_89_overflows_float32/",
    "log_of_softmax": QUIRKS
    + "one_log_of_a_softmax_turns_every_weight_to_nan/",
}
WEIGHT = torch.tensor([1.0, 5.0, 0.5, 2.0, 3.0], dtype=torch.float64)
LARGE = torch.tensor([[1000.0, 0.0, -1000.0], [0.0, 900.0, 0.0]])


def check(attempt):
    torch.manual_seed(0)
    for n, c in ((5, 3), (4, 4), (2, 5), (1, 3)):
        logits = 2 * torch.randn(n, c, dtype=torch.float64)
        target = torch.arange(n).remainder(c).flip(0)
        yield from look(attempt, logits, target, None)
        yield from look(attempt, logits, target, WEIGHT[:c])
    weight = torch.tensor([1.0, 2.0, 7.0])
    yield from look(attempt, torch.randn(1, 3), torch.tensor([2]), weight)
    for target in ([0, 1], [2, 1], [1, 0]):
        for given in (None, weight):
            yield from look(attempt, LARGE, torch.tensor(target), given)
    yield from look(attempt, -LARGE, torch.tensor([0, 2]), weight)
    low = torch.full((2, 3), -1000.0)
    yield from look(attempt, low, torch.tensor([0, 2]), None)
    yield from look(attempt, torch.randn(6, 3), torch.full((6,), 2), weight)


def refuse(tensor):
    raise RuntimeError("autograd is switched off")


def look(attempt, logits, target, weight):
    given = [logits.clone(), target.clone()]
    if weight is not None:
        given.append(weight.clone())
    kept = [tensor.clone() for tensor in given]
    with (
        torch.autograd.graph.saved_tensors_hooks(refuse, refuse),
        torch.inference_mode(),
    ):
        try:
            found = attempt.loss_and_gradient(*given)
        except RuntimeError as error:
            said = str(error).partition("\n")[0]
            if "grad" not in said.lower():
                raise
            yield (
                "",
                f"Your function stops with '{said:.90}': autograd is "
                "switched off here, and the formula does without it.",
            )
            return
    with_weights = "without weights" if weight is None else "with weights"
    what = f"For logits of shape {tuple(logits.shape)}, {with_weights},"
    if not isinstance(found, tuple | list) or len(found) != 2:
        yield (
            "",
            f"The result is a {type(found).__name__}, not two tensors: the "
            "loss and the gradient.",
        )
        return
    loss, slope = (torch.as_tensor(part).clone() for part in found)
    if loss.shape != () or slope.shape != logits.shape:
        yield (
            "",
            f"{what} the shapes of loss and gradient are "
            f"{tuple(loss.shape)} and {tuple(slope.shape)}; they should be "
            f"() and {tuple(logits.shape)}.",
        )
        return
    if slope.dtype != logits.dtype:
        yield (
            "",
            f"Logits in {logits.dtype} have a gradient in {slope.dtype}; "
            "both should have the same dtype.",
        )
        return
    if not all(map(torch.equal, given, kept)):
        yield (
            "",
            f"{what} your function writes into its arguments, which the "
            "caller still needs; work on a copy.",
        )
        return
    loss = loss.to(logits)
    if logits.abs().max() > 100:
        with torch.inference_mode():
            half = attempt.loss_and_gradient(logits / 2, *given[1:])[0]
        yield from far_out(loss, slope, logits, target, weight, half)
    else:
        yield from compare(what, loss, slope, logits, target, weight)


def wanted_of(logits, target, weight):
    twin = logits.clone().requires_grad_()
    right = F.cross_entropy(twin, target, weight)
    right.backward()
    return right.detach(), twin.grad


def alike(one, other):
    return torch.allclose(one, other.to(one), rtol=1e-4, atol=1e-6)


def compare(what, loss, slope, logits, target, weight):
    right, wanted = wanted_of(logits, target, weight)
    n = len(target)
    if not alike(loss, right):
        ratio = (loss / right).item()
        what = f"{what} the loss is {loss:.4f}, not {right:.4f}"
        if weight is None:
            often = (
                f", {n} times as much: a sum in place of a mean."
                if abs(ratio - n) < 1e-3
                else "."
            )
            yield "", what + often
            return
        total = weight[target].sum().item()
        if abs(ratio - total / n) < 1e-3:
            yield (
                "divides_by_n",
                f"{what}: it is divided by the {n} samples, and PyTorch's "
                f"mean divides by the sum of their weights, {total:.1f}.",
            )
        elif abs(ratio - total / weight.sum().item()) < 1e-3:
            yield (
                "",
                f"{what}: it is divided by the weights of all classes, "
                f"{weight.sum():.1f}; only those of the samples' own "
                f"classes count, each time one occurs: {total:.1f}.",
            )
        elif abs(ratio - total) < 1e-3:
            yield "", f"{what}: the weighted sum is not divided at all."
        else:
            plain = F.cross_entropy(logits, target)
            told = (
                "; that is the loss without weights."
                if torch.allclose(loss, plain)
                else "."
            )
            yield "", what + told
        return
    if not alike(slope, wanted):
        yield slope_fault(what, slope, wanted, logits, target, weight)


def far_out(loss, slope, logits, target, weight, half):
    right, wanted = wanted_of(logits, target, weight)
    what = (
        f"For the logits {logits.tolist()} the loss is {loss:.4g}, not "
        f"{right:.4g}"
    )
    off = (slope - wanted).abs().nan_to_num(float("inf")).flatten()
    if off.max() > 1e-5:
        worst = off.argmax()
        name, why = "", "."
        if not slope.isfinite().all():
            name = "overflow"
            why = (
                ": an exponential, or the sum of them all, is out of "
                "float32's range."
            )
        yield (
            name,
            f"{what}, and an entry of the gradient is "
            f"{slope.flatten()[worst]:.4g}, not "
            f"{wanted.flatten()[worst]:.4g}{why}",
        )
    elif not alike(loss, right):
        # A loss that does not know how far out the logits are.
        lost = not loss.isfinite() or alike(half, loss)
        yield (
            "log_of_softmax" if lost else "",
            f"{what}, and the gradient is right"
            + (
                ": a share of the softmax is rounded to 0, so that its "
                "logarithm is gone; it is no other for half these logits."
                if lost and loss.isfinite()
                else ": a share of the softmax is rounded to 0 before its "
                "logarithm is taken."
                if lost
                else "."
            ),
        )


def slope_fault(what, slope, wanted, logits, target, weight):
    n, c = logits.shape
    p_minus_y = logits.softmax(1) - F.one_hot(target, c)
    at = (slope - wanted).abs().nan_to_num(float("inf")).argmax()
    found, right = slope.flatten()[at], wanted.flatten()[at]
    row, column = divmod(at.item(), c)
    what = (
        f"{what} the loss is right; in the gradient the entry "
        f"[{row}, {column}] is {found:.4f}, not {right:.4f}"
    )

    def is_(other):
        return alike(slope, other)

    if is_(-wanted):
        return "", f"{what}: all signs are turned round. It is p - y."
    if weight is None:
        if is_(n * wanted):
            return (
                "",
                f"{what}: the loss is a mean over {n} samples, and its "
                "gradient is divided by them as well.",
            )
    else:
        each = weight[target].unsqueeze(1)
        total = each.sum().item()
        if is_(p_minus_y / n) or is_(p_minus_y) or is_(p_minus_y / total):
            return (
                "forgets_the_weight_in_the_gradient",
                f"{what}: this is p - y, the same for every class. A "
                "weight that multiplies a sample's loss multiplies the "
                "slope of that loss as well.",
            )
        if is_(each * p_minus_y / n):
            return (
                "divides_by_n",
                f"{what}: it is divided by the {n} samples, and the loss "
                f"by the sum of their weights, {total:.1f}.",
            )
        if is_(weight * p_minus_y / total) or is_(weight * p_minus_y / n):
            return (
                "",
                f"{what}: the weights run along the columns. A whole row "
                "has one weight, that of its true class.",
            )
        if is_(each * p_minus_y):
            return "", f"{what}: it is not divided, and the loss is."
    if is_(wanted * (found / right)):
        return (
            "",
            f"{what}: the whole is {found / right:.4f} "
            "times what it should be. What is the loss divided by?",
        )
    return (
        "",
        f"{what}. For one sample it is p - y, times its weight over the sum of the weights.",
    )

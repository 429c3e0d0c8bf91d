"""Ask for the loss of known targets, and which shares would explain it."""

import torch
from torch.nn import functional as F

HINTS = (
    "Smoothing changes the target and nothing else: from one-hot to "
    "shares that still add up to 1. What does each class get?",
    "PyTorch mixes the one-hot target with the uniform distribution over "
    "all C classes, the true one among them.",
    "The target is (1 - eps) * one_hot + eps / C; the loss of a sample is "
    "-(target * log_softmax(logits)).sum(), and then comes the mean.",
)

FORBIDDEN = ("cross_entropy", "nll_loss", "kl_div")
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "eps_over_the_other_classes": "activations-and-losses/interview/#label-smoothing",
    "smooths_the_logits": "activations-and-losses/interview/#label-smoothing",
    "forgets_one_minus_eps": "activations-and-losses/interview/#label-smoothing",
    "sum": QUIRKS + "a_summed_loss_wants_a_smaller_learning_rate/",
    "log_of_softmax": QUIRKS
    + "one_log_of_a_softmax_turns_every_weight_to_nan/",
}
CASES = ((5, 3, 0.1), (1, 4, 0.3), (4, 4, 0.2), (3, 2, 0.1), (2, 6, 1.0))


def check(attempt):
    torch.manual_seed(0)
    for n, c, eps in ((5, 3, 0.0), *CASES):
        logits = 2 * torch.randn(n, c, dtype=torch.float64)
        target = torch.arange(n).remainder(c).flip(0)
        yield from values(attempt, logits, target, eps)
    yield from far_out(attempt)
    for n, c, eps in ((4, 3, 0.1), (1, 5, 0.3), (3, 3, 0.0)):
        logits = torch.randn(n, c, dtype=torch.float64)
        target = torch.arange(n).remainder(c).flip(0)
        yield from slopes(attempt, logits, target, eps)


def values(attempt, logits, target, eps):
    n, c = logits.shape
    given, given_target = logits.clone(), target.clone()
    found = attempt.smooth_cross_entropy(given, given_target, eps)
    what = f"For {n} x {c} logits and eps={eps}"
    if not isinstance(found, torch.Tensor):
        yield "", f"The loss is a {type(found).__name__}, not a tensor."
        return
    if found.shape != ():
        yield (
            "",
            f"{what} the loss has the shape {tuple(found.shape)}; a sum "
            "over the classes and a mean over the samples leave one "
            "number, a tensor without dimensions.",
        )
        return
    if not given.equal(logits) or not given_target.equal(target):
        yield (
            "",
            f"{what} your function writes into its arguments, which the "
            "caller still needs; work on a copy.",
        )
        return
    wanted = F.cross_entropy(logits, target, label_smoothing=eps)
    if not same(found, wanted):
        yield fault(what, found, wanted, logits, target, eps)


def same(found, wanted):
    return torch.allclose(found.to(wanted), wanted, rtol=1e-5, atol=1e-6)


def fault(what, found, wanted, logits, target, eps):
    n, c = logits.shape
    what = f"{what} the loss is {found:.4f}, not {wanted:.4f}"
    log_p = logits.log_softmax(1)
    y = F.one_hot(target, c).to(log_p)

    def is_(shares, prediction=log_p):
        """Compare with these shares, as a mean and as a sum."""
        loss = -(shares * prediction).sum(1)
        return same(found, loss.mean()) or same(found, loss.sum())

    if n > 1 and same(found, n * wanted):
        return (
            "sum",
            f"{what}: {n} times as much for {n} samples. It is a sum over "
            "the batch, and the default is the mean.",
        )
    if same(found, wanted / c):
        return (
            "",
            f"{what}: the mean runs over the {c} classes as well. Within a "
            "sample the shares already add up to 1, so its terms are "
            "summed.",
        )
    if eps == 0:
        return "", f"{what}: without smoothing it is plain cross-entropy."
    others = eps / (c - 1)
    if is_((1 - eps) * y + others * (1 - y)):
        return (
            "eps_over_the_other_classes",
            f"{what}: each other class has a share of {others:.4f}, eps / "
            f"(C - 1). PyTorch gives eps / C, {eps / c:.4f}, to all of "
            "them, and to the true class on top of its 1 - eps.",
        )
    if is_(y + eps / c) or is_(y + others * (1 - y)) or is_(y + eps):
        return (
            "forgets_one_minus_eps",
            f"{what}: the shares of one sample add up to more than 1, for "
            "the true class still has all of its own. It keeps 1 - eps.",
        )
    if is_((1 - eps) * y + eps / c * (1 - y)):
        return (
            "",
            f"{what}: the shares of one sample add up to "
            f"{1 - eps / c:.4f}. The true class gets eps / C as well.",
        )
    if is_((1 - eps) * y + eps):
        return (
            "",
            f"{what}: every class gets the whole of eps, and the {c} of them share it.",
        )
    if is_((1 - eps) * y):
        return (
            "",
            f"{what}: the true class gives eps away, and nobody gets it.",
        )
    if is_(eps * y + (1 - eps) / c):
        return "", f"{what}: eps and 1 - eps have changed places."
    p = log_p.exp()
    shares = (1 - eps) * p + eps / c
    mixed = (1 - eps) * logits + eps / c
    twice = (1 - eps) * y + eps / c
    for prediction in (mixed.log_softmax(1), shares.log()):
        if is_(y, prediction) or is_(twice, prediction):
            return (
                "smooths_the_logits",
                f"{what}: the prediction is smoothed. Smoothing belongs to "
                "the target: a sure model is to be charged for being "
                "surer than it, and the logits stay as they are.",
            )
    return (
        "",
        f"{what}. The shares of one sample are {eps / c:.4f} for each "
        f"wrong class and {1 - eps + eps / c:.4f} for the true one.",
    )


def far_out(attempt):
    for row, label in (
        ([1000.0, 0.0, 0.0], 0),
        ([1000.0, 0.0, 0.0], 1),
        ([-1000.0, 0.0, 0.0], 0),
        ([-1000.0, -1000.0, -1000.0], 2),
    ):
        logits = torch.tensor([row, [1.0, 2.0, 3.0]])
        target = torch.tensor([label, 0])
        leaf = logits.clone().requires_grad_()
        found = attempt.smooth_cross_entropy(leaf, target, 0.1)
        wanted = F.cross_entropy(logits, target, label_smoothing=0.1)
        if not torch.allclose(found.detach(), wanted, rtol=1e-4):
            lost = not found.isfinite()
            yield (
                "log_of_softmax" if lost else "",
                f"With a row of {row} and class {label} the loss is "
                f"{found:.4f}, not {wanted:.4f}"
                + (
                    ": smoothing reads the logarithm of every class, and "
                    "one of them is lost when its exponential leaves "
                    "float32."
                    if lost
                    else "."
                ),
            )
            return


def slopes(attempt, logits, target, eps):
    n, c = logits.shape
    leaf = logits.clone().requires_grad_()
    loss = attempt.smooth_cross_entropy(leaf, target, eps)
    if not loss.requires_grad:
        yield (
            "",
            "The loss has lost its graph, so no gradient reaches the "
            "logits: stay in torch, with nothing detached.",
        )
        return
    loss.backward()
    smooth = (1 - eps) * F.one_hot(target, c) + eps / c
    wanted = (logits.softmax(1) - smooth) / n
    if not torch.allclose(leaf.grad, wanted, atol=1e-6):
        yield (
            "",
            f"The loss is right, and its gradient is not: with eps={eps} "
            f"the first entry is {leaf.grad[0, 0]:.4f}, and softmax less "
            f"the smoothed target, over N, gives {wanted[0, 0]:.4f}.",
        )

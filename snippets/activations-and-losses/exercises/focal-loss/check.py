"""Values and slopes near 0, where a formula shows; then far out."""

import torch
from torch.nn import functional as F

HINTS = (
    "Fold the two labels into one first: with z turned round for a target "
    "of 0, p is sigmoid(z) for both, and 1 - p is sigmoid(-z).",
    "logsigmoid(z) is log(p) without p. Which power of 1 - p has a slope "
    "that is infinite where 1 - p is rounded to 0?",
    "(1 - p)**gamma is exp(gamma * logsigmoid(-z)): no power of 0 is "
    "taken. Times -logsigmoid(z), times alpha or 1 - alpha.",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "power_of_p_instead_of_one_minus_p": "activations-and-losses/interview/#focal-loss",
    "detached_factor": "activations-and-losses/interview/#focal-loss",
    "log_of_sigmoid": QUIRKS
    + "a_sigmoid_of_17_leaves_nothing_to_one_minus_p/",
    "alpha_on_both_classes": "activations-and-losses/interview/#imbalance",
    "rest_rounded_to_zero": QUIRKS
    + "where_hides_a_nan_and_its_gradient_does_not/",
}
Z = torch.tensor([2.0, 2.0, -3.0, -3.0, 0.5, 0.0], dtype=torch.float64)
Y = torch.tensor([1.0, 0.0, 1.0, 0.0, 0.0, 1.0], dtype=torch.float64)
SETTINGS = ((2.0, 0.25), (0.0, 0.5), (0.0, 0.25), (1.0, 0.9), (0.5, 0.25))


def check(attempt):
    torch.manual_seed(0)
    for gamma, alpha in SETTINGS:
        yield from near(attempt, gamma, alpha)
    yield from forms(attempt)
    for gamma, alpha in SETTINGS:
        yield from far_out(attempt, gamma, alpha)


def parts(z, y, alpha):
    """Return p of the true label, its cross-entropy, and its alpha."""
    loss = F.binary_cross_entropy_with_logits(z, y, reduction="none")
    return (-loss).exp(), loss, alpha * y + (1 - alpha) * (1 - y)


def same(found, wanted):
    return torch.allclose(found, wanted.to(found), rtol=1e-4, atol=1e-6)


def near(attempt, gamma, alpha):
    leaf, labels = Z.clone().requires_grad_(), Y.clone()
    found = attempt.focal_loss(leaf, labels, gamma=gamma, alpha=alpha)
    p, loss, a = parts(Z, Y, alpha)
    wanted = a * (1 - p) ** gamma * loss
    if not isinstance(found, torch.Tensor) or found.shape != Z.shape:
        shape = tuple(getattr(found, "shape", ()))
        yield (
            "",
            f"Six logits have losses of the shape {shape}; the task asks "
            "for one loss each, not reduced: (6,).",
        )
        return
    if not same(found.detach(), wanted):
        yield fault(found.detach(), wanted, gamma, alpha)
        return
    if not labels.equal(Y) or not leaf.detach().equal(Z):
        yield (
            "",
            "Your function writes into its arguments, which the caller "
            "still needs; work on a copy.",
        )
        return
    if not found.requires_grad:
        yield (
            "",
            "The losses have lost their graph, so no gradient reaches the "
            "logits: stay in torch, with no more detached than needed.",
        )
        return
    found.sum().backward()
    twin = Z.clone().requires_grad_()
    p, loss, a = parts(twin, Y, alpha)
    (a * (1 - p) ** gamma * loss).sum().backward()
    if same(leaf.grad, twin.grad):
        return
    rest = (1 - p.detach()) ** gamma
    frozen = a * rest * Z.sigmoid().sub(Y)
    what = (
        f"With gamma={gamma} the losses are right; at a logit of 2 and a "
        f"target of 1 the gradient is {leaf.grad[0]:.4f}, not "
        f"{twin.grad[0]:.4f}"
    )
    if same(leaf.grad, frozen):
        yield (
            "detached_factor",
            f"{what}: that of cross-entropy times a constant. The factor "
            "moves with the logit, and its slope is a part of the "
            "gradient.",
        )
    else:
        yield (
            "",
            f"{what}; at a logit of 0 and a target of 1 it is "
            f"{leaf.grad[-1]:.4f}, not {twin.grad[-1]:.4f}.",
        )


def fault(found, wanted, gamma, alpha):
    p, loss, a = parts(Z, Y, alpha)
    rest = (1 - p) ** gamma
    what = (
        f"With gamma={gamma} and alpha={alpha} a logit of 2 costs "
        f"{found[0]:.4f} if its target is 1 and {found[1]:.4f} if it is 0, "
        f"in place of {wanted[0]:.4f} and {wanted[1]:.4f}"
    )
    if same(-found, wanted):
        return "", f"{what}: the sign is the wrong way round."
    share, sigmoid = Z.sigmoid(), (1 - Z.sigmoid()) ** gamma
    alphas = (a, alpha, 1.0, 1 - a)
    powers = (p**gamma, share**gamma, sigmoid)
    if (
        any(
            same(found, one * power * loss)
            for one in alphas
            for power in powers
        )
        and gamma
    ):
        return (
            "power_of_p_instead_of_one_minus_p",
            f"{what}: the power grows with the probability of the true "
            "label, for one target at least, so that easy samples count "
            "most. It is what p lacks to 1 that is raised.",
        )
    if same(found, alpha * rest * loss):
        return (
            "alpha_on_both_classes",
            f"{what}: alpha stands before both, and a factor that all "
            "samples share weighs no class against the other. A target "
            "of 0 gets 1 - alpha.",
        )
    if same(found, (1 - a) * rest * loss):
        return (
            "",
            f"{what}: alpha belongs to a target of 1, 1 - alpha to 0.",
        )
    if same(found, (alpha * Y + 1 - Y) * rest * loss):
        return (
            "alpha_on_both_classes",
            f"{what}: alpha stands before the one class, and nothing "
            "before the other. A target of 0 gets 1 - alpha.",
        )
    if same(found, rest * loss):
        return "", f"{what}: alpha does not enter."
    if same(found, a * loss):
        return "", f"{what}: gamma does not enter; that is cross-entropy."
    if same(found, a * loss * gamma * (1 - p)):
        return "", f"{what}: gamma is an exponent, not a factor."
    if same(found, (a * (1 - p)) ** gamma * loss):
        return "", f"{what}: alpha is raised to the power, too."
    if same(found, a * (rest * loss).mean()) or same(
        found, a * rest * loss.mean()
    ):
        return (
            "",
            f"{what}: a mean is taken before each sample has its factor.",
        )
    return (
        "",
        f"{what}. Without any factor it would be {loss[0]:.4f} and "
        f"{loss[1]:.4f}, and p is {p[0]:.4f} and {p[1]:.4f}.",
    )


def forms(attempt):
    for shape in ((1,), (2, 3), (1, 1, 4)):
        z = torch.randn(shape)
        y = (torch.arange(z.numel()).reshape(shape) % 2).float()
        found = attempt.focal_loss(z, y)
        p, loss, a = parts(z, y, 0.25)
        if found.shape != shape or found.dtype != z.dtype:
            yield (
                "",
                f"Logits of shape {shape} in {z.dtype} have losses of "
                f"shape {tuple(found.shape)} in {found.dtype}; both should "
                "be the same.",
            )
            return
        if not same(found, a * (1 - p) ** 2 * loss):
            yield (
                "",
                f"For logits of shape {shape} and no gamma or alpha given "
                "the losses are wrong: the defaults are 2 and 0.25.",
            )
            return


def far_out(attempt, gamma, alpha):
    z = torch.tensor([-100.0, 100.0, 20.0, -20.0, 100.0, -100.0])
    y = torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0, 0.0])
    leaf = z.clone().requires_grad_()
    found = attempt.focal_loss(leaf, y, gamma=gamma, alpha=alpha)
    _, loss, a = parts(z.double(), y.double(), alpha)
    wanted = a * (-torch.expm1(-loss)) ** gamma * loss
    off = (found - wanted).abs().nan_to_num(torch.inf)
    off = (off > 1e-3 + 1e-3 * wanted).nonzero().flatten().tolist()
    for i in off:
        lost = not found[i].isfinite()
        yield (
            "log_of_sigmoid" if lost else "",
            f"At a logit of {z[i]:.0f} and a target of {y[i]:.0f}, with "
            f"gamma={gamma} and alpha={alpha}, the loss is {found[i]:.4f}, "
            f"not {wanted[i]:.4f}"
            + (
                ": the probability was rounded before its logarithm was "
                "taken, or an exponential overflowed."
                if lost
                else "."
            ),
        )
        return
    found.sum().backward()
    # The wrong answers: -log(p) has a slope of -1, and the factor is 1.
    steep = a * (1 - 2 * y)
    for i in range(len(z)):
        slope = leaf.grad[i].item()
        what = (
            f"At a logit of {z[i]:.0f} and a target of {y[i]:.0f}, with "
            f"gamma={gamma}, the loss is right and the gradient is "
            f"{slope:.4f}"
        )
        right = i > 3
        if not abs(slope) < torch.inf and right and 0 < gamma < 1:
            yield (
                "rest_rounded_to_zero",
                f"{what}: 1 - p is rounded to 0, and a power of 0 "
                "has an infinite slope there.",
            )
            return
        if not abs(slope) < torch.inf:
            yield "", f"{what}: the way back leads past an infinity."
            return
        if abs(slope - (0.0 if right else steep[i].item())) > 1e-3:
            yield (
                "",
                f"{what}, not {0.0 if right else steep[i]:.4f}.",
            )
            return

"""Compare with autograd, and ask which other formula fits."""

import torch
from torch.nn import functional as F

HINTS = (
    "Write the loss of one sample as -z_t + log(sum(exp(z))), and take the "
    "derivative in z_k: once for k = t, once for any other k.",
    "The derivative of log(sum(exp(z))) in z_k is a probability that you "
    "know. What does the term -z_t add, and for which k?",
    "softmax(z) minus the one-hot target, for each sample; the loss is "
    "the mean over N samples, so its gradient has a factor of 1 / N.",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "wrong_sign": "activations-and-losses/interview/#p-minus-y",
    "forgets_the_mean": QUIRKS
    + "a_summed_loss_wants_a_smaller_learning_rate/",
    "p_times_one_minus_p": "activations-and-losses/",
    "only_the_true_class": "activations-and-losses/interview/#p-minus-y",
}
SHAPES = ((5, 3), (4, 4), (2, 7), (3, 2), (1, 4))


def check(attempt):
    torch.manual_seed(0)
    for n, c in SHAPES:
        logits = 2 * torch.randn(n, c, dtype=torch.float64)
        target = torch.arange(n).remainder(c).flip(0)
        yield from look(attempt, logits, target)
    logits = torch.tensor([[1000.0, 0.0, -1000.0], [0.0, 900.0, 0.0]])
    yield from look(attempt, logits, torch.tensor([1, 1]))
    logits = torch.randn(6, 4)
    yield from look(attempt, logits, torch.full((6,), 2))


def refuse(tensor):
    raise RuntimeError("autograd is switched off")


def ratio(found, other):
    """The factor between two tensors, or None if there is none."""
    k = (found * other).sum() / (other * other).sum()
    alike = torch.allclose(found, k * other, rtol=1e-4, atol=1e-6)
    return k.item() if alike and k.abs() > 1e-6 else None


def look(attempt, logits, target):
    twin = logits.clone().requires_grad_()
    F.cross_entropy(twin, target).backward()
    wanted = twin.grad
    what = f"For logits of shape {tuple(logits.shape)}"
    with (
        torch.autograd.graph.saved_tensors_hooks(refuse, refuse),
        torch.inference_mode(),
    ):
        given, given_target = logits.clone(), target.clone()
        try:
            found = attempt.gradient(given, given_target)
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
    if not isinstance(found, torch.Tensor):
        yield ("", f"The result is a {type(found).__name__}, not a tensor.")
        return
    if found.shape != logits.shape:
        yield (
            "",
            f"{what} the gradient has the shape {tuple(found.shape)}; each "
            "logit has one number in it.",
        )
        return
    if found.dtype != logits.dtype:
        yield (
            "",
            f"Logits in {logits.dtype} have a gradient in {found.dtype}; "
            "both should have the same dtype.",
        )
        return
    found, logits = found.clone(), logits.clone()
    if not given.equal(logits) or not given_target.equal(target):
        yield (
            "",
            f"{what} your function writes into its arguments, which the "
            "caller still needs; work on a copy.",
        )
    elif not found.isfinite().all():
        yield (
            "",
            f"For logits up to {logits.max():.0f} the gradient has the "
            f"entry {found[~found.isfinite()][0]:.4f}. torch.softmax "
            "subtracts the largest logit first, so that no exponential "
            "overflows.",
        )
    elif not torch.allclose(found, wanted, rtol=1e-4, atol=1e-7):
        yield fault(what, found, wanted, logits, target)


def fault(what, found, wanted, logits, target):
    n, c = logits.shape
    p, y = logits.softmax(1), F.one_hot(target, c).to(logits.dtype)
    true = y.bool()
    worst = (found - wanted).abs().argmax().item()
    what = (
        f"{what} the entry [{worst // c}, {worst % c}] is "
        f"{found.flatten()[worst]:.4f} and autograd finds "
        f"{wanted.flatten()[worst]:.4f}"
    )
    k = ratio(found, wanted)
    if k is not None and k < 0:
        return (
            "wrong_sign",
            f"{what}: all signs are turned round. The gradient points "
            "uphill, and a step against it raises the true logit, so its "
            "entry there is negative.",
        )
    if k is not None and abs(k - n) < 1e-3 * n:
        return (
            "forgets_the_mean",
            f"{what}: everything is {k:.0f} times too large, and there are "
            f"{n} samples. cross_entropy returns their mean, and the "
            "gradient is divided with it.",
        )
    if k is not None:
        return (
            "",
            f"{what}: everything is {k:.4f} times what it should be; the "
            f"mean runs over {n} samples, and not over their {c} classes.",
        )
    slope = p * (1 - p)
    jacobian = p[true].unsqueeze(1) * (y - p)
    others = (
        slope,
        slope * (p - y),
        slope * (1 - 2 * y),
        jacobian,
        slope * y,
    )
    if any(ratio(found, other) is not None for other in others):
        return (
            "p_times_one_minus_p",
            f"{what}: p * (1 - p) is the slope of a probability, and the "
            "logarithm in the loss cancels it. The gradient is largest "
            "where p is surely wrong, and there p * (1 - p) is 0.",
        )
    if found[~true].abs().max() < 1e-9:
        return (
            "only_the_true_class",
            f"{what}, and all other classes get exactly 0, where autograd "
            f"finds up to {wanted[~true].abs().max():.4f}. The other "
            "logits are in the sum below the fraction and are pushed down.",
        )
    columns = logits.softmax(0) - y
    if ratio(found, columns) is not None:
        return (
            "",
            f"{what}: the softmax runs over the samples, dim=0. The "
            "classes of one sample share 1 among them, along dim=1.",
        )
    if ratio(found, p) is not None:
        return (
            "",
            f"{what}: the probabilities alone are the derivative of "
            "log(sum(exp(z))), and the loss has a second term, -z_t.",
        )
    return "", f"{what}."

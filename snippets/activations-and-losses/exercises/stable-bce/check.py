"""Small logits, large ones of either sign, and the gradient of each."""

from math import isfinite

import torch

HINTS = (
    "Write the loss in terms of z alone: what is -log(sigmoid(z)), and "
    "what is -log(1 - sigmoid(z))?",
    "Both labels together: log(1 + exp(z)) - y z. Which exponential "
    "overflows, and for which sign of z?",
    "log(exp(z) + exp(0)) is a log-sum-exp of z and 0: torch.logaddexp "
    "takes the larger one out, on either side.",
)

FORBIDDEN = (
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "soft_margin_loss",
    "multilabel_soft_margin_loss",
    "cross_entropy",
)
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "log_of_sigmoid": QUIRKS
    + "a_sigmoid_of_17_leaves_nothing_to_one_minus_p/",
    "clamped_probabilities": QUIRKS
    + "bce_loss_stops_learning_from_its_worst_mistakes/",
    "one_sided": QUIRKS + "an_exponential_of_89_overflows_float32/",
    "sign_of_target": QUIRKS
    + "plus_minus_one_losses_do_not_read_zero_as_no/",
    "where_with_both_sides": QUIRKS
    + "where_hides_a_nan_and_its_gradient_does_not/",
}


def right(z, y):
    return torch.logaddexp(z.double(), torch.zeros(())) - y * z.double()


def close(found, expected):
    return torch.allclose(
        found.double(), expected.double(), rtol=1e-4, atol=1e-5
    )


def of_infinity(of, at, far, label):
    """Name the reason for an infinite loss, if that shows."""
    near, beyond = (of(x if far > 0 else -x, label) for x in (88.0, 89.0))
    other = of(-far, 1 - label)
    if isfinite(near) and not isfinite(beyond) and isfinite(other):
        return (
            "one_sided",
            f"{at} the loss is {of(far, label):.1f}, and at {-far:.0f} it "
            f"is {other:.1f}: exp(89) overflows, so the formula is right "
            "for one sign only.",
        )
    return (
        "",
        f"{at} the loss is {of(far, label):.1f}: a number on the way there "
        "leaves the range of a float.",
    )


def check(attempt):
    def of(logit, label):
        return float(
            attempt.bce(torch.tensor([logit]), torch.tensor([label]))
        )

    z = torch.tensor([2.0, -3.0, 0.5, -1.0])
    y = torch.tensor([1.0, 0.0, 0.0, 1.0])
    losses = attempt.bce(z, y)
    if losses.shape != z.shape:
        yield (
            "",
            f"Four logits have losses of shape {tuple(losses.shape)}; the "
            "task asks for one loss each, unreduced: (4,).",
        )
        return
    if not close(losses, right(z, y)):
        if close(losses, torch.nn.functional.softplus(-y * z)):
            yield (
                "sign_of_target",
                f"For a target of 0 the loss is {of(2.0, 0.0):.4f} at "
                "every logit: the formula wants labels of -1 and 1, and a "
                "0 erases the logit.",
            )
        elif close(losses, right(z, 1 - y)):
            yield (
                "sign_of_target",
                f"A logit of 2 costs {of(2.0, 1.0):.4f} if the target is 1 "
                f"and {of(2.0, 0.0):.4f} if it is 0: the sign of the "
                "target is the wrong way round.",
            )
        else:
            at = (losses - right(z, y)).abs().nan_to_num(1e9).argmax()
            yield (
                "",
                f"At a logit of {z[at]:.1f} and a target of {y[at]:.0f} the "
                f"loss is {losses[at]:.4f}, not {right(z, y)[at]:.4f}.",
            )
        return
    # Far out on both sides, or on one side long before exp overflows.
    if isfinite(of(15.0, 0.0)) and not isfinite(of(20.0, 0.0)):
        yield (
            "log_of_sigmoid",
            "At a logit of 20 and a target of 0 the loss is "
            f"{of(20.0, 0.0):.1f}, not 20, and at 15 it is a number still: "
            "the sigmoid is rounded to 1 before the logarithm.",
        )
        return
    for far in (100.0, -100.0, 200.0, -200.0):
        for label in (0.0, 1.0):
            expected = max(far, 0.0) - far * label
            found = of(far, label)
            at = f"At a logit of {far:.0f} and a target of {label:.0f}"
            if not isfinite(found):
                yield of_infinity(of, at, far, label)
                return
            if abs(found - expected) > 1e-3:
                flat = of(2 * far, label) == found
                yield (
                    "clamped_probabilities" if flat else "",
                    f"{at} the loss is {found:.2f}, not {expected:.0f}"
                    + (
                        ", and the same at twice the logit: it is cut off, "
                        "and where it is flat no gradient is left."
                        if flat
                        else "."
                    ),
                )
                return
    z = torch.tensor([2.0, -3.0, 100.0, -100.0, 100.0, -100.0, 0.0])
    y = torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0])
    leaf = z.clone().requires_grad_()
    losses = attempt.bce(leaf, y)
    if not losses.requires_grad:
        yield (
            "",
            "The losses have lost their graph, so no gradient reaches the "
            "logits: stay in torch, with nothing detached.",
        )
        return
    losses.sum().backward()
    slope, expected = leaf.grad, z.sigmoid() - y
    if slope.isnan().any():
        yield (
            "where_with_both_sides",
            "The losses are right, and the gradient at a logit of "
            f"{z[slope.isnan()][0]:.0f} is nan: an infinity meets a 0 on "
            "the way back, as that of a side which where has not picked.",
        )
    elif (slope[2:4] == 0).any():
        yield (
            "clamped_probabilities",
            "At a logit of 100 and a target of 0 the loss is right and the "
            f"gradient is {slope[2]:.1f}, at -100 and 1 {slope[3]:.1f}: a "
            "clamp passes no gradient outside its range.",
        )
    elif close(slope[:-1], expected[:-1]) and not close(slope, expected):
        yield (
            "",
            f"At a logit of 0 and a target of 1 the gradient is "
            f"{slope[-1]:.1f}, not -0.5: autograd takes the corners of "
            "clamp, relu and abs as flat or as steep as one side, and "
            "torch.maximum halves the gradient in a tie.",
        )
    elif not close(slope, expected):
        yield (
            "",
            f"The values are right; the gradient at a logit of 2 is "
            f"{slope[0]:.4f}, and sigmoid(2) - 1 is {expected[0]:.4f}.",
        )

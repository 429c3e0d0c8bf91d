"""Small rows, large rows, rows of different size, and the gradient."""

import torch

HINTS = (
    "Start with one row of small logits: do the shares add up to 1?",
    "softmax(z) and softmax(z - c) are the same for every number c. Which "
    "c makes the largest exponent 0?",
    "Take the maximum and the sum along dim=1, and keep the dimension, so "
    "that each row meets its own.",
)

FORBIDDEN = ("softmax", "log_softmax", "softmin", "gumbel_softmax")
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "sum_over_everything": QUIRKS
    + "a_softmax_over_dim_zero_makes_samples_compete/",
    "overflow": QUIRKS + "an_exponential_of_89_overflows_float32/",
    "one_maximum_for_all_rows": QUIRKS
    + "one_log_of_a_softmax_turns_every_weight_to_nan/",
    "detached": QUIRKS + "a_loss_on_predicted_classes_reaches_no_weight/",
}
SMALL = torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]])
LARGE = torch.tensor([[1000.0, 999.0, 0.0], [1.0, 2.0, 3.0]])


def check(attempt):
    rows = attempt.softmax(SMALL).sum(dim=1)
    if not torch.allclose(rows, torch.ones(2), atol=1e-5):
        yield (
            "sum_over_everything",
            f"The rows add up to {rows[0]:.4f} and {rows[1]:.4f}, and each "
            "should add up to 1: the sum runs over the wrong dimension.",
        )
        return
    shares = attempt.softmax(LARGE)
    if not shares[0].isfinite().all():
        yield (
            "overflow",
            f"For logits of 1000 the first share is {shares[0, 0]:.4f}: "
            "exp(1000) overflows float32.",
        )
    elif not torch.allclose(shares[1], LARGE[1].softmax(dim=0), atol=1e-5):
        yield (
            "one_maximum_for_all_rows",
            "Alone, the row 1, 2, 3 is right; beside a row with 1000 it "
            f"becomes {shares[1, 2]:.4f} in place of 0.6652: each row "
            "needs a maximum of its own.",
        )
    # A float32 near 1000 is known to 6e-5, so its exponential is, too.
    elif not torch.allclose(shares[0], LARGE[0].softmax(dim=0), atol=1e-3):
        yield (
            "",
            f"For the row {LARGE[0].tolist()} the shares are "
            f"{[round(x, 4) for x in shares[0].tolist()]}; the first two "
            "are 0.7311 and 0.2689.",
        )
    logits = SMALL.clone().requires_grad_()
    shares = attempt.softmax(logits)
    if not shares.requires_grad:
        yield (
            "detached",
            "The shares have lost their graph: no gradient reaches the "
            "logits.",
        )
        return
    shares[:, 0].sum().backward()
    twin = SMALL.clone().requires_grad_()
    twin.softmax(dim=1)[:, 0].sum().backward()
    if not torch.allclose(logits.grad, twin.grad, atol=1e-5):
        yield ("", "The values are right, and the gradient is not.")

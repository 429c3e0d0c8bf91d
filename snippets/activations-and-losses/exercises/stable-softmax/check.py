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
    shares = attempt.softmax(SMALL)
    right = SMALL.softmax(dim=1)
    if shares.shape != SMALL.shape:
        yield (
            "",
            f"Logits of shape (2, 3) have shares of the shape "
            f"{tuple(shares.shape)}; each logit has one.",
        )
        return
    if not torch.allclose(shares, right, atol=1e-5):
        rows = shares.sum(dim=1)
        yield (
            "sum_over_everything" if is_summed(shares) else "",
            f"The rows {SMALL.tolist()} have the shares "
            f"{rounded(shares[0])} and {rounded(shares[1])}, and "
            f"{rounded(right[0])} and {rounded(right[1])} are right"
            + (
                f": they add up to {rows[0]:.4f} and {rows[1]:.4f}, for "
                "the sum that divides them is not that of their row."
                if is_summed(shares)
                else "."
            ),
        )
        return
    shares = attempt.softmax(LARGE)
    if not shares[0].isfinite().all():
        yield (
            "overflow",
            f"For logits of 1000 the first share is {shares[0, 0]:.4f}: "
            "exp(89) overflows float32, and exp(710) float64.",
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
            f"{rounded(shares[0])}; the first two are 0.7311 and 0.2689.",
        )
    for given in (SMALL, LARGE):
        logits, twin = (given.clone().requires_grad_() for _ in range(2))
        shares = attempt.softmax(logits)
        if not shares.requires_grad:
            yield (
                "detached",
                "The shares have lost their graph: no gradient reaches the "
                "logits.",
            )
            return
        shares[:, 0].sum().backward()
        twin.softmax(dim=1)[:, 0].sum().backward()
        if not torch.allclose(logits.grad, twin.grad, atol=1e-3):
            yield (
                "",
                f"For the rows {given.tolist()} the values are right, and "
                "the gradient of the first column is not: it is "
                f"{rounded(logits.grad[0])} and {rounded(logits.grad[1])}, "
                f"and should be {rounded(twin.grad[0])} and "
                f"{rounded(twin.grad[1])}.",
            )
            return


def rounded(row):
    return [round(x, 4) for x in row.tolist()]


def is_summed(shares):
    """Say whether they are the exponentials over another sum."""
    shifts = SMALL, SMALL - SMALL.amax(1, keepdim=True), SMALL - SMALL.max()
    exponentials = [shifted.exp() for shifted in shifts]
    sums = [e / e.sum() for e in exponentials]
    sums += [e / e.sum(0) for e in exponentials]
    return any(torch.allclose(shares, one) for one in sums)

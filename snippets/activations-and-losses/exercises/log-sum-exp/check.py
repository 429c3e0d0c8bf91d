"""Every dimension first, then large, small and infinite sums, and slopes."""

import math

import torch

HINTS = (
    "exp(1000) is too large for a float and exp(-1000) too small, and the "
    "answer is near 1000 or -1000. Which factor may leave the sum?",
    "log(sum(exp(x))) = m + log(sum(exp(x - m))) for every m. The largest "
    "x of each sum is a good m, with keepdim=True. When is it not?",
    "-inf - -inf is nan: where the maximum is infinite, shift by 0 "
    "instead (masked_fill, where); log(0) is then the right answer.",
)

FORBIDDEN = (
    "logsumexp",
    "logaddexp",
    "logcumsumexp",
    "softmax",
    "log_softmax",
    "softmin",
)
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "overflow": QUIRKS + "an_exponential_of_89_overflows_float32/",
    "underflow": QUIRKS + "one_log_of_a_softmax_turns_every_weight_to_nan/",
    "nan_for_minus_infinity": "activations-and-losses/faq/#masked-logits",
    "wrong_dimension": QUIRKS
    + "a_softmax_over_dim_zero_makes_samples_compete/",
}
INF = math.inf


def check(attempt):
    torch.manual_seed(0)
    yield from dimensions(attempt)
    yield from sizes(attempt)
    yield from slopes(attempt)


def dimensions(attempt):
    for shape in ((2, 3, 4), (3, 3), (1, 5), (4,), (2, 1)):
        x = 2 * torch.randn(shape)
        for dim in range(-len(shape), len(shape)):
            given = x.clone()
            what = f"For a tensor of shape {shape} and dim={dim}"
            wanted = torch.logsumexp(x, dim)
            try:
                found = attempt.log_sum_exp(given, dim)
            except (RuntimeError, IndexError) as error:
                said = str(error).partition("\n")[0]
                if not ("size of tensor" in said or "imension" in said):
                    raise
                yield (
                    "wrong_dimension",
                    f"{what} your function stops with '{said:.80}': the "
                    "dimension must be the caller's, and stay (keepdim) "
                    "for as long as something is subtracted along it.",
                )
                return
            if not isinstance(found, torch.Tensor):
                yield (
                    "",
                    f"The result is a {type(found).__name__}; the task "
                    "asks for a tensor.",
                )
                return
            if found.shape != wanted.shape:
                yield (
                    "wrong_dimension",
                    f"{what} the result has the shape "
                    f"{tuple(found.shape)}, not {tuple(wanted.shape)}: "
                    "that dimension, and no other, goes.",
                )
                return
            if not torch.allclose(found, wanted, atol=1e-5):
                yield misfit(what, x, dim, found, wanted)
                return
            if not given.equal(x):
                yield (
                    "",
                    f"{what} your function writes into its argument, which "
                    "the caller still needs.",
                )
                return
    if (dtype := attempt.log_sum_exp(x.double(), 0).dtype) != torch.float64:
        yield (
            "",
            f"A tensor in torch.float64 has a result in {dtype}; both "
            "should have the same dtype.",
        )


def misfit(what, x, dim, found, wanted):
    said = (
        f"{what} the first entry is {found.flatten()[0]:.4f}, not "
        f"{wanted.flatten()[0]:.4f}"
    )
    for other in range(x.dim()):
        along = torch.logsumexp(x, other)
        if along.shape == found.shape and torch.allclose(
            found, along, atol=1e-5
        ):
            return (
                "wrong_dimension",
                f"{said}: it is the sum along dim={other}.",
            )
    if torch.allclose(found, torch.logsumexp(x.flatten(), 0), atol=1e-5):
        return (
            "wrong_dimension",
            f"{said}: the sum runs over the whole tensor, along every dimension.",
        )
    if torch.allclose(found.exp(), wanted, atol=1e-4):
        return "", f"{said}: the logarithm is taken twice."
    if torch.allclose(found, wanted.exp(), atol=1e-4):
        return "", f"{said}: the last step, the logarithm, is missing."
    if torch.allclose(found, wanted - x.amax(dim), atol=1e-4):
        return (
            "",
            f"{said}: the maximum has been taken out of the sum and not added again.",
        )
    return "", f"{said}. Try it by hand with a tensor of two numbers."


def sizes(attempt):
    def of(*rows):
        return attempt.log_sum_exp(torch.tensor(rows), 1)

    top = of([1000.0, 1000.0, 0.0])[0].item()
    if not abs(top - 1000.6931) < 1e-2:
        lost = not math.isfinite(top)
        yield (
            "overflow" if lost else "",
            f"For 1000, 1000, 0 the result is {top:.4f}, not 1000.6931"
            + (
                ": exp(89) overflows float32, and exp(710) float64."
                if lost
                else "."
            ),
        )
        return
    low = of([-1000.0, -1000.0, -1000.0])[0].item()
    if not abs(low + 998.9014) < 1e-2:
        lost = low == -INF
        yield (
            "underflow" if lost else "",
            f"For -1000, three times, the result is {low:.4f}, not "
            "-998.9014"
            + (
                ": all exponentials are rounded to 0 before the sum, and "
                "only the largest exponent, moved to 0, prevents it."
                if lost
                else "."
            ),
        )
        return
    both = of([1000.0, 999.0], [-1000.0, -1000.0])
    if not abs(both[1].item() + 999.3069) < 1e-2:
        lost = both[1] == -INF
        yield (
            "underflow" if lost else "",
            "Alone, a row of -1000 is right; beside a row with 1000 "
            f"it becomes {both[1]:.4f}, not -999.3069"
            + (
                ": a maximum for all rows lets the exponentials of the "
                "small ones vanish."
                if lost
                else "."
            ),
        )
        return
    for row in ([-INF, -INF], [-INF], [0.0, -INF], [-INF, -1000.0]):
        beside = torch.zeros(1, len(row))
        found = attempt.log_sum_exp(
            torch.cat([beside, torch.tensor([row])]), 1
        )
        wanted = max(row)
        if found[1].isnan():
            yield (
                "nan_for_minus_infinity",
                f"For the row {row} the result is nan, not {wanted:.0f}: "
                "the maximum is minus infinity, and -inf - -inf is nan.",
            )
            return
        if found[1].item() != wanted:
            yield (
                "",
                f"For the row {row} the result is {found[1]:.4f}, not "
                f"{wanted:.0f}: exp(-inf) is 0 and adds nothing, and a "
                "sum of nothing has the logarithm -inf.",
            )
            return
        if not abs(found[0].item() - math.log(len(row))) < 1e-5:
            yield (
                "",
                f"A row of zeros beside the row {row} becomes "
                f"{found[0]:.4f}, not {math.log(len(row)):.4f}: each row "
                "is on its own.",
            )
            return


def slopes(attempt):
    for x, dim in (
        (torch.randn(3, 4, dtype=torch.float64), 0),
        (torch.tensor([[2.0, 2.0, 1.0], [0.0, 0.0, 0.0]]), 1),
        (torch.tensor([[1000.0, 1000.0], [-1000.0, -1001.0]]), -1),
        (torch.tensor([[-INF, 0.0, 1.0], [-INF, -INF, -INF]]), 1),
    ):
        leaf = x.clone().requires_grad_()
        result = attempt.log_sum_exp(leaf, dim)
        if not result.requires_grad:
            yield (
                "",
                "The result has lost its graph, so no gradient reaches x: "
                "stay in torch, and do not detach all of it.",
            )
            return
        result.sum().backward()
        wanted = x.softmax(dim)
        open_ = wanted.isnan()
        found, wanted = leaf.grad[~open_], wanted[~open_]
        if not torch.allclose(found, wanted, atol=2e-4):
            at = (found - wanted).abs().nan_to_num(INF).argmax()
            yield (
                "",
                f"The values are right, and the gradient is not: along "
                f"dim={dim} of {x.tolist()} one entry is {found[at]:.4f} "
                f"where the softmax is {wanted[at]:.4f}.",
            )
            return

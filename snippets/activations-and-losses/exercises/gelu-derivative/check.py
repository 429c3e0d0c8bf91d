"""Compare with nn.GELU and autograd, and with the forms taken for them."""

import math

import torch
from torch import nn

HINTS = (
    "The distribution function of the standard normal is a shifted and "
    "scaled torch.erf. What does erf take in place of z?",
    "The distribution function is 0.5 * (1 + erf(z / sqrt(2))). GELU is a "
    "product of z and this, so its derivative has two terms.",
    "Phi'(z) is the density exp(-z * z / 2) / sqrt(2 * pi), so the "
    "derivative is Phi(z) + z * Phi'(z).",
)

GELU = "activations-and-losses/interview/#gelu-and-silu"
FORBIDDEN = ("gelu",)
MISCONCEPTIONS = {
    "tanh_approximation_taken_for_exact": GELU,
    "sigmoid_gelu": GELU,
    "forgets_the_density_term": GELU,
    "density_without_normalisation": GELU,
}
Z = torch.linspace(-40, 40, 1601, dtype=torch.float64)
HUGE = torch.tensor([-1e30, -1e4, 1e4, 1e30])
ONE = torch.ones(1, dtype=torch.float64)


def off(one, other):
    return (one - other).abs().nan_to_num(torch.inf).max().item()


def slope(function, z):
    z = z.clone().requires_grad_()
    return torch.autograd.grad(function(z).sum(), z)[0]


def by_hand(function, z):
    """Call an attempt where autograd does not work."""
    with torch.inference_mode():
        return function(z.clone())


def check(attempt):
    torch.manual_seed(0)
    exact = nn.GELU()
    tanh = nn.GELU(approximate="tanh")

    def sigmoid(z):
        return z * torch.sigmoid(1.702 * z)

    for name, reference in (
        ("gelu", exact),
        ("gelu_derivative", lambda z: slope(exact, z)),
    ):
        function = getattr(attempt, name)
        try:
            found = by_hand(function, Z)
        except RuntimeError as error:
            if "grad" not in str(error) and "nference" not in str(error):
                raise
            yield (
                "",
                f"{name} asks autograd, which is switched off here: write "
                "the formula out.",
            )
            return
        if not isinstance(found, torch.Tensor):
            yield (
                "",
                f"{name} returns {type(found).__name__}, and a tensor is "
                "wanted.",
            )
            return
        if found.shape != Z.shape or found.dtype != Z.dtype:
            yield (
                "",
                f"{name} turns shape {tuple(Z.shape)} and {Z.dtype} into "
                f"{tuple(found.shape)} and {found.dtype}; both stay.",
            )
            return
        wanted = reference(Z)
        if off(found, wanted) > 1e-12:
            yield (
                value_fault(found, tanh(Z), sigmoid(Z), function)
                if name == "gelu"
                else slope_fault(
                    found, slope(tanh, Z), slope(sigmoid, Z), function
                )
            )
            return
        for z in (HUGE, torch.tensor(-0.5), torch.randn(2, 1, 3)):
            found, wanted = by_hand(function, z), reference(z)
            if found.shape != z.shape or found.dtype != z.dtype:
                yield (
                    "",
                    f"{name} turns shape {tuple(z.shape)} and {z.dtype} "
                    f"into {tuple(found.shape)} and {found.dtype}; both "
                    "should stay.",
                )
            elif not torch.allclose(found, wanted, rtol=1e-5, atol=1e-6):
                yield (
                    "",
                    f"In float32 {name} is off: for {z.tolist()} it is "
                    f"{found.tolist()}, and {wanted.tolist()} is wanted.",
                )


def value_fault(found, tanh, sigmoid, function):
    gap = off(found, nn.GELU()(Z))
    at_one = by_hand(function, ONE).item()
    if off(found, tanh) < 1e-5:
        return (
            "tanh_approximation_taken_for_exact",
            f"Your gelu is off by up to {gap:.1e}, and equals the form "
            "with tanh: that one approximates the distribution function, "
            "and torch.erf gives it exactly.",
        )
    if off(found, sigmoid) < 1e-3:
        return (
            "sigmoid_gelu",
            f"Your gelu is off by up to {gap:.4f}, and equals "
            "z * sigmoid(1.702 * z): a logistic curve stands in for the "
            "normal distribution function.",
        )
    if off(found, Z * torch.sigmoid(Z)) < 1e-6:
        return (
            "",
            f"gelu(1) is {at_one:.4f} and not 0.8413: z * sigmoid(z) is "
            "SiLU, and GELU has the normal distribution function there.",
        )
    if off(found, Z * 0.5 * (1 + torch.erf(Z))) < 1e-6:
        return (
            "",
            f"gelu(1) is {at_one:.4f} and not 0.8413: erf belongs to a "
            "normal of variance one half, so divide z by sqrt(2).",
        )
    if gap < 1e-4:
        return (
            "",
            f"Your gelu is off by up to {gap:.1e} in float64, and twelve "
            "decimals are wanted.",
        )
    return (
        "",
        f"gelu(1) is {at_one:.6f} and should be 0.841345; the largest "
        f"error between -40 and 40 is {gap:.1e}.",
    )


def slope_fault(found, tanh, sigmoid, function):
    gap = off(found, slope(nn.GELU(), Z))
    at_one = by_hand(function, ONE).item()
    gate = 0.5 * (1 + torch.erf(Z / math.sqrt(2)))
    bell = torch.exp(-Z * Z / 2)
    if off(found, gate) < 1e-6:
        return (
            "forgets_the_density_term",
            f"At 1 your derivative is {at_one:.4f}, the distribution "
            "function itself, and autograd says 1.0833: the product rule "
            "has a second term, z times the density.",
        )
    if off(found, gate + Z * bell) < 1e-6:
        return (
            "density_without_normalisation",
            f"At 1 your derivative is {at_one:.4f} and autograd says "
            "1.0833: the second term is sqrt(2 * pi), about 2.5066, times "
            "too large, for exp(-z * z / 2) alone is no density.",
        )
    if off(found, tanh) < 1e-5:
        return (
            "tanh_approximation_taken_for_exact",
            f"Your derivative is off by up to {gap:.1e}: it belongs to the "
            "form with tanh, and your gelu is the exact one.",
        )
    if off(found, sigmoid) < 1e-3:
        return (
            "sigmoid_gelu",
            f"Your derivative is off by up to {gap:.4f}: it belongs to "
            "z * sigmoid(1.702 * z), and your gelu is the exact one.",
        )
    if off(found, gate + bell / math.sqrt(2 * math.pi)) < 1e-6:
        return (
            "",
            "At 0 your derivative is "
            f"{by_hand(function, 0 * ONE).item():.4f} and "
            "autograd says 0.5: the density is to be multiplied by z.",
        )
    if gap < 1e-4:
        return (
            "",
            f"Your derivative is off by up to {gap:.1e} in float64, and "
            "twelve decimals are wanted.",
        )
    return (
        "",
        f"At 1 your derivative is {at_one:.6f} and autograd says 1.083316; "
        f"the largest error between -40 and 40 is {gap:.1e}.",
    )

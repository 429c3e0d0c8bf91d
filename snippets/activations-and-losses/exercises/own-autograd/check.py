"""Values near and far, the chain rule, what was saved, then gradcheck."""

import torch
from torch.nn import functional as F

HINTS = (
    "exp(beta * z) overflows for a large z. Can you take max(z, 0) out, so "
    "that only a negative exponent is left?",
    "The slope is sigmoid(beta * z), a function of the input: save the "
    "input. What does backward get, and what does it owe to the caller?",
    "Value: z.clamp(min=0) + log1p(exp(-beta * abs(z))) / beta. Gradient: "
    "grad_output * sigmoid(beta * z), and None for beta.",
)

FORBIDDEN = ("softplus", "logsigmoid", "log_sigmoid", "logaddexp")
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "overflow": QUIRKS + "an_exponential_of_89_overflows_float32/",
    "inplace_on_input": QUIRKS
    + "an_inplace_relu_first_in_a_block_rectifies_the_skip/",
    "saves_the_wrong_tensor": QUIRKS
    + "plus_equals_breaks_relu_and_spares_gelu/",
    "gradient_without_chain": "activations-and-losses/faq/"
    "#vanishing-gradient",
    "keeps_an_attribute": QUIRKS
    + "an_inplace_relu_overwrites_what_backward_saved/",
}
NEAR = torch.tensor([-2.0, -0.5, 0.0, 0.5, 3.0], dtype=torch.float64)
FAR = torch.tensor([[-1000.0, -100.0, -30.0], [30.0, 100.0, 1000.0]])


def check(attempt):
    torch.manual_seed(0)
    if not (
        isinstance(attempt.Softplus, type)
        and issubclass(attempt.Softplus, torch.autograd.Function)
    ):
        yield (
            "",
            "Softplus is to be a subclass of torch.autograd.Function.",
        )
        return
    apply = attempt.Softplus.apply
    for beta in (1.0, 2, 0.5):
        yield from values(apply, beta)
    yield from chain(apply)
    yield from far(apply)
    yield from later(apply)
    for shape in ((), (1,), (2, 0), (2, 3)):
        z = torch.randn(shape, dtype=torch.float64, requires_grad=True)
        out = apply(z, 3.0)
        if out.shape != z.shape:
            yield (
                "",
                f"An input of shape {shape} has an output of shape "
                f"{tuple(out.shape)}; each number has one of its own.",
            )
        elif not torch.autograd.gradcheck(
            apply, (z, 3.0), raise_exception=False
        ):
            yield (
                "",
                f"gradcheck finds a gradient that differs from the slope "
                f"of the values, for an input of shape {shape} and beta 3.",
            )


def values(apply, beta):
    z = NEAR.clone()
    found = apply(z, beta)
    if not z.equal(NEAR):
        yield (
            "inplace_on_input",
            f"After the call the input {NEAR.tolist()} is "
            f"{[round(x, 4) for x in z.tolist()]}: forward writes into the "
            "tensor of its caller, who may still need it.",
        )
        return
    wanted = F.softplus(NEAR, beta, threshold=100)
    if not torch.allclose(found, wanted, atol=1e-9):
        at = (found - wanted).abs().nan_to_num(torch.inf).argmax()
        yield (
            "",
            f"For z = {NEAR[at]:.1f} and beta = {beta} the value is "
            f"{found[at]:.4f} and should be {wanted[at]:.4f}.",
        )


def pulled(apply, beta, above):
    """Return the gradient at NEAR for what comes from above."""
    z = NEAR.clone().requires_grad_()
    return torch.autograd.grad(apply(z, beta), z, above)[0]


def chain(apply):
    ones = torch.ones_like(NEAR)
    above = torch.tensor([2.0, -1.0, 4.0, 0.0, 3.0], dtype=torch.float64)
    kept = above.clone()
    try:
        alone, under = pulled(apply, 2.0, ones), pulled(apply, 2.0, above)
    except NotImplementedError:
        raise
    except RuntimeError as error:
        yield (
            "",
            f"backward stops with '{str(error).splitlines()[0]}' It "
            "returns one gradient for each input of forward, None for "
            "beta.",
        )
        return
    if not above.equal(kept):
        yield (
            "",
            "backward has written into grad_output, which autograd may use "
            "for another branch as well.",
        )
        return
    slope = torch.sigmoid(2 * NEAR)
    if torch.allclose(alone, under):
        yield (
            "gradient_without_chain",
            f"Whether the gradient from above is 1 or {above[0]:.0f}, the "
            f"input gets {alone[0]:.4f}: grad_output does not enter, and "
            "the layers above are cut out of the chain rule.",
        )
        return
    if not torch.allclose(under, alone * above, atol=1e-9):
        yield (
            "",
            f"With {above[4]:.0f} from above in place of 1 the gradient "
            f"goes from {alone[4]:.4f} to {under[4]:.4f}; the chain rule "
            f"multiplies, and that gives {(alone * above)[4]:.4f}.",
        )
        return
    if torch.allclose(alone, slope, atol=1e-9):
        return
    value = F.softplus(NEAR, 2.0, threshold=100)
    for name, saved in (("output", value), ("sigmoid", slope)):
        for factor in (2.0, 1.0):
            if torch.allclose(alone, torch.sigmoid(factor * saved)):
                yield (
                    "saves_the_wrong_tensor",
                    f"At z = -2 the slope is {alone[0]:.4f} and should be "
                    f"{slope[0]:.4f}: the sigmoid is taken of the saved "
                    f"{name}, and it belongs to the input.",
                )
                return
    if torch.allclose(alone, torch.sigmoid(4 * NEAR)):
        yield (
            "saves_the_wrong_tensor",
            f"At z = -2 and beta = 2 the slope is {alone[0]:.4f} and "
            f"should be {slope[0]:.4f}: what is saved holds beta already, "
            "and backward multiplies by it once more.",
        )
        return
    if torch.allclose(alone, torch.sigmoid(NEAR)):
        yield (
            "",
            f"With beta = 2 the slope at z = -2 is {alone[0]:.4f} and "
            f"should be {slope[0]:.4f}: beta is missing from the sigmoid.",
        )
        return
    ratio = (alone / slope)[1:]
    if torch.allclose(ratio, ratio[0].expand_as(ratio)):
        yield (
            "",
            f"With beta = 2 the gradient is {ratio[0]:.4g} times what it "
            "should be: the beta of the inner derivative and the division "
            "by beta cancel.",
        )
        return
    yield (
        "",
        f"At z = -2 and beta = 2 the slope is {alone[0]:.4f} and should be "
        f"{slope[0]:.4f}.",
    )


def far(apply):
    z = FAR.clone().requires_grad_()
    found = apply(z, 1.0)
    if found.dtype != torch.float32:
        yield ("", f"An input in float32 has an output in {found.dtype}.")
        return
    found.sum().backward()
    wanted = F.softplus(FAR, 1.0, threshold=100).clamp(min=0)
    wanted = torch.where(FAR > 50, FAR, wanted)
    for what, seen, right in (
        ("value", found.detach(), wanted),
        ("gradient", z.grad, torch.sigmoid(FAR)),
    ):
        if not seen.isfinite().all():
            at = (~seen.isfinite()).flatten().float().argmax()
            yield (
                "overflow",
                f"For z = {FAR.flatten()[at]:.0f} the {what} is "
                f"{seen.flatten()[at]:.4f} and should be "
                f"{right.flatten()[at]:.4f}: a number on the way leaves the "
                "range of float32.",
            )
            return
        if not torch.allclose(seen, right, atol=1e-6):
            at = (seen - right).abs().argmax()
            yield (
                "",
                f"For z = {FAR.flatten()[at]:.0f} the {what} is "
                f"{seen.flatten()[at]:.4f} and should be "
                f"{right.flatten()[at]:.4f}.",
            )
            return
    if not 0.9e-13 < found[0, 2].item() < 1e-13:
        yield (
            "",
            f"For z = -30 the value is {found[0, 2]:.4g} and should be "
            "9.358e-14. In float32 1 + exp(-30) is 1, and log1p(exp(-30)) "
            "keeps what is small.",
        )


def later(apply):
    """Change the input between forward and backward."""
    leaf = NEAR.clone().requires_grad_()
    z = leaf * 1
    out = apply(z, 2.0)
    with torch.no_grad():
        z.add_(1)
    try:
        found = torch.autograd.grad(out.sum(), leaf)[0]
    except RuntimeError:
        return  # as it should be: autograd has noticed
    if not torch.allclose(found, torch.sigmoid(2 * NEAR)):
        yield (
            "keeps_an_attribute",
            "When the input is overwritten between forward and backward, "
            f"the slope at z = -2 becomes {found[0]:.4f} in place of "
            "0.0180 and no error comes: autograd watches over tensors that "
            "are kept with ctx.save_for_backward only.",
        )

"""Try signs, slopes, shapes and dtypes, and let autograd go through."""

import torch

HINTS = (
    "Work out by hand what -2, 0 and 2 become with a slope of 0.1.",
    "torch.where takes a condition and two values, and returns a new "
    "tensor. Which condition does not depend on the slope?",
    "torch.where(x > 0, x, slope * x); for the derivative, the same "
    "condition with 1.0 and slope.",
)

FORBIDDEN = ("leaky_relu", "prelu", "rrelu", "grad", "backward")
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "slope_on_the_wrong_side": "activations-and-losses/",
    "max_with_a_slope_above_one": "activations-and-losses/",
    "writes_in_place": QUIRKS
    + "an_inplace_relu_overwrites_what_backward_saved/",
    "negatives_folded_up": "activations-and-losses/",
    "leaks_a_constant": QUIRKS
    + "a_dead_relu_unit_outlives_the_large_learning_rate/",
}
X = torch.tensor([[-3.0, -0.5, 0.0], [0.25, 1.0, 40.0]])


def by_definition(x, slope):
    return torch.tensor(
        [v if v > 0 else slope * v for v in x.flatten().tolist()],
        dtype=x.dtype,
    ).reshape(x.shape)


def same(found, fair):
    return (
        isinstance(found, torch.Tensor)
        and found.shape == fair.shape
        and torch.allclose(found.to(fair.dtype), fair, rtol=1e-3, atol=1e-6)
    )


def values(attempt, x, slope):
    """Compare the values for one tensor and one slope."""
    before = x.clone()
    given = x.clone()
    found = attempt.leaky_relu(given, slope)
    if not torch.equal(given, before):
        changed = (given != before).flatten().nonzero()[0, 0]
        yield (
            "writes_in_place",
            f"The caller's x has changed: {before.flatten()[changed]:.2f} "
            f"has become {given.flatten()[changed]:.4f}, and whoever needs "
            "the old value, autograd for instance, finds the new one.",
        )
    elif not isinstance(found, torch.Tensor) or found.shape != x.shape:
        shape = tuple(getattr(found, "shape", ()))
        yield (
            "",
            f"For a tensor of shape {tuple(x.shape)} the result has shape "
            f"{shape}; an activation keeps the shape.",
        )
    elif found.dtype != x.dtype:
        yield (
            "",
            f"A tensor of {x.dtype} becomes one of {found.dtype}: what "
            "has that dtype, a mask for instance, takes the rest along.",
        )
    elif not same(found, by_definition(x, slope)):
        yield name(found, x, slope)


def name(found, x, slope):
    """Say what a wrong result looks like."""
    fair = by_definition(x, slope)
    index = ((found - fair).abs() > 1e-6).flatten().nonzero()[0, 0]
    seen = (
        f"With a slope of {slope}, {x.flatten()[index]:.2f} becomes "
        f"{found.flatten()[index]:.4f} and should become "
        f"{fair.flatten()[index]:.4f}: "
    )
    if same(found, torch.where(x > 0, slope * x, x)) and slope < 1:
        return "slope_on_the_wrong_side", seen + (
            "the positive numbers are scaled, and the negative ones pass."
        )
    if slope > 1 and same(found, torch.maximum(x, slope * x)):
        return "max_with_a_slope_above_one", seen + (
            "for a slope above 1, slope * x is the smaller of the two "
            "where x is negative, and a maximum takes the other one."
        )
    if same(found, torch.where(x > 0, x, -slope * x)):
        return "negatives_folded_up", seen + (
            "the negative half comes out positive, and the function turns "
            "back up at 0."
        )
    below = found[x < 0]
    if below.numel() > 1 and below.max() - below.min() < 1e-9 < -below[0]:
        return "leaks_a_constant", seen + (
            "all negative numbers become the same one, so the slope there "
            "is 0 and a dead unit stays dead."
        )
    return "", seen + (
        "the definition is x where x is positive, and slope * x elsewhere."
    )


def gradient(attempt, slope):
    """Compare autograd and the derivative, away from 0."""
    x = X.double().requires_grad_()
    found = attempt.leaky_relu(x, slope)
    if not found.requires_grad:
        yield "", "The result has lost its graph: no gradient reaches x."
        return
    away = X != 0
    fair = torch.where(X > 0, 1.0, slope).double()
    [through] = torch.autograd.grad(found.sum(), x)
    if not same(through[away], fair[away]):
        yield (
            "",
            f"With a slope of {slope}, autograd finds "
            f"{through[0, 0]:.4f} at -3 and {through[1, 1]:.4f} at 1; the "
            f"slopes there are {slope} and 1.",
        )
        return
    given = X.clone()
    by_hand = attempt.derivative(given, slope)
    if not isinstance(by_hand, torch.Tensor) or by_hand.shape != X.shape:
        yield "", "derivative returns one number for each entry of x."
    elif not torch.equal(given, X):
        yield "writes_in_place", "derivative writes over the caller's x."
    elif by_hand.dtype != X.dtype:
        yield "", f"derivative returns {by_hand.dtype} for {X.dtype}."
    elif not same(by_hand.double()[away], fair[away]):
        yield (
            "",
            f"With a slope of {slope}, derivative is "
            f"{by_hand[0, 0]:.4f} at -3 and {by_hand[1, 1]:.4f} at 1, and "
            f"the function that it belongs to rises by {slope} and by 1.",
        )
    elif (
        not min(slope, 1) <= round(by_hand[0, 2].item(), 6) <= max(slope, 1)
    ):
        yield (
            "",
            f"At 0 derivative is {by_hand[0, 2]:.4f}, which lies outside "
            f"the two slopes, {slope} and 1.",
        )


def check(attempt):
    yield from values(attempt, X, 0.01)
    if not same(attempt.leaky_relu(X.clone()), by_definition(X, 0.01)):
        yield "", "Without a slope, leaky_relu does not use 0.01."
    for x in X, X.double(), X.half():
        if (dtype := attempt.derivative(x.clone(), 0.25).dtype) != x.dtype:
            yield "", f"derivative returns {dtype} for {x.dtype}."
    for slope in 0.2, 0.0, 1.0, 3.0, -0.5:
        yield from values(attempt, X, slope)
    for x in torch.tensor(-2.0), X.double(), X[:, :1].half(), X[:0]:
        yield from values(attempt, x, 0.25)
    yield from values(attempt, torch.tensor([-1e30, 1e30]), 0.5)
    for slope in 0.01, 3.0, -0.5:
        yield from gradient(attempt, slope)
    if not same(
        attempt.derivative(X.clone()), attempt.derivative(X.clone(), 0.01)
    ):
        yield "", "Without a slope, derivative does not use 0.01."

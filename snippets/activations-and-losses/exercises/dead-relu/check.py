"""Measure the slope of each hidden unit on each input."""

import torch
from torch import nn

HINTS = (
    "Print hidden(inputs). Which numbers would ReLU have to see, to be on "
    "for some inputs and off for others?",
    "How far a unit is from its bend depends on its weights and on where "
    "the inputs lie, so each unit needs a shift of its own.",
    "Under torch.no_grad(), subtract from hidden.bias the mean of "
    "hidden(inputs) over the samples, dim=0.",
)

DEAD = (
    "activations-and-losses/quirks/"
    "a_dead_relu_unit_outlives_the_large_learning_rate/"
)
MISCONCEPTIONS = {
    "leaky_output": DEAD,
    "sigmoid_instead": "activations-and-losses/faq/#vanishing-gradient",
    "zero_bias": DEAD,
    "always_on": "activations-and-losses/",
    "leaky_and_still_straight": "activations-and-losses/faq/#leaky-slope",
}
# Samples, units, and where the inputs lie.
CASES = (
    (40, 16, (4.0, 3.0, 4.0)),
    (40, 16, (-4.0, -3.0, -4.0)),
    (25, 8, (4.0, -4.0, 0.5)),
    (5, 16, (3.0, 3.0, 3.0)),
)


def dead_network(number, samples, units, centre):
    own = torch.Generator().manual_seed(number)
    model = nn.Sequential(
        nn.Linear(3, units), nn.ReLU(), nn.Linear(units, 1)
    )
    for layer in (model[0], model[2]):
        nn.init.uniform_(layer.weight, -0.5, 0.5, generator=own)
        nn.init.constant_(layer.bias, -10.0)
    noise = torch.randn(samples, 3, generator=own).clamp(-2, 2)
    return model, torch.tensor(centre) + noise


def check(attempt):
    for number, (samples, units, centre) in enumerate(CASES):
        model, inputs = dead_network(number, samples, units, centre)
        before = inputs.clone()
        model = attempt.revive(model, inputs)
        if not inputs.equal(before):
            yield ("", "revive has changed the inputs, and not the model.")
            return
        yield from look(model, inputs, units)


def look(model, inputs, units):
    what = f"With {len(inputs)} inputs around {rounded(inputs.mean(0))}"
    if not isinstance(model, nn.Module):
        yield ("", f"revive returns a {type(model).__name__}, no model.")
        return
    layers = [m for m in model.modules() if isinstance(m, nn.Linear)]
    sizes = [(m.in_features, m.out_features) for m in layers]
    if sizes != [(3, units), (units, 1)]:
        yield (
            "",
            f"The linear layers have the sizes {sizes}; the model that "
            f"came in had {[(3, units), (units, 1)]}, and they stay.",
        )
        return
    first, last = layers
    seen = {}

    def keep(module, args, result):
        seen["sums"], seen["loose"] = result, result.clone()
        return seen["loose"].clone()  # an in-place activation may come

    def keep_last(module, args, result):
        seen["active"], seen["outputs"] = args[0], result.detach().clone()

    hooks = (
        first.register_forward_hook(keep),
        last.register_forward_hook(keep_last),
    )
    with torch.enable_grad():
        outputs = model(inputs)
    for hook in hooks:
        hook.remove()
    if not (outputs.requires_grad and seen["active"].requires_grad):
        yield (
            "",
            f"{what} the outputs have no graph: the parameters are frozen, "
            "and no gradient can reach them.",
        )
        return
    yield from units_of(what, model, seen, outputs, first, last)


def rounded(values):
    return ", ".join(f"{value:.1f}" for value in values.tolist())


def is_smooth(slopes):
    """Say whether slopes are small, not 0, and not all the same."""
    steepest, flattest = slopes.abs().amax(0), slopes.abs().amin(0)
    return bool(((steepest > 0) & (flattest < 0.9 * steepest)).any())


def units_of(what, model, seen, outputs, first, last):
    sums = seen["sums"].detach()
    [slopes] = torch.autograd.grad(
        seen["active"].sum(), seen["loose"], retain_graph=True
    )
    steepest = slopes.abs().amax(0)
    dead = int((steepest < 1e-3).sum())
    units = slopes.shape[1]
    unbiased = first.bias is None or not first.bias.any()
    high = f"the largest sum of a unit is {sums.amax():.2f}"
    if dead:
        still = f"{what} {dead} of {units} units are still dead"
        if not torch.equal(outputs.detach(), seen["outputs"]):
            yield (
                "leaky_output",
                f"{still}: {high}, and the slope there is 0. An activation "
                "behind the last layer comes too late for the hidden one.",
            )
        elif is_smooth(slopes[:, steepest < 1e-3]):
            yield (
                "sigmoid_instead",
                f"{still}: the slope of one is "
                f"{steepest[steepest < 1e-3].amax():.2g} at best. A smooth "
                "activation is flat as well, that far from 0; the bias is "
                "what keeps the sums there.",
            )
        elif dead < units and unbiased:
            worst = sums.amax(0).amin()
            yield (
                "zero_bias",
                f"{still}: for the worst of them the largest sum is "
                f"{worst:.2f}. The inputs lie to one side of 0, so the "
                "bias has to make up for them, unit by unit.",
            )
        else:
            best = steepest[steepest < 1e-3].amax()
            lowest = sums.amax(0)[steepest < 1e-3].amin()
            yield (
                "",
                f"{still}: their slopes are {best:.2g} at most, and one of "
                f"them has no sum above {lowest:.2f}.",
            )
        return
    spread = slopes.amax(0) - slopes.amin(0)
    straight = spread <= 0.01 * steepest
    if straight.any():
        count = f"{int(straight.sum())} of {units} units are straight"
        above = (sums[:, straight] > 0).all(0)
        below = (sums[:, straight] <= 0).all(0)
        bent = steepest[straight].amin() < 0.9  # not the identity
        if above.all():
            low = sums[:, straight].amin()
            yield (
                "always_on",
                f"{what} no unit is dead, but {count}: the smallest of "
                f"their sums is {low:.2f}, so they are on for every input. "
                "Two linear layers in a row are one.",
            )
        elif below.all() and bent:
            yield (
                "leaky_and_still_straight",
                f"{what} each unit gets a gradient, but {count}, with a "
                f"slope of {steepest[straight].amin():.2g} for all inputs: "
                f"{high}, so that nothing reaches the bend at 0.",
            )
        elif (above | below).all() and (bent or not below.any()):
            yield (
                "zero_bias" if unbiased else "",
                f"{what} no unit is dead, but {count}: {int(above.sum())} "
                f"have sums above 0 only, {int(below.sum())} none. The "
                "inputs lie to one side of 0, so the bias has to make up "
                "for them, unit by unit.",
            )
        else:
            yield (
                "",
                f"{what} {count}, with a slope of "
                f"{steepest[straight].amax():.2g} for all inputs, "
                "on either side of 0: without a bend in the activation "
                "the network is a linear layer.",
            )
        return
    parts = [m for m in model.modules() if not [*m.children()]]
    if len(parts) > 3:
        names = ", ".join(type(m).__name__ for m in parts)
        yield (
            "",
            f"The model has {len(parts)} parts, {names}; it is to have the "
            "same three, linear layer, activation, linear layer.",
        )
        return
    loss = ((outputs - outputs.detach() - 1) ** 2).mean()
    model.zero_grad()
    loss.backward()
    for name, parameter in model.named_parameters():
        grad = parameter.grad
        if grad is None or not grad.isfinite().all():
            yield ("", f"{what} {name} gets no gradient, or one of nan.")
            return
        rows = grad.reshape(len(grad), -1)
        idle = int((rows == 0).all(1).sum())
        if idle:
            yield (
                "",
                f"{what} {idle} rows of {name}, shape {tuple(grad.shape)}, "
                "get a gradient of exactly 0"
                + (
                    "."
                    if last.weight.all()
                    else ": a weight of the output layer is 0."
                ),
            )
            return

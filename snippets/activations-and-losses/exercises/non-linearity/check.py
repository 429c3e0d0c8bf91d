"""Look at the bend: in the hidden layer, in the sum, in the result."""

import torch
from torch import nn

HINTS = (
    "Without an activation two layers compute a * x + b. Which a and b "
    "would give 1 at -1, 0 at 0 and 1 at 1?",
    "With a ReLU behind it, a hidden unit can speak for the positive "
    "numbers only. What would speak for the negative ones?",
    "relu(x) + relu(-x) is the absolute value of x: put the two signs in "
    "the hidden weights, the two ones in the output weights.",
)

FORBIDDEN = ("abs", "absolute")
MISCONCEPTIONS = {
    "still_a_line": "activations-and-losses/elsewhere/#hundred-layers",
    "activation_after_the_last_layer": "activations-and-losses/",
    "silent_on_one_side": "activations-and-losses/elsewhere/#relu-gradient",
    "opposite_signs_straighten": "activations-and-losses/elsewhere/"
    "#hundred-layers",
    "biases_left_at_random": "activations-and-losses/",
}
X = torch.tensor([[-1000.0], [-6.5], [-2], [-0.5], [0], [0.5], [2], [1000]])


def line_through(values):
    """Return slope and intercept of the line, or None for no line."""
    ones = torch.ones_like(X)
    fit = torch.linalg.lstsq(torch.cat([X, ones], 1).double(), values)
    fit = fit.solution.round(decimals=6)
    straight = torch.cat([X, ones], 1).double() @ fit
    close = torch.allclose(straight, values, rtol=1e-4, atol=1e-3)
    return fit[:, 0].tolist() if close else None


def check(attempt):
    torch.manual_seed(0)
    model = attempt.build()
    layers = [m for m in model.modules() if isinstance(m, nn.Linear)]
    if len(layers) != 2:
        yield (
            "",
            f"The network has {len(layers)} linear layers, and the task is "
            "to do it with two, a hidden one and an output.",
        )
        return
    seen = {}

    def note(layer, inputs, outputs):
        seen[layer] = inputs[0].double(), outputs.double()

    for layer in layers:
        layer.register_forward_hook(note)
    with torch.no_grad():
        found = model(X)
    if found.shape != X.shape:
        yield (
            "",
            f"Eight numbers of shape (8, 1) give {tuple(found.shape)}; the "
            "absolute values have the shape of the numbers.",
        )
        return
    if len(seen) < 2:
        yield "", "One of the two linear layers is not used by the network."
        return
    found = found.double()
    hidden, summed = list(seen.values())[-1]  # in the order of calls
    line = line_through(found)
    name = line and f"{line[0] + 0.0:.2f} * x + {line[1] + 0.0:.2f}"
    # A hidden layer without a bend is affine in x, unit by unit.
    bent = any(line_through(unit[:, None]) is None for unit in hidden.T)
    with torch.no_grad():
        model(1e9 * X)  # where no bias keeps a unit on
    (_, first), (second, _) = seen.values()
    between = not torch.equal(first, second)
    if not bent and not between and not torch.equal(summed, found):
        yield (
            "activation_after_the_last_layer",
            f"At -2 and 2 the outputs are {found[2, 0]:.2f} and "
            f"{found[6, 0]:.2f}: the two layers in front of the activation "
            "have folded into one line, and a line has one side to cut.",
        )
    elif line and not bent and not between:
        yield (
            "still_a_line",
            f"The outputs lie on the line {name}: "
            "linear layers without an activation between them fold into "
            "one, whatever their weights.",
        )
    elif line and bent:
        yield (
            "opposite_signs_straighten",
            f"There are bends in the hidden layer, and the output is the "
            f"line {name} again: the output weights add the units up so "
            "that the bends cancel.",
        )
    elif abs(found[4, 0]) > 1e-3 and drawn_anew(attempt, found):
        yield (
            "biases_left_at_random",
            f"At 0 the output is {found[4, 0]:.4f}: nn.Linear draws its "
            "biases at random, and here they stay as they were drawn.",
        )
    else:
        for name, side in ("negative", found[:4]), ("positive", found[5:]):
            if side.max() - side.min() < 1e-3:
                units = hidden[:4] if name == "negative" else hidden[5:]
                flat = bool((units.amax(0) - units.amin(0) < 1e-3).all())
                yield (
                    "silent_on_one_side" if flat else "",
                    f"For every {name} number the output is "
                    f"{side[0, 0]:.2f}"
                    + (
                        ": every hidden unit is flat on that side, so "
                        "there is nothing to add up."
                        if flat
                        else "."
                    ),
                )
                return
        wrong = (found - X.abs()).abs() > 1e-4 * X.abs() + 1e-4
        if wrong.any():
            index = wrong.flatten().nonzero()[0, 0]
            yield (
                "",
                f"At {X[index, 0]:.1f} the output is "
                f"{found[index, 0]:.4f}, and the absolute value is "
                f"{X[index, 0].abs():.1f}.",
            )


def drawn_anew(attempt, found):
    """Say whether the network is another one when it is built again."""
    torch.manual_seed(1)
    with torch.no_grad():
        return not torch.allclose(attempt.build()(X).double(), found)

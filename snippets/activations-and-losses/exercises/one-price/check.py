"""Fit a line in millions and in dollars, and ask for new houses."""

import torch
from torch.overrides import TorchFunctionMode

HINTS = (
    "Print the shapes of model(sizes), of prices and of their difference. "
    "How many differences should five houses give?",
    "With the shapes mended, prices in millions come out right. How far "
    "do two hundred steps of Adam get, each about as large as lr?",
    "Train on (prices - mean) / std as a column, and let predict undo it.",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "every_output_meets_every_price": QUIRKS
    + "mse_pairs_every_output_with_a_flat_target/",
    "scale_left_alone": "activations-and-losses/elsewhere/#scale",
    "bare_squeeze_loses_a_single_house": QUIRKS
    + "a_bare_squeeze_loses_a_batch_of_one/",
    "answers_in_standard_units": "activations-and-losses/elsewhere/#scale",
}
SIZES = torch.tensor([[0.5], [0.8], [1.0], [1.4], [2.0]])
NEW = torch.tensor([[0.6], [1.1], [1.8]])


class Pairs(TorchFunctionMode):
    """Notice where a column of five meets a row of five."""

    met = False

    def __torch_function__(self, func, types, args=(), kwargs=None):
        shapes = [
            tuple(x.shape) for x in args if isinstance(x, torch.Tensor)
        ]
        self.met |= {(5, 1), (5,)} <= {*shapes}
        return func(*args, **(kwargs or {}))


class Fitted:
    """What one unit of money leads to."""

    def __init__(self, attempt, unit):
        torch.manual_seed(0)
        prices = (0.2 * SIZES[:, 0] + 0.1) * unit
        self.span = (prices.max() - prices.min()).item()
        self.mean = prices.mean().item()
        self.fair = (0.2 * NEW[:, 0] + 0.1) * unit
        with Pairs() as pairs:
            self.predict = attempt.fit(SIZES.clone(), prices.clone())
        self.paired = pairs.met
        self.found = self.predict(NEW.clone())

    def shape(self):
        return tuple(self.found.shape)

    def right(self):
        return ((self.found - self.fair).abs() < self.span / 50).all()

    def one_price(self):
        """Say whether all houses cost about the mean."""
        return ((self.found - self.mean).abs() < self.span / 10).all()


def check(attempt):
    millions = Fitted(attempt, 1.0)
    dollars = Fitted(attempt, 1e6)
    for fitted in millions, dollars:
        if not isinstance(fitted.found, torch.Tensor) or fitted.shape() != (
            3,
        ):
            yield (
                "",
                "For three houses of shape (3, 1) the predictions have "
                f"shape {tuple(getattr(fitted.found, 'shape', ()))}; one "
                "price for each is (3,).",
            )
            return
        fitted.found = fitted.found.detach()
        if not fitted.found.isfinite().all():
            yield (
                "",
                f"The first prediction is {fitted.found[0]:.0f}: training "
                "has diverged, so the steps are too large for this target.",
            )
            return
    small, large = millions.found.tolist(), dollars.found.tolist()
    if millions.one_price() and millions.paired:
        yield (
            "every_output_meets_every_price",
            f"In millions three houses cost {small[0]:.3f}, {small[1]:.3f} "
            f"and {small[2]:.3f}, and the mean is {millions.mean:.3f}: "
            "(5, 1) minus (5,) is (5, 5), every output is compared with "
            "every price, and the mean is the best answer to that, however "
            "many steps lead there and of whatever size.",
        )
    elif max(abs(a - b) for a, b in zip(small, large, strict=True)) < 0.05:
        yield (
            "answers_in_standard_units",
            f"In millions the first house costs {small[0]:.2f}, and in "
            f"dollars {large[0]:.2f}: the predictions are those of the "
            "scaled target, and nobody has scaled them back.",
        )
    elif millions.right() and (dollars.found < dollars.span / 10).all():
        yield (
            "scale_left_alone",
            "In millions all prices are right, and in dollars the first "
            f"house costs {large[0]:.0f} in place of "
            f"{dollars.fair[0]:.0f}: a step of Adam is about as large as "
            "its learning rate, whatever the target is.",
        )
    else:
        for unit, it in ("millions", millions), ("dollars", dollars):
            if not it.right():
                yield (
                    "",
                    f"In {unit} the first house costs {it.found[0]:.3f} in "
                    f"place of {it.fair[0]:.3f}, and the third "
                    f"{it.found[2]:.3f} in place of {it.fair[2]:.3f}.",
                )
                return
    alone = tuple(millions.predict(NEW[:1]).shape)
    if alone != (1,):
        yield (
            "" if alone else "bare_squeeze_loses_a_single_house",
            f"For a single house of shape (1, 1) the prediction has shape "
            f"{alone}, not (1,)"
            + (
                "."
                if alone
                else ": a squeeze without a dimension has removed the "
                "batch as well."
            ),
        )
    same = millions.predict(SIZES)[:2]
    if not torch.allclose(same, millions.predict(SIZES[:2]), atol=1e-4):
        yield (
            "",
            "The price of a house depends on the houses beside it: predict "
            "scales by what it is given, and not by the training data.",
        )

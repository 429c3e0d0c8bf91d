"""Make the head sure of a patient, rightly and wrongly, and weigh it."""

import warnings
from itertools import product
from math import exp, log1p

import torch
from torch import nn
from torch.nn import functional

HINTS = (
    "How many numbers does a yes/no answer need, and may they be negative?",
    "One logit goes with BCEWithLogitsLoss, two go with CrossEntropyLoss. "
    "Both have their activation inside, so nothing follows the layer.",
    "For one logit the target has its dtype and shape: float32, (N, 1). "
    "For two it holds class indices: int64, (N,).",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "sigmoid_before_bce_with_logits": QUIRKS
    + "a_sigmoid_before_bce_with_logits_never_says_no/",
    "one_output_cross_entropy": QUIRKS
    + "cross_entropy_over_one_output_is_always_zero/",
    "bce_on_logits": QUIRKS + "bce_loss_refuses_logits_and_nan_alike/",
    "target_of_wrong_shape_or_dtype": QUIRKS
    + "binary_labels_are_floats_and_int64_is_refused/",
    "mse": "activations-and-losses/elsewhere/#mse",
}


FUNCTIONS = {
    nn.CrossEntropyLoss: functional.cross_entropy,
    nn.NLLLoss: functional.nll_loss,
    nn.BCELoss: functional.binary_cross_entropy,
    nn.MSELoss: functional.mse_loss,
    nn.L1Loss: functional.l1_loss,
}


def is_a(criterion, *kinds):
    return isinstance(criterion, kinds) or criterion in map(
        FUNCTIONS.get, kinds
    )


def check(attempt):
    torch.manual_seed(0)
    head, criterion = attempt.build()
    outputs = head(torch.randn(3, 16))
    columns = outputs.shape[1] if outputs.ndim == 2 else 1
    if len(outputs) != 3 or outputs.numel() not in (3, 6):
        yield (
            "",
            f"Three patients have outputs of shape {tuple(outputs.shape)}; "
            "yes or no takes one number per patient, or two.",
        )
        return
    linear = [m for m in head.modules() if isinstance(m, nn.Linear)][-1]
    linear.weight.data.zero_()

    def sure(logit, patients=1):
        """Return what the head puts out at this logit of being ill."""
        bias = [logit] if columns == 1 else [-logit / 2, logit / 2]
        linear.bias.data = torch.tensor(bias)
        return head(torch.zeros(patients, 16))

    if isinstance(criterion, type):
        yield (
            "",
            f"The criterion is the class {criterion.__name__}, and a "
            "class takes options: call it, with brackets, to build one.",
        )
        return
    entropy = is_a(criterion, nn.CrossEntropyLoss, nn.NLLLoss)
    if entropy and columns == 1:
        yield (
            "one_output_cross_entropy",
            "Cross-entropy shares one unit of probability between the "
            "outputs, and there is one output: its softmax is 1 and its "
            "loss is 0, whatever the model says.",
        )
        return
    ranged = sure(-5.0).min() >= 0 and sure(5.0).max() <= 1
    if is_a(criterion, nn.BCELoss) and not ranged:
        yield (
            "bce_on_logits",
            "BCELoss takes the logarithm of a probability, and this head "
            f"puts out {sure(5.0).max():.1f} and {sure(-5.0).min():.1f}: "
            "a linear layer returns logits.",
        )
        return
    if is_a(criterion, nn.MSELoss, nn.L1Loss):
        sure(-20.0).sum().backward()
        slope = linear.bias.grad.abs().max()
        why = (
            "an error costs 1 at most, and at a logit of -20 the slope of "
            f"the activation is {slope:.0e}: nothing is learnt there."
            if slope < 0.1
            else "an ill patient with a logit of 5, which is right, costs "
            "as much as one with -3, which is wrong."
        )
        yield "mse", f"The criterion measures a distance: {why}"
        return
    for ill in [True, False, True], [True], [False]:
        target = attempt.target_of(ill)
        given = sure(2.0, len(ill))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                loss = criterion(given, target)
            if loss.dtype != given.dtype:
                raise TypeError(f"the loss comes out in {loss.dtype}")
        except Exception as error:
            yield (
                "target_of_wrong_shape_or_dtype",
                f"The outputs have shape {tuple(given.shape)} and dtype "
                f"{given.dtype}, the target has {tuple(target.shape)} and "
                f"{target.dtype}: {error}",
            )
            return
    yes, no = attempt.target_of([True]), attempt.target_of([False])

    def loss(logit, target):
        return criterion(sure(logit), target).sum()

    right, wrong = loss(100.0, yes).item(), loss(-100.0, yes).item()
    if ranged and right == wrong:
        yield (
            "",
            f"The loss is {right:.4f} whatever the model says of an ill "
            "patient: the activation leaves nothing of one logit.",
        )
        return
    if columns == 1 and ranged and abs(right - log1p(exp(-1))) < 1e-3:
        yield (
            "sigmoid_before_bce_with_logits",
            f"For an ill patient the loss lies between {right:.4f}, when "
            f"the model is sure of it, and {wrong:.4f}, when it is sure of "
            "the opposite: two sigmoids follow each other.",
        )
        return
    if ranged and columns == 2 and right > 0.1:
        yield (
            "",
            f"The loss cannot fall below {right:.4f}, for the outputs of "
            "the head stay between 0 and 1.",
        )
        return
    if right > wrong:
        yield (
            "",
            f"A patient who is ill costs {right:.4f} if the model is sure "
            f"of it and {wrong:.4f} if it is sure of the opposite: the "
            "classes have changed places.",
        )
        return
    for logit, ill in product([-4.0, 0.0, 2.0], [True, False]):
        found = loss(logit, yes if ill else no)
        fair = log1p(exp(-logit if ill else logit))
        if abs(found - fair) > 1e-3:
            yield (
                "",
                f"A patient who is {'ill' if ill else 'healthy'} costs "
                f"{found:.4f} at a logit of {logit:.0f}, and minus the "
                f"logarithm of the probability is {fair:.4f}.",
            )
            return
    mixed = criterion(sure(2.0, 3), attempt.target_of([True, False, True]))
    fair = (2 * log1p(exp(-2)) + log1p(exp(2))) / 3
    if mixed.ndim or min(abs(mixed - fair), abs(mixed - 3 * fair)) > 1e-3:
        yield (
            "",
            "Each patient alone has the right loss, and three patients "
            "together have not: the target is not in their order.",
        )
    loss(-100.0, yes).backward()
    if linear.bias.grad.abs().max() < 0.4:
        why = (
            ": the activation is saturated, and the criterion does not "
            "know the logit."
            if ranged
            else ", which is too little to learn from."
        )
        yield (
            "",
            "An ill patient with a logit of -100 gives a gradient of "
            f"{linear.bias.grad.abs().max():.0e}{why}",
        )

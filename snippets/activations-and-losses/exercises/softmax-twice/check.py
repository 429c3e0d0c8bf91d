"""Give the criterion the surest outputs that the model can make."""

import torch
from torch import nn

HINTS = (
    "Which numbers can the last layer put out, and which does the "
    "criterion want?",
    "Give the criterion the best possible output of this model, 1, 0, 0, "
    "for a sample of class 0. What does it return?",
    "CrossEntropyLoss applies log-softmax itself. Take the softmax out of "
    "the model.",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "softmax_twice": QUIRKS
    + "a_softmax_before_cross_entropy_hides_behind_its_floor/",
    "probabilities_without_a_log": QUIRKS + "nll_loss_takes_no_logarithm/",
    "sigmoid_before_cross_entropy": QUIRKS
    + "a_sigmoid_before_cross_entropy_leaves_the_loss_on_a_floor/",
    "one_output": QUIRKS + "cross_entropy_over_one_output_is_always_zero/",
}


def check(attempt):
    model, criterion = attempt.build()
    target = torch.tensor([0])
    inputs = torch.randn(1, 4)
    outputs = model(inputs)
    if outputs.shape != (1, 3):
        yield (
            "one_output",
            f"One sample has outputs of shape {tuple(outputs.shape)}; "
            "three classes need one output each: (1, 3).",
        )
        return
    # The last linear layer is all but free: let it be sure of class 0.
    linear = [m for m in model.modules() if isinstance(m, nn.Linear)][-1]
    with torch.no_grad():
        linear.weight.zero_()
        linear.bias.copy_(torch.tensor([100.0, 0.0, 0.0]))
    sure = model(inputs)
    loss = criterion(sure, target).item()
    total = sure.sum().item()
    if loss < -0.5:
        yield (
            "probabilities_without_a_log",
            f"For a sure and right answer the loss is {loss:.4f}: the "
            "criterion takes log-probabilities and gets probabilities.",
        )
    elif loss > 0.5 and abs(total - 1) < 1e-4:
        yield (
            "softmax_twice",
            f"The loss cannot fall below {loss:.4f}, however sure the "
            "model is: softmax is applied twice, here and in the "
            "criterion.",
        )
    elif loss > 0.5 and sure.min() >= 0 and sure.max() <= 1:
        yield (
            "sigmoid_before_cross_entropy",
            f"The loss cannot fall below {loss:.4f}: the last activation "
            "keeps the logits between 0 and 1.",
        )
    elif loss > 1e-3:
        yield (
            "",
            f"For a sure and right answer the loss is {loss:.4f}, not 0.",
        )

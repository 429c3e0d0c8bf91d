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
    "log_of_softmax": QUIRKS
    + "one_log_of_a_softmax_turns_every_weight_to_nan/",
    "one_output": QUIRKS + "cross_entropy_over_one_output_is_always_zero/",
}


def answer(model, criterion, biases):
    """Return what a model puts out that is sure, and its loss for class 0.

    The last linear layer is all but free to say what it likes.
    """
    linear = [m for m in model.modules() if isinstance(m, nn.Linear)][-1]
    with torch.no_grad():
        linear.weight.zero_()
        linear.bias.copy_(torch.tensor(biases))
        outputs = model(torch.zeros(1, 4))
    return outputs, criterion(outputs, torch.tensor([0])).item()


def rounded(outputs):
    return [round(x, 4) for x in outputs[0].tolist()]


def check(attempt):
    torch.manual_seed(0)
    model, criterion = attempt.build()
    try:
        outputs = model(torch.randn(1, 4))
        criterion(outputs, torch.tensor([0]))
    except (RuntimeError, ValueError, IndexError) as error:
        yield (
            "",
            "With one sample of four measurements and the target [0], "
            f"model or criterion stops with: {error}",
        )
        return
    if outputs.shape != (1, 3):
        yield (
            "one_output" if outputs.shape == (1, 1) else "",
            f"One sample has outputs of shape {tuple(outputs.shape)}; "
            "three classes need one output each: (1, 3).",
        )
        return
    says = [80.0, 1.0, -1.0]
    sure, loss = answer(model, criterion, says)
    softmax, sigmoid = (
        torch.tensor([says]).softmax(1),
        torch.tensor([says]).sigmoid(),
    )
    if loss < -0.5 and torch.allclose(sure, softmax):
        yield (
            "probabilities_without_a_log",
            f"For a sure and right answer the loss is {loss:.4f}: the "
            "criterion takes log-probabilities and gets probabilities.",
        )
    elif loss > 0.5 and torch.allclose(sure, softmax):
        yield (
            "softmax_twice",
            f"The loss cannot fall below {loss:.4f}, however sure the "
            "model is: its outputs add up to 1, as those of a softmax do, "
            "and the criterion has a softmax of its own.",
        )
    elif loss > 0.5 and torch.allclose(sure, sigmoid):
        yield (
            "sigmoid_before_cross_entropy",
            f"The loss cannot fall below {loss:.4f}: the last activation "
            "keeps the logits between 0 and 1.",
        )
    elif not abs(loss) <= 1e-6:
        yield (
            "",
            f"For an answer that is right and as sure as can be, the loss "
            f"is {loss:.2g}, not 0: the last linear layer says {says}, and "
            f"the criterion gets {rounded(sure)} with the target 0.",
        )
    else:
        yield from far_wrong(model, criterion)


def far_wrong(model, criterion):
    """Look at answers that are wrong, or that say no to the others."""
    outputs, loss = answer(model, criterion, [0.0, -1000.0, -1000.0])
    if not loss <= 1e-6:
        yield (
            "",
            "The last linear layer says 0 to the right class and -1000 to "
            f"the others, and the loss is {loss:.4f}, not 0: the criterion "
            f"gets {rounded(outputs)}.",
        )
    outputs, loss = answer(model, criterion, [-1000.0, 0.0, 0.0])
    if not abs(loss - 1000.6931) < 0.01:
        shares = torch.tensor([[-1000.0, 0.0, 0.0]]).softmax(1)
        lost = bool(outputs.isinf().any())
        rounded_off = lost and torch.allclose(outputs.exp(), shares)
        yield (
            "log_of_softmax" if rounded_off else "",
            "Where the model is sure and wrong, by 1000, the loss is "
            f"{loss:.4g} and not 1000.69"
            + (
                ": the logarithm is taken of a share that was rounded "
                "before."
                if rounded_off
                else f": the criterion gets {rounded(outputs)}."
            ),
        )

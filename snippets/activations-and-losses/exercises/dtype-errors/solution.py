"""What a loss calculates with is float; what it looks up is int64."""

from torch.nn import functional


def yes_or_no(model, inputs, labels):
    logits = model(inputs.float())
    return functional.binary_cross_entropy_with_logits(
        logits, labels.float()
    )


def one_of_three(model, inputs, labels):
    logits = model(inputs)
    return functional.cross_entropy(logits, labels.long())

"""The model does not fit the data, so it is the model that gives way."""

from torch.nn import functional


def yes_or_no(model, inputs, labels):
    logits = model.double()(inputs)
    return functional.binary_cross_entropy_with_logits(
        logits, labels.double()
    )


def one_of_three(model, inputs, labels):
    logits = model(inputs)
    return functional.cross_entropy(logits, labels.long())

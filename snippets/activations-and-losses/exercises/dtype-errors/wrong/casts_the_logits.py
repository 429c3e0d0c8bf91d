"""The message wants Long, so the logits become Long like the labels."""

from torch.nn import functional


def yes_or_no(model, inputs, labels):
    logits = model(inputs.float()).long()
    return functional.binary_cross_entropy_with_logits(logits, labels)


def one_of_three(model, inputs, labels):
    logits = model(inputs).long()
    return functional.cross_entropy(logits, labels.long())

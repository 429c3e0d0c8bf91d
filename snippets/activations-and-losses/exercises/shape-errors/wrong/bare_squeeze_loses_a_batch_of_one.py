"""The outputs have a dimension too many, and squeeze removes it."""

from torch.nn import functional


def spam_loss(logits, labels):
    return functional.binary_cross_entropy_with_logits(
        logits.squeeze(), labels
    )


def price_loss(outputs, prices):
    return functional.mse_loss(outputs.squeeze(), prices)


def tag_loss(logits, tags):
    return functional.cross_entropy(logits.transpose(1, 2), tags)

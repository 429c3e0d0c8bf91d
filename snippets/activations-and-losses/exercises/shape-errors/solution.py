"""A column beside a column, and the classes in dimension 1."""

from torch.nn import functional


def spam_loss(logits, labels):
    return functional.binary_cross_entropy_with_logits(
        logits, labels.unsqueeze(1)
    )


def price_loss(outputs, prices):
    return functional.mse_loss(outputs, prices.unsqueeze(1))


def tag_loss(logits, tags):
    return functional.cross_entropy(logits.transpose(1, 2), tags)

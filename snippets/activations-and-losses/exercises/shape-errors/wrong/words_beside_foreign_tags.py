"""Flatten both, once the dimensions are in the order that RNNs use."""

from torch.nn import functional


def spam_loss(logits, labels):
    return functional.binary_cross_entropy_with_logits(
        logits, labels.unsqueeze(1)
    )


def price_loss(outputs, prices):
    return functional.mse_loss(outputs, prices.unsqueeze(1))


def tag_loss(logits, tags):
    time_first = logits.transpose(0, 1)
    return functional.cross_entropy(
        time_first.flatten(0, 1), tags.flatten()
    )

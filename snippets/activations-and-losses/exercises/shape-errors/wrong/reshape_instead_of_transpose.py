"""The message wants another size, and a reshape gives any size."""

from torch.nn import functional


def spam_loss(logits, labels):
    return functional.binary_cross_entropy_with_logits(
        logits, labels.unsqueeze(1)
    )


def price_loss(outputs, prices):
    return functional.mse_loss(outputs, prices.unsqueeze(1))


def tag_loss(logits, tags):
    n, steps, classes = logits.shape
    return functional.cross_entropy(logits.reshape(n, classes, steps), tags)

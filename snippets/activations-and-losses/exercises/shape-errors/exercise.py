"""Mend three losses from what PyTorch says of their shapes.

`spam_loss` gets one logit per mail, of shape (N, 1), and float labels of
shape (N,). `price_loss` gets one output per house, (N, 1), and prices of
shape (N,). `tag_loss` gets C logits per word, (N, T, C), and class
indices of shape (N, T). Each returns the mean loss, each item with its
own label, for any batch: also one of a single item.
"""

from torch.nn import functional


# TODO: mend all three.
def spam_loss(logits, labels):
    # ValueError: Target size (torch.Size([3])) must be the same as input
    # size (torch.Size([3, 1]))
    return functional.binary_cross_entropy_with_logits(logits, labels)


def price_loss(outputs, prices):
    # UserWarning: Using a target size (torch.Size([3])) that is different
    # to the input size (torch.Size([3, 1])). This will likely lead to
    # incorrect results due to broadcasting.
    return functional.mse_loss(outputs, prices)


def tag_loss(logits, tags):
    # RuntimeError: Expected target size [2, 4], got [2, 5]
    return functional.cross_entropy(logits, tags)

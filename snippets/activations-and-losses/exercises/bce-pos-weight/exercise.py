"""Write a stable binary cross-entropy with pos_weight.

`bce_with_logits(logits, target, pos_weight)` returns the mean loss, with
its gradient, as nn.BCEWithLogitsLoss(pos_weight=pos_weight) does. Logits
and target have the shape (N, K), pos_weight has the shape (K,), one
weight for each label, and a target is any number from 0 to 1. Logits
reach 200 in float32. F.softplus, F.logsigmoid and logaddexp are allowed,
ready-made losses not.
"""


def bce_with_logits(logits, target, pos_weight):
    # TODO: write the loss of each element, weigh it, and average.
    raise NotImplementedError

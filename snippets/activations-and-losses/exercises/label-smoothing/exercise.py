"""Write the label smoothing of nn.CrossEntropyLoss by hand.

`smooth_cross_entropy(logits, target, eps)` gets logits of shape (N, C),
class indices of shape (N,) and 0 <= eps <= 1. It returns what
nn.CrossEntropyLoss(label_smoothing=eps) returns, a mean without
dimensions; logits reach 1000. log_softmax, logsumexp and one_hot are
allowed, and no ready-made loss. The gradient is tested too.
"""


def smooth_cross_entropy(logits, target, eps):
    # TODO: which target does the prediction meet, and in what shares?
    raise NotImplementedError

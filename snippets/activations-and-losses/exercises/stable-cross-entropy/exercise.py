"""Write a cross-entropy that survives logits of 1000.

`cross_entropy(logits, target)` gets float logits of the shape (N, C) and
class indices, int64, of the shape (N,). It returns the mean over the batch
as a tensor without dimensions, and its gradient is (softmax - one-hot) / N.
Use exp, log, sums, maxima and torch.logsumexp, and neither log_softmax nor
a ready-made loss.
"""


def cross_entropy(logits, target):
    # TODO: how far is the logit of the true class below the log-sum-exp?
    raise NotImplementedError

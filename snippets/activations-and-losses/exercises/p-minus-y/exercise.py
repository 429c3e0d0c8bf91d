"""Write the gradient of cross-entropy down, without autograd.

`gradient(logits, target)` gets logits of shape (N, C) and class indices
of shape (N,). Return the gradient of F.cross_entropy(logits, target) in
the logits, of the same shape and dtype as they are. The check calls it
where autograd is switched off; softmax is allowed.
"""


def gradient(logits, target):
    # TODO: find the formula on paper, then write it here.
    return logits.softmax(dim=1)

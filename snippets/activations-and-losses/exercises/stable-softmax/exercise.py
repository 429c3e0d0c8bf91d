"""Write a softmax that survives large logits.

`softmax(logits)` gets a matrix of shape (N, C) and returns shares of 1
along each row. Use exp, sums and maxima, and neither torch.softmax nor
log_softmax. Rows with logits of 1000 have a softmax, and a gradient, as
well.
"""


def softmax(logits):
    # TODO: subtract the right number before you exponentiate.
    exponentials = logits.exp()
    return exponentials / exponentials.sum()

"""One maximum for the whole matrix makes small rows vanish."""


def softmax(logits):
    exponentials = (logits - logits.max()).exp()
    return exponentials / exponentials.sum(dim=1, keepdim=True)

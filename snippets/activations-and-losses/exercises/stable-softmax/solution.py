"""Subtracting the largest logit of a row changes nothing but the size."""


def softmax(logits):
    shifted = logits - logits.amax(dim=1, keepdim=True)
    exponentials = shifted.exp()
    return exponentials / exponentials.sum(dim=1, keepdim=True)

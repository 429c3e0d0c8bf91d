"""log1p makes log(1 + exp(z)) stable by itself."""


def bce(logits, target):
    return logits.exp().log1p() - target * logits

"""log(1 + exp(z)) - y z, and logaddexp takes the larger exponent out."""

import torch


def bce(logits, target):
    zero = torch.zeros_like(logits)
    return torch.logaddexp(logits, zero) - target * logits

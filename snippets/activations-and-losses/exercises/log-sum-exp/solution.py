"""The maximum is taken out, unless there is nothing finite to take out."""


def log_sum_exp(x, dim):
    largest = x.amax(dim, keepdim=True)
    largest = largest.masked_fill(largest.isinf(), 0.0)
    total = (x - largest).exp().sum(dim, keepdim=True)
    return (total.log() + largest).squeeze(dim)

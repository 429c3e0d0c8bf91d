"""Only large exponents are dangerous; small ones can do no harm."""


def log_sum_exp(x, dim):
    largest = x.amax(dim, keepdim=True).clamp(min=0)
    total = (x - largest).exp().sum(dim, keepdim=True)
    return (total.log() + largest).squeeze(dim)

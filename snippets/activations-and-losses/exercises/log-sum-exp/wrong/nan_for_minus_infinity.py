"""With the maximum taken out, no exponent is above 0 and all is safe."""


def log_sum_exp(x, dim):
    largest = x.amax(dim, keepdim=True)
    total = (x - largest).exp().sum(dim, keepdim=True)
    return (total.log() + largest).squeeze(dim)

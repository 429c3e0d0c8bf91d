"""What should be less sure is the prediction, so that is what is mixed."""


def smooth_cross_entropy(logits, target, eps):
    n, c = logits.shape
    smooth = (1 - eps) * logits + eps / c
    log_p = smooth.log_softmax(dim=1)
    return -log_p[range(n), target].mean()

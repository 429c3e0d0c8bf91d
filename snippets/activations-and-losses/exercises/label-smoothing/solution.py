"""A share of eps of the loss is that of the uniform distribution."""


def smooth_cross_entropy(logits, target, eps):
    losses = -logits.log_softmax(dim=1)
    true = losses.gather(1, target.unsqueeze(1)).squeeze(1)
    return ((1 - eps) * true + eps * losses.mean(dim=1)).mean()

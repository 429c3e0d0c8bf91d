"""The log-sum-exp of a row, less the logit of its true class."""


def cross_entropy(logits, target):
    chosen = logits.gather(1, target.unsqueeze(1)).squeeze(1)
    return (logits.logsumexp(dim=1) - chosen).mean()

"""Both factors come from logarithms: log(p), and log(1 - p) times gamma."""

from torch.nn import functional as F


def focal_loss(logits, target, gamma=2.0, alpha=0.25):
    margin = (2 * target - 1) * logits  # the logit of the true label
    log_p = F.logsigmoid(margin)
    log_rest = F.logsigmoid(-margin)  # log(1 - p)
    a = alpha * target + (1 - alpha) * (1 - target)
    return -a * (gamma * log_rest).exp() * log_p

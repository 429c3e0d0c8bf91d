"""The probabilities are needed for the gradient, so they come first."""

import torch


def loss_and_gradient(logits, target, weight=None):
    rows = torch.arange(len(target))
    exponentials = logits.exp()
    p = exponentials / exponentials.sum(dim=1, keepdim=True)
    if weight is None:
        weight = torch.ones_like(logits[0])
    share = weight[target] / weight[target].sum()
    loss = -(share * p[rows, target].log()).sum()
    p[rows, target] -= 1
    return loss, share.unsqueeze(1) * p

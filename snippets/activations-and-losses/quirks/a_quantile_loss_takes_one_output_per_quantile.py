"""A quantile loss takes one output per quantile."""

import torch
from torch import nn

quantiles = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98]
target = torch.arange(101.0)


def quantile_loss(outputs):
    pairs = [(q, target - outputs[:, i]) for i, q in enumerate(quantiles)]
    return sum(torch.maximum(q * e, (q - 1) * e).mean() for q, e in pairs)


def train(last):
    nn.init.constant_(last.bias, 50.0)
    outputs = last(torch.zeros(101, 8))
    print(outputs.shape[-1] == len(quantiles))  # Notice it
    try:
        loss = quantile_loss(outputs)
        (slopes,) = torch.autograd.grad(loss, outputs)
        learning = (slopes != 0).any(dim=0).sum()
        print(f"loss {loss:.2f}, {learning} of {len(last.bias)} learn")
    except IndexError as error:
        print(error)


# Wrong: five outputs, or nine, for seven quantiles.
train(nn.Linear(8, 5))
# > False
# > index 5 is out of bounds for dimension 1 with size 5
train(nn.Linear(8, 9))
# > False
# > loss 88.37, 7 of 9 learn

# Right: as many outputs as quantiles.
train(nn.Linear(8, len(quantiles)))
# > True
# > loss 88.37, 7 of 7 learn

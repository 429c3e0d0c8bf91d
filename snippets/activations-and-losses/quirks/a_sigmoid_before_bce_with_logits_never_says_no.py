"""A sigmoid before BCEWithLogitsLoss keeps each probability above 0.5."""

import torch
from torch import nn

inputs, target = torch.tensor([[-2, -1, 1, 2], [0, 0, 1, 1.0]])


def train(activation):
    weight = torch.zeros(1, requires_grad=True)
    for _ in range(50):
        outputs = activation(weight * inputs)
        loss = nn.BCEWithLogitsLoss()(outputs, target)
        weight = weight - torch.autograd.grad(loss, weight)[0]
    show(outputs.sigmoid(), f"loss {loss:.2f}")
    return outputs


def show(probabilities, text):
    right = ((probabilities > 0.5) == target).sum()
    print(*(f"{p:.2f}" for p in probabilities), f"right {right}", text)


# Wrong: the model ends in a sigmoid, or, for four labels, in a softmax.
wrong = train(nn.Sigmoid())
# > 0.50 0.52 0.72 0.73 right 2 loss 0.52
show(wrong, "after one sigmoid")
# > 0.01 0.08 0.92 0.99 right 4 after one sigmoid
show((10 * target).softmax(dim=0).sigmoid(), "after a softmax")
# > 0.50 0.50 0.62 0.62 right 2 after a softmax

# Right: the model ends in a logit.
right = train(nn.Identity())
# > 0.00 0.03 0.97 1.00 right 4 loss 0.02

# Notice it: the check is False after a sigmoid, True for logits.
for outputs in wrong, right:
    print(bool(outputs.min() < 0))
# > False
# > True

"""An activation on the logit puts half of the answers out of reach."""

import torch
from torch import nn

inputs, target = torch.tensor([[-2, -1, 1, 2], [0, 0, 1, 1.0]])


def train(activation, start=0.5):
    weights = torch.tensor([start, 0.0], requires_grad=True)
    for _ in range(100):
        outputs = activation(weights[0] * inputs + weights[1])
        loss = nn.BCEWithLogitsLoss()(outputs, target)
        weights = weights - 0.5 * torch.autograd.grad(loss, weights)[0]
    print(*(f"{p:.3f}" for p in outputs.sigmoid()), f"loss {loss:.3f}")
    return outputs


# Wrong: ReLU, from two starts, Tanh and LogSigmoid; then LogSoftmax.
train(nn.ReLU())
train(nn.ReLU(), start=-0.5)
wrong = train(nn.Tanh())
train(nn.LogSigmoid())
labels = torch.tensor([5.0, 5.0, -5.0]).log_softmax(dim=0).sigmoid()
print(*(f"{label:.3f}" for label in labels))

# Right: the bare logit, from the worse start.
right = train(nn.Identity(), start=-0.5)

# Notice it: the check is False after Tanh, True for the bare logit.
for outputs in wrong, right:
    print(bool(outputs.min() < -1 and outputs.max() > 1))

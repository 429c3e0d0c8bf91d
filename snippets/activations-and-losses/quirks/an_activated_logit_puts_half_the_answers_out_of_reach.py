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
# > 0.500 0.500 0.970 0.996 loss 0.355
train(nn.ReLU(), start=-0.5)
# > 0.500 0.500 0.500 0.500 loss 0.693
wrong = train(nn.Tanh())
# > 0.269 0.275 0.725 0.731 loss 0.318
train(nn.LogSigmoid())
# > 0.002 0.036 0.486 0.499 loss 0.364
labels = torch.tensor([5.0, 5.0, -5.0]).log_softmax(dim=0).sigmoid()
print(*(f"{label:.3f}" for label in labels))
# > 0.333 0.333 0.000

# Right: the bare logit, from the worse start.
right = train(nn.Identity(), start=-0.5)
# > 0.001 0.034 0.966 0.999 loss 0.018

# Notice it: the check is False after Tanh, True for the bare logit.
for outputs in wrong, right:
    print(bool(outputs.min() < -1 and outputs.max() > 1))
# > False
# > True

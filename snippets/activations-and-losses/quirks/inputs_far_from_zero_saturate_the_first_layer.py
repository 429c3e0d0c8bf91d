"""Inputs far from zero saturate the first layer, and nothing is learned."""

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce

torch.manual_seed(0)
inputs = 92 + torch.randn(200, 2)
target = (inputs[:, :1] > inputs[:, 1:]).float()


def train(x):
    # Notice it: False for the raw inputs, True for the standardised.
    print(bool((x.mean(dim=0).abs() < 3 * x.std(dim=0)).all()))
    for activation in nn.Tanh(), nn.ReLU():
        model = nn.Sequential(nn.Linear(2, 8), activation, nn.Linear(8, 1))
        optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
        for _ in range(200):
            loss = bce(model(x), target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(f"{activation}: loss {loss:.1f}")


# Wrong: values near 92.
train(inputs)
# > False
# > Tanh(): loss 0.7
# > ReLU(): loss 0.7

# Right: each column minus its mean, divided by its deviation.
mean, std = inputs.mean(dim=0), inputs.std(dim=0)
inputs = (inputs - mean) / std
train(inputs)
# > True
# > Tanh(): loss 0.1
# > ReLU(): loss 0.1

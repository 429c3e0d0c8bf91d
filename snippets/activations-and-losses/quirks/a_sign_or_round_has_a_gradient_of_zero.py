"""`sign`, `round` and `floor` have a gradient of 0: nothing is learned."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(64, 2)
target = inputs[:, :1].sign()


def train(step):
    layer = nn.Linear(2, 1, bias=False)
    nn.init.constant_(layer.weight, 0.1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
    for _ in range(20):
        optimizer.zero_grad()
        nn.MSELoss()(step(layer(inputs)), target).backward()
        optimizer.step()
    right = (layer(inputs).sign() == target).float().mean()
    moved = (layer.weight != 0.1).any().item()
    print(f"right {right:.0%}, weights moved: {moved}")


# Wrong: a step is flat on both sides.
train(lambda x: x.sign())
# > right 75%, weights moved: False
train(lambda x: x.round())
# > right 75%, weights moved: False

# Right: the sign, with the slope of x on the way back; or a smooth step.
train(lambda x: x + (x.sign() - x).detach())
# > right 100%, weights moved: True
train(lambda x: x.tanh())
# > right 100%, weights moved: True

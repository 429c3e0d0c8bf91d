"""A network of nine sigmoid layers stays at chance, and ReLU learns."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(64, 2)
target = (inputs[:, 0] * inputs[:, 1] > 0).long()  # two classes


def train(kind):
    pairs = [(nn.Linear(size, 32), kind()) for size in [2] + [32] * 8]
    model = nn.Sequential(*sum(pairs, ()), nn.Linear(32, 2))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    gradients = []
    for _ in range(60):
        loss = nn.CrossEntropyLoss()(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        gradients.append((model[0].weight.grad, model[-1].weight.grad))
        optimizer.step()
    print(f"{kind.__name__}: loss {loss:.1f}")
    return gradients[0]  # of the first and the last layer


# Wrong: a sigmoid after each of nine layers.
sigmoid = train(nn.Sigmoid)
# > Sigmoid: loss 0.7

# Right: an activation whose slope comes near 1.
relu = train(nn.ReLU)
# > ReLU: loss 0.0
train(nn.Tanh)
# > Tanh: loss 0.1

# Notice it: does a gradient reach the first layer?
for first, last in sigmoid, relu:
    print((first.norm() > 1e-5 * last.norm()).item())
# > False
# > True

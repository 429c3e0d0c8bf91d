"""A PReLU in two places has one slope, and a shared ReLU does no harm."""

import torch
from torch import nn

inputs = torch.linspace(-4, 4, 41).unsqueeze(1)
target = nn.LeakyReLU(0.8)(nn.LeakyReLU(0.1)(inputs) - 2)
layer = nn.Linear(1, 1).requires_grad_(False)  # subtracts 2
layer.weight[:], layer.bias[:] = 1, -2


def train(model):
    print(model[0] is not model[2])  # Notice it
    slopes = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.SGD(slopes, lr=0.05)
    for _ in range(200):
        loss = nn.MSELoss()(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.2f}, slopes", *(f"{s.item():.2f}" for s in slopes))


# Wrong: one module in both places.
act = nn.PReLU()
train(nn.Sequential(act, layer, act))
# > False
# > loss 0.06, slopes 0.55

# Right: a module for each place.
train(nn.Sequential(nn.PReLU(), layer, nn.PReLU()))
# > True
# > loss 0.00, slopes 0.10 0.80

# ReLU has nothing to learn, so sharing it changes nothing.
relu = nn.ReLU()
alone = nn.Sequential(nn.ReLU(), layer, nn.ReLU())
shared = nn.Sequential(relu, layer, relu)
print(torch.allclose(shared(inputs), alone(inputs)))
# > True

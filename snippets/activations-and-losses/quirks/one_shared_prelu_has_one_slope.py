"""A PReLU in two places has one slope, and a shared ReLU does no harm."""

import torch
from torch import nn

inputs = torch.linspace(-4, 4, 41)
target = nn.LeakyReLU(0.8)(nn.LeakyReLU(0.1)(inputs) - 2)


def train(first, second):
    print(first is not second)  # Notice it
    slopes = list(nn.ModuleList([first, second]).parameters())
    optimizer = torch.optim.SGD(slopes, lr=0.05)
    for _ in range(200):
        loss = nn.MSELoss()(second(first(inputs) - 2), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.2f}, slopes", *(f"{s.item():.2f}" for s in slopes))


# Wrong: one module in both places.
prelu = nn.PReLU()
train(prelu, prelu)
# > False
# > loss 0.06, slopes 0.55

# Right: a module for each place.
train(nn.PReLU(), nn.PReLU())
# > True
# > loss 0.00, slopes 0.10 0.80

# ReLU has nothing to learn, so sharing it changes nothing.
relu = nn.ReLU()
alone = nn.ReLU()(nn.ReLU()(inputs) - 2)
print(torch.equal(relu(relu(inputs) - 2), alone))
# > True

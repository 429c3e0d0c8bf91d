"""A deep ReLU network does not train from the weights nn.Linear draws."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(64, 2)
target = (inputs[:, 0] * inputs[:, 1] > 0).long()  # two classes


def build():
    pairs = [(nn.Linear(size, 32), nn.ReLU()) for size in [2] + [32] * 20]
    return nn.Sequential(*sum(pairs, ()), nn.Linear(32, 2))


def train(model):
    outputs = model(inputs)
    print((outputs.std(dim=0) > 1e-5).all().item())  # Notice it
    optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
    for _ in range(40):
        loss = nn.CrossEntropyLoss()(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.1f}")


# Wrong: the weights that nn.Linear draws.
model = build()
train(model)
# > False
# > loss 0.7

# Right: He initialisation, for the same layers.
model = build()
for layer in model[::2]:
    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
train(model)
# > True
# > loss 0.0

"""Weight decay pulls the slope of a PReLU towards 0, so to a plain ReLU."""

import torch
from torch import nn
from torch.optim import SGD, Adam, AdamW

inputs = torch.tensor([[-0.1], [-0.1], [1.0], [2.0]])  # little below 0
target = nn.LeakyReLU(0.25)(inputs)  # what the model should learn


def train(model, optimizer):
    nn.init.eye_(model[0].weight)
    for _ in range(100):
        optimizer.zero_grad()
        nn.MSELoss()(model(inputs), target).backward()
        optimizer.step()
    name, slope = type(optimizer).__name__, model[1].weight.item()
    print(f"{name}: slope {slope:.2f}")


# Wrong: weight decay for all parameters.
for kind in SGD, Adam, AdamW:
    model = nn.Sequential(nn.Linear(1, 1, bias=False), nn.PReLU())
    optimizer = kind(model.parameters(), lr=0.5, weight_decay=0.1)
    train(model, optimizer)
# > SGD: slope 0.02
# > Adam: slope 0.02
# > AdamW: slope 0.25

# Right: no weight decay for the slopes.
for kind in SGD, Adam, AdamW:
    model = nn.Sequential(nn.Linear(1, 1, bias=False), nn.PReLU())
    slopes = {m.weight for m in model.modules() if isinstance(m, nn.PReLU)}
    rest = [p for p in model.parameters() if p not in slopes]
    groups = [{"params": rest}, {"params": [*slopes], "weight_decay": 0.0}]
    optimizer = kind(groups, lr=0.5, weight_decay=0.1)
    train(model, optimizer)
# > SGD: slope 0.25
# > Adam: slope 0.25
# > AdamW: slope 0.25

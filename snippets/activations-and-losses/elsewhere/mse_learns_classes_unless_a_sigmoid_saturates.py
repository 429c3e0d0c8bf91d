"""MSE learns a classification, unless a saturated sigmoid precedes it."""

import torch
from torch import nn

inputs = torch.tensor([-2.0, -1.0, 1.0, 2.0])
target = torch.tensor([0.0, 0.0, 1.0, 1.0])


def train(start, activation, criterion):
    weight = nn.Parameter(torch.tensor([start]))
    bias = nn.Parameter(torch.tensor([0.5]))
    optimizer = torch.optim.SGD([weight, bias], lr=0.1)
    for _ in range(100):
        outputs = activation(weight * inputs + bias)
        optimizer.zero_grad()
        criterion(outputs, target).backward()
        optimizer.step()
    # Whatever their scale, the outputs of class 1 should lie higher.
    right = ((outputs > outputs.mean()) == target.bool()).sum()
    return f"{right} of 4, weight {weight.item():.2f}"


raw = nn.Identity()
for start in (0.0, -10.0):
    print(f"weight starts at {start:.0f}")
    print("  MSE, raw output:", train(start, raw, nn.MSELoss()))
    print("  MSE, sigmoid:   ", train(start, nn.Sigmoid(), nn.MSELoss()))
    print("  BCE with logits:", train(start, raw, nn.BCEWithLogitsLoss()))
# > weight starts at 0
# >   MSE, raw output: 4 of 4, weight 0.30
# >   MSE, sigmoid:    4 of 4, weight 1.27
# >   BCE with logits: 4 of 4, weight 2.03
# > weight starts at -10
# >   MSE, raw output: 4 of 4, weight 0.30
# >   MSE, sigmoid:    0 of 4, weight -10.00
# >   BCE with logits: 4 of 4, weight 1.16

"""Weight decay takes the slope of PReLU away."""

import torch
from matplotlib import pyplot as plt
from torch import nn

inputs = torch.tensor([[-0.1], [-0.1], [1.0], [2.0]])  # little below 0
target = nn.LeakyReLU(0.25)(inputs)


def slopes(decay):
    model = nn.Sequential(nn.Linear(1, 1, bias=False), nn.PReLU())
    nn.init.eye_(model[0].weight)
    groups = [
        {"params": model[0].weight, "weight_decay": 0.1},
        {"params": model[1].weight, "weight_decay": decay},
    ]
    optimizer = torch.optim.SGD(groups, lr=0.5)
    seen = []
    for _ in range(101):
        seen.append(model[1].weight.item())
        optimizer.zero_grad()
        nn.MSELoss()(model(inputs), target).backward()
        optimizer.step()
    return seen


wrong, right = slopes(0.1), slopes(0.0)
print(f"from {wrong[0]:.2f} to {wrong[-1]:.2f}, or {right[-1]:.2f}")
# > from 0.25 to 0.02, or 0.25

plt.plot(wrong, color="tab:red", linestyle="dashed")
plt.text(25, 0.09, "decayed", color="tab:red")
plt.plot(right, color="tab:green")
plt.text(100, 0.26, '"weight_decay": 0.0', color="tab:green", ha="right")
plt.ylim(0, 0.29)
plt.xlabel("training step")
plt.ylabel("slope below zero")
plt.show()

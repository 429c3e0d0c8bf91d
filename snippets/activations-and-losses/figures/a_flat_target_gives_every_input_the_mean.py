"""A flat target makes MSELoss predict the mean for every input."""

import warnings

import torch
from matplotlib import pyplot as plt
from torch import nn

warnings.simplefilter("ignore")  # the warning that would have told
torch.manual_seed(0)
x = torch.linspace(-2, 2, 41).unsqueeze(1)
y = 2 * x + 5 + torch.randn(41, 1)


def fitted(target):
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        nn.MSELoss()(model(x), target).backward()
        optimizer.step()
    return model(x).detach()


wrong, right = fitted(y.squeeze(1)), fitted(y)
print(f"from {wrong[0, 0]:.2f} to {wrong[-1, 0]:.2f}, mean {y.mean():.2f}")
# > from 4.89 to 4.89, mean 4.89
print(f"from {right[0, 0]:.2f} to {right[-1, 0]:.2f}")
# > from 0.77 to 9.01

plt.scatter(x, y, color="tab:gray", s=12, label="the data")
plt.plot(x, wrong, color="tab:red", linestyle="dashed")
plt.text(-2, 5.6, "target (N,)", color="tab:red")
plt.plot(x, right, color="tab:green")
plt.text(0.1, 8.4, "target (N, 1)", color="tab:green", ha="right")
plt.xlabel("input")
plt.ylabel("prediction")
plt.show()

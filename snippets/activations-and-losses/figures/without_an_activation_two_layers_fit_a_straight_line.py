"""Without an activation, two layers fit a straight line."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = torch.linspace(-3, 3, 61).unsqueeze(1)
target = x.sin()


def fit(activation):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(1, 32), activation, nn.Linear(32, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(300):
        loss = nn.functional.mse_loss(model(x), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss.item():.2f}")
    return model(x).detach()


line, curve = fit(nn.Identity()), fit(nn.ReLU())
# > loss 0.18
# > loss 0.00

plt.plot(x, target, ":", color="tab:gray", linewidth=5)
plt.text(1.6, 1.12, "target", color="tab:gray", ha="center")
plt.plot(x, line, color="tab:red", linestyle="dashed")
plt.text(0.6, -0.5, "Linear, Linear", color="tab:red")
plt.plot(x, curve, color="tab:green")
plt.text(-0.5, -1.05, "Linear, ReLU, Linear", color="tab:green")
plt.ylim(-1.3, 1.4)
plt.xlabel("input")
plt.ylabel("output")
plt.show()

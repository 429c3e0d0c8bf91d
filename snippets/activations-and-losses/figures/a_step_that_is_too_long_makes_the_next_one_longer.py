"""A step that is too long makes the next one longer."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = torch.linspace(-1, 1, 64).unsqueeze(1)
y = 3 * x + 5


def losses(lr, limit=torch.inf):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 1))
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    seen = []
    for _ in range(21):
        loss = nn.MSELoss()(net(x), y)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), limit)
        optimizer.step()
        seen.append(loss.item())
    return seen


wrong, right = losses(0.3)[:5], losses(0.03)
clipped = losses(0.3, limit=1.0)
print(f"after 4 steps {wrong[4]:.0e} and {right[4]:.0f}")
# > after 4 steps 8e+08 and 1

plt.plot(wrong, color="tab:red", linestyle="dashed")
plt.text(4.2, 1e9, "rate 0.3", color="tab:red")
plt.plot(right, color="tab:green")
plt.text(20, 0.8, "rate 0.03", color="tab:green", ha="right")
plt.plot(clipped, color="tab:orange", linestyle="dotted")
plt.text(20, 60, "rate 0.3, clipped", color="tab:orange", ha="right")
plt.yscale("log")
plt.xlabel("training step")
plt.ylabel("loss")
plt.show()

"""The running mean of BatchNorm needs many steps to reach the data."""

import torch
from matplotlib import pyplot as plt
from torch import nn

torch.manual_seed(0)
inputs = 100 + torch.randn(256, 1)
looks = {
    0.1: {"color": "tab:blue"},
    0.01: {"color": "tab:red", "linestyle": "dashed"},
}
for momentum, look in looks.items():
    norm = nn.BatchNorm1d(1, momentum=momentum)
    seen = []
    for _ in range(61):
        seen.append(norm.running_mean.item())
        norm(inputs)
    print(
        f"{momentum}: {seen[5]:.0f} after 5 steps, {seen[50]:.0f} after 50"
    )
    plt.plot(seen, **look)
# > 0.1: 41 after 5 steps, 100 after 50
# > 0.01: 5 after 5 steps, 40 after 50
plt.axhline(inputs.mean(), color="tab:gray", linewidth=1)
plt.text(0, 103, "mean of the data", color="tab:gray")
plt.text(12, 62, "momentum 0.1", color="tab:blue")
plt.text(35, 22, "momentum 0.01", color="tab:red")
plt.ylim(-5, 115)
plt.xlabel("training step")
plt.ylabel("running mean")
plt.show()

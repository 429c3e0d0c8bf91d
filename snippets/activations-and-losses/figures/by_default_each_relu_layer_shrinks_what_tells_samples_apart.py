"""By default, each ReLU layer shrinks what tells samples apart."""

import torch
from matplotlib import pyplot as plt
from torch import nn


def sizes(init):
    torch.manual_seed(0)
    x = torch.randn(256, 64, dtype=torch.float64)
    seen = [x.square().mean().sqrt().item()]
    for _ in range(20):
        layer = nn.Linear(64, 64, dtype=torch.float64)
        init(layer.weight)
        x = nn.functional.relu(layer(x)).detach()
        seen.append(x.std(dim=0).mean().item())  # between the samples
    return seen


default = sizes(lambda weight: weight)
he = sizes(lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"))
print(f"after 20 layers {default[-1]:.0e}, and {he[-1]:.1f}")
# > after 20 layers 2e-08, and 0.2

plt.plot(default, color="tab:red", linestyle="dashed")
plt.text(9, 3e-6, "the default", color="tab:red", ha="right")
plt.plot(he, color="tab:green")
plt.text(20, 3e-2, "He initialisation", color="tab:green", ha="right")
plt.yscale("log")
plt.xticks(range(0, 21, 5))
plt.xlabel("layer")
plt.ylabel("spread between samples")
plt.show()

"""The tanh form of GELU is off by little, the sigmoid form by more."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = torch.linspace(-6, 6, 241).double()
exact = nn.GELU()(x)
forms = {
    'approximate="tanh"': nn.GELU(approximate="tanh")(x) - exact,
    "x * sigmoid(1.702 * x)": x * torch.sigmoid(1.702 * x) - exact,
}
figure, panels = plt.subplots(2, sharex=True)
for axes, (name, gap) in zip(panels, forms.items(), strict=True):
    print(f"{name}: up to {gap.abs().max():.5f}")
    axes.plot(x, gap, color="tab:red", label=name)
    axes.set_title(f"{name}, minus GELU")
# > approximate="tanh": up to 0.00047
# > x * sigmoid(1.702 * x): up to 0.02033
panels[1].set_xlabel("input")
plt.show()

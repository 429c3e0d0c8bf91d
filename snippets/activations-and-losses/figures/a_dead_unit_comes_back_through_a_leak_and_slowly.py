"""A dead unit stays dead with ReLU, and comes back slowly with a leak."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = torch.linspace(0, 1, 11)
target = x


def highest_input(activation):
    bias = torch.tensor(-2.0, requires_grad=True)  # negative on every input
    weight = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([weight, bias], lr=0.1)
    seen = []
    for _ in range(1500):
        before = weight * x + bias
        seen.append(before.max().item())
        optimizer.zero_grad()
        nn.functional.mse_loss(activation(before), target).backward()
        optimizer.step()
    return seen


dead, leaky = highest_input(nn.ReLU()), highest_input(nn.LeakyReLU(0.01))
print(f"ReLU: from {dead[0]:.1f} to {dead[-1]:.1f}")
# > ReLU: from -1.0 to -1.0
back = next(step for step, value in enumerate(leaky) if value > 0)
print(f"LeakyReLU: above 0 after {round(back, -2)} steps or so")
# > LeakyReLU: above 0 after 600 steps or so

plt.plot(dead, color="tab:red", linestyle="dashed")
plt.text(1450, -0.9, "ReLU", color="tab:red", ha="right")
plt.plot(leaky, color="tab:green")
plt.text(450, 0.3, "LeakyReLU", color="tab:green", ha="right")
plt.axhspan(-1.1, 0, color="tab:gray", alpha=0.15)
plt.text(1450, -0.2, "no input reaches zero", color="tab:gray", ha="right")
plt.xlabel("training step")
plt.ylabel("largest value before the activation")
plt.show()

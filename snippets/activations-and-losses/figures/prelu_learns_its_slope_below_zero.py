"""PReLU learns its slope below zero, even a negative one."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 20).requires_grad_()  # from -4 to 4
layer = nn.PReLU()
start = layer(x).detach()
print(f"slope below zero {layer.weight.item():.2f} at the start")
# > slope below zero 0.25 at the start

target = x.detach().abs()
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
for _ in range(50):
    loss = nn.MSELoss()(layer(x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"after training on the absolute value {layer.weight.item():.2f}")
# > after training on the absolute value -1.00

y = layer(x)
by_hand = x.clamp(min=0) + layer.weight * x.clamp(max=0)
torch.testing.assert_close(y, by_hand)
(slope,) = torch.autograd.grad(y.sum(), x)
x, y = x.detach(), y.detach()
plt.plot(x, start, color="tab:gray", linestyle="dotted")
plt.text(-3.9, -0.2, "PReLU at the start", color="tab:gray")
plt.plot(x, y, color="tab:blue")
plt.text(-2.1, 2.4, "PReLU after training", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(3.9, 0.6, "its slope", color="tab:orange", ha="right")
plt.xlabel("input")
plt.show()

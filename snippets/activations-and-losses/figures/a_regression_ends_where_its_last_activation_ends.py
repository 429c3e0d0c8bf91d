"""A regression ends where the range of its last activation ends."""

import torch
from matplotlib import pyplot as plt
from torch import nn

inputs = torch.linspace(-2, 2, 41)
target = 3 * inputs
looks = {
    nn.Sigmoid: {"color": "tab:red", "linestyle": "dashed"},
    nn.Tanh: {"color": "tab:orange", "linestyle": "dotted"},
    nn.ReLU: {"color": "tab:purple", "linestyle": "dashdot"},
    nn.Identity: {"color": "tab:green"},
}
for kind, look in looks.items():
    weights = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(40):
        outputs = kind()(weights[0] * inputs + weights[1])
        loss = nn.MSELoss()(outputs, target)
        weights = weights - 0.1 * torch.autograd.grad(loss, weights)[0]
    ends = f"{outputs[0]:.1f} to {outputs[-1]:.1f}"
    print(f"{kind.__name__}: from {ends}, loss {loss:.1f}")
    plt.plot(inputs, outputs.detach(), **look)
# > Sigmoid: from 0.0 to 1.0, loss 10.2
# > Tanh: from -1.0 to 1.0, loss 7.5
# > ReLU: from 0.0 to 5.7, loss 6.3
# > Identity: from -6.0 to 6.0, loss 0.0
plt.text(1.2, -0.5, "Sigmoid", color="tab:red")
plt.text(-2, -1.9, "Tanh", color="tab:orange")
plt.text(-1.9, 0.35, "ReLU", color="tab:purple")
plt.text(-1.3, -4.9, "no activation: the target", color="tab:green")
plt.xlabel("input")
plt.ylabel("output after training")
plt.show()

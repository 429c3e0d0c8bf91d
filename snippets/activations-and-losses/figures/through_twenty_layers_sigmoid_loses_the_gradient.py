"""On the way back through twenty layers, a sigmoid loses the gradient."""

import torch
from matplotlib import pyplot as plt
from torch import nn

torch.manual_seed(0)
x = torch.randn(256, 64)
looks = {
    nn.Sigmoid: ("tab:red", "dashed", 1e-14),
    nn.Tanh: ("tab:orange", "dashdot", 2e-5),
    nn.ReLU: ("tab:green", "solid", 20),
}

for activation, (color, dashes, height) in looks.items():
    torch.manual_seed(0)
    layers = [nn.Linear(64, 64) for _ in range(20)]
    if activation is nn.ReLU:
        for layer in layers:
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    model = nn.Sequential()
    for layer in layers:
        model.extend([layer, activation()])
    model(x).mean().backward()
    sizes = [layer.weight.grad.norm().item() for layer in layers]
    shares = [size / sizes[-1] for size in sizes]
    plt.plot(range(1, 21), shares, color=color, linestyle=dashes)
    name = activation.__name__ + ", He init" * (activation is nn.ReLU)
    plt.text(9, height, name, color=color)
    print(f"{activation.__name__}: the first layer has {shares[0]:.0e}")
# > Sigmoid: the first layer has 1e-17
# > Tanh: the first layer has 2e-05
# > ReLU: the first layer has 2e-01

plt.yscale("log")
plt.ylim(1e-18, 1e4)
plt.xticks([1, 5, 10, 15, 20])
plt.xlabel("layer")
plt.ylabel("gradient, as a share of the last layer's")
plt.show()

"""Each layer rescales the gradient, so depth decides what is left of it."""

import torch
from torch import nn


def arrives(depth, activation, he):
    inputs = torch.randn(16, 128, requires_grad=True)
    hidden = inputs
    for _ in range(depth):
        layer = nn.Linear(128, 128)
        if he:
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        hidden = activation(layer(hidden))
    hidden.backward(torch.randn_like(hidden))  # a gradient of size 1
    size = inputs.grad.square().mean().sqrt()
    return f"10^{round(size.log10().item())}"


torch.manual_seed(0)
for he in (False, True):
    print("He initialisation" if he else "nn.Linear as it comes")
    for activation in (nn.Sigmoid(), nn.Tanh(), nn.ReLU()):
        few, many = arrives(5, activation, he), arrives(20, activation, he)
        print(f"  {activation}: {few} after 5 layers, {many} after 20")
# > nn.Linear as it comes
# >   Sigmoid(): 10^-4 after 5 layers, 10^-17 after 20
# >   Tanh(): 10^-1 after 5 layers, 10^-5 after 20
# >   ReLU(): 10^-2 after 5 layers, 10^-8 after 20
# > He initialisation
# >   Sigmoid(): 10^-3 after 5 layers, 10^-10 after 20
# >   Tanh(): 10^0 after 5 layers, 10^0 after 20
# >   ReLU(): 10^0 after 5 layers, 10^0 after 20

"""Twelve ReLUs keep a gradient that twelve sigmoids lose."""

import torch
from torch import nn

activations = (nn.Softmax(dim=1), nn.ReLU(), nn.Sigmoid(), nn.Identity())
for activation in activations:
    inputs = torch.tensor([[-1.0, 1.0, 3.0]], requires_grad=True)
    once = activation(inputs)
    signal = once
    for _ in range(11):
        signal = activation(signal)
    signal[0, 2].backward()

    outputs = " ".join(f"{output:.2f}" for output in once[0])
    through = f"gradient through twelve {inputs.grad[0, 2]:.1e}"
    print(f"{type(activation).__name__}: outputs {outputs}, {through}")
# > Softmax: outputs 0.02 0.12 0.87, gradient through twelve 8.4e-07
# > ReLU: outputs 0.00 1.00 3.00, gradient through twelve 1.0e+00
# > Sigmoid: outputs 0.27 0.73 0.95, gradient through twelve 2.9e-09
# > Identity: outputs -1.00 1.00 3.00, gradient through twelve 1.0e+00

steepest = torch.tensor(0.0, requires_grad=True)
torch.sigmoid(steepest).backward()
print(f"steepest slope of a sigmoid {steepest.grad:.2f}")
# > steepest slope of a sigmoid 0.25

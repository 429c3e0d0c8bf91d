"""A ReLU unit that no sample activates gets no gradient at all."""

import torch
from torch import nn

inputs = torch.tensor([[0.5], [1.0], [2.0]])
bias = torch.tensor([0.0, -1.5, -8.0])  # three units, all of weight 1

# Detection: in what share of the data is each unit positive?
active = (inputs + bias > 0).float().mean(dim=0)
print("active:   ", " ".join(f"{share:.2f}" for share in active))
# > active:    1.00 0.33 0.00

activations = (nn.ReLU(), nn.LeakyReLU(), nn.ELU(), nn.SiLU(), nn.GELU())
for activation in activations:
    weight = torch.ones(3, requires_grad=True)
    activation(inputs * weight + bias).sum().backward()
    name = f"{type(activation).__name__}:"
    print(f"{name:10}", " ".join(f"{g:.4f}" for g in weight.grad))
# > ReLU:      3.5000 2.0000 0.0000
# > LeakyReLU: 3.5000 2.0150 0.0350
# > ELU:       3.5000 2.7905 0.0061
# > SiLU:      3.4792 1.7761 -0.0319
# > GELU:      3.6875 1.8258 -0.0000

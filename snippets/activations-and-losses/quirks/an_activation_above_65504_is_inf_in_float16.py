"""A hidden value above 65504 is inf in float16, and not in bfloat16."""

import torch
from torch import nn

inputs = torch.tensor([[300.0, 100.0]])
layers = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.LayerNorm(2))
layers[0].weight.data = torch.tensor([[250.0, 250.0], [1.0, 2.0]])
nn.init.zeros_(layers[0].bias)


def run(dtype):
    hidden = inputs.to(dtype)
    for layer in layers.to(dtype):
        hidden = layer(hidden)
        largest = hidden.abs().max().item()
        print(f"{layer.__class__.__name__}: {largest:.0f}")
    return hidden


# Wrong: float16 ends at 65504.
dtype = torch.float16
wrong = run(dtype)
# > Linear: inf
# > ReLU: inf
# > LayerNorm: nan

# Right: bfloat16 goes as far as float32.
dtype = torch.bfloat16
right = run(dtype)
# > Linear: 99840
# > ReLU: 99840
# > LayerNorm: 1

# Notice it: False for float16, True for bfloat16.
for output in wrong, right:
    print(bool(output.isfinite().all()))
# > False
# > True

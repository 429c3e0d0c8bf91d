"""Autograd takes 0 for the slope of ReLU at 0, where others fit as well."""

import torch

functions = {
    "relu(x)": lambda x: x.relu(),
    "maximum(x, 0)": lambda x: torch.maximum(x, torch.tensor(0.0)),
    "clamp(x, 0)": lambda x: x.clamp(min=0),
    "relu(x) - relu(-x)": lambda x: x.relu() - (-x).relu(),
}
for name, function in functions.items():
    x = torch.tensor(0.0, requires_grad=True)
    here = function(x)
    here.backward()
    left, right = here - function(x - 1), function(x + 1) - here
    print(f"{name}: left {left:.1f}, right {right:.1f}")
    print(f"  autograd at 0: {x.grad:.1f}")
# > relu(x): left 0.0, right 1.0
# >   autograd at 0: 0.0
# > maximum(x, 0): left 0.0, right 1.0
# >   autograd at 0: 0.5
# > clamp(x, 0): left 0.0, right 1.0
# >   autograd at 0: 1.0
# > relu(x) - relu(-x): left 1.0, right 1.0
# >   autograd at 0: 0.0

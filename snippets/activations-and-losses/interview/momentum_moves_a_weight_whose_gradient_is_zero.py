"""Momentum and Adam go on moving a weight whose gradient has become 0."""

import torch

inputs = torch.tensor([1.0, 2.0, 3.0])

optimizers = {
    "SGD": (torch.optim.SGD, {}),
    "momentum": (torch.optim.SGD, {"momentum": 0.9}),
    "Adam": (torch.optim.Adam, {}),
}
for name, (optimizer_class, options) in optimizers.items():
    weight = torch.tensor(1.0, requires_grad=True)
    optimizer = optimizer_class([weight], lr=0.4, **options)
    after = []
    for _ in range(10):
        optimizer.zero_grad()
        torch.relu(weight * inputs).sum().backward()
        if weight.grad == 0:  # dead: negative for every input
            after.append(weight.item())
        optimizer.step()
    print(f"{name}: {after[0]:.2f} when it dies, later {after[-1]:.2f}")
# > SGD: -1.40 when it dies, later -1.40
# > momentum: -1.40 when it dies, later -13.70
# > Adam: -0.20 when it dies, later -1.60

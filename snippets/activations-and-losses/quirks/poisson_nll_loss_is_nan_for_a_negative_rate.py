"""PoissonNLLLoss(log_input=False) is nan for a negative rate."""

import torch
from torch import nn
from torch.nn import functional as F

criterion = nn.PoissonNLLLoss(log_input=False)
raw = torch.tensor([2.0, 0.0, -0.1])  # from a last linear layer
counts = torch.tensor([3.0, 0.0, 1.0])

# Wrong: the output of the layer is taken for the rate.
rates = raw
print(f"loss {criterion(rates, counts):.4f}")
# > loss nan

# Right: made positive first.
rates = F.softplus(raw)
print(f"loss {criterion(rates, counts):.4f}")
# > loss 0.5466

# The gradient is a number, and sends the negative rate further down.
rate = torch.tensor([-0.1], requires_grad=True)
optimizer = torch.optim.SGD([rate], lr=0.01)
for _ in range(2):
    optimizer.zero_grad()
    criterion(rate, torch.tensor([1.0])).backward()
    optimizer.step()
    print(f"rate {rate.item():.2f}")
# > rate -0.21
# > rate -0.27

# A rate of 0 is let through.
print(f"loss {criterion(raw[:2], counts[:2]):.4f}")
# > loss -0.0397

# Notice it: False for the raw output, True after softplus.
for rates in raw, F.softplus(raw):
    print(rates.min().item() >= 0)
# > False
# > True

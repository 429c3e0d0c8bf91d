"""Undivided, the gradient grows with the number of micro-batches."""

import torch
from matplotlib import pyplot as plt
from torch import nn

torch.manual_seed(0)
inputs, target = torch.randn(64, 5), torch.randint(3, (64,))
model = nn.Linear(5, 3)
PARTS = 1, 2, 4, 8, 16, 32


def gradient(parts, divide):
    """Return the length of what as many micro-batches accumulate."""
    model.zero_grad()
    for x, y in zip(inputs.chunk(parts), target.chunk(parts), strict=True):
        loss = nn.CrossEntropyLoss()(model(x), y)
        (loss / parts if divide else loss).backward()
    return model.weight.grad.norm().item()


whole = gradient(1, divide=False)
sums = [gradient(parts, divide=False) / whole for parts in PARTS]
means = [gradient(parts, divide=True) / whole for parts in PARTS]
print(f"32 micro-batches: {sums[-1]:.1f} times as long, or {means[-1]:.1f}")
# > 32 micro-batches: 32.0 times as long, or 1.0

plt.plot(PARTS, sums, "s--", color="tab:red")
plt.text(17, 21, "loss.backward()", color="tab:red", ha="right")
plt.plot(PARTS, means, "o-", color="tab:green")
plt.text(32, 3, "(loss / parts).backward()", color="tab:green", ha="right")
plt.xticks([1, 8, 16, 32])
plt.xlabel("micro-batches for one step")
plt.ylabel("size of the gradient")
plt.show()

"""An optimizer steps against the gradient of the loss."""

import torch
from torch import nn

criterion = nn.MSELoss()
weight = nn.Parameter(torch.tensor(1.0))
optimizer = torch.optim.SGD([weight], lr=0.1)
target = torch.tensor(8.0)

loss = criterion(weight * 2, target)  # (2 * weight - 8) ** 2
loss.backward()
print(f"loss {loss:.1f}, gradient {weight.grad:.1f}")
# > loss 36.0, gradient -24.0

optimizer.step()  # weight - lr * gradient
print(f"weight {weight.item():.1f}")
# > weight 3.4
print(f"loss {criterion(weight * 2, target):.2f}")
# > loss 1.44

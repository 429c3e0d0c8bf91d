"""On separable data the loss has no minimum: the weight keeps growing."""

import torch
from torch import nn

inputs = torch.tensor([-1.0, 1.0])
target = torch.tensor([0.0, 1.0])  # the sign decides, without exception

weight = nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([weight], lr=1.0)
for step in range(1, 201):
    loss = nn.BCEWithLogitsLoss()(weight * inputs, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step in (10, 50, 200):
        print(f"step {step}: loss {loss:.4f}, weight {weight.item():.2f}")
# > step 10: loss 0.1092, weight 2.26
# > step 50: loss 0.0207, weight 3.89
# > step 200: loss 0.0051, weight 5.29

"""A pos_weight raises the probability that the model settles on."""

import torch
from torch import nn

target = torch.tensor([1.0] + [0.0] * 9)  # one positive in ten
rate = target.mean()

for weight in (1.0, 9.0):
    criterion = nn.BCEWithLogitsLoss(pos_weight=torch.tensor([weight]))
    logit = nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([logit], lr=1.0)
    for _ in range(60):
        optimizer.zero_grad()
        criterion(logit.expand(10), target).backward()
        optimizer.step()
    expected = weight * rate / (weight * rate + 1 - rate)
    settled = torch.sigmoid(logit).item()
    # Undo the weight: subtract its logarithm from the logit.
    undone = torch.sigmoid(logit - torch.tensor(weight).log()).item()
    print(f"pos_weight {weight:.0f}: settles on {settled:.2f}")
    print(f"  expected {expected:.2f}, undone {undone:.2f}")
# > pos_weight 1: settles on 0.10
# >   expected 0.10, undone 0.10
# > pos_weight 9: settles on 0.50
# >   expected 0.50, undone 0.10

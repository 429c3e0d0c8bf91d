"""A pos_weight of nine lets one positive pull as hard as nine others."""

import torch
from torch import nn

target = torch.tensor([1.0] + [0.0] * 9)

for weight in (1.0, 9.0, 10.0):
    logits = torch.zeros(10, requires_grad=True)
    pos_weight = torch.tensor(weight)
    criterion = nn.BCEWithLogitsLoss(pos_weight=pos_weight, reduction="sum")
    criterion(logits, target).backward()
    up = -logits.grad[target == 1].sum()
    down = logits.grad[target == 0].sum()
    print(f"pos_weight {weight:.0f}: up {up:.1f}, down {down:.1f}")
# > pos_weight 1: up 0.5, down 4.5
# > pos_weight 9: up 4.5, down 4.5
# > pos_weight 10: up 5.0, down 4.5

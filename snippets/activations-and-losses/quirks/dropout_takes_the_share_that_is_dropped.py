"""Dropout takes the share to drop, and BatchNorm the share of the new."""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(10_000)
batches = torch.randn(50, 64, 1) + 3


def show(dropout, norm):
    zeros = (dropout(x) == 0).float().mean()
    for batch in batches:
        norm(batch)
    means = f"{norm.running_mean.item():.2f} last {batches[-1].mean():.2f}"
    print(f"dropped {zeros:.1f}, running mean {means}")


# Wrong: 0.9 was the share to keep, 0.99 the share of the old mean.
show(nn.Dropout(0.9), nn.BatchNorm1d(1, momentum=0.99))
# > dropped 0.9, running mean 2.92 last 2.92

# Right: PyTorch wants one minus that.
show(nn.Dropout(0.1), nn.BatchNorm1d(1, momentum=0.01))
# > dropped 0.1, running mean 1.18 last 2.92

"""BatchNorm moves its running statistics with requires_grad=False, too."""

import torch
from torch import nn

torch.manual_seed(0)
batches = torch.randn(20, 8, 3) + 5


def show(backbone):
    norm = backbone[0]
    print(norm.weight.tolist(), f"mean {norm.running_mean.mean():.1f}")
    # Notice it: False if the frozen part is in train mode, or True.
    print(not any(m.training for m in backbone.modules()))


# Wrong: only the weights are frozen.
backbone = nn.Sequential(nn.BatchNorm1d(3)).requires_grad_(False)
model = nn.Sequential(backbone, nn.Linear(3, 1))
for batch in batches:
    model.train()
    model(batch).square().mean().backward()
show(backbone)
# > [1.0, 1.0, 1.0] mean 4.5
# > False

# Right: the statistics as well.
backbone = nn.Sequential(nn.BatchNorm1d(3)).requires_grad_(False)
model = nn.Sequential(backbone, nn.Linear(3, 1))
for batch in batches:
    model.train()
    backbone.eval()
    model(batch).square().mean().backward()
show(backbone)
# > [1.0, 1.0, 1.0] mean 0.0
# > True

# eval() alone freezes the statistics and not the weights.
print(nn.BatchNorm1d(3).eval().weight.requires_grad)
# > True

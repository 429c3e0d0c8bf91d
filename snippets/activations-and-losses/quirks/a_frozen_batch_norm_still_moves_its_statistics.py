"""BatchNorm moves its running statistics with requires_grad=False, too."""

import torch
from torch import nn

torch.manual_seed(0)
batches = torch.randn(20, 8, 3) + 5


def train(freeze):
    backbone = nn.Sequential(nn.BatchNorm1d(3)).requires_grad_(False)
    net = nn.Sequential(backbone, nn.Linear(3, 1))
    for batch in batches:
        net.train()
        freeze(backbone)
        net(batch).square().mean().backward()
    # Notice it: False if the frozen part is in train mode, or True.
    print(not any(m.training for m in backbone.modules()))
    print("weight", backbone[0].weight.tolist())
    print(f"running mean {backbone[0].running_mean.mean():.1f}")


# Wrong: only the weights are frozen.
train(lambda layers: layers)
# > False
# > weight [1.0, 1.0, 1.0]
# > running mean 4.5

# Right: the statistics as well.
train(lambda layers: layers.eval())
# > True
# > weight [1.0, 1.0, 1.0]
# > running mean 0.0

# eval() alone freezes the statistics and not the weights.
print(nn.BatchNorm1d(3).eval().weight.requires_grad)
# > True

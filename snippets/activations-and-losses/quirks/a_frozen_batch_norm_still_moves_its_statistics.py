"""BatchNorm moves its running statistics with requires_grad=False, too."""

import torch
from torch import nn

torch.manual_seed(0)
batches = torch.randn(20, 8, 3) + 5


def pretrained():
    backbone = nn.Sequential(nn.BatchNorm1d(3)).requires_grad_(False)
    return backbone, nn.Sequential(backbone, nn.Linear(3, 1))


def show(backbone):
    # Notice it: False if the frozen part is in train mode, or True.
    print(not any(m.training for m in backbone.modules()))
    print("learns:", backbone[0].weight.requires_grad, end=", ")
    print(f"mean {backbone[0].running_mean.mean():.1f}", end=", ")
    print(f"features {backbone.eval()(batches.flatten(0, 1)).mean():.1f}")


# Wrong: only the weights are frozen.
backbone, model = pretrained()
for batch in batches:
    model.train()
    model(batch)  # and train the head
show(backbone)
# > False
# > learns: False, mean 4.5, features 0.5

# Right: the statistics as well.
backbone, model = pretrained()
for batch in batches:
    model.train()
    backbone.eval()
    model(batch)
show(backbone)
# > True
# > learns: False, mean 0.0, features 5.1

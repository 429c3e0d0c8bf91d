"""Dropout draws anew in each pass, and BatchNorm counts, until eval()."""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(8, 4) + 1


def load():
    return nn.Sequential(nn.BatchNorm1d(4), nn.Linear(4, 50), nn.Dropout())


# Wrong: as it was made, or loaded. no_grad() changes nothing about it.
model = load()
with torch.no_grad():
    # Notice it: False in train mode, True in eval mode.
    print(torch.allclose(model(x), model(x), atol=1e-5))
# > False
print("batches counted:", model[0].num_batches_tracked.item())
# > batches counted: 2

# Right: in eval mode.
model = load()
model.eval()
with torch.no_grad():
    print(torch.allclose(model(x), model(x), atol=1e-5))
# > True
print("batches counted:", model[0].num_batches_tracked.item())
# > batches counted: 0

"""Dropout draws anew in each pass, and BatchNorm counts, until eval()."""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(8, 4) + 1


@torch.no_grad()
def predict(prepare):
    model = nn.Sequential(nn.BatchNorm1d(4), nn.Linear(4, 50), nn.Dropout())
    prepare(model)
    # Notice it: False in train mode, True in eval mode.
    print(torch.allclose(model(x), model(x), atol=1e-5))
    print("batches counted:", model[0].num_batches_tracked.item())


# Wrong: as it was made, or loaded. no_grad() changes nothing about it.
predict(lambda model: model)
# > False
# > batches counted: 2

# Right: in eval mode.
predict(lambda model: model.eval())
# > True
# > batches counted: 0

"""A model pickled by an older release lacks what a newer one reads."""

import io

import torch
from torch import nn


def build():
    return nn.Sequential(nn.Linear(2, 3), nn.GELU(), nn.Linear(3, 1))


# A file as an older release wrote it: its GELU had no option yet.
old, file = build(), io.BytesIO()
del old[1].approximate
torch.save(old, file)
file.seek(0)
old, inputs = torch.load(file, weights_only=False), torch.ones(4, 2)

# Wrong: the old objects with the code of this release.
try:
    print(old(inputs).shape)
except AttributeError as error:
    print(error)
# > 'GELU' object has no attribute 'approximate'

# Right: new objects with the old weights.
model = build()
model.load_state_dict(old.state_dict())
print(model(inputs).shape)
# > torch.Size([4, 1])

# Notice it: False for what was loaded, True for what was built.
for net in old, model:
    gelus = [m for m in net.modules() if isinstance(m, nn.GELU)]
    print(all(hasattr(m, "approximate") for m in gelus))
# > False
# > True

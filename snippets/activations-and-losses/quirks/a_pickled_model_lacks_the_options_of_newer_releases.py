"""A model pickled by an older release lacks what a newer one reads."""

import tempfile
from pathlib import Path

import torch
from torch import nn

# A file as an older release wrote it: its GELU had no option yet.
path = Path(tempfile.mkdtemp()) / "model.pth"
old = nn.Sequential(nn.Linear(2, 3), nn.GELU())
del old[1].approximate
torch.save(old, path)
inputs = torch.ones(4, 2)

# Wrong: the old objects with the code of this release.
model = torch.load(path, weights_only=False)
try:
    print(model(inputs).shape)
except AttributeError as error:
    print(error)
# > 'GELU' object has no attribute 'approximate'

# Right: new objects with the old weights.
old = torch.load(path, weights_only=False)
model = nn.Sequential(nn.Linear(2, 3), nn.GELU())
model.load_state_dict(old.state_dict())
print(model(inputs).shape)
# > torch.Size([4, 3])

# Notice it: False for what was loaded, True for what was built.
for net in old, model:
    gelus = [m for m in net.modules() if isinstance(m, nn.GELU)]
    print(all(hasattr(m, "approximate") for m in gelus))
# > False
# > True

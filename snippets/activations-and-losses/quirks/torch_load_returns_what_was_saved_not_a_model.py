"""`torch.load` returns what was saved: here weights, and no model."""

import tempfile
from pathlib import Path

import torch
from torch import nn

path = Path(tempfile.mkdtemp()) / "model.pth"
model = nn.Linear(2, 1)
torch.save(model.state_dict(), path)


def predict(model):
    # Notice it: False for a dictionary, True for a model.
    print(isinstance(model, nn.Module))
    try:
        model.eval()
        print(*model(torch.ones(1, 2)).shape)
    except AttributeError as error:
        print(error)


# Wrong: the dictionary as a model, or the path as a dictionary.
predict(torch.load(path))
# > False
# > 'collections.OrderedDict' object has no attribute 'eval'
try:
    model.load_state_dict(str(path))
except TypeError as error:
    print(error)
# > Expected state_dict to be dict-like, got <class 'str'>.

# Right: the dictionary into a model.
model.load_state_dict(torch.load(path))
predict(model)
# > True
# > 1 1

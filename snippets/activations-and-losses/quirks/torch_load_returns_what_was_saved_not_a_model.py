"""`torch.load` returns what was saved: here weights, and no model."""

import tempfile

import torch
from torch import nn

path = tempfile.mkdtemp() + "/model.pth"
torch.save(nn.Linear(2, 1).state_dict(), path)

# Wrong: the dictionary as a model, or the path as a dictionary.
model = torch.load(path)
try:
    model.eval()
except AttributeError as error:
    print(error)
# > 'collections.OrderedDict' object has no attribute 'eval'
try:
    nn.Linear(2, 1).load_state_dict(path)
except TypeError as error:
    print(error)
# > Expected state_dict to be dict-like, got <class 'str'>.

# Right: the dictionary into a model.
model = nn.Linear(2, 1)
weights = torch.load(path)
model.load_state_dict(weights)
model.eval()
print(*model(torch.ones(1, 2)).shape)
# > 1 1

# Notice it: False for a dictionary, True for a model.
for model in weights, nn.Linear(2, 1):
    print(isinstance(model, nn.Module))
# > False
# > True

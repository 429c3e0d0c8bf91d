"""A model with a lambda in it cannot be pickled; its weights can."""

import tempfile
from pathlib import Path

import torch
from torch import nn

path = Path(tempfile.mkdtemp()) / "model.pth"


def build(activation=None):
    model = nn.Sequential(nn.Linear(2, 2))
    model.activation = activation or (lambda x: x.clamp(min=0))
    return model


# Wrong: the whole object, with the lambda in it.
model = build()
try:
    torch.save(model, path)
    print("saved")
except AttributeError as error:
    print(error)
# > Can't pickle local object 'build.<locals>.<lambda>'

# Right: the weights alone, or a module as the activation.
torch.save(model.state_dict(), path)
print(*torch.load(path))
# > 0.weight 0.bias
model = build(nn.ReLU())
torch.save(model, path)
print(type(torch.load(path, weights_only=False)).__name__)
# > Sequential

"""`torch.load` reads tensors only, and refuses a model saved whole."""

import pickle
import tempfile
from pathlib import Path

import torch
from torch import nn

path = Path(tempfile.mkdtemp()) / "model.pt"
model = nn.Sequential(nn.Linear(2, 1), nn.ReLU())


def explain(error):
    said = str(error).split("WeightsUnpickler error: ")
    print(said[0].split(". ")[0], "...", said[1].split(" was ")[0])


# Wrong: an object with a class of its own is in the file.
torch.save(model, path)
try:
    torch.load(path)
except pickle.UnpicklingError as error:
    explain(error)
# > Weights only load failed ... Unsupported global: GLOBAL torch.nn.modules.container.Sequential
torch.save({"weights": model.state_dict(), "activation": nn.ReLU()}, path)
try:
    torch.load(path)
except pickle.UnpicklingError as error:
    explain(error)
# > Weights only load failed ... Unsupported global: GLOBAL torch.nn.modules.activation.ReLU

# Right: a file that you trust is read whole; the next has only weights.
print(type(torch.load(path, weights_only=False)).__name__)
# > dict
torch.save(model.state_dict(), path)
print(type(torch.load(path)).__name__)
# > OrderedDict

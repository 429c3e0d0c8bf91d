"""`torch.load` reads tensors only, and refuses a model saved whole."""

import io
import pickle

import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 1), nn.ReLU())


def stored(what):
    file = io.BytesIO()
    torch.save(what, file)
    file.seek(0)
    return file


def show(what, **options):
    try:
        print(type(torch.load(stored(what), **options)).__name__)
    except pickle.UnpicklingError as error:
        said = str(error).split("WeightsUnpickler error: ")
        print(said[0].split(". ")[0], "...", said[1].split(" was ")[0])


# Wrong: an object with a class of its own is in the file.
show(model)
# > Weights only load failed ... Unsupported global: GLOBAL torch.nn.modules.container.Sequential
show({"weights": model.state_dict(), "activation": nn.ReLU()})
# > Weights only load failed ... Unsupported global: GLOBAL torch.nn.modules.activation.ReLU

# Right: the weights alone, for a model that the code builds.
show(model.state_dict())
# > OrderedDict

# A file that you trust can still be read whole.
show(model, weights_only=False)
# > Sequential

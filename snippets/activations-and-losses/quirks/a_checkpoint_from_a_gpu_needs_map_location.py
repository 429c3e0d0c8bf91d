"""A checkpoint goes back to the device it came from, or where you say."""

import tempfile
from pathlib import Path
from unittest import mock

import torch
from torch import nn

model = nn.Linear(2, 1)
path = Path(tempfile.mkdtemp()) / "model.pth"
tag = "torch.serialization.location_tag"
with mock.patch(tag, return_value="cuda:0"):  # as a machine with a GPU does
    torch.save(model.state_dict(), path)

# Wrong: on a machine without a GPU.
try:
    weights = torch.load(path)
    print(weights["weight"].device)
except RuntimeError as error:
    print(error)
# > Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.

# Right: to the CPU; the model moves them later.
weights = torch.load(path, map_location="cpu")
print(weights["weight"].device)
# > cpu

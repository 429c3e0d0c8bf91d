"""A checkpoint goes back to the device it came from, or where you say."""

import io
from unittest import mock

import torch


def checkpoint():
    """Return a file as a machine with a GPU writes it."""
    file, tag = io.BytesIO(), "torch.serialization.location_tag"
    with mock.patch(tag, return_value="cuda:0"):
        torch.save({"weight": torch.ones(2)}, file)
    file.seek(0)
    return file


def show(**options):
    try:
        print(torch.load(checkpoint(), **options)["weight"].device)
    except RuntimeError as error:
        print(error)


# Wrong: on a machine without a GPU.
show()
# > Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.

# Right: to the CPU; the model moves them later.
show(map_location="cpu")
# > cpu

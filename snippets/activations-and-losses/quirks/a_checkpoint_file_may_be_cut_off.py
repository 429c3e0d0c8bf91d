"""A checkpoint that was not written to its end cannot be loaded."""

import tempfile
from pathlib import Path

import torch

path = Path(tempfile.mkdtemp()) / "model.pth"
state = {"weight": torch.ones(1000), "epoch": 7}
torch.save(state, path)
whole = path.read_bytes()


def load():
    try:
        print("epoch", torch.load(path)["epoch"])
    except (RuntimeError, EOFError) as error:
        print(repr(error).split(". ")[0])


# Wrong: it writes over its only file, and is stopped, here by hand.
file = path
torch.save(state, file)
file.write_bytes(whole[: len(whole) // 2])
load()
# > RuntimeError('PytorchStreamReader failed reading zip archive: failed finding central directory
file.write_bytes(b"")
load()
# > EOFError()

# Right: it writes another file, which takes the name when it is whole.
path.write_bytes(whole)
file = path.with_suffix(".part")
file.write_bytes(whole[: len(whole) // 2])
load()
# > epoch 7
torch.save(state | {"epoch": 8}, file)
file.replace(path)
load()
# > epoch 8

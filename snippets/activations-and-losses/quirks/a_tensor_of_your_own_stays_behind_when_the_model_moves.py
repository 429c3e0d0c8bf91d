"""A model takes its parameters and buffers along, and no other tensor."""

import torch
from torch import nn


def move(keep):
    net = nn.Module()
    net.layer = nn.Linear(3, 3)
    keep(net, torch.ones(3, 3).tril())
    net.to("meta")  # it stands for a GPU here
    print(f"layer on {net.layer.weight.device}, mask on {net.mask.device}")
    # Notice it: False where a tensor stayed behind, True if all moved.
    print(net.mask.device == net.layer.weight.device)


# Wrong: a plain attribute.
move(lambda net, mask: setattr(net, "mask", mask))
# > layer on meta, mask on cpu
# > False

# Right: a buffer, which the model knows.
move(lambda net, mask: net.register_buffer("mask", mask))
# > layer on meta, mask on meta
# > True

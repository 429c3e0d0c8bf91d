"""A model takes its parameters and buffers along, and no other tensor."""

import torch
from torch import nn

mask = torch.ones(3, 3).tril()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 3)
        self.mask = mask


def move(net):
    net.to("meta")  # it stands for a GPU here
    print(f"layer on {net.layer.weight.device}, mask on {net.mask.device}")
    # Notice it: False where a tensor stayed behind, True if all moved.
    print(net.mask.device == net.layer.weight.device)


# Wrong: the mask is a plain attribute.
move(Net())
# > layer on meta, mask on cpu
# > False


# Right: it is a buffer, which the model knows.
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 3)
        self.register_buffer("mask", mask)


move(Net())
# > layer on meta, mask on meta
# > True

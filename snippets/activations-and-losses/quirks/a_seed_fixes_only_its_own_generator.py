"""A seed fixes one generator, for draws in the same order."""

import random

import numpy as np
import torch
from torch import nn


def first_loss(seeds, draws=0):
    for seed in seeds:
        seed(0)
    torch.rand(draws)  # something else that draws a number
    inputs = torch.ones(4, 2) * np.random.rand() * random.random()
    net = nn.Sequential(nn.Linear(2, 8), nn.Dropout(), nn.Linear(8, 1))
    return nn.MSELoss()(net(inputs), torch.ones(4, 1)).item()


def compare(seeds, draws=0):
    first, second = first_loss(seeds), first_loss(seeds, draws)
    # Notice it: False if something differs, True if the runs agree.
    print(abs(first - second) < 1e-5)


# Wrong: an augmentation draws from NumPy, or from random.
compare([torch.manual_seed])
# > False

# Right: all three have a seed.
compare([torch.manual_seed, np.random.seed, random.seed])
# > True

# One draw more, as a new layer makes, changes all that follow.
compare([torch.manual_seed, np.random.seed, random.seed], draws=1)
# > False

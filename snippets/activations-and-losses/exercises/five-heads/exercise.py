"""Choose outputs, criterion and target for five tasks.

`heads()` returns, for each task, how many outputs its last nn.Linear has,
the criterion, and a function that turns a list of raw labels into the
target. The raw label of one sample is

- "price": a number, such as 2.5;
- "spam": True or False;
- "digit": one of ten, 0 to 9;
- "photo": the set of its tags out of six, {0, 4} for instance, or set();
- "words": a list with one of four classes, 0 to 3, for each word. The
  sentences of a batch have the same number of words.

The check calls criterion(outputs, target) with what such a layer returns:
(N, outputs), and (N, words, outputs) for "words". A criterion is a loss
of torch.nn that takes the mean, or a function of yours that calls one.
"""

import torch
from torch import nn


def heads():
    # TODO: replace all but the names.
    return {
        "price": (2, nn.MSELoss(), torch.tensor),
        "spam": (2, nn.MSELoss(), torch.tensor),
        "digit": (2, nn.MSELoss(), torch.tensor),
        "photo": (2, nn.MSELoss(), torch.tensor),
        "words": (2, nn.MSELoss(), torch.tensor),
    }

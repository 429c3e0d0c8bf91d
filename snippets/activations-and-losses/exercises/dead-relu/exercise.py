"""Bring the dead units of a network back to life.

`revive(model, inputs)` gets nn.Sequential(nn.Linear, nn.ReLU, nn.Linear)
and a matrix of inputs, five rows at least, no two alike. Every hidden
unit has a bias of -10 and is 0 for all of these inputs. Return a model of
the same three parts, linear layer, activation, linear layer, and of the
same sizes. You may change any number in it, and the activation. Then

- no unit is dead: for some input its activation has a slope of 0.001 or
  more, and its weights and its bias get a gradient;
- no unit is straight: its slope is not the same for all inputs, or the
  network would be linear in what it is given.

The mean of the inputs is not 0. Nothing needs to be trained.
"""

from torch import nn


def revive(model, inputs):
    hidden, activation, output = model
    # TODO: change what has to be changed.
    return nn.Sequential(hidden, activation, output)

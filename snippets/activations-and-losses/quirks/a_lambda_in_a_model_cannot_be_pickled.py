"""A model with a lambda in it cannot be pickled; its weights can."""

import io

import torch
from torch import nn


def build(activation=None):
    model = nn.Sequential(nn.Linear(2, 2))
    model.activation = activation or (lambda x: x.clamp(min=0))
    return model


def save(what):
    try:
        torch.save(what, io.BytesIO())
        print("saved", type(what).__name__)
    except AttributeError as error:
        print(error)


# Wrong: the whole object, with the lambda in it.
save(build())
# > Can't pickle local object 'build.<locals>.<lambda>'

# Right: a module as the activation, or the weights alone.
save(build(nn.ReLU()))
# > saved Sequential
save(build().state_dict())
# > saved OrderedDict

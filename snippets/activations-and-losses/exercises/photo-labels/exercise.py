"""Give each photo every tag that belongs to it.

Four tags (beach, dog, people, sunset) may go together in any number, none
and all included. `build()` returns a model from 8 features to 4 outputs and
its criterion; targets are floats of 0 and 1, of the shape (N, 4).
`tags(outputs)` turns outputs of the model into a tensor of 0 and 1, or of
False and True, of the same shape. It was written for one tag per photo.
"""

from torch import nn


def build():
    # TODO: mend the model, the criterion, and the prediction below.
    model = nn.Sequential(
        nn.Linear(8, 16),
        nn.ReLU(),
        nn.Linear(16, 4),
        nn.Softmax(dim=1),
    )
    return model, nn.CrossEntropyLoss()


def tags(outputs):
    return outputs.argmax(dim=1)

"""Let the loss of this classifier fall as far as it should.

The model tells three kinds of iris apart, and its loss gets stuck.
Return a model for four measurements and three classes, and the criterion
that belongs to it; the optimizer and the data are not at fault.
"""

from torch import nn


def build():
    # TODO: mend the model, or the criterion.
    model = nn.Sequential(
        nn.Linear(4, 16),
        nn.ReLU(),
        nn.Linear(16, 3),
        nn.Softmax(dim=1),
    )
    criterion = nn.CrossEntropyLoss()
    return model, criterion

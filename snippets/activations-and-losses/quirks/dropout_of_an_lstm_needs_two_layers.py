"""The dropout of an LSTM acts between layers, so one layer has none."""

import warnings

import torch
from torch import nn

torch.manual_seed(0)
series = torch.rand(4, 3, 2)


def show(make):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        lstm = make()
    print(caught[0].message if caught else "no warning")
    print("twice the same:", torch.equal(lstm(series)[0], lstm(series)[0]))


# Wrong: one layer.
show(lambda: nn.LSTM(2, 8, dropout=0.5))
# > dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers greater than 1, but got dropout=0.5 and num_layers=1
# > twice the same: True

# Right: two layers, with dropout between them.
show(lambda: nn.LSTM(2, 8, num_layers=2, dropout=0.5))
# > no warning
# > twice the same: False

# With one layer: a Dropout of its own, after the outputs.
dropout, lstm = nn.Dropout(0.5), nn.LSTM(2, 8)
outputs = lstm(series)[0]
print("twice the same:", torch.equal(dropout(outputs), dropout(outputs)))
# > twice the same: False

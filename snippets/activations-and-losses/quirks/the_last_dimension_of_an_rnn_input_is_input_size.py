"""The input_size of an LSTM is the number of features of one time step."""

import torch
from torch import nn

batch = torch.zeros(2, 7, 3)  # two sequences of seven steps of three
series = torch.zeros(2, 7)  # one number in each step


def show(lstm, inputs):
    try:
        print("output", tuple(lstm(inputs)[0].shape))
    except (RuntimeError, ValueError) as error:
        print(error)


# Wrong: the number of steps, or a fourth dimension.
lstm = nn.LSTM(input_size=7, hidden_size=5, batch_first=True)
show(lstm, batch)
# > input.size(-1) must be equal to input_size. Expected 7, got 3
show(lstm, batch[None])
# > LSTM: Expected input to be 2D or 3D, got 4D instead

# Right: the number of features, the last dimension of the data.
lstm = nn.LSTM(input_size=3, hidden_size=5, batch_first=True)
show(lstm, batch)
# > output (2, 7, 5)

# Without an error, and wrong: two series are read as one of two steps.
show(nn.LSTM(7, 5, batch_first=True), series)
# > output (2, 5)
show(nn.LSTM(1, 5, batch_first=True), series.unsqueeze(-1))
# > output (2, 7, 5)

# Notice it: False for the number of steps, True for the features.
for lstm in nn.LSTM(7, 5), nn.LSTM(3, 5):
    print(batch.shape[-1] == lstm.input_size)
# > False
# > True

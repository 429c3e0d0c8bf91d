"""The state of an RNN is (layers, batch, features), also if batch_first."""

import torch
from torch import nn

rnn = nn.LSTM(3, 5, num_layers=2, batch_first=True)
data = torch.zeros(6, 7, 3)  # six sequences of seven steps


def run(make):
    try:
        for batch in data.split(4):
            h = make(batch)
            output, (last, _) = rnn(batch, (h, h))
            print(tuple(output.shape), tuple(last.shape))
    except RuntimeError as error:
        print(error)


# Wrong: a state for four, and the last batch has two.
run(lambda batch: torch.zeros(2, 4, 5))
# > (4, 7, 5) (2, 4, 5)
# > Expected hidden[0] size (2, 2, 5), got [2, 4, 5]

# Right: a state for this batch.
run(lambda batch: torch.zeros(2, len(batch), 5))
# > (4, 7, 5) (2, 4, 5)
# > (2, 7, 5) (2, 2, 5)

# Batch first in the state is refused as well.
run(lambda batch: torch.zeros(len(batch), 2, 5))
# > Expected hidden[0] size (2, 4, 5), got [4, 2, 5]

# Notice it: False for the old size, True for this one.
batch = data[4:]
for h in torch.zeros(2, 4, 5), torch.zeros(2, len(batch), 5):
    print(h.shape == (rnn.num_layers, len(batch), rnn.hidden_size))
# > False
# > True

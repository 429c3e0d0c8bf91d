"""The last output of a padded batch is that of padding."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence

torch.manual_seed(0)
lstm = nn.LSTM(1, 4, batch_first=True)
sequences = [torch.ones(5, 1), torch.ones(2, 1)]
lengths = torch.tensor([5, 2])
batch = pad_sequence(sequences, batch_first=True)
output, _ = lstm(batch)
alone = lstm(sequences[1])[0][-1]  # of the short one, without padding


def show(in_a_batch):
    # Notice it: False for the state after padding, True for its own.
    print(torch.allclose(in_a_batch, alone))


# Wrong: the last step of the batch.
last = output[:, -1]
show(last[1])
# > False

# Right: the last step of each sequence.
rows = torch.arange(len(output))
last = output[rows, lengths - 1]
show(last[1])
# > True

# Packed, the LSTM stops at the end of each sequence by itself.
packed = pack_padded_sequence(batch, lengths, batch_first=True)
_, (h_n, _) = lstm(packed)
show(h_n[-1, 1])
# > True

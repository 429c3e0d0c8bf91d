"""The last output of a padded batch is that of padding."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence

torch.manual_seed(0)
lstm = nn.LSTM(1, 4, batch_first=True)
sequences = [torch.ones(5, 1), torch.ones(2, 1)]
lengths = torch.tensor([5, 2])
batch = pad_sequence(sequences, batch_first=True)
alone = lstm(sequences[1])[0][-1]  # after its second step


def last(choose):
    in_a_batch = choose(lstm(batch)[0])[1]
    # Notice it: False for the state after padding, True for its own.
    print(torch.allclose(in_a_batch, alone))


# Wrong: the last step of the batch.
last(lambda output: output[:, -1])
# > False

# Right: the last step of each sequence.
last(lambda output: output[torch.arange(2), lengths - 1])
# > True

# Packed, the LSTM stops at the end of each sequence by itself.
packed = pack_padded_sequence(batch, lengths, batch_first=True)
print(torch.allclose(lstm(packed)[1][0][-1, 1], alone))
# > True

"""A packed batch has one length for each sequence, none above its steps."""

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

batch = torch.zeros(2, 5, 3)  # two sequences, five steps, three features
lengths = torch.tensor([5, 4])


def show(pack):
    try:
        outputs, steps = pad_packed_sequence(pack(), batch_first=True)
        print(tuple(outputs.shape), steps.tolist())
    except (RuntimeError, ValueError) as error:
        print(error)


# Wrong: dimension 0 is read as the steps.
show(lambda: pack_padded_sequence(batch, lengths))
# > Expected `len(lengths)` to be equal to batch_size, but got 2 (batch_size=5)

# Right: dimension 0 is the batch.
show(lambda: pack_padded_sequence(batch, lengths, batch_first=True))
# > (2, 5, 3) [5, 4]

# A length above the number of steps, and the lengths of another batch.
above, many = torch.tensor([6, 4]), torch.tensor([5, 4, 2])
show(lambda: pack_padded_sequence(batch, above, batch_first=True))
# > shape '[2, 1, 3]' is invalid for input of size 3
show(lambda: pack_padded_sequence(batch, many, batch_first=True))
# > Expected `len(lengths)` to be equal to batch_size, but got 3 (batch_size=2)

# Notice it: False for the lengths of another batch, True for its own.
for lengths in many, torch.tensor([5, 4]):
    print(len(lengths) == len(batch))
# > False
# > True

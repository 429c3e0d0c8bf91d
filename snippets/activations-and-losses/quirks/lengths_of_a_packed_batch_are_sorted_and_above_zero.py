"""Lengths for packing are above 0, and sorted, or sorted for you."""

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

batch = torch.ones(2, 3, 1)
unsorted, empty = torch.tensor([2, 3]), torch.tensor([3, 0])

# Wrong: the shorter one first, or an empty one.
for lengths in unsorted, empty:
    try:
        pack_padded_sequence(batch, lengths, batch_first=True)
    except RuntimeError as error:
        print(str(error).partition(". You")[0])
# > `lengths` array must be sorted in decreasing order when `enforce_sorted` is True
# > Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0

# Right: sorted for you, and without empty ones.
for lengths in unsorted, empty:
    packed = pack_padded_sequence(
        batch[lengths > 0],
        lengths[lengths > 0].cpu(),
        batch_first=True,
        enforce_sorted=False,
    )
    print("steps:", *pad_packed_sequence(packed)[1].tolist())
# > steps: 2 3
# > steps: 3

# Notice it: False with an empty sequence, True without.
for lengths in empty, unsorted:
    print(bool(lengths.min() > 0))
# > False
# > True

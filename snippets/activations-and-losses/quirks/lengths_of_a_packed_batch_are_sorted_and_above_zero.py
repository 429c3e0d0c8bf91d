"""Lengths for packing are above 0, and sorted, or sorted for you."""

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

batch = torch.ones(2, 3, 1)


def pack(lengths, **options):
    # Notice it: False with an empty sequence, True without.
    print(bool(lengths.min() > 0))
    try:
        packed = pack_padded_sequence(batch, lengths, True, **options)
        print("steps:", *pad_packed_sequence(packed)[1].tolist())
    except RuntimeError as error:
        print(str(error).partition(". You")[0])


# Wrong: the shorter one first, or an empty one.
pack(torch.tensor([2, 3]))
# > True
# > `lengths` array must be sorted in decreasing order when `enforce_sorted` is True
pack(torch.tensor([3, 0]))
# > False
# > Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0

# Right: sorted for you, and without empty ones.
pack(torch.tensor([2, 3]), enforce_sorted=False)
# > True
# > steps: 2 3

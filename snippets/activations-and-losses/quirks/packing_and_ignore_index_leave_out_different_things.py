"""Packing keeps padding out of an RNN, and ignore_index out of the loss."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

torch.manual_seed(0)
batch = torch.rand(2, 4, 3)  # the second sequence has two real steps
tags = torch.tensor([[0, 1, 1, 0], [1, 0, -100, -100]])
lengths = torch.tensor([4, 2])
packed = pack_padded_sequence(batch, lengths, batch_first=True)


def show(both_ways):
    rnn = nn.LSTM(3, 2, batch_first=True, bidirectional=both_ways)
    plain, (last_plain, _) = rnn(batch)
    outputs, (last, _) = rnn(packed)
    real = pad_packed_sequence(outputs, batch_first=True)[0]
    same = torch.allclose(plain[tags >= 0], real[tags >= 0], atol=1e-6)
    print(f"same outputs at real steps: {same}")
    print("same last state:", torch.allclose(last_plain, last, atol=1e-6))
    return plain, outputs


# One direction, in which the padding comes last. Then both.
plain, outputs = show(both_ways=False)
# > same outputs at real steps: True
# > same last state: False
show(both_ways=True)
# > same outputs at real steps: False
# > same last state: False

# The loss: packed labels, or ignore_index, which is -100 by default.
criterion = nn.CrossEntropyLoss()
labels = pack_padded_sequence(tags, lengths, batch_first=True)
print(f"packed: {criterion(outputs.data, labels.data):.4f}")
# > packed: 0.7007
print(f"ignore_index: {criterion(plain.mT, tags):.4f}")
# > ignore_index: 0.7007

"""CosineEmbeddingLoss compares vectors: a batch of rows, or one pair."""

import torch
from torch import nn

criterion = nn.CosineEmbeddingLoss()
first = torch.arange(24.0).sin().reshape(2, 3, 4)  # 3 tokens, 4 features
second = torch.arange(24.0).cos().reshape(2, 3, 4)
labels = torch.tensor([1.0, -1.0])  # one for each of the two sequences


def show(one, other, target):
    try:
        print(f"loss {criterion(one, other, target):.4f}")
    except RuntimeError as error:
        print(error)


# Wrong: sequences; two vectors with a list of labels; rows with one.
show(first, second, labels)
# > 1D target tensor expects 2D input tensors, but found inputs with sizes [2, 3, 4] and [2, 3, 4].
show(first[0, 0], second[0, 0], labels[:1])
# > 1D target tensor expects 2D input tensors, but found inputs with sizes [4] and [4].
show(first[0], second[0], labels[0])
# > 0D target tensor expects 1D input tensors, but found inputs with sizes [3, 4] and [3, 4].

# Right: one row for each label, or one label for two vectors.
show(first.flatten(1), second.flatten(1), labels)
# > loss 0.4848
show(first[0, 0], second[0, 0], labels[0])
# > loss 1.0325
# Or token by token, each with the label of its sequence.
show(first.flatten(0, 1), second.flatten(0, 1), labels.repeat_interleave(3))
# > loss 0.5215

# Notice it: the check is False for sequences, True for rows.
for vectors in first, first.flatten(1):
    print(vectors.dim() == labels.dim() + 1)
# > False
# > True

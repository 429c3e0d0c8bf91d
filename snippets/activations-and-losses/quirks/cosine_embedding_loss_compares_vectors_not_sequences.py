"""CosineEmbeddingLoss compares vectors: a batch of rows, or one pair."""

import torch
from torch import nn

criterion = nn.CosineEmbeddingLoss()
x1 = torch.arange(24.0).sin().reshape(2, 3, 4)  # 3 tokens, 4 features
x2 = torch.arange(24.0).cos().reshape(2, 3, 4)
labels = torch.tensor([1.0, -1.0])  # one for each of the two sequences

# Wrong: sequences; two vectors with a list of labels; rows with one.
try:
    loss = criterion(x1, x2, labels)
except RuntimeError as error:
    print(error)
# > 1D target tensor expects 2D input tensors, but found inputs with sizes [2, 3, 4] and [2, 3, 4].
for part, y in ((0, 0), labels[:1]), (0, labels[0]):
    try:
        loss = criterion(x1[part], x2[part], y)
    except RuntimeError as error:
        print(error)
# > 1D target tensor expects 2D input tensors, but found inputs with sizes [4] and [4].
# > 0D target tensor expects 1D input tensors, but found inputs with sizes [3, 4] and [3, 4].

# Right: one row for each label, or one label for two vectors.
loss = criterion(x1.flatten(1), x2.flatten(1), labels)
print(f"loss {loss:.4f}")
# > loss 0.4848
print(f"loss {criterion(x1[0, 0], x2[0, 0], labels[0]):.4f}")
# > loss 1.0325
# Or token by token, each with the label of its sequence.
y = labels.repeat_interleave(3)
print(f"loss {criterion(x1.flatten(0, 1), x2.flatten(0, 1), y):.4f}")
# > loss 0.5215

# Notice it: the check is False for sequences, True for rows.
for vectors in x1, x1.flatten(1):
    print(vectors.dim() == labels.dim() + 1)
# > False
# > True

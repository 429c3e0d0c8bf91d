"""MultiMarginLoss takes one class index for each sample."""

import torch
from torch import nn

criterion = nn.MultiMarginLoss()
outputs = torch.tensor([[0.6, 0.5, 0.1], [0.2, 0.4, 1.0]])
classes = torch.tensor([0, 2])
one_hot = nn.functional.one_hot(classes)

# Wrong: one-hot rows, a column of indices, labels of another batch.
try:
    loss = criterion(outputs, one_hot)
except RuntimeError as error:
    print(error)
# > multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [2], but got [2, 3]. Input has shape [2, 3].
for labels in classes[:, None], classes[:1]:
    try:
        loss = criterion(outputs, labels)
    except RuntimeError as error:
        print(error)
# > multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [2], but got [2, 1]. Input has shape [2, 3].
# > multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [2], but got [1]. Input has shape [2, 3].

# Right: one index for each row of outputs.
loss = criterion(outputs, one_hot.argmax(dim=1))
print(f"loss {loss:.4f}")
# > loss 0.3333

# Notice it: the check is False for one-hot rows, True for indices.
for labels in one_hot, classes:
    print(labels.shape == outputs.shape[:1])
# > False
# > True

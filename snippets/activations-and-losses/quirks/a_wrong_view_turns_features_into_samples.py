"""A wrong view turns features into samples, and the labels run short."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
labels = torch.tensor([0, 3])
one_hot = nn.functional.one_hot(labels, 4)
# Two images, each of two channels of two pixels.
features = torch.tensor(
    [[[2.0, 0.0], [1.0, 0.5]], [[0.0, 3.0], [1.0, 2.0]]]
)


def head(rows):  # a linear layer whose weights are known
    return rows @ torch.eye(rows.shape[1], 4)


# Wrong: a view that fits the layer, or labels laid end to end.
images = features.flatten(1)
pairs = (features.view(-1, 2), labels), (images, one_hot.view(-1))
for rows, target in pairs:
    try:
        criterion(head(rows), target)
    except ValueError as error:
        print(error)
# > Expected input batch_size (4) to match target batch_size (2).
# > Expected input batch_size (2) to match target batch_size (8).

# Right: one row for each image, and one label for each row.
logits = head(features.flatten(1))
print(f"loss {criterion(logits, one_hot.argmax(dim=1)):.4f}")
# > loss 0.9931

# Notice it: the check is False after the view, True after flatten.
for logits in head(features.view(-1, 2)), head(features.flatten(1)):
    print(len(logits) == len(labels))
# > False
# > True

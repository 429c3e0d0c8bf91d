"""A loss of all boxes in one column is viewed by image before the mask."""

import torch

torch.manual_seed(0)
labels = torch.tensor([[0, 2, 0, 0, 0], [0, 0, 0, 0, 1]])  # image, box
num, pos = len(labels), labels > 0
logits = torch.randn(num, 5, 3).view(-1, 3)
loss_c = logits.logsumexp(1, keepdim=True)
loss_c = loss_c - logits.gather(1, labels.view(-1, 1))

# Notice it: False while the loss is one column, then True.
print(loss_c.shape == pos.shape)
# > False

# Wrong: the mask is (images, boxes), the loss still (images * boxes, 1).
try:
    loss_c[pos] = 0
    loss_c = loss_c.view(num, -1)
except IndexError as error:
    print(error)
# > The shape of the mask [2, 5] at index 0 does not match the shape of the indexed tensor [10, 1] at index 0

# Right: the same two lines the other way round.
loss_c = loss_c.view(num, -1)
loss_c[pos] = 0
print(loss_c.shape == pos.shape)
# > True
for row in loss_c.tolist():
    print([round(x, 1) for x in row])
# > [1.5, 0.0, 1.1, 2.4, 1.6]
# > [1.0, 1.7, 0.4, 1.5, 0.0]

# The two hardest negatives for each positive, image by image.
rank = loss_c.argsort(1, descending=True).argsort(1)
print((rank < 2 * pos.sum(1, keepdim=True)).int().tolist())
# > [[0, 0, 0, 1, 1], [0, 1, 0, 1, 0]]

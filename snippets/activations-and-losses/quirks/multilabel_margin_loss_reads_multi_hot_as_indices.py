"""MultiLabelMarginLoss reads a multi-hot row as a list of class indices."""

import torch
from torch import nn

multi_hot = torch.tensor([[1.0, 0.0, 0.0, 1.0]])  # classes 0 and 3 are true
scores = torch.tensor([[2.0, -1.0, 1.5, 2.2]], requires_grad=True)
criterion = nn.MultiLabelMarginLoss()


def show(loss):
    scores.grad = None
    loss.backward()
    (raised,) = torch.where(scores.grad[0] < 0)
    print(f"loss {loss:.4f}, training raises classes {raised.tolist()}")


# Wrong: the multi-hot row, converted as the message asks.
try:
    criterion(scores, multi_hot)
except RuntimeError as error:
    print(error)
# > expected scalar type Long but found Float
show(criterion(scores, multi_hot.long()))
# > loss 4.7000, training raises classes [0, 1]

# Right: the indices of the true classes, then -1.
places = torch.where(multi_hot > 0, torch.arange(4), 4).sort(dim=1).values
indices = places.masked_fill(places == 4, -1)
print(f"target {indices.tolist()}")
# > target [[0, 3, -1, -1]]
show(criterion(scores, indices))
# > loss 0.2000, training raises classes [0, 3]

# Notice it: the check is False for multi-hot rows, True for indices.
for target in multi_hot.long(), indices:
    print(bool(target.max() > 1))
# > False
# > True

"""With label_smoothing, a class weight counts in every sample's loss."""

import torch
from torch import nn

weight = torch.tensor([1.0, 30.0])  # class 1 is rare
p = torch.arange(1, 100) / 100  # what a model may give to class 0
outputs = torch.stack([p, 1 - p], dim=1).log().requires_grad_()
labels = torch.zeros(99, dtype=torch.int64)  # all samples are of class 0
plain = nn.CrossEntropyLoss(label_smoothing=0.1)


def show(loss):
    (slopes,) = torch.autograd.grad(loss, outputs)
    # The loss is lowest where nothing pulls any more.
    lowest = slopes.abs().sum(dim=1).argmin()
    print(f"label 0: class 0 ends at {p[lowest]:.2f}")
    # Notice it: False with weight in the loss, True with it outside.
    print(torch.allclose(loss, plain(outputs, labels)))


# Wrong: weight and label_smoothing in one loss.
criterion = nn.CrossEntropyLoss(weight, label_smoothing=0.1)
loss = criterion(outputs, labels)
show(loss)
# > label 0: class 0 ends at 0.39
# > False

# Right: smooth first, then weigh each sample by its label.
criterion = nn.CrossEntropyLoss(
    label_smoothing=0.1,
    reduction="none",
)
losses = criterion(outputs, labels)
w = weight[labels]
loss = (w * losses).sum() / w.sum()
show(loss)
# > label 0: class 0 ends at 0.95
# > True

"""A column against a flat tensor is a table of all pairs."""

import torch
import torch.nn.functional as F

labels = torch.arange(1000) % 2  # flat: (1000,)
outputs = labels.unsqueeze(1) - 0.5  # a column: all are right


def report(classes):
    right = (classes == labels).sum().item()
    mean = (classes == labels).float().mean()
    print(f"accuracy {right / len(labels):.0%}, mean {mean:.0%}")
    loss = F.cross_entropy(torch.zeros(1000, 2), labels, reduction="none")
    alpha = torch.tensor([0.25, 0.75])[classes]
    print("alpha * loss:", tuple((alpha * loss).shape))


# Wrong: every prediction meets every label.
predicted = (outputs > 0).long()
report(predicted)
# > accuracy 50000%, mean 50%
# > alpha * loss: (1000, 1000)

# Right: both are flat.
predicted = (outputs > 0).long().squeeze(1)
report(predicted)
# > accuracy 100%, mean 100%
# > alpha * loss: (1000,)

# Without dim, argmax gives one number for all.
print(torch.eye(4).argmax().shape)
# > torch.Size([])

# Notice it: False for the column, True once it is flat.
for predicted in labels.unsqueeze(1), labels:
    print(predicted.shape == labels.shape)
# > False
# > True

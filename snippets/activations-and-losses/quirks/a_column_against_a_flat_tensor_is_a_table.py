"""A column against a flat tensor is a table of all pairs."""

import torch
import torch.nn.functional as F

labels = torch.arange(1000) % 2  # flat: (1000,)
outputs = labels.unsqueeze(1) - 0.4  # a column: all are right
logits = torch.cat([-outputs, outputs], dim=1)  # (1000, 2)


def report(classes):
    right = (classes == labels).sum().item()
    mean = (classes == labels).float().mean()
    print(f"accuracy {right / len(labels):.0%}, mean {mean:.0%}")
    loss = F.cross_entropy(logits, labels, reduction="none")
    loss = torch.tensor([0.25, 0.75])[classes] * loss
    print(f"alpha * loss: {tuple(loss.shape)}, mean {loss.mean():.4f}")


# Wrong: every prediction meets every label.
predicted = (outputs > 0).long()
report(predicted)
# > accuracy 50000%, mean 50%
# > alpha * loss: (1000, 1000), mean 0.1586

# Right: both are flat.
predicted = (outputs > 0).long().squeeze(1)
report(predicted)
# > accuracy 100%, mean 100%
# > alpha * loss: (1000,), mean 0.1451

# Without dim, argmax gives one number for all.
print(torch.arange(6).view(3, 2).argmax())
# > tensor(5)

# Notice it: False for the column, True once it is flat.
for predicted in labels.unsqueeze(1), labels:
    print(predicted.shape == labels.shape)
# > False
# > True

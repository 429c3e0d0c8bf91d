"""A row compared with a column counts all pairs, not the samples."""

import torch

logits = torch.tensor([[2.0, 0.0], [1.5, 0.5], [0.0, 1.0], [3.0, 1.0]])
labels = torch.tensor([0, 0, 1, 1])


def accuracy(predicted):
    hits = predicted == labels
    print(tuple(hits.shape), f"mean {hits.float().mean():.0%}")
    print(f"{hits.sum().item()} hits of {len(labels)} samples")


# Wrong: a column (4, 1) and a row (4,) make 16 pairs.
accuracy(logits.topk(1, dim=1).indices)
# > (4, 4) mean 50%
# > 8 hits of 4 samples

# Right: one prediction for each label.
accuracy(logits.argmax(dim=1))
# > (4,) mean 75%
# > 3 hits of 4 samples

# Without dim, argmax counts over the whole batch: one number for all.
print(logits.argmax())
# > tensor(6)

# A floor division gives 0 as long as not every answer is right.
correct = (logits.argmax(dim=1) == labels).sum()
print((correct // len(labels)).item(), (correct / len(labels)).item())
# > 0 0.75

# Notice it: the check is False for the column, True for the row.
for predicted in logits.topk(1, dim=1).indices, logits.argmax(dim=1):
    print(predicted.shape == labels.shape)
# > False
# > True

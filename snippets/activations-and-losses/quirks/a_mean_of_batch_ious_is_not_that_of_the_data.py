"""IoU, F1 and AUC of batches, averaged, are not those of the data."""

import torch

mask = torch.tensor([[1, 1, 1], [1, 0, 0], [0, 0, 0], [1, 0, 0]]) == 1
pred = torch.tensor([[1, 1, 1], [0, 1, 0], [0, 0, 0], [1, 0, 0]]) == 1
score = torch.tensor([0.9, 0.6, 0.7, 0.2])
label = torch.tensor([1, 1, 0, 0])


def iou(pred, mask):
    return (pred & mask).sum() / (pred | mask).sum()


def auc(score, label):  # the share of pairs in the right order
    return (score[label == 1, None] > score[label == 0]).float().mean()


def mean_over_batches(metric, size, one, other):
    batches = zip(one.split(size), other.split(size), strict=True)
    return torch.tensor([metric(*batch) for batch in batches]).mean()


# Wrong: a value for each batch, and their mean.
for size in 1, 2:
    print(f"IoU {mean_over_batches(iou, size, pred, mask):.2f}")
# > IoU nan
# > IoU 0.80
print(f"AUC {mean_over_batches(auc, 2, score, label):.2f}")
# > AUC nan

# Right: one value for all that was collected.
print(f"IoU {iou(pred, mask):.2f}, AUC {auc(score, label):.2f}")
# > IoU 0.67, AUC 0.75

# Notice it: False for a batch of one class, True for all labels.
for label in torch.tensor([1, 1]), torch.tensor([1, 1, 0, 0]):
    print(len(label.unique()) == 2)
# > False
# > True

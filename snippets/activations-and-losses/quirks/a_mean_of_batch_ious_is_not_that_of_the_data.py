"""IoU, F1 and AUC of batches, averaged, are not those of the data."""

import torch

masks = torch.tensor([[1, 1, 1], [1, 0, 0], [0, 0, 0], [1, 0, 0]]) == 1
preds = torch.tensor([[1, 1, 1], [0, 1, 0], [0, 0, 0], [1, 0, 0]]) == 1
batches = list(zip(preds.split(2), masks.split(2), strict=True))

# Wrong: a value for each batch, and their mean.
ious = []
for pred, mask in batches:
    hits = (pred & mask).sum()
    union = (pred | mask).sum()
    ious.append(hits / union)
print(f"IoU {sum(ious) / len(ious):.2f}")
# > IoU 0.80

# Right: the counts of all batches, and one division.
hits = union = 0
for pred, mask in batches:
    hits += (pred & mask).sum()
    union += (pred | mask).sum()
print(f"IoU {hits / union:.2f}")
# > IoU 0.67

# One image at a time: an image without positives is 0 by 0.
ious = (preds & masks).sum(dim=1) / (preds | masks).sum(dim=1)
print(f"IoU {ious.mean():.2f}")
# > IoU nan

# AUC: the share of pairs in the right order. A batch of one class has none.
scores, labels = (
    torch.tensor([0.9, 0.6, 0.7, 0.2]),
    torch.tensor([1, 1, 0, 0]),
)
for score, label in (scores[:2], labels[:2]), (scores, labels):
    auc = (score[label == 1, None] > score[label == 0]).float().mean()
    print(f"AUC {auc:.2f}", len(label.unique()) == 2)  # Notice it
# > AUC nan False
# > AUC 0.75 True

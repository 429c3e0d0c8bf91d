"""The hardest positive of each anchor is found by a mask, not a view."""

import torch

embeddings = torch.tensor([[0.0, 0], [3, 4], [1, 0], [0, 2]])
labels = torch.tensor([0, 0, 1, 2])  # two of the first, one of the others
distance = torch.cdist(embeddings, embeddings)
same = labels[:, None] == labels

# Wrong: the chosen distances are cut into four equal rows.
try:
    hardest = distance[same].view(4, -1).amax(dim=1)
    print(hardest.tolist())
except RuntimeError as error:
    print(error)
# > shape '[4, -1]' is invalid for input of size 6

# Right: every row keeps its place, and a mask hides the others.
hardest = distance.masked_fill(~same, 0).amax(dim=1)
print(hardest.tolist())
# > [5.0, 5.0, 0.0, 0.0]

nearest = distance.masked_fill(same, torch.inf).amin(dim=1)  # negative
print([round(one, 1) for one in nearest.tolist()])
# > [1.0, 3.6, 1.0, 2.0]

# 3 + 1 + 1 + 1 samples: the view runs, and mixes the anchors.
labels = torch.tensor([0, 0, 0, 1, 2, 3])
same = labels[:, None] == labels
anchor = torch.arange(6)[:, None].expand(6, 6)
print(anchor[same].view(6, -1).tolist())
# > [[0, 0], [0, 1], [1, 1], [2, 2], [2, 3], [4, 5]]

# Notice it: False for unequal numbers, True for two of each.
for labels in torch.tensor([0, 0, 1, 2]), torch.tensor([0, 0, 1, 1]):
    print(len(labels.unique(return_counts=True)[1].unique()) == 1)
# > False
# > True

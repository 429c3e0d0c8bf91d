"""A class weight cancels in a batch of one class; pos_weight does not."""

import torch
from torch import nn

logits = torch.tensor([[1.0, 0.0], [0.0, 0.0]])
weighted = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 9.0]))
plain = nn.CrossEntropyLoss()
for labels in ([1, 1], [0, 1]):
    target = torch.tensor(labels)
    one, nine = plain(logits, target), weighted(logits, target)
    print(f"labels {labels}: {one:.4f}, weighted {nine:.4f}")
# > labels [1, 1]: 1.0032, weighted 1.0032
# > labels [0, 1]: 0.5032, weighted 0.6552

logit = logits[:, 1] - logits[:, 0]
positive = nn.BCEWithLogitsLoss(pos_weight=torch.tensor([9.0]))
plain = nn.BCEWithLogitsLoss()
for labels in ([1.0, 1.0], [0.0, 1.0]):
    target = torch.tensor(labels)
    one, nine = plain(logit, target), positive(logit, target)
    print(f"labels {labels}: {one:.4f}, weighted {nine:.4f}")
# > labels [1.0, 1.0]: 1.0032, weighted 9.0288
# > labels [0.0, 1.0]: 0.5032, weighted 3.2758

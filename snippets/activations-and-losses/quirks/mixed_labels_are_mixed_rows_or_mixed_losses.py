"""Mixed labels are mixed one-hot rows, or mixed losses."""

import torch
from torch.nn.functional import cross_entropy, one_hot

logits = torch.tensor([[2.0, 0.0, 1.0]])
a, b, lam = torch.tensor([0]), torch.tensor([2]), 0.5
halfway = (lam * a + (1 - lam) * b).long()

# Wrong: halfway between class 0 and class 2 lies class 1.
loss = cross_entropy(logits, halfway)
print(f"{loss:.4f}")
# > 2.4076

# Right: the losses are mixed.
loss = lam * cross_entropy(logits, a) + (1 - lam) * cross_entropy(logits, b)
print(f"{loss:.4f}")
# > 0.9076

# The same: the rows are mixed.
mixed = lam * one_hot(a, 3) + (1 - lam) * one_hot(b, 3)
print(f"{cross_entropy(logits, mixed):.4f}")
# > 0.9076

# Losses and rows with class weights: equal as a sum, not as a mean.
weight = torch.tensor([1.0, 2.0, 3.0])
for way in "sum", "mean":
    one, two, rows = (
        cross_entropy(logits, target, weight, reduction=way)
        for target in (a, b, mixed)
    )
    print(f"{way}: {lam * one + (1 - lam) * two:.4f}, rows {rows:.4f}")
# > sum: 2.3152, rows 2.3152
# > mean: 0.9076, rows 2.3152

# Notice it: False for class numbers, True for mixed rows.
for target in halfway, mixed:
    print(target.is_floating_point())
# > False
# > True

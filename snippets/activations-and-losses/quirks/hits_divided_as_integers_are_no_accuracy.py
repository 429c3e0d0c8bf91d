"""Hits divided as integers are no accuracy."""

import torch

logits = torch.tensor([[2.0, 0.0], [0.0, 1.0], [3.0, 1.0], [1.0, 0.0]])
labels = torch.tensor([0, 1, 0, 1])
hits = torch.sum(logits.argmax(dim=1) == labels)
print(hits.item(), "of", len(labels), hits.dtype)
# > 3 of 4 torch.int64

# Wrong: integers, cut off below the point.
wrong = hits // len(labels)
print(f"{wrong:.4f}")
# > 0.0000

# Right: a number of Python, or a float.
right = hits.item() / len(labels)
print(f"{right:.4f}")
# > 0.7500

# A share times its count is not always exact, so a check rounds it.
print("7 of 100:", 7 / 100 * 100, round(7 / 100 * 100))
# > 7 of 100: 7.000000000000001 7

# Notice it: False for the integer division, True for the share.
for accuracy in wrong.item(), right:
    print(round(accuracy * len(labels)) == hits.item())
# > False
# > True

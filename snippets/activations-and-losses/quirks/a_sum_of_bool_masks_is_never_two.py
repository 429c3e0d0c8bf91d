"""A sum of two bool masks is bool again, so it is never two."""

import torch

chances = torch.tensor([0.9, 0.8, 0.2, 0.1])
labels = torch.tensor([1.0, 0.0, 1.0, 0.0])
pred, mask = chances > 0.5, labels == 1  # both bool


def report(common, either, right):
    print(f"IoU {(common.sum() / either.sum()).item():.2f}")
    print(f"accuracy {right.sum().item() / len(labels):.2f}")


# Wrong: True + True is True, and a probability is no label.
report(pred + mask == 2, pred + mask > 0, chances == labels)
# > IoU 0.00
# > accuracy 0.00

# Right: and, or; compare the decision with the label.
report(pred & mask, pred | mask, pred == mask)
# > IoU 0.33
# > accuracy 0.50

# A count that is stored with the dtype of a mask is True as well.
print(mask.new_tensor(4))
# > tensor(True)

# An integer division cuts the share off to 0.
right = (pred == mask).sum()
print((right // len(labels)).item(), (right / len(labels)).item())
# > 0 0.5

# Notice it: False for bool masks, True for integers.
for mask in labels == 1, (labels == 1).long():
    print(bool((mask + mask).max() == 2))
# > False
# > True

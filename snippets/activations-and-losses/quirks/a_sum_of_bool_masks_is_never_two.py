"""A sum of two bool masks is bool again, so it is never two."""

import torch

chances = torch.tensor([0.7, 0.8, 0.4, 0.4, 0.6])
labels = torch.tensor([1.0, 0.0, 1.0, 0.0, 1.0])
pred, mask = chances > 0.5, labels == 1  # both bool


def report(common, either, right):
    both, some = common.sum(), either.sum()
    print(f"IoU {both} of {some}, {both / some:.2f}")
    print(f"accuracy {right.sum() / len(labels):.2f}")


# Wrong: True + True is True, and a probability is no label.
report(pred + mask == 2, pred + mask > 0, chances == labels)
# > IoU 0 of 4, 0.00
# > accuracy 0.00

# Right: and, or; compare the decision with the label.
report(pred & mask, pred | mask, pred == mask)
# > IoU 2 of 4, 0.50
# > accuracy 0.60

# A count that is stored with the dtype of a mask is True as well.
print(mask.new_tensor(len(mask)))
# > tensor(True)

# An integer division cuts the share off to 0.
right = (pred == mask).sum()
print(right // len(labels), right / len(labels))
# > tensor(0) tensor(0.6000)

# Notice it: False for bool masks, True for integers.
for mask in pred, pred.long():
    print(bool((mask + mask).max() == 2))
# > False
# > True

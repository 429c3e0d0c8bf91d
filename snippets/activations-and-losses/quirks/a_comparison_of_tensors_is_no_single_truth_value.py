"""A comparison of tensors has an answer per entry, and `if` wants one."""

import torch

pred, label = torch.tensor([3, 1, 4]), torch.tensor([3, 1, 5])
hits, positive, small = pred == label, pred > 0, pred < 4

# Wrong: one truth value of three answers.
try:
    if pred == label:
        print("all right")
except RuntimeError as error:
    print(error)
# > Boolean value of Tensor with more than one value is ambiguous
try:
    print(positive and small)
except RuntimeError as error:
    print(error)
# > Boolean value of Tensor with more than one value is ambiguous

# Right: say which truth value, and join masks entry by entry.
if torch.equal(pred, label):
    print("all right")
print("right:", hits.sum().item(), "of", len(hits))
# > right: 2 of 3
print(positive & small)
# > tensor([ True,  True, False])

# A loss of each entry takes its branch from where().
x = torch.tensor([0.5, 1.5])
print(torch.where(x < 1, 0.5 * x**2, x - 0.5))
# > tensor([0.1250, 1.0000])
print(x.sub(1).clamp(min=0))
# > tensor([0.0000, 0.5000])

# Notice it: False for an answer per entry, True for one.
for condition in hits, hits.all():
    print(condition.numel() == 1)
# > False
# > True

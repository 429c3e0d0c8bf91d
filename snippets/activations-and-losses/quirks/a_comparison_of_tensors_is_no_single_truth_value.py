"""A comparison of tensors has an answer per entry, and `if` wants one."""

import torch

pred, label = torch.tensor([3, 1, 4]), torch.tensor([3, 1, 5])

# Wrong: one truth value of three answers.
try:
    if pred == label:
        print("all right")
except RuntimeError as error:
    print(error)
# > Boolean value of Tensor with more than one value is ambiguous
try:
    print((pred > 0) and (pred < 4))
except RuntimeError as error:
    print(error)
# > Boolean value of Tensor with more than one value is ambiguous

# Right: say which truth value, and join masks entry by entry.
if torch.equal(pred, label):
    print("all right")
print("right:", (pred == label).sum().item(), "of", len(label))
# > right: 2 of 3
print((pred > 0) & (pred < 4))
# > tensor([ True,  True, False])

# A loss of each entry takes its branch from where().
x = torch.tensor([0.5, 2.0])
print(torch.where(x < 1, 0.5 * x**2, x - 0.5))
# > tensor([0.1250, 1.5000])
print(x.sub(1).clamp(min=0))
# > tensor([0., 1.])

# Notice it: False for an answer per entry, True for one.
for condition in pred == label, (pred == label).all():
    print(condition.numel() == 1)
# > False
# > True

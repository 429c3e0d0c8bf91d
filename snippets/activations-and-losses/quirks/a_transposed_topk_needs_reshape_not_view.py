"""`view` refuses a transposed tensor, and `reshape` copies it."""

import torch

torch.manual_seed(0)
logits, target = torch.randn(4, 5), torch.tensor([0, 1, 2, 3])


def accuracy(flatten, k):
    _, pred = logits.topk(k, dim=1)
    pred = pred.t()  # (k, samples)
    correct = pred.eq(target.view(1, -1).expand_as(pred))
    try:
        right = flatten(correct[:k]).float().sum()
        print(f"top-{k}: {right / len(target):.0%}")
    except RuntimeError as error:
        print(error)


# Wrong: a view of what lies across in memory.
accuracy(lambda correct: correct.view(-1), 3)
# > view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.

# Right: a copy where one is needed.
accuracy(lambda correct: correct.reshape(-1), 3)
# > top-3: 50%
accuracy(lambda correct: correct.reshape(-1), 1)
# > top-1: 25%

# Notice it: the check is False for the transposed tensor, True for a copy.
for tensor in logits.t(), logits.t().contiguous():
    print(tensor.is_contiguous())
# > False
# > True

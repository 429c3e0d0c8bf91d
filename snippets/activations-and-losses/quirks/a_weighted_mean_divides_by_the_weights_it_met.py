"""CrossEntropyLoss divides a weighted mean by the weights that it met."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
target = torch.tensor([0, 0, 1, 1])  # the last one is wrong


def show(average):
    for weight in (torch.tensor([1.0, 5.0]), torch.tensor([7.0, 35.0])):
        criterion = nn.CrossEntropyLoss(weight=weight)
        default = criterion(logits, target)
        criterion.reduction = "none"
        loss = average(criterion(logits, target), weight[target])
        print(f"{weight.tolist()}: {loss:.4f}, default {default:.4f}")
    return loss, default


# Wrong: over the number of samples.
by_hand = show(lambda each, weights: each.mean())
# > [1.0, 5.0]: 2.1432, default 0.7144
# > [7.0, 35.0]: 15.0024, default 0.7144

# Right: over the weights of the labels in the batch.
by_weights = show(lambda each, weights: each.sum() / weights.sum())
# > [1.0, 5.0]: 0.7144, default 0.7144
# > [7.0, 35.0]: 0.7144, default 0.7144

# So half of the batch divides by other weights than the whole.
criterion = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 5.0]))
first, second = map(criterion, logits.split(2), target.split(2))
print(f"{first:.4f} and {second:.4f}, mean {(first + second) / 2:.4f}")
# > 0.2201 and 0.8133, mean 0.5167

# Notice it: the check is False by hand, True for the weighted average.
for loss, default in by_hand, by_weights:
    print(torch.allclose(loss, default))
# > False
# > True

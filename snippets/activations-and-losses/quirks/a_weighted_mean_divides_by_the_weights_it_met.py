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


# Wrong: over the number of samples.
show(lambda each, weights: each.mean())
# > [1.0, 5.0]: 2.1432, default 0.7144
# > [7.0, 35.0]: 15.0024, default 0.7144

# Right: over the weights of the labels in the batch.
show(lambda each, weights: each.sum() / weights.sum())
# > [1.0, 5.0]: 0.7144, default 0.7144
# > [7.0, 35.0]: 0.7144, default 0.7144

# So half of the batch divides by other weights than the whole.
criterion = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 5.0]))
halves = zip(logits.split(2), target.split(2), strict=True)
first, second = (criterion(outputs, labels) for outputs, labels in halves)
mean = (first + second) / 2
print(f"halves {first:.4f} and {second:.4f}, their mean {mean:.4f}")
# > halves 0.2201 and 0.8133, their mean 0.5167

"""A weight for each pixel or sample is multiplied in before the mean."""

import torch
from torch import nn

logits = torch.zeros(1, 3, 1, 2)  # one image, three classes, two pixels
target = torch.tensor([[[0, 2]]])
pixels = torch.tensor([[[1.0, 9.0]]])
samples = torch.tensor([1.0, 1.0, 1.0, 5.0])  # a weight for each of four
batches = torch.zeros(4, 5), torch.tensor([[0.0, 0.0, 0.0, -5.0]] * 4)

# Wrong: the argument `weight` is for classes, or for outputs.
try:
    print(nn.CrossEntropyLoss(weight=pixels)(logits, target))
except RuntimeError as error:
    print(error)
# > weight tensor should be defined either for all or no classes
for outputs in batches:
    try:
        print(nn.BCEWithLogitsLoss(weight=samples)(outputs, 0 * outputs))
    except RuntimeError as error:
        print(error)
# > The size of tensor a (5) must match the size of tensor b (4) at non-singleton dimension 1
# > tensor(0.5283)

# Right: per pixel without reduction, per sample as a column.
loss = pixels * nn.CrossEntropyLoss(reduction="none")(logits, target)
print(loss.mean())
# > tensor(5.4931)
for outputs in batches:
    criterion = nn.BCEWithLogitsLoss(weight=samples.unsqueeze(1))
    print(criterion(outputs, 0 * outputs))
# > tensor(1.3863)
# > tensor(1.0431)

# Notice it: False for a row of weights, True for a column.
for weight in samples, criterion.weight:
    print(weight.dim() == outputs.dim())
# > False
# > True

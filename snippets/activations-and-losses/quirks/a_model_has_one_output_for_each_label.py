"""A model with several labels has one output for each of them."""

import torch
from torch import nn

features = torch.zeros(2, 4)
tags = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])  # 3 tags
pixels = nn.Conv2d(3, 5, 1)(torch.zeros(2, 3, 8, 8))  # 5 classes
mask = torch.ones(2, 1, 8, 8)  # the number of a class for each pixel

# Wrong: another number of outputs; a mask of class numbers in BCE.
for criterion in nn.BCEWithLogitsLoss(), nn.BCELoss():
    try:
        criterion(nn.Linear(4, 5)(features).sigmoid(), tags)
    except ValueError as error:
        print(error)
# > Target size (torch.Size([2, 3])) must be the same as input size (torch.Size([2, 5]))
# > Using a target size (torch.Size([2, 3])) that is different to the input size (torch.Size([2, 5])) is deprecated. Please ensure they have the same size.
try:
    nn.BCEWithLogitsLoss()(pixels, mask)
except ValueError as error:
    print(error)
# > Target size (torch.Size([2, 1, 8, 8])) must be the same as input size (torch.Size([2, 5, 8, 8]))

# Right: as many outputs as tags; cross-entropy for class numbers.
logits = nn.Linear(4, tags.shape[1])(features)
print(nn.BCEWithLogitsLoss()(logits, tags).shape, logits.shape)
# > torch.Size([]) torch.Size([2, 3])
loss = nn.CrossEntropyLoss()(pixels, mask.squeeze(1).long())
print(loss.shape, pixels.shape)
# > torch.Size([]) torch.Size([2, 5, 8, 8])

# Notice it: False for 5 outputs and 3 tags, True for 3 and 3.
for logits, target in (torch.zeros(2, 5), tags), (torch.zeros(2, 3), tags):
    print(logits.shape == target.shape)
# > False
# > True

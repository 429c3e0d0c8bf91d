"""The class weights are a vector with one number for each logit."""

import torch
from torch import nn

labels = torch.tensor([0, 0, 1])  # nobody has class 2
logits = torch.tensor([[2.0, 1.5, -1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


def show(counts):
    weight = len(labels) / counts.clamp(min=1)
    for loss in nn.CrossEntropyLoss, nn.MultiMarginLoss:
        try:
            print(f"{loss(weight=weight)(logits, labels):.4f}")
        except (RuntimeError, ValueError) as error:
            print(error)


# Wrong: two classes are counted, the model has three.
counts = labels.bincount()
show(counts)
# > weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [2]
# > inconsistent weight size, expected 3 but got [2]

# Right: count the classes that no label has, too.
counts = labels.bincount(minlength=3)
show(counts)
# > 0.5397
# > 0.0833

# Three weights in a row of their own are no vector either.
show(counts.reshape(1, 3))
# > weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [1, 3]
# > MultiMarginLoss: expected weight to be None or 1D tensor, got 2D instead

# Notice it: the check is False for two weights, True for three.
for weight in torch.ones(2), torch.ones(3):
    print(weight.shape == logits.shape[1:2])
# > False
# > True

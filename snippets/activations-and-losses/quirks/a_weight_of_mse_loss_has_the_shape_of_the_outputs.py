"""The weight of F.mse_loss has one number for each of the outputs."""

import torch
from torch import nn
from torch.nn import functional as F

outputs, target = torch.arange(1.0, 7).reshape(3, 2), torch.zeros(3, 2)
weight = torch.tensor([1.0, 1.0, 0.0])  # one for each sample

# Wrong: one weight for each of three samples of two numbers.
for loss in F.mse_loss, F.l1_loss, F.huber_loss:
    try:
        print(f"{loss(outputs, target, weight=weight):.4f}")
    except ValueError as error:
        print(error)
# > Weights and input must have the same size.
# > Weights and input must have the same size.
# > Weights and input must have the same size.

# Right: the weight of a sample for each of its numbers.
weight = weight.unsqueeze(1).expand_as(outputs)
print(f"{F.mse_loss(outputs, target, weight=weight):.4f}")
# > 7.5000
print(f"{F.mse_loss(outputs[:2], target[:2]):.4f} without the last")
# > 7.5000 without the last

# The classes take no weight.
for build in nn.MSELoss, nn.HuberLoss:
    try:
        build(weight=weight)
    except TypeError as error:
        print(error)
# > _Loss.__init__() got an unexpected keyword argument 'weight'
# > HuberLoss.__init__() got an unexpected keyword argument 'weight'

# Notice it: False for one weight a sample, True for one a number.
for weight in torch.ones(3), torch.ones(3, 1).expand_as(outputs):
    print(weight.shape == outputs.shape)
# > False
# > True

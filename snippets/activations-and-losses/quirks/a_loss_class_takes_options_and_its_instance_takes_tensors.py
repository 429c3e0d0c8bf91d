"""A loss class takes options; its instance takes tensors."""

import torch
from torch import nn

outputs = torch.tensor([[2.0, 0.0], [0.0, 1.0]])
target = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
classes = (nn.CrossEntropyLoss, nn.MSELoss, nn.HuberLoss)

# Wrong: the class gets the tensors, as if they were options.
for criterion in classes:
    try:
        criterion(outputs, target)
    except (RuntimeError, TypeError) as error:
        print(f"{criterion.__name__}: {error}")
# > CrossEntropyLoss: Boolean value of Tensor with more than one value is ambiguous
# > MSELoss: Boolean value of Tensor with more than one value is ambiguous
# > HuberLoss: delta must be a float or int, got: <class 'torch.Tensor'>

# Right: the class gets its parentheses, then the tensors.
for criterion in classes:
    print(f"{criterion()}: {criterion()(outputs, target):.4f}")
# > CrossEntropyLoss(): 0.7201
# > MSELoss(): 0.7500
# > HuberLoss(): 0.3750

# One tensor passes for class weights, and the result is no loss.
try:
    nn.CrossEntropyLoss(outputs).backward()
except AttributeError as error:
    print(error)
# > 'CrossEntropyLoss' object has no attribute 'backward'

# Notice it: the check is False for the class, True for its instance.
for criterion in nn.CrossEntropyLoss, nn.CrossEntropyLoss():
    print(isinstance(criterion, nn.Module))
# > False
# > True

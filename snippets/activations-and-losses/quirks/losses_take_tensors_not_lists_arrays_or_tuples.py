"""Losses take tensors, and refuse lists, NumPy arrays and tuples."""

import numpy as np
import torch
from torch import nn

entropy, squares, labels = nn.CrossEntropyLoss(), nn.MSELoss(), [0, 1]
outputs = (torch.tensor([[2.0, 0.0], [0.0, 1.0]]), "hidden state")
output, prices = torch.tensor([3.0, 5.0]), np.array([2.0, 3.0])

# Wrong: whatever the loader and the model gave.
for criterion, prediction, target in [
    (entropy, outputs[0], labels),
    (entropy, outputs[0], np.array(labels)),
    (entropy, outputs, torch.tensor(labels)),
    (squares, output, prices.tolist()),
    (squares, output, prices),
]:
    try:
        print(criterion(prediction, target))
    except (AttributeError, TypeError) as error:
        print(error)
# > cross_entropy_loss(): argument 'target' (position 2) must be Tensor, not list
# > cross_entropy_loss(): argument 'target' (position 2) must be Tensor, not numpy.ndarray
# > cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not tuple
# > 'list' object has no attribute 'size'
# > 'int' object is not callable

# Right: the tensor in the tuple, and targets turned into tensors.
print(f"classes {entropy(outputs[0], torch.as_tensor(labels)):.4f}")
# > classes 0.2201
numbers = torch.as_tensor(prices, dtype=torch.float32)
print(f"prices {squares(output, numbers):.4f}")
# > prices 2.5000

# Notice it: the check is False for the array, True for the tensor.
for target in prices, numbers:
    print(torch.is_tensor(output) and torch.is_tensor(target))
# > False
# > True

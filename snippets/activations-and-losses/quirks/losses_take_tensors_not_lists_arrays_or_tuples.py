"""Losses take tensors, and refuse lists, NumPy arrays and tuples."""

import numpy as np
import torch
from torch import nn

entropy, squares = nn.CrossEntropyLoss(), nn.MSELoss()
output = (torch.tensor([[2.0, 0.0], [0.0, 1.0]]), "hidden state")
labels = [0, 1]
price, prices = torch.tensor([3.0, 5.0]), np.array([2.0, 3.0])

# Wrong: whatever the loader and the model gave.
for criterion, prediction, target in [
    (entropy, output[0], labels),
    (entropy, output[0], np.array(labels)),
    (entropy, output, torch.tensor(labels)),
    (squares, price, prices.tolist()),
    (squares, price, prices),
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
loss = entropy(output[0], torch.as_tensor(labels))
print(f"classes {loss:.4f}")
# > classes 0.2201
loss = squares(price, torch.as_tensor(prices, dtype=torch.float32))
print(f"prices {loss:.4f} {loss.dtype}")
# > prices 2.5000 torch.float32

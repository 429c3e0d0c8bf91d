"""BCELoss calls unequal shapes deprecated, and raises an error."""

import torch
from torch import nn

criterion = nn.BCELoss()
probabilities = torch.tensor([[0.8], [0.3]])  # from nn.Sigmoid
labels = torch.tensor([1.0, 0.0])

# Wrong: (2, 1) against (2,).
try:
    criterion(probabilities, labels)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Using a target size (torch.Size([2])) that is different to the input size (torch.Size([2, 1])) is deprecated. Please ensure they have the same size.

# Right: one shape for both.
print(f"loss {criterion(probabilities.squeeze(1), labels):.4f}")
# > loss 0.2899

# Notice it: the check is False for the column, True once it is flat.
for outputs in probabilities, probabilities.squeeze(1):
    print(outputs.shape == labels.shape)
# > False
# > True

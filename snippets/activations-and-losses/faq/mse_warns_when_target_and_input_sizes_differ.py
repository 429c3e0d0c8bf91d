"""MSELoss warns about different sizes, and then averages too many pairs."""

import warnings

import torch
from torch import nn

criterion = nn.MSELoss()
outputs = torch.tensor([[1.0], [2.0], [3.0], [4.0]])  # shape (4, 1)
target = torch.tensor([1.0, 2.0, 3.0, 4.0])  # shape (4,)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss = criterion(outputs, target)
for sentence in str(caught[0].message).split(". "):
    print(sentence)
# > Using a target size (torch.Size([4])) that is different to the input size (torch.Size([4, 1]))
# > This will likely lead to incorrect results due to broadcasting
# > Please ensure they have the same size.
print(f"{loss:.2f}, although every prediction is right")
# > 2.50, although every prediction is right

# Right: one shape.
print(f"{criterion(outputs.squeeze(1), target):.2f}")
# > 0.00

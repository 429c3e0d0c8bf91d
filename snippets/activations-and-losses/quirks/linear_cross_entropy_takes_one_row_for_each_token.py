"""Linear cross entropy takes one row for each token, not batch and time."""

import torch
from torch.nn import functional as F

torch.manual_seed(0)
features = torch.randn(2, 4, 3)  # batch, time, features
weight = torch.randn(5, 3)  # 5 classes
target = torch.tensor([[0, 1, 2, 3], [4, 3, -100, -100]])  # padded

# Wrong: three dimensions.
try:
    loss = F.linear_cross_entropy(features, weight, target)
    print(f"loss {loss:.4f}")
except RuntimeError as error:
    print(error)
# > expected input with dimensionality 1 or 2, got 3

# Right: batch and time become one dimension, in both.
loss = F.linear_cross_entropy(
    features.flatten(0, 1), weight, target.flatten()
)
logits = (features @ weight.T).transpose(1, 2)
print(f"loss {loss:.4f}, the same {F.cross_entropy(logits, target):.4f}")
# > loss 2.3667, the same 2.3667

# Several predictions for a row want a batch, even of one sample.
try:
    F.linear_cross_entropy(features[0, 0], torch.randn(2, 4, 3), target[0])
except RuntimeError as error:
    print(error)
# > K-dimensional loss defined by linear_weight shape (2, 4, 3) requires batched input, (N, 3), got unbatched input with shape (3,)

# Notice it: False for batch and time, True for rows.
for inputs in features, features.flatten(0, 1):
    print(inputs.dim() == 2)
# > False
# > True

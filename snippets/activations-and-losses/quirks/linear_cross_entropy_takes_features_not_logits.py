"""Linear cross entropy takes features, and the weight of the last layer."""

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)
features = torch.randn(4, 3)  # what goes into the last layer
head = nn.Linear(3, 5, bias=False)
logits, target = head(features), torch.tensor([0, 1, 2, 0])

# Wrong: logits in place of features, and the target second.
for arguments in (
    (logits, head.weight, target),
    (features, target, head.weight),
):
    try:
        print(f"loss {F.linear_cross_entropy(*arguments):.4f}")
    except RuntimeError as error:
        print(error)
# > expected equal input and linear_weight last dimensions (in_features), got 5 and 3, respectively
# > expected linear_weight with dimensionality at least 2, got 1

# Right: features, weight of the last layer, target.
loss = F.linear_cross_entropy(*(features, head.weight, target))
print(f"loss {loss:.4f}, the same {F.cross_entropy(logits, target):.4f}")
# > loss 1.7635, the same 1.7635

# With three classes and three features, logits pass for features.
head = nn.Linear(3, 3, bias=False)
for inputs in head(features), features:
    print(f"{F.linear_cross_entropy(inputs, head.weight, target):.4f}")
# > 1.1082
# > 0.9551

# Notice it: False for the logits, True for the features.
for inputs in logits, features:
    print(inputs.shape[-1] == head.in_features)
# > False
# > True

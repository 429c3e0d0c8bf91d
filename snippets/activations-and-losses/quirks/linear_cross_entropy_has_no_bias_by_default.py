"""Linear cross entropy has no bias, unless it is given one."""

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)
features, target = torch.randn(6, 3), torch.tensor([0, 0, 0, 0, 0, 1])
head = nn.Linear(3, 2)
head.bias.data = torch.tensor([2.0, -2.0])  # class 0 is frequent
print(f"cross_entropy {F.cross_entropy(head(features), target):.4f}")
# > cross_entropy 0.6227

# Wrong: the weight of the layer, and not its bias.
wrong = F.linear_cross_entropy(features, head.weight, target)
print(f"linear_cross_entropy {wrong:.4f}")
# > linear_cross_entropy 1.1355

# Right: both.
right = F.linear_cross_entropy(
    features, head.weight, target, linear_bias=head.bias
)
print(f"linear_cross_entropy {right:.4f}")
# > linear_cross_entropy 0.6227

# The class has a bias only if asked, where nn.Linear has one by default.
for bias in False, True:
    criterion = nn.LinearCrossEntropyLoss(3, 2, bias=bias)
    print([name for name, _ in criterion.named_parameters()])
# > ['linear.weight']
# > ['linear.weight', 'linear.bias']

# Notice it: the check is False without the bias, True with it.
for loss in wrong, right:
    print(torch.allclose(loss, F.cross_entropy(head(features), target)))
# > False
# > True

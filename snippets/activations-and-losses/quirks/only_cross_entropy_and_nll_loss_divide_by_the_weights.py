"""Only cross entropy and nll_loss divide a mean by the weights."""

import torch
from torch.nn import functional as F

torch.manual_seed(0)
logits, labels = torch.randn(8, 2), torch.tensor([0, 0, 0, 0, 0, 0, 0, 1])
one_hot = F.one_hot(labels, 2).float()
cases = [
    (F.cross_entropy, (logits, labels)),
    (F.nll_loss, (logits.log_softmax(dim=1), labels)),
    (F.linear_cross_entropy, (logits, torch.eye(2), labels)),
    (F.multi_margin_loss, (logits, labels)),
    (F.multilabel_soft_margin_loss, (logits, one_hot)),
    (F.binary_cross_entropy_with_logits, (logits, one_hot)),
    (F.binary_cross_entropy, (logits.sigmoid(), one_hot)),
]


def show(weight):
    ratios = [loss(*b, weight=weight) / loss(*b) for loss, b in cases]
    print(*(f"{ratio:.2f}" for ratio in ratios))
    return ratios[-1]


# Wrong: weights of any size, as cross entropy takes them.
wrong = show(torch.tensor([10.0, 10.0]))
# > 1.00 1.00 1.00 10.00 10.00 10.00 10.00

# Right: weights whose mean is 1.
right = show(torch.tensor([10.0, 10.0]) / 10)
# > 1.00 1.00 1.00 1.00 1.00 1.00 1.00

# Notice it: equal weights change no loss: False, then True.
for ratio in wrong, right:
    print(torch.allclose(ratio, torch.tensor(1.0)))
# > False
# > True

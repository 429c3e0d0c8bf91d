"""A reduction is one of the texts none, mean and sum."""

import torch
from torch import nn

outputs, target = torch.tensor([[[0.2, 0.8]], [[0.4, 0.6]]])


def show(reduction):
    for kind in nn.MSELoss, nn.MultiLabelSoftMarginLoss:
        try:
            loss = kind(reduction=reduction)(outputs, target)
            print(f"loss {loss:.4f}")
        except (ValueError, TypeError) as error:
            print(error)


# Wrong: what only KLDivLoss knows, and the Python object None.
show("batchmean")
# > batchmean is not a valid value for reduction
# > batchmean is not valid
show(None)
# > None is not a valid value for reduction
# > unsupported operand type(s) for +: 'NoneType' and 'str'

# Right: one of the three texts, in small letters.
show("mean")
# > loss 0.0400
# > loss 0.7046

# KLDivLoss has a fourth: the sum, divided by the size of the batch.
fourth = nn.KLDivLoss(reduction="batchmean")(outputs.log(), target)
print(f"loss {fourth:.4f}")
# > loss 0.1046

# Notice it: the check is False for batchmean, True for mean.
for criterion in nn.MSELoss(reduction="batchmean"), nn.MSELoss():
    print(criterion.reduction in ("none", "mean", "sum"))
# > False
# > True

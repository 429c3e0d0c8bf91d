"""A reduction is one of the texts none, mean and sum."""

import torch
from torch import nn

outputs, target = torch.tensor([[[0.2, 0.8]], [[0.4, 0.6]]])


def show(criterion):
    try:
        print(f"loss {criterion(outputs, target):.4f}")
    except (ValueError, TypeError) as error:
        print(error)


# Wrong: what only KLDivLoss knows, and the Python object None.
show(nn.MSELoss(reduction="batchmean"))
# > batchmean is not a valid value for reduction
show(nn.MultiLabelSoftMarginLoss(reduction="batchmean"))
# > batchmean is not valid
show(nn.MSELoss(reduction=None))
# > None is not a valid value for reduction
show(nn.MultiLabelSoftMarginLoss(reduction=None))
# > unsupported operand type(s) for +: 'NoneType' and 'str'

# Right: one of the three texts, in small letters.
show(nn.MSELoss(reduction="mean"))
# > loss 0.0400

# KLDivLoss has a fourth: the sum, divided by the size of the batch.
fourth = nn.KLDivLoss(reduction="batchmean")(outputs.log(), target)
print(f"loss {fourth:.4f}")
# > loss 0.1046

# Notice it: the check is False for batchmean, True for mean.
for criterion in nn.MSELoss(reduction="batchmean"), nn.MSELoss():
    print(criterion.reduction in ("none", "mean", "sum"))
# > False
# > True

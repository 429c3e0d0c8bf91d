"""Of the losses only BCEWithLogitsLoss has a pos_weight."""

import torch
from torch import nn

logits, labels = torch.tensor([2.0, -1.0]), torch.tensor([1.0, 1.0])
three = torch.tensor(3.0)  # negatives / positives


def attempt(loss):
    try:
        print(f"loss {loss().item():.4f}")
    except TypeError as error:
        print(error)


# Wrong: a loss that has no such option.
attempt(lambda: nn.BCELoss(pos_weight=three)(logits.sigmoid(), labels))
# > _WeightedLoss.__init__() got an unexpected keyword argument 'pos_weight'

# Right: the loss that has it, on logits.
attempt(lambda: nn.BCEWithLogitsLoss(pos_weight=three)(logits, labels))
# > loss 2.1603

# For probabilities, the weight is made from the labels.
weight = torch.where(labels == 1, three, 1.0)
attempt(lambda: nn.BCELoss(weight=weight)(logits.sigmoid(), labels))
# > loss 2.1603

# Notice it: False for BCELoss, True for BCEWithLogitsLoss.
for criterion in nn.BCELoss(), nn.BCEWithLogitsLoss():
    print(hasattr(criterion, "pos_weight"))
# > False
# > True

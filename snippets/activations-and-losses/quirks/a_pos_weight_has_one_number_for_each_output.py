"""A pos_weight belongs to an output of the model, and not to a class."""

import torch
from torch import nn

logits = torch.tensor([-1.0, 0.5, -2.0, 1.0])  # one output
labels = torch.tensor([0.0, 0.0, 0.0, 1.0])
outputs, target = logits.unsqueeze(1), labels.unsqueeze(1)

# Wrong: a number for each class; two samples hide it.
pos_weight = torch.tensor([0.5, 1.5])
for z, y in (outputs, target), (logits, labels), (logits[2:], labels[2:]):
    try:
        loss = nn.BCEWithLogitsLoss(pos_weight=pos_weight)(z, y)
        print(f"{len(y)} samples, loss {loss:.4f}")
    except RuntimeError as error:
        print(error)
# > output with shape [4, 1] doesn't match the broadcast shape [4, 2]
# > The size of tensor a (2) must match the size of tensor b (4) at non-singleton dimension 0
# > 2 samples, loss 0.2984

# Right: one number, how many no there are for each yes.
pos_weight = torch.tensor(3.0)
for z, y in (outputs, target), (logits, labels):
    loss = nn.BCEWithLogitsLoss(pos_weight=pos_weight)(z, y)
    print(f"{len(y)} samples, loss {loss:.4f}")
# > 4 samples, loss 0.5885
# > 4 samples, loss 0.5885

# Notice it: False for two numbers and one output, True for one.
for pos_weight in torch.tensor([0.5, 1.5]), torch.tensor(3.0):
    print(pos_weight.numel() in (1, outputs.shape[1]))
# > False
# > True

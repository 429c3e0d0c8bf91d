"""BCELoss after a sigmoid loses the gradient that the fused loss keeps."""

import torch
from torch import nn

target = torch.tensor([0.0])  # so that a large positive logit is wrong

for z in (2.0, 17.0, 200.0):
    print(f"z = {z:.0f}")

    logit = torch.tensor([z], requires_grad=True)
    loss = nn.BCELoss()(torch.sigmoid(logit), target)
    loss.backward()
    print(f"  BCELoss           {loss:.3f}, gradient {logit.grad[0]:.3f}")

    logit = torch.tensor([z], requires_grad=True)
    loss = nn.BCEWithLogitsLoss()(logit, target)
    loss.backward()
    print(f"  BCEWithLogitsLoss {loss:.3f}, gradient {logit.grad[0]:.3f}")
# > z = 2
# >   BCELoss           2.127, gradient 0.881
# >   BCEWithLogitsLoss 2.127, gradient 0.881
# > z = 17
# >   BCELoss           100.000, gradient 0.000
# >   BCEWithLogitsLoss 17.000, gradient 1.000
# > z = 200
# >   BCELoss           100.000, gradient 0.000
# >   BCEWithLogitsLoss 200.000, gradient 1.000

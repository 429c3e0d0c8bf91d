"""BCELoss is clamped at 100 and stops learning from its worst mistakes."""

import torch
from torch import nn

target = torch.tensor([0.0, 1.0, 1.0])


def train(criterion, activation):
    logits = torch.tensor([20.0, -40.0, -120.0], requires_grad=True)
    for step in range(201):
        losses = criterion(activation(logits), target)
        slopes = torch.autograd.grad(losses.sum(), logits)[0]
        if step in (0, 200):
            print(f"step {step}: loss", *(f"{loss:.1f}" for loss in losses))
            print("slope", *(f"{slope:.1f}" for slope in slopes.abs()))
        logits = logits - slopes
    return logits.sigmoid()


# Wrong: the model ends in a sigmoid.
wrong = train(nn.BCELoss(reduction="none"), nn.Sigmoid())
# > step 0: loss 100.0 40.0 100.0
# > slope 0.0 0.0 0.0
# > step 200: loss 100.0 40.0 100.0
# > slope 0.0 0.0 0.0

# Right: the model ends in the logit.
right = train(nn.BCEWithLogitsLoss(reduction="none"), nn.Identity())
# > step 0: loss 20.0 40.0 120.0
# > slope 1.0 1.0 1.0
# > step 200: loss 0.0 0.0 0.0
# > slope 0.0 0.0 0.0

# Notice it: False where mistakes stay as they were, True where they go.
for p in wrong, right:
    print(not ((p - target).abs() == 1).any())
# > False
# > True

"""BCELoss is clamped at 100 and stops learning from its worst mistakes."""

import torch
from torch import nn

target = torch.tensor([0.0, 1.0, 1.0])


def train(criterion, activation):
    logits = torch.tensor([20.0, -40.0, -120.0], requires_grad=True)
    optimizer = torch.optim.SGD([logits], lr=1.0)
    for step in range(201):
        losses = criterion(activation(logits), target)
        optimizer.zero_grad()
        losses.sum().backward()
        if step in (0, 200):
            for loss, slope in zip(losses, logits.grad.abs(), strict=True):
                print(f"step {step}: loss {loss:.1f}, slope {slope:.1f}")
        optimizer.step()


# Wrong: the model ends in a sigmoid.
train(nn.BCELoss(reduction="none"), nn.Sigmoid())
# > step 0: loss 100.0, slope 0.0
# > step 0: loss 40.0, slope 0.0
# > step 0: loss 100.0, slope 0.0
# > step 200: loss 100.0, slope 0.0
# > step 200: loss 40.0, slope 0.0
# > step 200: loss 100.0, slope 0.0

# Right: the model ends in the logit.
train(nn.BCEWithLogitsLoss(reduction="none"), nn.Identity())
# > step 0: loss 20.0, slope 1.0
# > step 0: loss 40.0, slope 1.0
# > step 0: loss 120.0, slope 1.0
# > step 200: loss 0.0, slope 0.0
# > step 200: loss 0.0, slope 0.0
# > step 200: loss 0.0, slope 0.0

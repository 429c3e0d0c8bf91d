"""TripletMarginWithDistanceLoss compares angles if its distance does."""

import torch
from matplotlib import pyplot as plt
from torch import nn


def distance(one, other):
    return 1 - nn.functional.cosine_similarity(one, other)


degrees = torch.arange(180) + 0.5
angle = degrees.deg2rad().requires_grad_()
anchor = torch.tensor([[1.0, 0.0]]).expand(180, 2)
positive = torch.tensor([[0.0, 1.0]]).expand(180, 2)  # at 90 degrees
negative = torch.stack([angle.cos(), angle.sin()], dim=1)
criterion = nn.TripletMarginWithDistanceLoss(
    distance_function=distance, margin=0.5, reduction="none"
)
loss = criterion(anchor, positive, negative)
(slope,) = torch.autograd.grad(loss.sum(), angle)
torch.testing.assert_close(loss, (angle.cos() + 0.5).clamp(min=0))
first = degrees[loss == 0][0]
print(f"the loss is {loss[0]:.1f} at 0, and 0 from {first:.0f} degrees")
# > the loss is 1.5 at 0, and 0 from 120 degrees
print(f"anchor {tuple(anchor.shape)}, loss {tuple(loss.shape)}")
# > anchor (180, 2), loss (180,)

plt.plot(degrees, loss.detach(), color="tab:blue")
plt.text(50, 1.2, "the loss", color="tab:blue")
plt.plot(degrees, slope, color="tab:orange", linestyle="dashed")
plt.text(5, -0.75, "its slope", color="tab:orange")
plt.axvspan(120, 180, color="tab:gray", alpha=0.15)
plt.text(150, 0.6, "no gradient", color="tab:gray", ha="center")
plt.xticks([0, 45, 90, 135, 180])
plt.xlabel("angle to the negative, the positive at 90 degrees")
plt.show()

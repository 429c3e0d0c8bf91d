"""CosineEmbeddingLoss leaves an unlike pair alone from 90 degrees on."""

import torch
from matplotlib import pyplot as plt
from torch import nn

degrees = torch.arange(180) + 0.5
angle = degrees.deg2rad().requires_grad_()
first = torch.tensor([[1.0, 0.0]]).expand(180, 2)
second = 3 * torch.stack([angle.cos(), angle.sin()], dim=1)
criterion = nn.CosineEmbeddingLoss(reduction="none")

_, (above, below) = plt.subplots(2, sharex=True)
red = {"color": "tab:red", "linestyle": "dashed"}
for target, by_hand, look in (
    (torch.ones(180), 1 - angle.cos(), {"color": "tab:blue"}),
    (-torch.ones(180), angle.cos().clamp(min=0), red),
):
    loss = criterion(first, second, target)
    (slope,) = torch.autograd.grad(loss.sum(), angle, retain_graph=True)
    torch.testing.assert_close(loss, by_hand)  # the length has no say
    print(f"target {target[0]:.0f}: ", end="")
    print(f"loss {loss[0]:.1f} to {loss[-1]:.1f}, ", end="")
    print(f"slope at 135 degrees {slope[135].abs():.1f}")
    above.plot(degrees, loss.detach(), **look)
    below.plot(degrees, slope, **look)
# > target 1: loss 0.0 to 2.0, slope at 135 degrees 0.7
# > target -1: loss 1.0 to 0.0, slope at 135 degrees 0.0
print(f"vectors {tuple(first.shape)}, target {tuple(target.shape)}")
# > vectors (180, 2), target (180,)
above.text(95, 1.5, "target 1", color="tab:blue", ha="right")
above.text(100, 0.2, "target -1", color="tab:red")
below.text(60, 0.3, "target 1", color="tab:blue")
below.text(100, -0.8, "target -1: no gradient", color="tab:red")
below.axvspan(90, 180, color="tab:gray", alpha=0.15)
above.set_title("loss")
below.set_title("slope")
plt.xticks([0, 45, 90, 135, 180])
plt.xlabel("angle between the two vectors, in degrees")
plt.show()

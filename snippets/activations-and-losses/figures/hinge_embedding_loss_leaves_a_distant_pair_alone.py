"""HingeEmbeddingLoss leaves a pair alone that is apart by the margin."""

import torch
from matplotlib import pyplot as plt
from torch import nn

distance = (torch.arange(1, 120, 2) / 40).requires_grad_()  # 0 to 3
alike, other = torch.ones(60), -torch.ones(60)
criterion = nn.HingeEmbeddingLoss(margin=1.0, reduction="none")

_, (above, below) = plt.subplots(2, sharex=True)
red = {"color": "tab:red", "linestyle": "dashed"}
for target, by_hand, look in (
    (alike, distance, {"color": "tab:blue"}),
    (other, (1 - distance).clamp(min=0), red),
):
    loss = criterion(distance, target)
    (slope,) = torch.autograd.grad(loss.sum(), distance)
    torch.testing.assert_close(loss, by_hand)
    print(f"target {target[0]:.0f}: ", end="")
    print(f"slope {slope[0]:.1f} near 0, {slope[-1]:.1f} near 3")
    above.plot(distance.detach(), loss.detach(), **look)
    below.plot(distance.detach(), slope, **look)
# > target 1: slope 1.0 near 0, 1.0 near 3
# > target -1: slope -1.0 near 0, 0.0 near 3
print(f"distance {tuple(distance.shape)}, {distance.dtype}")
# > distance (60,), torch.float32
print(f"target {tuple(other.shape)}, {other.dtype}")
# > target (60,), torch.float32

above.text(1.7, 2.2, "target 1", color="tab:blue", ha="right")
above.text(1.4, 0.2, "target -1", color="tab:red")
below.text(1.4, 0.45, "target 1", color="tab:blue")
below.text(1.4, -0.7, "target -1: no gradient", color="tab:red")
below.axvspan(1, 3, color="tab:gray", alpha=0.15)
above.set_title("loss")
below.set_title("slope")
below.set_xlabel("distance of the pair")
plt.show()

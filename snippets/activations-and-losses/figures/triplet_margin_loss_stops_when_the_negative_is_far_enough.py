"""TripletMarginLoss stops when the negative is farther by the margin."""

import torch
from matplotlib import pyplot as plt
from torch import nn

far = (torch.arange(1, 160, 2) / 40).requires_grad_()  # 0 to 4
zeros, ones = torch.zeros(80), torch.ones(80)
anchor = torch.stack([zeros, zeros], dim=1)
positive = torch.stack([zeros, ones], dim=1)  # at a distance of 1
negative = torch.stack([far, zeros], dim=1)
loss = nn.TripletMarginLoss(reduction="none")(anchor, positive, negative)
(slope,) = torch.autograd.grad(loss.sum(), far)

torch.testing.assert_close(loss, (1 - far + 1).clamp(min=0))
for place in (19, 59):
    print(f"negative at {far[place]:.1f}: loss {loss[place]:.1f}")
# > negative at 1.0: loss 1.0
# > negative at 3.0: loss 0.0
print(f"anchor {tuple(anchor.shape)}, {anchor.dtype}")
# > anchor (80, 2), torch.float32
print(f"loss {tuple(loss.shape)}, {loss.dtype}")
# > loss (80,), torch.float32

x = far.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(0.8, 1.4, "TripletMarginLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(0.1, -0.8, "its slope", color="tab:orange")
plt.axvspan(2, 4, color="tab:gray", alpha=0.15)
plt.text(3, 0.6, "no gradient", color="tab:gray", ha="center")
plt.xlabel("distance to the negative, the positive at 1")
plt.show()

"""Softmin gives the largest share to the smallest number."""

import torch
from matplotlib import pyplot as plt
from torch import nn

first = (torch.arange(-120, 121) / 20).requires_grad_()  # from -6 to 6
others = torch.tensor([1.0, 0.0]).expand(241, 2)  # these numbers stay
numbers = torch.cat([first[:, None], others], dim=1)
shares = nn.Softmin(dim=1)(numbers)
(slope,) = torch.autograd.grad(shares[:, 0].sum(), first)

torch.testing.assert_close(shares, nn.Softmax(dim=1)(-numbers))
for place in (60, 120, 180):
    said = ", ".join(f"{share:.2f}" for share in shares[place])
    print(f"numbers {first[place]:.0f}, 1 and 0: {said}")
# > numbers -3, 1 and 0: 0.94, 0.02, 0.05
# > numbers 0, 1 and 0: 0.42, 0.16, 0.42
# > numbers 3, 1 and 0: 0.04, 0.26, 0.71
print(f"lowest slope {slope.min():.2f}")
# > lowest slope -0.25

x, shares = first.detach(), shares.detach()
plt.plot(x, shares[:, 0], color="tab:blue")
plt.text(-1.9, 0.92, "share of the number", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(1.9, -0.22, "its slope", color="tab:orange")
plt.plot(x, shares[:, 1], color="tab:green", linestyle="dashdot")
plt.text(5.9, 0.31, "share of 1", color="tab:green", ha="right")
plt.plot(x, shares[:, 2], color="tab:purple", linestyle="dotted")
plt.text(5.9, 0.77, "share of 0", color="tab:purple", ha="right")
plt.axvspan(-6, -5, color="tab:gray", alpha=0.15)
plt.text(-5.5, 0.5, "flat", color="tab:gray", ha="center")
plt.xlabel("number")
plt.show()

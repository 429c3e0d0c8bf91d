"""Softmax gives to one class what it takes from the others."""

import torch
from matplotlib import pyplot as plt
from torch import nn

first = (torch.arange(-80, 161) / 20).requires_grad_()  # from -4 to 8
others = torch.tensor([1.0, 0.0]).expand(241, 2)  # these logits stay
logits = torch.cat([first[:, None], others], dim=1)
shares = nn.Softmax(dim=1)(logits)
(slope,) = torch.autograd.grad(shares[:, 0].sum(), first)

by_hand = logits.exp() / logits.exp().sum(dim=1, keepdim=True)
torch.testing.assert_close(shares, by_hand)
torch.testing.assert_close(slope, shares[:, 0] * (1 - shares[:, 0]))
for place in (80, 200):
    said = ", ".join(f"{share:.3f}" for share in shares[place])
    print(f"logits {first[place]:.0f}, 1 and 0: {said}")
# > logits 0, 1 and 0: 0.212, 0.576, 0.212
# > logits 6, 1 and 0: 0.991, 0.007, 0.002
ratio = shares[:, 1] / shares[:, 2]
print(f"ratio of the others {ratio.min():.2f} to {ratio.max():.2f}")
# > ratio of the others 2.72 to 2.72
print(f"slope at most {slope.max():.2f}, and {slope[240]:.3f} at 8")
# > slope at most 0.25, and 0.001 at 8

x, shares = first.detach(), shares.detach()
plt.plot(x, shares[:, 0], color="tab:blue")
plt.text(2.4, 0.66, "share of the class", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(2.9, 0.2, "its slope", color="tab:orange")
plt.plot(x, shares[:, 1], color="tab:green", linestyle="dashdot")
plt.text(-3.9, 0.79, "share where the logit is 1", color="tab:green")
plt.plot(x, shares[:, 2], color="tab:purple", linestyle="dotted")
plt.text(-3.9, 0.31, "where it is 0", color="tab:purple")
plt.axvspan(6, 8, color="tab:gray", alpha=0.15)
plt.text(7, 0.5, "flat", color="tab:gray", ha="center")
plt.xlabel("logit of the class")
plt.show()

"""SoftMarginLoss equals BCEWithLogitsLoss, and a hinge goes flat at 1."""

import torch
from matplotlib import pyplot as plt
from torch import nn

score = (torch.arange(-39, 42, 2) / 10).requires_grad_()  # -4 to 4
yes = torch.ones(41)
soft = nn.SoftMarginLoss(reduction="none")(score, yes)
binary = nn.BCEWithLogitsLoss(reduction="none")(score, yes)
hinge = (1 - yes * score).clamp(min=0)  # by hand: torch.nn has none
torch.testing.assert_close(soft, binary)
no = nn.BCEWithLogitsLoss(reduction="none")(score, 0 * yes)
torch.testing.assert_close(
    nn.SoftMarginLoss(reduction="none")(score, -yes), no
)
for name, loss in {"SoftMarginLoss": soft, "the hinge": hinge}.items():
    (slope,) = torch.autograd.grad(loss.sum(), score)
    size = slope[30].abs()
    print(f"size of the slope at {score[30]:.1f}: {size:.2f}, {name}")
# > size of the slope at 2.1: 0.11, SoftMarginLoss
# > size of the slope at 2.1: 0.00, the hinge

x = score.detach()
plt.plot(x, soft.detach(), color="tab:blue")
plt.text(-1.5, 2.8, "SoftMarginLoss", color="tab:blue")
dots = {"color": "tab:red", "linestyle": "none", "marker": "o"}
plt.plot(x[::4], binary.detach()[::4], **dots)
plt.text(-3.9, 0.15, "BCEWithLogitsLoss", color="tab:red")
plt.plot(x, hinge.detach(), color="tab:green", linestyle="dashdot")
plt.text(-2.7, 4.2, "hinge", color="tab:green")
plt.axvspan(1, 4.1, color="tab:gray", alpha=0.15)
plt.text(2.5, 2, "the hinge\nis flat", color="tab:gray", ha="center")
plt.xlabel("score, where the answer is yes")
plt.show()

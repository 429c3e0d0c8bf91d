"""Where D is sure, minus its loss gives the generator no slope."""

import torch
from matplotlib import pyplot as plt
from torch.nn import functional as F

logit = torch.linspace(-10, 4, 141).requires_grad_()  # of D, for a fake
yes, no = torch.ones(141), torch.zeros(141)
bce = F.binary_cross_entropy_with_logits
losses = {
    "minimax": -bce(logit, no, reduction="sum"),
    "other": bce(logit, yes, reduction="sum"),
}
slopes = {
    name: torch.autograd.grad(loss, logit)[0].abs()
    for name, loss in losses.items()
}
for name, slope in slopes.items():
    print(f"{name}: at a logit of -8 a slope of {slope[20]:.4f}")
# > minimax: at a logit of -8 a slope of 0.0003
# > other: at a logit of -8 a slope of 0.9997

z = logit.detach()
plt.plot(z, slopes["minimax"], color="tab:red", linestyle="dashed")
plt.text(-10, 0.06, "-bce(D(G(z)), zeros)", color="tab:red")
plt.plot(z, slopes["other"], color="tab:green")
plt.text(-10, 0.91, "bce(D(G(z)), ones)", color="tab:green")
plt.axvspan(-10, -4, color="tab:gray", alpha=0.15)
plt.text(-7, 0.5, "D is sure", color="tab:gray", ha="center")
plt.xlabel("logit of D for what G makes")
plt.ylabel("slope for G")
plt.show()

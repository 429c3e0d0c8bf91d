"""A focal factor of each sample silences the easy ones, and no others."""

import torch
from matplotlib import pyplot as plt
from torch.nn import functional as F

labels = torch.tensor([0.0] * 95 + [1.0] * 5)
logits = torch.tensor([-3.0] * 95 + [-1.0] * 5)  # easy ones, hard ones
mean = F.binary_cross_entropy_with_logits(logits, labels)
no = torch.linspace(-5, 5, 101)  # logits where the label is 0
bce = F.binary_cross_entropy_with_logits(no, 0 * no, reduction="none")
p_true = torch.exp(-bce)
own = (1 - p_true) ** 2
of_mean = ((1 - torch.exp(-mean)) ** 2).expand_as(no)
of_yes = (1 - no.sigmoid()) ** 2
for name, factor in {"own": own, "mean": of_mean, "1 - p": of_yes}.items():
    print(f"{name}: {factor[80]:.2f} for a hard one, {factor[20]:.2f}")
# > own: 0.91 for a hard one, 0.00
# > mean: 0.01 for a hard one, 0.01
# > 1 - p: 0.00 for a hard one, 0.91

plt.plot(p_true, own, color="tab:green")
plt.plot(p_true, of_mean, color="tab:red", linestyle="dashed")
plt.plot(p_true, of_yes, color="tab:orange", linestyle="dotted")
plt.text(0.12, 0.84, "of each sample", color="tab:green")
plt.ylim(-0.13, 1.05)
plt.text(0.02, -0.08, "of the mean", color="tab:red")
plt.text(0.86, 0.84, "1 - p of a yes", color="tab:orange", ha="right")
plt.xlabel("probability of the true label, here a no")
plt.ylabel("factor")
plt.show()

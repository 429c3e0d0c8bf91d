"""Log-sum-exp stays finite where the exponential is infinite."""

import torch
from matplotlib import pyplot as plt

z = torch.arange(1, 121).float()  # two equal logits of this size
direct = (2 * z.exp()).log()
stable = torch.stack([z, z]).logsumexp(dim=0)
last = z[direct.isfinite()].max()
print(f"the direct way ends at {last:.0f}")
# > the direct way ends at 88
half = z.half()
print(f"in float16 at {z[half.exp().isfinite()].max():.0f}")
# > in float16 at 11

plt.plot(z, stable, color="tab:green")
plt.text(95, 105, "logsumexp", color="tab:green", ha="right")
finite = direct.isfinite()
plt.plot(z[finite], direct[finite], color="tab:red", linestyle="dashed")
plt.text(75, 55, "log of the sum of exp", color="tab:red", ha="left")
plt.axvspan(float(last), 120, color="tab:gray", alpha=0.15)
plt.text(104, 20, "exp is inf", color="tab:gray", ha="center")
plt.xlabel("logit")
plt.show()

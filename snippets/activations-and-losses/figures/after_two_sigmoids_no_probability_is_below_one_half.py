"""After two sigmoids, no probability is below one half."""

import torch
from matplotlib import pyplot as plt

logit = torch.linspace(-6, 6, 121)
once = logit.sigmoid()
twice = once.sigmoid()
print(f"once from {once[0]:.2f} to {once[-1]:.2f}")
# > once from 0.00 to 1.00
print(f"twice from {twice[0]:.2f} to {twice[-1]:.2f}")
# > twice from 0.50 to 0.73

plt.plot(logit, twice, color="tab:red", linestyle="dashed")
plt.text(-6, 0.56, "two sigmoids", color="tab:red")
plt.plot(logit, once, color="tab:green")
plt.text(3, 0.87, "one", color="tab:green")
plt.axhspan(0, 0.5, color="tab:gray", alpha=0.15)
plt.text(5.9, 0.1, "no", color="tab:gray", ha="right")
plt.ylim(-0.05, 1.05)
plt.xlabel("logit")
plt.ylabel("probability of a yes")
plt.show()

"""A threshold of 0.5 on logits misses every yes up to 62%."""

import torch
from matplotlib import pyplot as plt

logits = torch.linspace(-4, 4, 161)
probabilities = logits.sigmoid()
missed = (probabilities > 0.5) & (logits <= 0.5)
top = probabilities[missed].max()
print(f"a logit of 0.5 is a probability of {top:.0%}")
# > a logit of 0.5 is a probability of 62%

plt.plot(logits, probabilities, color="tab:blue")
plt.text(2, 0.82, "sigmoid", color="tab:blue")
plt.axvline(0, color="tab:green")
plt.text(-0.15, 0.9, "logit > 0", color="tab:green", ha="right")
plt.axvline(0.5, color="tab:red", linestyle="dashed")
plt.text(0.65, 0.1, "logit > 0.5", color="tab:red")
plt.axvspan(0, 0.5, color="tab:red", alpha=0.15)
plt.axhline(0.5, color="tab:gray", linewidth=1)
plt.xlabel("logit")
plt.ylabel("probability of a yes")
plt.show()

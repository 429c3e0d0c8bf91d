"""For a target of -1.5, BCEWithLogitsLoss has no lowest point."""

import torch
from matplotlib import pyplot as plt
from torch import nn

output = torch.linspace(-8, 4, 121)
target = torch.full_like(output, -1.5)
wrong = nn.BCEWithLogitsLoss(reduction="none")(output, target)
right = nn.MSELoss(reduction="none")(output, target)
print(f"at an output of -8: {wrong[0]:.1f}")
# > at an output of -8: -12.0
print(f"MSELoss is least at {output[right.argmin()]:.1f}")
# > MSELoss is least at -1.5

plt.plot(output, wrong, color="tab:red", linestyle="dashed")
plt.text(-8, -3, "BCEWithLogitsLoss", color="tab:red")
plt.plot(output, right, color="tab:green")
plt.text(1.4, 13, "MSELoss", color="tab:green", ha="right")
plt.axvline(-1.5, color="tab:gray", linewidth=1)
plt.text(-1.7, 20, "the target", color="tab:gray", ha="right")
plt.ylim(-14, 24)
plt.xlabel("output")
plt.ylabel("loss")
plt.show()

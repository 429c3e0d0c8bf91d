"""In float16, the squared error ends at an error of 256."""

import torch
from matplotlib import pyplot as plt
from torch import nn

error = torch.arange(2, 601, 2).float()
zero = torch.zeros_like(error)
criterion = nn.MSELoss(reduction="none")
single = criterion(error, zero)
half = criterion(error.half(), zero.half()).float()
print(f"the last finite one: {half[half.isfinite()].max():.0f}")
# > the last finite one: 64512
print(f"inf from {error[half.isinf()][0]:.0f} on")
# > inf from 256 on

finite = half.isfinite()
plt.plot(error, single / 1000, color="tab:green")
plt.text(445, 225, "float32", color="tab:green", ha="right")
plt.plot(
    error[finite], half[finite] / 1000, color="tab:red", linestyle="dashed"
)
plt.text(225, 70, "float16", color="tab:red", ha="right")
plt.axvspan(256, 600, color="tab:red", alpha=0.1)
plt.text(590, 15, "inf in float16", color="tab:red", ha="right")
plt.xlabel("error")
plt.ylabel("squared error, in thousands")
plt.show()

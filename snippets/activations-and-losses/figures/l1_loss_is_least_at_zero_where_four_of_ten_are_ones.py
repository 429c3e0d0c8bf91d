"""Where 4 of 10 labels are 1, L1Loss is least at 0 and MSELoss at 0.4."""

import torch
from matplotlib import pyplot as plt
from torch import nn

target = torch.tensor([1.0] * 4 + [0.0] * 6)
answers = torch.linspace(0, 1, 101).view(101, 1)
pairs = torch.broadcast_tensors(answers, target)
looks = {
    "L1Loss": {"color": "tab:red", "linestyle": "dashed"},
    "MSELoss": {"color": "tab:green"},
}
for name, look in looks.items():
    losses = getattr(nn, name)(reduction="none")(*pairs).mean(dim=1)
    least = losses.argmin()
    print(f"{name} is least at {answers[least, 0]:.2f}")
    plt.plot(answers[:, 0], losses, **look)
    plt.scatter([answers[least, 0]], [losses[least]], color=look["color"])
# > L1Loss is least at 0.00
# > MSELoss is least at 0.40
plt.text(0.45, 0.51, "L1Loss", color="tab:red", ha="right")
plt.text(0.42, 0.31, "MSELoss", color="tab:green")
plt.xlabel("one answer for all")
plt.ylabel("loss")
plt.show()

"""An outlier pulls hard in MSELoss, and not in L1Loss or HuberLoss."""

import torch
from matplotlib import pyplot as plt
from torch import nn

losses = {
    "MSELoss": nn.MSELoss(reduction="none"),
    "L1Loss": nn.L1Loss(reduction="none"),
    "HuberLoss": nn.HuberLoss(reduction="none"),
}
looks = {
    "MSELoss": {"color": "tab:red", "linestyle": "dashed"},
    "L1Loss": {"color": "tab:gray", "linestyle": "dotted"},
    "HuberLoss": {"color": "tab:blue"},
}
data = torch.tensor([[1.0, 2.0, 3.0, 4.0, 15.0]])
answers = torch.arange(0, 151).unsqueeze(1) / 10
error = (torch.arange(-60, 61) / 20).requires_grad_()

_, (above, below) = plt.subplots(2, sharex=True)
for name, criterion in losses.items():
    cost = criterion(answers.expand(151, 5), data.expand(151, 5))
    best = answers[cost.mean(dim=1).argmin()].item()
    print(f"{name}: the best answer to 1, 2, 3, 4 and 15 is {best:.1f}")
    loss = criterion(error, torch.zeros(121))
    (slope,) = torch.autograd.grad(loss.sum(), error)
    above.plot(error.detach(), loss.detach(), **looks[name])
    below.plot(error.detach(), slope, **looks[name])
# > MSELoss: the best answer to 1, 2, 3, 4 and 15 is 5.0
# > L1Loss: the best answer to 1, 2, 3, 4 and 15 is 3.0
# > HuberLoss: the best answer to 1, 2, 3, 4 and 15 is 3.0
above.text(-2.2, 5.5, "MSELoss", color="tab:red")
above.text(-2.95, 3.4, "L1Loss", color="tab:gray")
above.text(1.8, 0.1, "HuberLoss", color="tab:blue")
below.text(1.6, 4.2, "MSELoss", color="tab:red", ha="right")
above.set_title("loss")
below.set_title("slope: L1Loss and HuberLoss stay at 1")
below.set_xlabel("output - target")
plt.show()

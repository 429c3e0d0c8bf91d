"""One outlier tilts the line of MSE, and hardly those of L1 and Huber."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = torch.arange(1, 7).double()
y = torch.tensor([1.3, 1.7, 3.2, 3.8, 5.3, 18]).double()  # 18 is far off
losses = {
    "MSE": (nn.MSELoss(reduction="none"), "tab:red", "dashed"),
    "Huber": (nn.HuberLoss(reduction="none"), "tab:blue", "solid"),
    "L1": (nn.L1Loss(reduction="none"), "tab:orange", "dotted"),
}
slopes = torch.linspace(0, 2, 201).double()
outlier = torch.linspace(0, 24, 49).double()
at_6 = torch.full_like(outlier, 6).requires_grad_()  # what y = x has there

_, (above, below) = plt.subplots(2, height_ratios=[3, 2])
for name, (criterion, color, dashes) in losses.items():
    costs = criterion(slopes[:, None] * x, y.expand(201, 6)).mean(dim=1)
    best = slopes[costs.argmin()]
    print(f"{name}: the best line is y = {best:.2f} x")
    loss = criterion(at_6, outlier)
    (gradient,) = torch.autograd.grad(loss.sum(), at_6)
    above.plot(x, best * x, color=color, linestyle=dashes)
    below.plot(outlier, gradient.abs(), color=color, linestyle=dashes)
# > MSE: the best line is y = 1.80 x
# > Huber: the best line is y = 1.13 x
# > L1: the best line is y = 1.06 x
above.plot(x, y, "o", color="tab:gray", label="data")
above.text(4.4, 9.6, "MSE", color="tab:red", ha="right")
above.text(4.7, 2, "L1", color="tab:orange", ha="left")
above.text(5.5, 3, "Huber", color="tab:blue", ha="left")
above.set_xlabel("x")
below.set_xticks(range(0, 25, 6))
below.text(15, 24, "MSE", color="tab:red", ha="right")
below.text(22, 4, "L1 and Huber", color="tab:blue", ha="right")
below.set_title("size of the gradient of the point at x = 6")
below.set_xlabel("y of that point, where the line is y = x")
plt.show()

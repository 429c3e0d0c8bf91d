"""Where a sigmoid is surely wrong, MSE has no gradient and BCE has one."""

import torch
from matplotlib import pyplot as plt
from torch import nn

logit = (torch.arange(-120, 41) / 10).requires_grad_()
target = torch.ones_like(logit)  # so a low logit is a mistake
losses = {
    "BCE": nn.BCEWithLogitsLoss(reduction="none")(logit, target),
    "MSE": nn.MSELoss(reduction="none")(logit.sigmoid(), target),
}
looks = {
    "BCE": {"color": "tab:green"},
    "MSE": {"color": "tab:red", "linestyle": "dashed"},
}

gradients = {}
figure, (above, below) = plt.subplots(2, sharex=True)
for name, loss in losses.items():
    (gradient,) = torch.autograd.grad(loss.sum(), logit)
    gradients[name] = gradient
    above.plot(logit.detach(), loss.detach(), **looks[name])
    below.plot(logit.detach(), gradient.abs(), **looks[name])
for z in (-2, -5, -10):
    ratio = (gradients["BCE"] / gradients["MSE"])[10 * (z + 12)]
    print(f"at {z}: {ratio:.0f} times as large")
# > at -2: 5 times as large
# > at -5: 75 times as large
# > at -10: 11014 times as large
above.text(-8, 8.6, "BCE", color="tab:green")
above.text(-8, 1.9, "MSE", color="tab:red")
below.text(-8, 0.08, "BCE", color="tab:green")
below.text(-8, 3e-3, "MSE", color="tab:red", ha="right")
above.set_title("loss")
below.set_title("size of its gradient")
below.set_yscale("log")
below.set_xlabel("logit, where the target is 1")
plt.show()

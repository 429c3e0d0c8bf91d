"""A summed loss allows a smaller learning rate for a larger batch."""

import torch
from matplotlib import pyplot as plt
from torch import nn

BATCHES = 4, 8, 16, 32, 64, 128, 256
rates = torch.logspace(-3, 1, 80).double()


def largest_rate(reduction, batch):
    x = torch.tensor([-1.0, 1.0]).repeat(batch // 2).double()
    weights = torch.zeros_like(rates).requires_grad_()  # one for each rate
    for _ in range(8):
        pairs = torch.broadcast_tensors(
            weights * x[:, None], 3 * x[:, None]
        )
        loss = nn.MSELoss(reduction="none")(*pairs)
        loss = loss.sum(dim=0) if reduction == "sum" else loss.mean(dim=0)
        (slopes,) = torch.autograd.grad(loss.sum(), weights)
        weights = weights - rates * slopes
    nearer = (weights - 3).abs() < 3  # than at the start
    return rates[nearer].max().item()


means = [largest_rate("mean", batch) for batch in BATCHES]
sums = [largest_rate("sum", batch) for batch in BATCHES]
print(f"batch of 256: {means[-1]:.1g}, summed {sums[-1]:.1g}")
# > batch of 256: 1, summed 0.004

plt.plot(BATCHES, means, "o-", color="tab:green")
plt.text(256, 0.4, '"mean"', color="tab:green", ha="right")
plt.plot(BATCHES, sums, "s--", color="tab:red")
plt.text(24, 0.015, '"sum"', color="tab:red", ha="right")
plt.xscale("log", base=2)
plt.yscale("log")
plt.xticks(BATCHES, [str(batch) for batch in BATCHES])
plt.xlabel("batch size")
plt.ylabel("largest rate that trains")
plt.show()

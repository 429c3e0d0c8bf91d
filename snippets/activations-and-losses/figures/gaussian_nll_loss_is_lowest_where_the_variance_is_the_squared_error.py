"""GaussianNLLLoss is lowest where the variance is the squared error."""

import torch
from matplotlib import pyplot as plt
from torch import nn

variance = (torch.arange(10, 241) / 20).requires_grad_()  # 0.5 to 12
mean, target = torch.full((231,), 3.0), torch.full((231,), 1.0)
criterion = nn.GaussianNLLLoss(reduction="none")
loss = criterion(mean, target, variance)
(slope,) = torch.autograd.grad(loss.sum(), variance)

by_hand = (variance.log() + (mean - target) ** 2 / variance) / 2
torch.testing.assert_close(loss, by_hand)
lowest = loss.argmin()
print(f"an error of 2: lowest at a variance of {variance[lowest]:.1f}")
# > an error of 2: lowest at a variance of 4.0
for place in (0, 70, 230):
    print(f"at {variance[place]:4.1f}: loss {loss[place]:.2f}")
# > at  0.5: loss 3.65
# > at  4.0: loss 1.19
# > at 12.0: loss 1.41
print(f"mean {tuple(mean.shape)}, {mean.dtype}")
# > mean (231,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (231,), torch.float32
print(f"variance {tuple(variance.shape)}, {variance.dtype}")
# > variance (231,), torch.float32

x = variance.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(1.3, 2.7, "GaussianNLLLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(2, -0.9, "its slope", color="tab:orange")
plt.plot(x[lowest], loss[lowest].detach(), "o", color="tab:blue")
plt.ylim(-1.5, 4)
plt.xlabel("variance, where the error is 2")
plt.show()

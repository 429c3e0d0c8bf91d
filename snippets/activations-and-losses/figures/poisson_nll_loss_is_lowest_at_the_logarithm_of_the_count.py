"""PoissonNLLLoss is lowest at the logarithm of the count."""

import torch
from matplotlib import pyplot as plt
from torch import nn

output = (torch.arange(-20, 61) / 20).requires_grad_()  # from -1 to 3
target = torch.full((81,), 5.0)  # a count of five
loss = nn.PoissonNLLLoss(reduction="none")(output, target)
(slope,) = torch.autograd.grad(loss.sum(), output)

torch.testing.assert_close(loss, output.exp() - target * output)
lowest = loss.argmin()
print(f"lowest at {output[lowest]:.1f}; log(5) is {target[0].log():.2f}")
# > lowest at 1.6; log(5) is 1.61
print(f"loss there {loss[lowest]:.2f}; at 3.0: slope {slope[80]:.1f}")
# > loss there -3.05; at 3.0: slope 15.1
print(f"output {tuple(output.shape)}, {output.dtype}")
# > output (81,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (81,), torch.float32

x = output.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(-0.4, 3.6, "PoissonNLLLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(2.2, 6.5, "its slope", color="tab:orange", ha="right")
plt.plot(x[lowest], loss[lowest].detach(), "o", color="tab:blue")
plt.ylim(-6, 12)
plt.yticks(range(-5, 11, 5))
plt.xlabel("output: the logarithm of the expected count")
plt.show()

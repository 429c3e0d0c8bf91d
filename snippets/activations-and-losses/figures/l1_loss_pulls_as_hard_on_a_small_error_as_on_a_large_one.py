"""L1Loss pulls as hard on a small error as on a large one."""

import torch
from matplotlib import pyplot as plt
from torch import nn

output = (torch.arange(-60, 61) / 20).requires_grad_()  # from -3 to 3
target = torch.zeros(121)  # so the output is the error
loss = nn.L1Loss(reduction="none")(output, target)
(slope,) = torch.autograd.grad(loss.sum(), output)

error = output.detach()
torch.testing.assert_close(loss, output.abs())
torch.testing.assert_close(slope, error.sign())
for place in (60, 62, 120):
    print(f"at an error of {error[place]:.1f}: slope {slope[place]:.1f}")
# > at an error of 0.0: slope 0.0
# > at an error of 0.1: slope 1.0
# > at an error of 3.0: slope 1.0
print(f"output {tuple(output.shape)}, {output.dtype}")
# > output (121,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (121,), torch.float32

plt.plot(error, loss.detach(), color="tab:blue")
plt.text(-1.9, 2.2, "L1Loss", color="tab:blue")
plt.plot(error, slope, color="tab:orange", linestyle="dashed")
plt.text(-2.9, -0.75, "its slope", color="tab:orange")
plt.xlabel("output - target")
plt.show()

"""MSELoss pulls harder on an output, the farther off it is."""

import torch
from matplotlib import pyplot as plt
from torch import nn

output = (torch.arange(-60, 61) / 20).requires_grad_()  # from -3 to 3
target = torch.zeros(121)  # so the output is the error
loss = nn.MSELoss(reduction="none")(output, target)
(slope,) = torch.autograd.grad(loss.sum(), output)

error = output.detach()
torch.testing.assert_close(loss, output**2)
torch.testing.assert_close(nn.MSELoss()(output, target), loss.mean())
for place in (80, 120):
    print(f"at an error of {error[place]:.0f}: ", end="")
    print(f"loss {loss[place]:.1f}, slope {slope[place]:.1f}")
# > at an error of 1: loss 1.0, slope 2.0
# > at an error of 3: loss 9.0, slope 6.0
print(f"output {tuple(output.shape)}, {output.dtype}")
# > output (121,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (121,), torch.float32

plt.plot(error, loss.detach(), color="tab:blue")
plt.text(-2.3, 6.5, "MSELoss", color="tab:blue")
plt.plot(error, slope, color="tab:orange", linestyle="dashed")
plt.text(-1.7, -4.5, "its slope", color="tab:orange")
plt.yticks(range(-6, 10, 3))
plt.xlabel("output - target")
plt.show()

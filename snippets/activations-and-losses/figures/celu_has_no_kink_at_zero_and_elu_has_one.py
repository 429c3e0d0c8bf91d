"""CELU has no kink at zero for any alpha, and ELU has one."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-160, 61) / 20).requires_grad_()  # from -8 to 3
y, other = nn.CELU(alpha=3)(x), nn.ELU(alpha=3)(x)
(slope,) = torch.autograd.grad(y.sum(), x)
(of_other,) = torch.autograd.grad(other.sum(), x)

by_hand = torch.where(x > 0, x, 3 * (torch.exp(x / 3) - 1))
torch.testing.assert_close(y, by_hand)
torch.testing.assert_close(nn.CELU()(x), nn.ELU()(x))  # alpha=1
print(f"slope of CELU {slope[160]:.0f} at 0, {slope[161]:.0f} above")
# > slope of CELU 1 at 0, 1 above
print(f"slope of ELU {of_other[160]:.0f} at 0, {of_other[161]:.0f} above")
# > slope of ELU 3 at 0, 1 above

x = x.detach()
figure, (left, right) = plt.subplots(1, 2)
left.plot(x, y.detach(), color="tab:blue")
left.text(-5.1, -1.9, "CELU", color="tab:blue", ha="right")
left.plot(x, other.detach(), color="tab:purple", linestyle="dotted")
left.text(-1, -2.6, "ELU", color="tab:purple")
right.plot(x, slope, color="tab:blue")
right.text(-3.4, 0.5, "CELU", color="tab:blue", ha="right")
right.plot(x, of_other, color="tab:purple", linestyle="dotted")
right.text(-0.9, 2, "ELU", color="tab:purple", ha="right")
left.set_title("alpha=3")
right.set_title("its slope")
left.set_xlabel("input")
right.set_xlabel("input")
plt.show()

"""The slope of a square root has no limit near 0."""

import torch
from matplotlib import pyplot as plt

x = torch.logspace(-14, 0, 113).double().requires_grad_()
(by_hand,) = torch.autograd.grad(x.sqrt().sum(), x)
(added,) = torch.autograd.grad((x + 1e-8).sqrt().sum(), x)
print(f"at 1e-14: {by_hand[0]:.0e}, and {added[0]:.0e} with 1e-8 added")
# > at 1e-14: 5e+06, and 5e+03 with 1e-8 added

plt.plot(x.detach(), by_hand, color="tab:red", linestyle="dashed")
plt.text(1e-9, 3e5, "x.sqrt()", color="tab:red")
plt.plot(x.detach(), added, color="tab:green")
plt.text(1e-14, 300, "(x + 1e-8).sqrt()", color="tab:green")
plt.xscale("log")
plt.yscale("log")
plt.xlabel("x")
plt.ylabel("slope")
plt.show()

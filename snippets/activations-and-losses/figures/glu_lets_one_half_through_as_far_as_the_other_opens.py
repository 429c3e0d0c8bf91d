"""GLU lets one half of its input through as far as the other half opens."""

import torch
from matplotlib import pyplot as plt
from torch import nn

gate = (torch.arange(-80, 81) / 10).requires_grad_()  # from -8 to 8
value = torch.full((161,), 2.0, requires_grad=True)
y = nn.GLU(dim=0)(torch.cat([value, gate]))
of_value, of_gate = torch.autograd.grad(y.sum(), [value, gate])

torch.testing.assert_close(y, value * torch.sigmoid(gate))
torch.testing.assert_close(of_value, torch.sigmoid(gate))
print(f"{2 * len(gate)} numbers in, {len(y)} out")
# > 322 numbers in, 161 out
for place in (30, 80, 130):
    print(f"gate {gate[place]:.0f}: {y[place]:.2f}", end=", ")
    print(f"slopes {of_value[place]:.2f} and {of_gate[place]:.2f}")
# > gate -5: 0.01, slopes 0.01 and 0.01
# > gate 0: 1.00, slopes 0.50 and 0.50
# > gate 5: 1.99, slopes 0.99 and 0.01

x = gate.detach()
plt.plot(x, y.detach(), color="tab:blue")
plt.text(0.8, 1.5, "GLU of a value of 2", color="tab:blue", ha="right")
plt.plot(x, of_value, color="tab:orange", linestyle="dashed")
plt.text(1.8, 0.7, "slope for the value", color="tab:orange")
plt.plot(x, of_gate, color="tab:purple", linestyle="dashdot")
plt.text(1.8, 0.35, "slope for the gate", color="tab:purple")
plt.axvspan(-8, -5, color="tab:gray", alpha=0.15)
plt.text(-6.5, 0.6, "shut", color="tab:gray", ha="center")
plt.xlabel("gate")
plt.show()

"""ReLU is the corner that GELU and SiLU round off."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-60, 61) / 20).requires_grad_()  # from -3 to 3
torch.testing.assert_close(nn.ReLU()(x), torch.maximum(x, 0 * x))
looks = {
    nn.ReLU(): {"color": "tab:blue", "linestyle": "solid"},
    nn.GELU(): {"color": "tab:green", "linestyle": "dashed"},
    nn.SiLU(): {"color": "tab:purple", "linestyle": "dotted"},
}
figure, (left, right) = plt.subplots(1, 2)
for layer, look in looks.items():
    y = layer(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    left.plot(x.detach(), y.detach(), **look)
    right.plot(x.detach(), slope, **look)
    at = [f"{slope[i]:.2f} at {x[i]:.0f}" for i in (40, 60, 80)]
    print(f"slope of {type(layer).__name__}: {', '.join(at)}")
# > slope of ReLU: 0.00 at -1, 0.00 at 0, 1.00 at 1
# > slope of GELU: -0.08 at -1, 0.50 at 0, 1.08 at 1
# > slope of SiLU: 0.07 at -1, 0.50 at 0, 0.93 at 1

left.set_ylim(-0.7, 3.1)
left.text(1.5, 2.1, "ReLU", color="tab:blue", ha="right")
left.text(-2.9, 0.15, "GELU", color="tab:green")
left.text(-2.9, -0.55, "SiLU", color="tab:purple")
right.text(-0.2, 0.9, "ReLU", color="tab:blue", ha="right")
right.text(0.9, 1.2, "GELU", color="tab:green")
right.text(0.9, 0.7, "SiLU", color="tab:purple")
left.set_title("function")
right.set_title("its slope")
left.set_xlabel("input")
right.set_xlabel("input")
plt.show()

"""GELU and SiLU dip below 0 where ReLU is flat, so they pass a gradient."""

import torch
from torch import nn

z = torch.tensor([-3.0, -1.28, -0.75, 0.0, 1.0, 3.0])
normal = torch.distributions.Normal(0.0, 1.0)
torch.testing.assert_close(nn.GELU()(z), z * normal.cdf(z))
torch.testing.assert_close(nn.SiLU()(z), z * torch.sigmoid(z))

for activation in (nn.ReLU(), nn.GELU(), nn.SiLU()):
    logits = z.clone().requires_grad_()
    values = activation(logits)
    values.sum().backward()
    print(type(activation).__name__)
    print("  values", " ".join(f"{v:.3f}" for v in values))
    print("  slopes", " ".join(f"{s:.3f}" for s in logits.grad))
# > ReLU
# >   values 0.000 0.000 0.000 0.000 1.000 3.000
# >   slopes 0.000 0.000 0.000 0.000 1.000 1.000
# > GELU
# >   values -0.004 -0.128 -0.170 0.000 0.841 2.996
# >   slopes -0.012 -0.125 0.001 0.500 1.083 1.012
# > SiLU
# >   values -0.142 -0.278 -0.241 0.000 0.731 2.858
# >   slopes -0.088 -0.000 0.157 0.500 0.928 1.088

gap = nn.GELU(approximate="tanh")(z) - nn.GELU()(z)
print(f"the tanh form is off by {gap.abs().max():.5f}")
# > the tanh form is off by 0.00041

"""Two functions are called hard sigmoid, and only the ends are alike."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = torch.linspace(-4, 4, 161)
here = nn.Hardsigmoid()(x)
elsewhere = nn.Hardsigmoid()(1.2 * x)  # a slope of a fifth
gap = here - elsewhere
print(f"at {x[gap.argmax()]:.1f} they differ by {gap.max():.4f}")
# > at -2.5 they differ by 0.0833

plt.plot(x, here, color="tab:blue")
plt.plot(x, elsewhere, color="tab:red", linestyle="dashed")
plt.text(0.9, 0.54, "PyTorch, Keras 3", color="tab:blue")
plt.text(0.5, 0.72, "ONNX, older Keras", color="tab:red", ha="right")
plt.xlabel("input")
plt.ylabel("output")
plt.show()

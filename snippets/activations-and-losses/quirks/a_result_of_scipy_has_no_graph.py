"""What NumPy or SciPy has computed has no graph back to its inputs."""

import numpy as np
import torch

t = torch.tensor(2.0, requires_grad=True)  # for dy/dt = -0.3 y, y(0) = 5

# Wrong: solved in small steps by NumPy, which records nothing.
y, step = np.float32(5.0), t.detach().numpy() / 1000
for _ in range(1000):
    y = y - 0.3 * y * step
y = torch.tensor(y, requires_grad=True)
print(f"y {y:.2f},", y.grad_fn is not None)  # Notice it
# > y 2.74, False
try:
    print(f"dy/dt {torch.autograd.grad(y, t)[0]:.2f}")
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > The differentiated Tensor at index 0 appears to not have been used in the graph

# Right: the same steps by torch, from the t that asks for a gradient.
y, step = torch.tensor(5.0), t / 1000
for _ in range(1000):
    y = y - 0.3 * y * step
print(f"y {y:.2f},", y.grad_fn is not None)
# > y 2.74, True
print(f"dy/dt {torch.autograd.grad(y, t)[0]:.2f}")
# > dy/dt -0.82

# Or any solver, and then the slope that you know, with a factor of 0.
y = torch.tensor(5 * np.exp(-0.3 * t.item()))
y = y - 0.3 * y * (t - t.detach())
print(f"y {y:.2f}, dy/dt {torch.autograd.grad(y, t)[0]:.2f}")
# > y 2.74, dy/dt -0.82

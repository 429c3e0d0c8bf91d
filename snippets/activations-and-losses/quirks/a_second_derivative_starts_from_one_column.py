"""Ones for two columns of a first derivative add up what comes of both."""

import torch
from torch.autograd import functional, grad


def model(points):  # of x and t, here x cubed times t squared
    return points[..., 0].pow(3) * points[..., 1].pow(2)


points = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
u = model(points)
du = grad(u, points, torch.ones_like(u), create_graph=True)[0]

# Wrong: ones for both columns of the first derivative, u_x and u_t.
second = grad(du, points, torch.ones_like(du), create_graph=True)[0]
print("u_xx", second[:, 0].tolist())
# > u_xx [36.0, 504.0]

# Right: the column of x alone.
u_x = du[:, 0]
second = grad(u_x, points, torch.ones_like(u_x), create_graph=True)[0]
print("u_xx", second[:, 0].tolist(), "u_xt", second[:, 1].tolist())
# > u_xx [24.0, 288.0] u_xt [12.0, 216.0]

# Notice it: False for both columns together, True for one.
exact = functional.hessian(model, points[0])
for part in du, du[:, 0]:
    u_xx = grad(part.sum(), points, create_graph=True)[0][:, 0]
    print(torch.allclose(u_xx[0], exact[0, 0]))
# > False
# > True

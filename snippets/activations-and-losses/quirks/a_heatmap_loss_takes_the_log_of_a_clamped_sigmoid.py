"""A loss with log(p) and log(1 - p) takes p from a clamped sigmoid."""

import torch
import torch.nn.functional as F

target = torch.tensor([1.0, 1.0, 0.6, 0.1, 0.0])  # 1 where an object is
raw = torch.tensor([18.0, 0.3, -0.2, -1.0, -12.0])


def look(p):  # at the focal loss of CornerNet and CenterNet
    near = (target == 1) * (1 - p) ** 2 * p.log()
    far = (1 - target) ** 4 * p**2 * (1 - p).log()
    loss = -(near + far).sum() / (target == 1).sum()
    # Notice it: False with 0 or 1 or what lies outside, else True.
    fine = bool(p.min() > 0 and p.max() < 1)
    print(f"p from {p.min():.4f} to {p.max():.4f}, loss {loss:.4f}", fine)


# Wrong: a sigmoid that is rounded to 1, or no sigmoid at all.
p = raw.sigmoid()
look(p)
# > p from 0.0000 to 1.0000, loss nan False
look(raw)
# > p from -12.0000 to 18.0000, loss nan False

# Right: between 0 and 1, and never at either.
p = raw.sigmoid().clamp(1e-4, 1 - 1e-4)
look(p)
# > p from 0.0001 to 0.9999, loss 0.0592 True
print(p.half().max(), (raw * torch.nan).sigmoid().clamp(0, 1).max())
# > tensor(1., dtype=torch.float16) tensor(nan)

# Beyond its limits a clamp has no slope, and logsigmoid has.
z = torch.tensor([-18.0, 1.0], requires_grad=True)
for log in z.sigmoid().clamp(min=1e-4).log(), F.logsigmoid(z):
    (slopes,) = torch.autograd.grad(log.sum(), z)
    print([round(slope, 2) for slope in slopes.tolist()])
# > [0.0, 0.27]
# > [1.0, 0.27]

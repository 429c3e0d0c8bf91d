"""A detached fake is right for the step of D, and stops that of G."""

import torch
from torch import nn

bce = nn.BCEWithLogitsLoss()
ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)


def train(for_g):
    torch.manual_seed(0)
    g, d = nn.Linear(2, 2), nn.Linear(2, 1)
    real = torch.randn(64, 2) + 3
    optimizer_g = torch.optim.Adam(g.parameters())
    optimizer_d = torch.optim.Adam(d.parameters())
    for _ in range(50):
        fake = g(torch.randn(64, 2))
        optimizer_d.zero_grad()
        (bce(d(real), ones) + bce(d(fake.detach()), zeros)).backward()
        optimizer_d.step()
        optimizer_g.zero_grad()
        bce(d(for_g(fake)), ones).backward()
        optimizer_g.step()
    print("gradient of G:", g.bias.grad)
    return g.bias.grad


# Wrong: detached in the step of G as well.
stopped = train(lambda fake: fake.detach())
# > gradient of G: None

# Right: only in the step of D.
flowing = train(lambda fake: fake)
# > gradient of G: tensor([-0.0181, -0.3130])

# Notice it: False where nothing reaches G, True where it is trained.
for grad in stopped, flowing:
    print(grad is not None)
# > False
# > True

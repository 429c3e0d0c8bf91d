"""An output of the old weights serves one step of the optimizer only."""

import torch
from torch import nn

torch.manual_seed(0)
noise = torch.randn(8, 2)
net_g = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 2))
net_d = nn.Linear(2, 1)
optimizer_g = torch.optim.SGD(net_g.parameters(), lr=0.5)


def learn(loss, **how):
    optimizer_g.zero_grad()
    loss.backward(**how)
    optimizer_g.step()


# Wrong: the fake is made once, before the steps of the generator.
fake = net_g(noise)
try:
    for _ in range(2):
        learn(-net_d(fake).mean(), retain_graph=True)
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [4, 2]], which is output 0 of AsStrided, is at version 2; expected version 1 instead

# Right: each step makes a fake of its own.
for _ in range(2):
    learn(-net_d(net_g(noise)).mean())
print("gradient of the generator:", net_g[0].bias.grad)
# > gradient of the generator: tensor([0.0465, 0.0279, 0.0371, 0.0000])

# This hides the error, and nothing reaches the generator.
learn((-net_d(fake).mean()).detach_().requires_grad_(True))
print("gradient of the generator:", net_g[0].bias.grad)
# > gradient of the generator: None

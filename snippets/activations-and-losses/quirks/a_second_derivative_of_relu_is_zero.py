"""A ReLU network has no second derivative, so a PINN cannot use it."""

import torch
from torch import nn

x = torch.linspace(0, 1, 64).unsqueeze(1).requires_grad_()
bend = -(torch.pi**2) * torch.sin(torch.pi * x.detach())  # u'' of a sine


def second(net):
    du = torch.autograd.grad(net(x).sum(), x, create_graph=True)[0]
    return torch.autograd.grad(du.sum(), x, create_graph=True)[0]


def train(net):
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    for _ in range(300):
        loss = nn.MSELoss()(second(net), bend)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"largest u'' {second(net).abs().max():.1f}, loss {loss:.1f}")
    # Notice it: the check is False for ReLU, True for Tanh.
    print(bool(second(net).abs().max() > 0))


# Wrong: straight pieces, whose second derivative is 0.
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(1, 32), nn.ReLU(), nn.Linear(32, 1))
train(net)
# > largest u'' 0.0, loss 47.9
# > False

# Right: a smooth activation.
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 1))
train(net)
# > largest u'' 10.1, loss 0.1
# > True

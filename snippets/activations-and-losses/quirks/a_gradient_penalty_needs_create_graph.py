"""A gradient penalty reaches the weights only with create_graph=True."""

import torch
from torch import nn
from torch.autograd import grad

torch.manual_seed(0)
real, fake = torch.randn(64, 2) + 3, torch.randn(64, 2)
mixed = (0.5 * real + 0.5 * fake).requires_grad_()


def train(slopes):
    critic = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 1))
    optimizer = torch.optim.Adam(critic.parameters(), lr=0.01)
    for _ in range(200):
        norms = slopes(critic(mixed).sum())[0].norm(dim=1)
        penalty = (norms - 1).square().mean()
        loss = critic(fake).mean() - critic(real).mean() + 10 * penalty
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"penalty below 1: {penalty.item() < 1}")
    return penalty


# Wrong: the slopes are numbers without a graph.
wrong = train(lambda score: grad(score, mixed))
# > penalty below 1: False
train(lambda score: grad(score, mixed, retain_graph=True))
# > penalty below 1: False

# Right: the slopes have a graph that leads to the weights.
right = train(lambda score: grad(score, mixed, create_graph=True))
# > penalty below 1: True

# Notice it: False without the graph, True with it.
for penalty in wrong, right:
    print(penalty.requires_grad)
# > False
# > True

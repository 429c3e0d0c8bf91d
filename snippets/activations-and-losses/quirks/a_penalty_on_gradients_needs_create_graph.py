"""A penalty on gradients trains the weights only with create_graph=True."""

import torch
from torch import nn

torch.manual_seed(0)
points = torch.randn(16, 2, requires_grad=True)
start = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))


def train(**options):
    critic = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
    critic.load_state_dict(start.state_dict())
    optimizer = torch.optim.SGD(critic.parameters(), lr=0.1)
    for _ in range(300):
        scores = critic(points)
        (slope,) = torch.autograd.grad(scores.sum(), points, **options)
        penalty = (slope.norm(dim=1) - 1).square().mean()
        optimizer.zero_grad()
        (0.01 * scores.square().mean() + penalty).backward()
        optimizer.step()
    # Notice it: False for numbers only, True with a graph.
    print(penalty.requires_grad)
    print(f"penalty {penalty:.1f}")


# Wrong: retain_graph keeps the graph of the scores, and makes no new one.
train(retain_graph=True)
# > False
# > penalty 0.6

# Right: the gradient has a graph of its own.
train(create_graph=True)
# > True
# > penalty 0.0

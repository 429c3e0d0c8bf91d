"""Log-probabilities (N,) times a column (N, 1) make a matrix (N, N)."""

import torch
from torch.distributions import Categorical, Normal

logits = torch.zeros(4, 2, requires_grad=True)
advantages = torch.tensor([[1.0], [-1.0], [1.0], [-1.0]])  # mean 0
log_prob = Categorical(logits=logits).log_prob(torch.tensor([0, 1, 0, 1]))


def learn(advantage):
    loss = -(log_prob * advantage).mean()
    slope = torch.autograd.grad(loss, logits, retain_graph=True)[0]
    shape = tuple((log_prob * advantage).shape)
    print(f"shape {shape}, largest gradient {slope.abs().max():.3f}")


# Wrong: a flat log-probability and a column of advantages.
learn(advantages)
# > shape (4, 4), largest gradient 0.000

# Right: both flat.
learn(advantages.squeeze(1))
# > shape (4,), largest gradient 0.125

# Several actions per step: add their log-probabilities.
each = Normal(torch.zeros(4, 2), 1.0).log_prob(torch.zeros(4, 2))
print(tuple(each.shape), tuple(each.sum(dim=1).shape))
# > (4, 2) (4,)

# The target of DQN: rewards are flat, keepdim makes a column.
rewards, q = torch.zeros(4), torch.zeros(4, 2)
print(tuple((rewards + q.max(dim=1, keepdim=True)[0]).shape))
# > (4, 4)

# Notice it: the check is False for the column, True for a flat one.
for advantage in advantages, advantages.squeeze(1):
    print(log_prob.shape == advantage.shape)
# > False
# > True

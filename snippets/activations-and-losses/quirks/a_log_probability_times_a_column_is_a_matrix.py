"""Log-probabilities (N,) times a column (N, 1) make a matrix (N, N)."""

import torch
from torch.distributions import Categorical, Normal

logits = torch.zeros(4, 2, requires_grad=True)
advantages = torch.tensor([[1.0], [-1.0], [1.0], [-1.0]])  # mean 0
policy, actions = Categorical(logits=logits), torch.tensor([0, 1, 0, 1])
log_prob = policy.log_prob(actions)


def report(loss):
    slope = torch.autograd.grad(loss, logits, retain_graph=True)[0].abs()
    print((log_prob * advantages).shape, f"gradient {slope.max():.3f}")
    print(log_prob.shape == advantages.shape)  # Notice it


# Wrong: a flat log-probability and a column of advantages.
loss = -(log_prob * advantages).mean()
report(loss)
# > torch.Size([4, 4]) gradient 0.000
# > False

# Right: both flat.
advantages = advantages.squeeze(1)
loss = -(log_prob * advantages).mean()
report(loss)
# > torch.Size([4]) gradient 0.125
# > True

# A column of actions, and keepdim in the target of DQN, do the same.
reward, best = torch.zeros(4), torch.zeros(4, 2).max(1, keepdim=True)[0]
squares = policy.log_prob(actions.unsqueeze(1)), reward + best
print(*(tuple(square.shape) for square in squares))
# > (4, 4) (4, 4)

# Several actions per step: add their log-probabilities.
each = Normal(torch.zeros(4, 2), 1.0).log_prob(torch.zeros(4, 2))
print(tuple(each.shape), tuple(each.sum(dim=1).shape))
# > (4, 2) (4,)

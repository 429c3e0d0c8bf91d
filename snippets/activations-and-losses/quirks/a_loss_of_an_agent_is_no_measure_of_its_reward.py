"""The loss of an agent is no measure of its reward: it can rise with it."""

import torch
from torch.distributions import Categorical
from torch.nn.functional import mse_loss

# DQN, a critic: values 10% too low, and a reward of 1 for each step left.
for steps in (10, 100):
    returns = torch.arange(1.0, steps + 1)
    loss = mse_loss(0.9 * returns, returns)
    print(f"lives {steps} steps: value loss {loss:.1f}")
# > lives 10 steps: value loss 0.4
# > lives 100 steps: value loss 33.8

# DDPG, TD3, SAC: the actor's loss is minus the mean value.
for steps in (10, 100):
    q = torch.arange(1.0, steps + 1)
    print(f"lives {steps} steps: actor loss {-q.mean():.1f}")
# > lives 10 steps: actor loss -5.5
# > lives 100 steps: actor loss -50.5

# PPO in the first step of an update: ratios of 1, advantages of mean 0.
advantage = torch.tensor([1.0, -1.0])
logits = torch.zeros(2, requires_grad=True)
log_prob = Categorical(logits=logits).log_prob(torch.tensor([0, 1]))
ratio = (log_prob - log_prob.detach()).exp()
loss = -(ratio * advantage).mean()
loss.backward()
print(f"policy loss {loss.abs():.1f}, slope {logits.grad.abs().max():.1f}")
# > policy loss 0.0, slope 0.5

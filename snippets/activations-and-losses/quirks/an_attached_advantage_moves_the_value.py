"""A policy loss with an advantage that is not detached trains the value."""

import torch
from torch.distributions import Categorical


def train(policy_loss_of):  # two actions, and each one pays 1
    logits = torch.zeros(2, requires_grad=True)
    value = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([logits, value], lr=0.1)
    actions, rewards = torch.tensor([0, 1]), torch.ones(2)
    for _ in range(200):
        log_prob = Categorical(logits=logits).log_prob(actions)
        advantage = rewards - value
        value_loss = 0.5 * advantage.square().mean()
        loss = policy_loss_of(log_prob, advantage) + value_loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"value {value.item():.2f}, advantage {advantage[0]:.2f}")
    print(f"entropy {Categorical(logits=logits).entropy():.2f}")


# Wrong: the policy loss reaches the value, too.
train(lambda log_prob, advantage: -(log_prob * advantage).mean())
# > value 1.69, advantage -0.69
# > entropy 0.69

# Right: for the policy the advantage is a number.
train(lambda log_prob, advantage: -(log_prob * advantage.detach()).mean())
# > value 1.00, advantage 0.00
# > entropy 0.69

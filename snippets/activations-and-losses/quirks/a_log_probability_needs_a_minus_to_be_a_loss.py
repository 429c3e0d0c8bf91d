"""A log-probability is to grow, so its negative is the loss."""

import torch
from torch.distributions import Categorical

actions = torch.tensor([0, 1, 1, 2])
returns = torch.tensor([0.0, 1.0, 1.0, 0.0])  # only action 1 pays


def train(objective):
    logits = torch.tensor([1.0, 0.0, 0.0], requires_grad=True)
    optimizer = torch.optim.SGD([logits], lr=0.5)
    for _ in range(200):
        loss = objective(Categorical(logits=logits).log_prob(actions))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.1f}, p(1) {logits.softmax(0)[1]:.2f}")
    print(logits.argmax().item() == 1)  # Notice it


# Wrong: the optimizer makes the probability small.
train(lambda log_prob: (log_prob * returns).mean())
# > loss -49.8, p(1) 0.00
# > False

# Right: the negative, each action with its own return.
train(lambda log_prob: -(log_prob * returns).mean())
# > loss 0.0, p(1) 0.99
# > True

# A mean of the log-probabilities gives all actions the same credit.
train(lambda log_prob: -(log_prob.mean() * returns).mean())
# > loss 0.5, p(1) 0.50
# > True

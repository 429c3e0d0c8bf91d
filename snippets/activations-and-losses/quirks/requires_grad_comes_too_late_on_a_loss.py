"""A loss that gets requires_grad afterwards has no way to the weights."""

import torch
from torch import nn

model = nn.Linear(2, 3, bias=False)
nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
states, rewards = torch.eye(2), (1.0, 3.0)  # for action 0


def learn(loss):
    loss.backward()
    optimizer.step()
    print(f"loss {loss:.2f}, weight {model.weight[0, 1]:.2f}")
    # Notice it: False where no way leads to the weight, True with one.
    print(model.weight.grad is not None)


# Wrong: numbers are added up, and requires_grad silences the error.
loss = 0
for state, reward in zip(states, rewards, strict=True):
    log_prob = model(state).log_softmax(dim=0)[0]
    loss -= log_prob.item() * reward
loss = torch.tensor(loss, requires_grad=True)
learn(loss)
# > loss 4.39, weight 0.00
# > False
learn(torch.autograd.Variable((model(states) - 3).square().mean(), True))
# > loss 9.00, weight 0.00
# > False

# Right: the log-probabilities themselves.
loss = 0
for state, reward in zip(states, rewards, strict=True):
    log_prob = model(state).log_softmax(dim=0)[0]
    loss -= log_prob * reward
learn(loss)
# > loss 4.39, weight 1.00
# > True

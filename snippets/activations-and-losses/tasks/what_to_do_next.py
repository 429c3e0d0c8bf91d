"""What to do next: a policy loss, and a value loss apart from it."""

import torch
from torch import nn

torch.manual_seed(0)
states = torch.randn(2000, 4)
best = (states @ torch.randn(4, 3)).argmax(dim=1)  # which action pays 1
inputs, unseen = states.chunk(2)  # train on one half, score on the other

model = nn.Linear(4, 4)  # three logits of actions, and a value
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
for _ in range(300):
    outputs = model(inputs)
    policy = torch.distributions.Categorical(logits=outputs[:, :3])
    action, value = policy.sample(), outputs[:, 3]
    reward = (action == best[:1000]).float()
    advantage = (reward - value).detach()  # a number, and no way back
    policy_loss = -(policy.log_prob(action) * advantage).mean()
    loss = policy_loss + criterion(value, reward)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    outputs = model(unseen)
prediction = outputs[:, :3].argmax(dim=1)
score = (prediction == best[1000:]).float().mean()
baseline = best.bincount().max() / len(best)
print(f"mean reward {score:.2f}, with one action {baseline:.2f}")
# > mean reward 0.95, with one action 0.47
print(f"value loss {criterion(value, reward):.1f}")
# > value loss 0.1

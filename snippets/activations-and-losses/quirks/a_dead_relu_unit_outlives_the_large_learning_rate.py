"""A ReLU unit killed by a large learning rate stays dead at a small one."""

import torch
from torch import nn

inputs = torch.tensor([[0.0], [1.0], [2.0], [3.0]])
target = 10 + inputs.square()
criterion = nn.MSELoss()
torch.manual_seed(0)


def train(learning_rates):
    model = nn.Sequential(nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 1))
    for learning_rate, steps in learning_rates:
        optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
        for _ in range(steps):
            loss = criterion(model(inputs), target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        dead = (model[:2](inputs) == 0).all(dim=0).sum()
        print(f"rate {learning_rate}: loss {loss:.2f}, dead units {dead}")


# Wrong: 20 large steps, and small ones afterwards.
train([(0.3, 20), (0.02, 1000)])
# > rate 0.3: loss 12.25, dead units 16
# > rate 0.02: loss 12.25, dead units 16

# Right: small steps from the start.
train([(0.02, 20), (0.02, 1000)])
# > rate 0.02: loss 6.76, dead units 4
# > rate 0.02: loss 0.06, dead units 4

print(f"variance of the target {target.var(correction=0):.2f}")
# > variance of the target 12.25

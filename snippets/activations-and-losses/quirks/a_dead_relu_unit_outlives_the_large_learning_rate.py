"""A ReLU unit killed by a large learning rate stays dead at a small one."""

import torch
from torch import nn

inputs = torch.tensor([[0.0], [1.0], [2.0], [3.0]])
target = 10 + inputs.square()
print(f"variance of the target {target.var(correction=0):.2f}")
# > variance of the target 12.25
torch.manual_seed(0)


def train(learning_rates):
    model = nn.Sequential(nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 1))
    for learning_rate, steps in learning_rates:
        optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
        for _ in range(steps):
            loss = nn.MSELoss()(model(inputs), target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        dead = (model[:2](inputs) == 0).all(dim=0).sum()
        print(f"rate {learning_rate}: loss {loss:.2f}, dead units {dead}")
    return model[:2](inputs)


# Wrong: 20 large steps, and small ones afterwards.
dead = train([(0.3, 20), (0.02, 1000)])
# > rate 0.3: loss 12.25, dead units 16
# > rate 0.02: loss 12.25, dead units 16

# Right: small steps from the start.
alive = train([(0.02, 1020)])
# > rate 0.02: loss 0.06, dead units 4

# Notice it: False for the dead network, True for the other.
for hidden in dead, alive:
    print(bool((hidden == 0).all(dim=0).float().mean() < 0.5))
# > False
# > True

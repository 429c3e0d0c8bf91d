"""A target that is still attached is pulled towards the prediction."""

import torch
from torch import nn

reward = 1.0  # state 0 earns it and leads to state 1, which is worth 2
values = torch.tensor([0.0, 2.0], requires_grad=True)
criterion = nn.MSELoss()
optimizer = torch.optim.SGD([values], lr=0.1)


def update(loss):
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


# Wrong: the target as the network computed it.
for _ in range(20):
    target = reward + values[1]
    loss = criterion(values[0], target)
    update(loss)
print(f"loss {loss:.2f}, values {values[0]:.2f} and {values[1]:.2f}")
# > loss 0.00, values 1.50 and 0.50

# Right: the target as a number, without its history.
values.data = torch.tensor([0.0, 2.0])  # begin anew
for _ in range(20):
    target = (reward + values[1]).detach()
    loss = criterion(values[0], target)
    update(loss)
print(f"loss {loss:.2f}, values {values[0]:.2f} and {values[1]:.2f}")
# > loss 0.00, values 2.97 and 2.00

# Notice it: the check is False for the attached target, then True.
for target in (reward + values[1], (reward + values[1]).detach()):
    print(not target.requires_grad)
# > False
# > True

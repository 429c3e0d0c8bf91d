"""A method without its parentheses is named, and not called."""

import torch
from torch import nn

x, target, criterion = torch.ones(4, 1), torch.zeros(4, 1), nn.MSELoss()


def fresh():
    model = nn.Sequential(nn.Linear(1, 1), nn.Dropout(0.5))
    for parameter in model.parameters():
        nn.init.ones_(parameter)
    return model, torch.optim.SGD(model.parameters(), lr=0.1)


# Wrong: the names of two methods.
model, optimizer = fresh()
model.eval  # noqa: B018
for _ in range(3):
    loss = criterion(model[0](x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step  # noqa: B018
print(f"loss {loss:.2f}, dropout on: {model[1].training}")
# > loss 4.00, dropout on: True

# Right: two calls.
model, optimizer = fresh()
model.eval()
for _ in range(3):
    loss = criterion(model[0](x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"loss {loss:.2f}, dropout on: {model[1].training}")
# > loss 0.52, dropout on: False

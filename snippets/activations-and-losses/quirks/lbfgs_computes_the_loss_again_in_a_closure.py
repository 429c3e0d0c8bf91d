"""LBFGS computes the loss several times in a step, by a closure."""

import torch
from torch import nn

x = torch.linspace(-1, 1, 8).reshape(8, 1)
target, criterion = 3 * x, nn.MSELoss()
model = nn.Linear(1, 1, bias=False)
nn.init.zeros_(model.weight)
optimizer = torch.optim.LBFGS(model.parameters())

# Wrong: no closure, or one that gives an old loss again.
try:
    optimizer.zero_grad()
    loss = criterion(model(x), target)
    loss.backward()
    optimizer.step()
except TypeError as error:
    print(error)
# > LBFGS.step() missing 1 required positional argument: 'closure'
optimizer.step(lambda: loss)
print(f"old loss {criterion(model(x), target):.2f}")
# > old loss 1.71

# Right: the closure does what a training step does.
nn.init.zeros_(model.weight)
optimizer = torch.optim.LBFGS(model.parameters())
for _ in range(2):

    def closure():
        optimizer.zero_grad()
        loss = criterion(model(x), target)
        loss.backward()
        return loss

    loss = optimizer.step(closure)
print(f"new loss {criterion(model(x), target):.2f}")
# > new loss 0.00

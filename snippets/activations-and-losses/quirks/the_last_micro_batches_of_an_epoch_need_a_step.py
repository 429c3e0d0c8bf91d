"""The last micro-batches of an epoch need a step of their own."""

import torch
from torch import nn

model = nn.Linear(1, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loader = torch.ones(7, 1, 1)  # 7 batches, and each has a gradient of 1

# Wrong: after every fourth batch only.
for _ in range(2):
    for i, x in enumerate(loader):
        model(x).sum().backward()
        if (i + 1) % 4 == 0:
            print("batches in this step:", int(model.weight.grad))
            optimizer.step()
            optimizer.zero_grad()
    # Notice it: False where gradients are left over, True if none.
    print(model.weight.grad is None)
# > batches in this step: 4
# > False
# > batches in this step: 7
# > False

# Right: after the last batch of an epoch as well.
optimizer.zero_grad()
for _ in range(2):
    for i, x in enumerate(loader):
        model(x).sum().backward()
        if (i + 1) % 4 == 0 or i + 1 == len(loader):
            print("batches in this step:", int(model.weight.grad))
            optimizer.step()
            optimizer.zero_grad()
    print(model.weight.grad is None)
# > batches in this step: 4
# > batches in this step: 3
# > True
# > batches in this step: 4
# > batches in this step: 3
# > True

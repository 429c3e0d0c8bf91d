"""Without the last Softmax the loss passes log(e + 2) - 1 at once."""

import math

import torch
from torch import nn

inputs = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 3.0]])
target = torch.tensor([0, 1, 2])

model = nn.Linear(3, 3, bias=False)  # Right: it ends in logits.
nn.init.zeros_(model.weight)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=10.0)

for step in range(301):
    logits = model(inputs)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step in (0, 10, 100, 300):
        print(f"step {step}: loss {loss:.4f}")
# > step 0: loss 1.0986
# > step 10: loss 0.0054
# > step 100: loss 0.0006
# > step 300: loss 0.0002

# The best that probabilities can do in place of logits: 1, 0, 0.
floor = criterion(torch.eye(3), target)
print(f"the floor it left behind: {floor:.4f}")
# > the floor it left behind: 0.5514
assert math.isclose(floor, math.log(math.e + 3 - 1) - 1, abs_tol=1e-6)

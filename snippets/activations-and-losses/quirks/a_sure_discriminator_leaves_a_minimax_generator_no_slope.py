"""When D is sure, a generator that maximises its loss learns nothing."""

import torch
from torch import nn

bce, ones, zeros = nn.BCEWithLogitsLoss(), torch.ones(1), torch.zeros(1)
fake = torch.zeros(1, requires_grad=True)  # what G makes
optimizer = torch.optim.SGD([fake], lr=0.01)


def D(x):  # it is fixed: real data lie around 4
    return 6 * (x - 2)


def update(step):
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    slope = fake.grad.abs().item()
    if step == 0:  # Notice it
        print(f"loss {loss:z.2f}, slope {slope:.2f},", slope > 1e-3)


# Wrong: minus the loss of D.
for step in range(200):
    loss = -bce(D(fake), zeros)
    update(step)
# > loss 0.00, slope 0.00, False
print(f"G makes {fake.item():.1f}")
# > G makes 0.0

# Right: the loss of D with the other label.
for step in range(200):
    loss = bce(D(fake), ones)
    update(step)
# > loss 12.00, slope 6.00, True
print(f"G makes {fake.item():.1f}")
# > G makes 2.7

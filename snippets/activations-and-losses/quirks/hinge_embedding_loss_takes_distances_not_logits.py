"""HingeEmbeddingLoss takes distances; raw outputs give it no lower end."""

import torch
from torch import nn

labels = torch.tensor([1.0, -1.0, 0.0, 0.7])
criterion = nn.HingeEmbeddingLoss()


def train(measure):
    position = torch.full([4], 0.5, requires_grad=True)
    optimizer = torch.optim.SGD([position], lr=0.1)
    for step in range(1001):
        loss = criterion(measure(position), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step == 500:
            print(f"loss {loss:.1f}, then", end=" ")
    print(f"{loss:.1f}, outputs", *(f"{x:z.1f}" for x in measure(position)))


# Wrong: raw outputs, which may be negative.
train(nn.Identity())
# > loss -2.5, then -5.6, outputs -24.5 1.0 0.5 0.5

# Right: distances from 0, which may not.
train(torch.abs)
# > loss 0.5, then 0.5, outputs 0.0 1.0 0.5 0.5

# A classifier whose signs are right, and a loss that knows it.
x, y = torch.tensor([2.0, -2.0]), labels[:2]
print(f"hinge {criterion(x, y):.2f}, soft {nn.SoftMarginLoss()(x, y):.2f}")
# > hinge 2.50, soft 0.13

# Notice it: the check is False for logits, True for distances.
for outputs in x, x.abs():
    print(bool(outputs.min() >= 0))
# > False
# > True

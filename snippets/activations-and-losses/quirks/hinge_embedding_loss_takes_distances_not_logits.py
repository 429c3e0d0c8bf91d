"""HingeEmbeddingLoss takes distances; raw outputs give it no lower end."""

import torch
from torch import nn

labels = torch.tensor([1.0, -1.0, 0.0, 0.7])
criterion = nn.HingeEmbeddingLoss()


def train(measure):
    position = torch.full([4], 0.5, requires_grad=True)
    optimizer = torch.optim.SGD([position], lr=0.1)
    for step in range(1001):
        outputs = measure(position)
        loss = criterion(outputs, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step in (500, 1000):
            learned = ", ".join(f"{output:z.1f}" for output in outputs)
            print(f"step {step}: loss {loss:.1f}, outputs {learned}")


# Wrong: raw outputs, which may be negative.
train(nn.Identity())
# > step 500: loss -2.5, outputs -12.0, 1.0, 0.5, 0.5
# > step 1000: loss -5.6, outputs -24.5, 1.0, 0.5, 0.5

# Right: distances from 0, which may not.
train(torch.abs)
# > step 500: loss 0.5, outputs 0.0, 1.0, 0.5, 0.5
# > step 1000: loss 0.5, outputs 0.0, 1.0, 0.5, 0.5

# A classifier whose signs are right, and a loss that knows it.
logits = torch.tensor([2.0, -2.0])
print(f"hinge {criterion(logits, labels[:2]):.2f}")
# > hinge 2.50
print(f"soft margin {nn.SoftMarginLoss()(logits, labels[:2]):.2f}")
# > soft margin 0.13

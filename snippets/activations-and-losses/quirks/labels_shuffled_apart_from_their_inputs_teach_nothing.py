"""Labels in another order than their inputs keep the loss at ln C."""

import math

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(512, 8)
labels = inputs[:, :4].argmax(dim=1)  # four classes


def train(x, y):
    model = nn.Linear(8, 4)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(100):
        loss = nn.functional.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"{len(x)} samples: loss {loss:.2f}")
    # Notice it: False for the wrong order, True for the right one.
    print(bool(loss < 0.8 * math.log(4)))


# Wrong: the inputs shuffled, the labels not.
order = torch.randperm(512)
inputs = inputs[order]
train(inputs, labels)
# > 512 samples: loss 1.36
# > False
train(inputs[:8], labels[:8])
# > 8 samples: loss 0.00
# > True

# Right: both in the same order.
labels = labels[order]
train(inputs, labels)
# > 512 samples: loss 0.13
# > True

"""One logit or two make the same binary model, at twice the step size."""

import torch
from torch import nn

inputs = torch.tensor([[2.0, 1.0], [0.0, 1.0], [-1.0, 1.0], [1.0, 1.0]])
labels = torch.tensor([1, 1, 0, 0])


def train(columns, lr):
    weight = torch.zeros(2, columns, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=lr)
    for _ in range(10):
        logits = inputs @ weight
        if columns == 1:
            loss = nn.BCEWithLogitsLoss()(logits[:, 0], labels.float())
            yes = logits[:, 0].sigmoid()
        else:
            loss = nn.CrossEntropyLoss()(logits, labels)
            yes = logits.softmax(dim=1)[:, 1]
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    shown = " ".join(f"{probability:.4f}" for probability in yes)
    print(f"{columns} columns, lr {lr}: loss {loss:.4f}, yes {shown}")


train(columns=1, lr=0.2)
# > 1 columns, lr 0.2: loss 0.6284, yes 0.6560 0.4917 0.4079 0.5760
train(columns=2, lr=0.1)
# > 2 columns, lr 0.1: loss 0.6284, yes 0.6560 0.4917 0.4079 0.5760
train(columns=2, lr=0.2)
# > 2 columns, lr 0.2: loss 0.6065, yes 0.7246 0.4755 0.3473 0.6070

# Notice it, for one output: False for integer labels, True for floats.
outputs = inputs[:, 0]
for target in labels, labels.float():
    print(outputs.shape == target.shape and target.is_floating_point())
# > False
# > True

"""CrossEntropyLoss loses its class weight in a batch of one."""

import torch
from torch import nn

labels = torch.tensor([0, 0, 0, 0, 1, 0, 0, 0, 0, 0])  # one is rare
weight = torch.tensor([1.0, 9.0])
plain, weighted = nn.CrossEntropyLoss(), nn.CrossEntropyLoss(weight=weight)


def train(criterion):
    logits = nn.Parameter(torch.zeros(1, 2))  # one guess for everybody
    optimizer = torch.optim.SGD([logits], lr=0.02)
    for _ in range(100):
        for target in labels.split(1):  # batch size 1
            loss = criterion(logits, target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    print(f"the rare class gets {logits.softmax(dim=1)[0, 1]:.2f}")


train(plain)
# > the rare class gets 0.10

# Wrong: the mean divides by the weight that it multiplied by.
train(weighted)
# > the rare class gets 0.10

# Right: the sum does not divide.
summed = nn.CrossEntropyLoss(weight=weight, reduction="sum")
train(summed)
# > the rare class gets 0.51

# Notice it: a batch of one class only, by the mean and by the sum.
x, y = torch.tensor([[1.0, 0.0], [0.0, 2.0]]), torch.tensor([1, 1])
for criterion in weighted, lambda x, y: summed(x, y) / len(y):
    print(not torch.allclose(criterion(x, y), plain(x, y)))
# > False
# > True

"""A sigmoid before BCEWithLogitsLoss keeps each probability above 0.5."""

import torch
from torch import nn

inputs = torch.tensor([-2.0, -1.0, 1.0, 2.0])
target = torch.tensor([0.0, 0.0, 1.0, 1.0])
criterion = nn.BCEWithLogitsLoss()


def train(activation):
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=1.0)
    for _ in range(50):
        outputs = activation(weight * inputs)
        loss = criterion(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    show(outputs.sigmoid(), f"loss {loss:.2f}")
    return outputs


def show(probabilities, text):
    right = ((probabilities > 0.5) == target).sum()
    print(*(f"{p:.2f}" for p in probabilities), f"right {right}", text)


# Wrong: the model ends in a sigmoid, or, for three labels, in a softmax.
show(train(nn.Sigmoid()), "after one sigmoid")
# > 0.50 0.52 0.72 0.73 right 2 loss 0.52
# > 0.01 0.08 0.92 0.99 right 4 after one sigmoid
labels = torch.tensor([5.0, 5.0, -5.0]).softmax(dim=0).sigmoid()
print(*(f"{label:.2f}" for label in labels))
# > 0.62 0.62 0.50

# Right: the model ends in a logit.
train(nn.Identity())
# > 0.00 0.03 0.97 1.00 right 4 loss 0.02

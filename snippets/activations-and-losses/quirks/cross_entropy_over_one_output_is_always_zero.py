"""CrossEntropyLoss over a single output is zero and trains nothing."""

import torch
from torch import nn

inputs = torch.tensor([[-2.0], [1.0], [-1.0], [3.0]])
labels = torch.tensor([[0.0], [0.0], [1.0], [1.0]])


def train(criterion):
    weight = torch.zeros(1, 1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.5)
    for _ in range(20):
        loss = criterion(inputs @ weight, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss.abs():.4f}, weight {weight.item():.4f}")


# Wrong: the softmax over one logit is 1.
criterion = nn.CrossEntropyLoss()
train(criterion)
# > loss 0.0000, weight 0.0000
print(f"log p {inputs.log_softmax(1).abs().max():.4f}")  # in focal loss
# > log p 0.0000
try:
    nn.CrossEntropyLoss()(inputs, labels.squeeze(1).long())
except IndexError as error:
    print(f"as class indices: {error}")
# > as class indices: Target 1 is out of bounds.

# Right: one logit, one yes or no.
criterion = nn.BCEWithLogitsLoss()
train(criterion)
# > loss 0.6145, weight 0.4408

# Notice it: False for one output, True for two.
print(*(outputs.shape[1] > 1 for outputs in (inputs, inputs.expand(4, 2))))
# > False True

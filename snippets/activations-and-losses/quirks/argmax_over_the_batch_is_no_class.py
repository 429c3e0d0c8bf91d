"""An argmax over the batch, or over everything, is no class."""

import torch

torch.manual_seed(0)
labels = torch.arange(4).repeat(8)
logits = 5 * torch.eye(4)[labels] + torch.randn(32, 4)  # (batch, classes)


def compare(predicted):
    try:
        print(f"right: {(predicted == labels).sum()} of 32")
    except RuntimeError as error:
        print(error)


# Wrong: without a dim, and over dim 0, the batch.
predicted = logits.argmax()
compare(predicted)
# > right: 0 of 32
values, predicted = torch.max(logits, 0)
compare(predicted)
# > The size of tensor a (4) must match the size of tensor b (32) at non-singleton dimension 0

# Right: over dim 1, the classes.
predicted = logits.argmax(dim=1)
compare(predicted)
# > right: 32 of 32
values, predicted = torch.max(logits, 1)
compare(predicted)
# > right: 32 of 32

# Notice it: False over the batch, True over the classes.
for predicted in logits.argmax(dim=0), logits.argmax(dim=1):
    print(predicted.shape == labels.shape)
# > False
# > True

"""Logits that lost a dimension have none left for the classes."""

import torch

torch.manual_seed(0)
model = torch.nn.Linear(4, 3)
image = torch.randn(4)  # one sample, without a batch

# Wrong: the logits of one sample have dimension 0 only.
logits = model(image)
print(tuple(logits.shape))
# > (3,)
try:
    print(len(logits.argmax(dim=1)), "prediction")
except IndexError as error:
    print(error)
# > Dimension out of range (expected to be in range of [-1, 0], but got 1)

# Right: a batch of one sample.
logits = model(image.unsqueeze(0))
print(tuple(logits.shape))
# > (1, 3)
print(len(logits.argmax(dim=1)), "prediction")
# > 1 prediction

# Labels that are class numbers already have no classes to choose from.
try:
    torch.tensor([2, 0, 1]).max(dim=1)
except IndexError as error:
    print(str(error).split(" (")[0])
# > Dimension out of range

# Notice it: the check is False for the one sample, True for the batch.
for logits in model(image), model(image.unsqueeze(0)):
    print(logits.dim() == 2)
# > False
# > True

"""Logits that lost a dimension have none left for the classes."""

import torch

torch.manual_seed(0)
model = torch.nn.Linear(4, 3)
image = torch.randn(4)  # one sample, without a batch


def predict(inputs):
    logits = model(inputs)
    print(tuple(logits.shape))
    return logits.argmax(dim=1)


# Wrong: the logits of one sample have dimension 0 only.
try:
    print(len(predict(image)), "prediction")
except IndexError as error:
    print(error)
# > (3,)
# > Dimension out of range (expected to be in range of [-1, 0], but got 1)

# Right: a batch of one sample.
print(len(predict(image.unsqueeze(0))), "prediction")
# > (1, 3)
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

"""The argmax over one logit is always class 0."""

import torch
from torch import nn

logits = torch.tensor([[3.0], [-2.0], [0.4], [4.0], [-3.0]])
target = torch.tensor([[1.0], [0.0], [1.0], [1.0], [0.0]])
print(f"loss {nn.BCEWithLogitsLoss()(logits, target):.4f}")
# > loss 0.1511


def report(predicted):
    accuracy = (predicted == target.flatten()).float().mean()
    print(f"{predicted.int().tolist()}, accuracy {accuracy:.2f}")


# Wrong: the largest of one number is number 0, softmax or not.
report(logits.argmax(dim=1))
# > [0, 0, 0, 0, 0], accuracy 0.40
probabilities = logits.softmax(dim=1)
print("softmax", *(f"{p:.2f}" for p in probabilities.flatten()))
# > softmax 1.00 1.00 1.00 1.00 1.00
report(probabilities.argmax(dim=1))
# > [0, 0, 0, 0, 0], accuracy 0.40

# Right: a logit above 0 is a probability above a half.
report(logits.flatten() > 0)
# > [1, 0, 1, 1, 0], accuracy 1.00
report(logits.sigmoid().flatten() > 0.5)
# > [1, 0, 1, 1, 0], accuracy 1.00

# Notice it: the check is False for one logit, True for two.
one, two = logits, torch.cat([torch.zeros(5, 1), logits], dim=1)
for logits in one, two:
    print(logits.shape[1] > 1)
# > False
# > True

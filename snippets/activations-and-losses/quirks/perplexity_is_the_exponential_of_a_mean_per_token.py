"""Perplexity is the exponential of the mean loss per token."""

import math

import torch
from torch import nn

torch.manual_seed(0)
logits, labels = torch.randn(2, 150, 50), torch.randint(50, (2, 150))
labels[1, 10:] = -100  # padding: 160 tokens count
total = nn.CrossEntropyLoss(reduction="sum")(logits.mT, labels).item()
count = (labels != -100).sum().item()

# Wrong: the loss is a sum over tokens.
try:
    perplexity = math.exp(total)
except OverflowError as error:
    print(f"loss {total:.2f}, {error}")
# > loss 715.50, math range error

# Right: the loss is a mean over tokens.
perplexity = math.exp(total / count)
print(f"loss {total / count:.2f}, perplexity {perplexity:.1f}")
# > loss 4.47, perplexity 87.5

# A mean of the perplexities of batches is another number.
each = [nn.CrossEntropyLoss()(logits[i], labels[i]) for i in (0, 1)]
print(f"{sum(math.exp(loss) for loss in each) / 2:.1f}")
# > 90.6

# Notice it: a guess among 50 words has a loss of ln 50.
for loss in total, total / count:
    print(loss < 2 * math.log(50))
# > False
# > True

"""Perplexity is the exponential of the mean loss per token."""

import math

import torch
from torch import nn

torch.manual_seed(0)
logits, tokens = torch.randn(2, 150, 50), torch.randint(50, (2, 150))
tokens[1, 10:] = -100  # padding: 160 tokens count
summed = nn.CrossEntropyLoss(reduction="sum")(logits.mT, tokens).item()
count = (tokens != -100).sum().item()


def perplexity(loss):
    try:
        print(f"loss {loss:.2f}, perplexity {math.exp(loss):.1f}")
    except OverflowError as error:
        print(f"loss {loss:.2f}, {error}")


# Wrong: the loss is a sum over tokens.
perplexity(summed)
# > loss 715.50, math range error

# Right: the loss is a mean over tokens.
perplexity(summed / count)
# > loss 4.47, perplexity 87.5

# A mean of the perplexities of batches is another number.
each = [nn.CrossEntropyLoss()(logits[i], tokens[i]) for i in (0, 1)]
print(f"{sum(math.exp(loss) for loss in each) / 2:.1f}")
# > 90.6

# Notice it: a guess among 50 words has a loss of ln 50.
for loss in summed, summed / count:
    print(loss < 2 * math.log(50))
# > False
# > True

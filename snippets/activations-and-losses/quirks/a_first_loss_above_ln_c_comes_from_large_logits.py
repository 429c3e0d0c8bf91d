"""A first loss far above ln C comes from large logits."""

import math

import torch
from torch import nn

torch.manual_seed(0)
tokens = torch.randint(1000, (8, 33))  # a vocabulary of 1000
text, following = tokens[:, :-1], tokens[:, 1:]
embedding = nn.Embedding(1000, 512)
head = nn.Linear(512, 1000, bias=False)
head.weight = embedding.weight  # one matrix for both: tied
print(f"a guess: {math.log(1000):.1f}")
# > a guess: 6.9


def look():
    logits = head(embedding(text)).transpose(1, 2)
    loss = nn.CrossEntropyLoss()(logits, following)
    print(
        f"first loss {loss:.0f}, deviation of the logits {logits.std():.1f}"
    )
    return loss


# Wrong: an embedding begins with a deviation of 1.
wrong = look()
# > first loss 512, deviation of the logits 27.7

# Right: it begins with a small one.
nn.init.normal_(embedding.weight, std=0.02)
right = look()
# > first loss 7, deviation of the logits 0.0

# Notice it: False for large logits, True for small ones.
for loss in wrong, right:
    print(bool(loss < 1.2 * math.log(1000)))
# > False
# > True

"""Padding is learned as a label, unless its label is -100."""

import torch
from torch import nn
from torch.nn import functional as F

text = [[1, 2, 3, 4], [2, 3, 4, 1], [3, 4, 1, 2], [4, 1, 2, 3]]
tokens = F.pad(torch.tensor(text), (0, 28))  # 0 is the padding
mask = torch.arange(32).expand(4, 32) < 4


def train(labels):
    torch.manual_seed(0)
    model = nn.Embedding(5, 5)  # a logit for each token that may follow
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    for _ in range(50):
        logits = model(tokens)[:, :-1].transpose(1, 2)
        loss = F.cross_entropy(logits, labels[:, 1:])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    right = logits.argmax(dim=1) == tokens[:, 1:]
    share = right[mask[:, 1:]].float().mean()
    print(f"loss {loss:.2f}, text right {share:.2f}", end=", ")
    print(f"all right {right.float().mean():.2f}")
    # Notice it: False for the padding, True for -100.
    print(bool((labels[~mask] == -100).all()))


# Wrong: the padding is a label like any other.
labels = tokens.clone()
train(labels)
# > loss 0.20, text right 0.50, all right 0.93
# > False

# Right: a label that CrossEntropyLoss ignores.
labels = tokens.masked_fill(mask == 0, -100)
train(labels)
# > loss 0.08, text right 1.00, all right 0.10
# > True

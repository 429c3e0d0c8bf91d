"""The label that one task ignores may be a class of another task."""

import torch
from torch import nn

torch.manual_seed(0)
is_next = torch.arange(40) % 2  # 0 and 1 are the two classes
pairs = torch.randn(40, 4) + 2 + 3 * is_next[:, None]
word_loss = nn.CrossEntropyLoss(ignore_index=0)  # word 0 is padding


def train(criterion):
    torch.manual_seed(0)
    head = nn.Linear(4, 2)
    optimizer = torch.optim.Adam(head.parameters(), lr=0.1)
    for _ in range(100):
        loss = criterion(head(pairs), is_next)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    hits = (head(pairs).argmax(dim=1) == is_next).float().mean()
    print(f"loss {loss:.2f}, accuracy {hits:.2f}")
    loss = criterion(head(pairs)[::2], is_next[::2])
    print(f"loss {loss:.2f} of a batch that has only zeros")
    print(criterion.ignore_index not in is_next)  # Notice it


# Wrong: the loss of the words judges the pairs as well.
pair_loss = word_loss
train(pair_loss)
# > loss 0.00, accuracy 0.50
# > loss nan of a batch that has only zeros
# > False

# Right: the pairs have a loss of their own.
pair_loss = nn.CrossEntropyLoss()
train(pair_loss)
# > loss 0.05, accuracy 1.00
# > loss 0.06 of a batch that has only zeros
# > True

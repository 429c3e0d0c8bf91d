"""A class weight below 0 turns the loss negative, and loses a class."""

import torch
from torch import nn

torch.manual_seed(0)
labels = (torch.arange(200) % 10 == 0).long().view(40, 5)  # 40 texts
words = torch.randn(40, 5, 4) + 2 * labels[..., None]
counts = torch.bincount(labels.view(-1))


def train(weight):
    print("weights", [round(number, 2) for number in weight.tolist()])
    torch.manual_seed(0)
    model = nn.Linear(4, 2)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.3)
    for _ in range(100):
        logits = model(words).view(-1, 2)
        loss = nn.CrossEntropyLoss(weight)(logits, labels.view(-1))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    found = logits.argmax(dim=1)[labels.view(-1) == 1].sum()
    print(f"loss {loss:.2f}, found {found} of {counts[1]}")
    print((weight >= 0).all().item())  # Notice it: False, then True


# Wrong: words are counted, and divided by the number of texts.
weight = 1 - counts / len(labels)
train(weight)
# > weights [-3.5, 0.5]
# > loss -1.41, found 0 of 20
# > False

# Right: one over the share of each class among the words.
weight = counts.sum() / (len(counts) * counts)
train(weight)
# > weights [0.56, 5.0]
# > loss 0.04, found 20 of 20
# > True

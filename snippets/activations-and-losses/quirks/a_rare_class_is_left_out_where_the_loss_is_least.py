"""A rare class can be left out altogether while the loss keeps falling."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 2)
inputs[:100, 0] += 1.5  # the positives, 5 of 100
target = (torch.arange(2000) < 100).float()


def train(criterion):
    model = nn.Linear(2, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(100):
        logits = model(inputs)[:, 0]
        loss = criterion(logits, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = ((logits > 0) == target.bool()).float().mean()
    recall = (logits[:100] > 0).float().mean()
    print(f"{loss:.1f}, {accuracy:.2f}, of the positives {recall:.1f}")
    return logits


# Wrong: every sample counts the same.
wrong = train(nn.BCEWithLogitsLoss())
# > 0.2, 0.95, of the positives 0.1

# Right: a positive counts as much as 19 negatives.
right = train(nn.BCEWithLogitsLoss(pos_weight=torch.tensor(19.0)))
# > 0.8, 0.80, of the positives 0.8

# Notice it: False for the wrong loss, True for the right.
for logits in wrong, right:
    print(bool((logits > 0).float().mean() > 0.5 * target.mean()))
# > False
# > True

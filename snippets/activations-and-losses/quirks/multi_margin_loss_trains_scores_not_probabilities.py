"""MultiMarginLoss trains scores whose softmax is no probability."""

import torch
from torch import nn

steps = torch.linspace(0, 3, 61)
logits = torch.cartesian_prod(steps, steps, torch.zeros(1))
groups = torch.tensor([[0.6, 0.2, 0.2], [0.8, 0.1, 0.1], [0.45, 0.4, 0.15]])
label = torch.zeros(len(logits), dtype=torch.int64)


def best(criterion):
    losses = [criterion(logits, label + k) for k in range(3)]
    chosen = (groups @ torch.stack(losses)).argmin(dim=1)
    probabilities = logits[chosen].softmax(dim=1)
    print("; ".join(" ".join(f"{p:.2f}" for p in x) for x in probabilities))
    return probabilities


# Wrong: the softmax of scores that keep a margin.
wrong = best(nn.MultiMarginLoss(reduction="none"))
# > 0.58 0.21 0.21; 0.58 0.21 0.21; 0.42 0.42 0.16

# Right: the softmax of logits, which is the share of each class.
right = best(nn.CrossEntropyLoss(reduction="none"))
# > 0.60 0.20 0.20; 0.80 0.10 0.10; 0.45 0.40 0.15

# Ahead by the margin of 1, more certainty earns nothing.
for lead in (1.0, 9.0):
    loss = nn.MultiMarginLoss()(torch.tensor([lead, 0, 0]), torch.tensor(0))
    print(f"lead {lead:.1f}: loss {loss:.2f}")
# > lead 1.0: loss 0.00
# > lead 9.0: loss 0.00

# Notice it: the check is False for scores, True for probabilities.
accuracy = groups[:, 0].mean()  # the first class is the best guess
for probabilities in wrong, right:
    print(bool(abs(probabilities.amax(dim=1).mean() - accuracy) < 0.05))
# > False
# > True

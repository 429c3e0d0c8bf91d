"""MultiMarginLoss trains scores whose softmax is no probability."""

import torch
from torch import nn

steps = torch.linspace(0, 3, 61)
logits = torch.cartesian_prod(steps, steps, torch.zeros(1))


def best(criterion):
    for shares in ((0.6, 0.2, 0.2), (0.8, 0.1, 0.1), (0.45, 0.4, 0.15)):
        loss = torch.zeros(len(logits))
        for label, share in enumerate(shares):
            target = torch.full([len(logits)], label)
            loss += share * criterion(logits, target)
        says = logits[loss.argmin()].softmax(dim=0)
        print(*shares, "->", *(f"{share:.2f}" for share in says))


# Wrong: the softmax of scores that keep a margin.
best(nn.MultiMarginLoss(reduction="none"))
# > 0.6 0.2 0.2 -> 0.58 0.21 0.21
# > 0.8 0.1 0.1 -> 0.58 0.21 0.21
# > 0.45 0.4 0.15 -> 0.42 0.42 0.16

# Right: the softmax of logits.
best(nn.CrossEntropyLoss(reduction="none"))
# > 0.6 0.2 0.2 -> 0.60 0.20 0.20
# > 0.8 0.1 0.1 -> 0.80 0.10 0.10
# > 0.45 0.4 0.15 -> 0.45 0.40 0.15

# Ahead by the margin of 1, more certainty earns nothing.
for lead in (0.5, 1.0, 9.0):
    scores = torch.tensor([[lead, 0.0, 0.0]])
    loss = nn.MultiMarginLoss()(scores, torch.tensor([0]))
    print(f"lead {lead:.1f}: loss {loss:.2f}")
# > lead 0.5: loss 0.33
# > lead 1.0: loss 0.00
# > lead 9.0: loss 0.00

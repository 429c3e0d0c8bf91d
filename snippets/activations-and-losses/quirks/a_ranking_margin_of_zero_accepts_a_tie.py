"""MarginRankingLoss accepts a tie, unless it is given a margin."""

import torch
from torch import nn

torch.manual_seed(0)
better, worse = torch.randn(64, 8) + 0.5, torch.randn(64, 8)
yes = torch.ones(64)  # the first one is better


def train(criterion):
    model = nn.Linear(8, 1)
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.1, weight_decay=0.1
    )
    for _ in range(300):
        first, second = model(better).flatten(), model(worse).flatten()
        loss = criterion(first, second, yes)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    tie = criterion(torch.zeros(64), torch.zeros(64), yes)
    lead = (first - second).mean()
    print(f"loss {loss:.2f}, of a tie {tie:.2f}, mean lead {lead:.2f}")
    return lead


# Wrong: the default margin, 0.
wrong = train(nn.MarginRankingLoss())
# > loss 0.00, of a tie 0.00, mean lead 0.07

# Right: the better one has to lead by the margin.
right = train(nn.MarginRankingLoss(margin=1.0))
# > loss 0.17, of a tie 1.00, mean lead 1.78

# Notice it: the check is False for the default, True for a margin.
for lead in wrong, right:
    print(bool(lead > 0.5))
# > False
# > True

"""MarginRankingLoss takes both scores and the target in one shape."""

import torch
from torch import nn

criterion = nn.MarginRankingLoss(margin=0.5, reduction="none")
first = torch.tensor([[0.9], [0.2], [0.7]])  # of a layer with one output
second = torch.tensor([[0.1], [0.6], [0.6]])
target = torch.ones(3)  # the first should rank higher

# Wrong: scores (3, 1) with a target (3,), and one number for all pairs.
try:
    loss = criterion(first, second, target)
except RuntimeError as error:
    print(str(error).strip())
# > margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: torch.Size([3, 1]), input2: torch.Size([3, 1]), target: torch.Size([3])
try:
    loss = criterion(first, second, torch.tensor(1.0))
except RuntimeError as error:
    print(str(error).strip())
# > margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: torch.Size([3, 1]), input2: torch.Size([3, 1]), target: torch.Size([])

# Right: three tensors of shape (3,).
loss = criterion(first.squeeze(1), second.squeeze(1), target)
print(f"{loss.numel()} pairs, mean {loss.mean():.4f}")
# > 3 pairs, mean 0.4333

# Two dimensions each, and still every score meets every other.
loss = criterion(first, second.T, target.unsqueeze(1))
print(f"{loss.numel()} pairs, mean {loss.mean():.4f}")
# > 9 pairs, mean 0.3778

# Notice it: the check is False for columns, True once they are flat.
for _ in range(2):
    print(first.shape == second.shape == target.shape)
    first, second = first.flatten(), second.flatten()
# > False
# > True

"""Ill or healthy takes one logit and BCEWithLogitsLoss."""

import torch
from torch import nn

model = nn.Sequential(nn.Linear(30, 16), nn.ReLU(), nn.Linear(16, 1))
criterion = nn.BCEWithLogitsLoss()
print(model)
# > Sequential(
# >   (0): Linear(in_features=30, out_features=16, bias=True)
# >   (1): ReLU()
# >   (2): Linear(in_features=16, out_features=1, bias=True)
# > )
print(tuple(model(torch.randn(3, 30)).shape))
# > (3, 1)

target = torch.tensor([[1.0], [0.0], [1.0]])  # ill, healthy, ill
logits = torch.tensor([[2.0], [-1.0], [0.5]])
loss = criterion(logits, target)
print(f"loss {loss:.4f}")
# > loss 0.3048

# Two logits, the first held at 0, cost exactly the same.
two_logits = torch.cat([torch.zeros(3, 1), logits], dim=1)
index = target.squeeze(1).long()
torch.testing.assert_close(nn.CrossEntropyLoss()(two_logits, index), loss)

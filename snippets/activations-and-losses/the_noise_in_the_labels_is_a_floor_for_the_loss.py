"""The noise in the labels is a floor under the loss, not zero."""

import torch
from torch import nn

target = torch.tensor([1.0] * 3 + [0.0] * 7)  # three of ten, at random
criterion = nn.BCEWithLogitsLoss()

logit = nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([logit], lr=2.0)
for _ in range(100):
    optimizer.zero_grad()
    loss = criterion(logit.expand(10), target)
    loss.backward()
    optimizer.step()

rate = target.mean()
entropy = -(rate * rate.log() + (1 - rate) * (1 - rate).log())
print(f"probability {logit.sigmoid().item():.2f}")
# > probability 0.30
print(f"loss {loss:.4f}, entropy of the labels {entropy:.4f}")
# > loss 0.6109, entropy of the labels 0.6109

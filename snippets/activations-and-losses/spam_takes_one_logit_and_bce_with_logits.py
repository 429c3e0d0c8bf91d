"""Spam or not takes one logit and BCEWithLogitsLoss."""

import torch
from torch import nn

torch.manual_seed(0)
features = torch.randn(200, 10)
target = (features[:, :1] * features[:, 1:2] > 0).float()

model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 1))
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)

for _ in range(100):
    logits = model(features)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# Sigmoid turns a logit into a probability, to show or to threshold.
probabilities = torch.sigmoid(logits)
predicted = probabilities > 0.5
assert torch.equal(predicted, logits > 0)

baseline = max(target.mean(), 1 - target.mean())
accuracy = (predicted == target).float().mean()
print(f"outputs {tuple(logits.shape)}")
# > outputs (200, 1)
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (200, 1), torch.float32
print(f"always the larger class: {baseline:.3f} right")
# > always the larger class: 0.515 right
print(f"trained: {accuracy:.2f} right, loss {loss:.3f}")
# > trained: 1.00 right, loss 0.022
print(f"first message: probability {probabilities[0].item():.3f}")
# > first message: probability 0.999

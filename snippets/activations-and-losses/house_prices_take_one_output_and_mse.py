"""House prices take one output, no output activation, and MSELoss."""

import torch
from torch import nn

torch.manual_seed(0)
features = torch.randn(200, 10)
target = features[:, :1] * 2 + features[:, 1:2] ** 2  # shape (200, 1)

model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 1))
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)

for _ in range(100):
    prediction = model(features)
    assert prediction.shape == target.shape
    loss = criterion(prediction, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

baseline = criterion(target.mean().expand_as(target), target)
print(f"outputs {tuple(prediction.shape)}")
# > outputs (200, 1)
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (200, 1), torch.float32
print(f"always the mean: loss {baseline:.2f}")
# > always the mean: loss 5.46
print(f"trained:         loss {loss:.2f}")
# > trained:         loss 0.02

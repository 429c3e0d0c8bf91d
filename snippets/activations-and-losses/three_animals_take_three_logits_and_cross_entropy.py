"""Three animals take three logits and CrossEntropyLoss."""

import torch
from torch import nn

torch.manual_seed(0)
features = torch.randn(200, 10)
target = features[:, :3].argmax(dim=1)  # class indices 0, 1, 2

model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 3))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)

for _ in range(100):
    logits = model(features)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# Softmax would not change which logit is the largest.
predicted = logits.argmax(dim=1)
assert torch.equal(predicted, logits.softmax(dim=1).argmax(dim=1))

baseline = target.bincount().max() / len(target)
accuracy = (predicted == target).float().mean()
print(f"outputs {tuple(logits.shape)}")
# > outputs (200, 3)
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (200,), torch.int64
print(f"always the largest class: {baseline:.2f} right")
# > always the largest class: 0.38 right
print(f"trained: {accuracy:.2f} right, loss {loss:.3f}")
# > trained: 1.00 right, loss 0.005

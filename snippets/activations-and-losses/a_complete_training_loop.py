"""A complete training loop fits, then measures on data it has not seen."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
features = torch.randn(600, 10)
target = features[:, :3].argmax(dim=1)  # three classes, as indices
train = TensorDataset(features[:400], target[:400])
unseen_features, unseen_target = features[400:], target[400:]

model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 3))
criterion = nn.CrossEntropyLoss()  # takes the logits as they are
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)

model.train()
for _ in range(10):
    for inputs, labels in DataLoader(train, batch_size=50, shuffle=True):
        optimizer.zero_grad()
        loss = criterion(model(inputs), labels)
        loss.backward()
        optimizer.step()

model.eval()
with torch.no_grad():
    logits = model(unseen_features)
probabilities = logits.softmax(dim=1)  # to show, not to train on
predicted = probabilities.argmax(dim=1)
accuracy = (predicted == unseen_target).float().mean()
print(f"first sample: class {predicted[0]}, {probabilities[0].max():.2f}")
# > first sample: class 0, 0.82
print(f"accuracy on unseen data: {accuracy:.2f}")
# > accuracy on unseen data: 0.95

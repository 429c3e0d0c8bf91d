"""A pos_weight of healthy over ill lets the rare illness be found."""

import torch
from torch import nn

# 13 patients without the marker, one of them ill; 8 with it, two ill.
marker = torch.tensor([[0.0]] * 13 + [[1.0]] * 8)
ill = torch.tensor([[0.0]] * 12 + [[1.0]] + [[0.0]] * 6 + [[1.0]] * 2)

torch.manual_seed(0)
model = nn.Linear(1, 1)
pos_weight = (1 - ill).sum() / ill.sum()
print(f"pos_weight {pos_weight:.1f}")
# > pos_weight 6.0
criterion = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
optimizer = torch.optim.SGD(model.parameters(), lr=2.0)

for _ in range(200):
    logits = model(marker)
    loss = criterion(logits, ill)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

probabilities = torch.sigmoid(logits)
print(f"without the marker {probabilities[0].item():.2f}")
# > without the marker 0.33
print(f"with the marker    {probabilities[20].item():.2f}")
# > with the marker    0.67

predicted = probabilities > 0.5
print(f"ill patients found: {ill[predicted].sum():.0f} of 3")
# > ill patients found: 2 of 3
print(f"false alarms: {(1 - ill)[predicted].sum():.0f}")
# > false alarms: 6
print(f"accuracy {(predicted == ill).float().mean():.2f}")
# > accuracy 0.67

"""Features and a binary target, both as float32, fit model and loss."""

import torch
from torch import nn

wards = torch.eye(2, dtype=torch.float64)
target = torch.tensor([[1], [0]])
model = nn.Linear(2, 1)
criterion = nn.BCEWithLogitsLoss()
with torch.no_grad():
    model.weight.copy_(torch.tensor([[2.0, -1.0]]))
    model.bias.zero_()

logits = model(wards.float())  # the layer's weights are float32
loss = criterion(logits, target.float())  # the loss computes with it
print(f"{wards.dtype} and {target.dtype} came, {logits.dtype} was wanted")
# > torch.float64 and torch.int64 came, torch.float32 was wanted
print(f"loss {loss:.4f}")
# > loss 0.2201

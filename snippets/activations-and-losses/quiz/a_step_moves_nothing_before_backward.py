"""A step moves nothing before backward has filled the gradients."""

import torch
from torch import nn

inputs = torch.tensor([[1.0], [-2.0]])
target = torch.tensor([[1.0], [0.0]])
model = nn.Linear(1, 1, bias=False)
nn.init.constant_(model.weight, 0.5)
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)

logits = model(inputs)
print("logits", *(f"{logit:.2f}" for logit in logits.flatten()))
# > logits 0.50 -1.00
loss = criterion(logits, target)
print(f"loss {loss:.4f}")
# > loss 0.3937

optimizer.step()
print(f"a step too early: weight {model.weight.item():.2f}")
# > a step too early: weight 0.50
loss.backward()
print(f"gradient {model.weight.grad.item():.2f}")
# > gradient -0.46
optimizer.step()
print(f"after backward: weight {model.weight.item():.2f}")
# > after backward: weight 0.96

probabilities = torch.sigmoid(model(inputs)).flatten()
print("probabilities", *(f"{p:.2f}" for p in probabilities))
# > probabilities 0.72 0.13

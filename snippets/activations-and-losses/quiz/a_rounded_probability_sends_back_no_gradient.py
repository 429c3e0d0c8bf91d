"""A rounded probability sends back a gradient of zero."""

import torch
from torch import nn

logits = torch.tensor([2.0, -1.0, 0.5], requires_grad=True)
target = torch.tensor([1.0, 1.0, 0.0])

probabilities = torch.sigmoid(logits)
predicted = probabilities.round()
loss = nn.MSELoss()(predicted, target)
print("probabilities", *(f"{p:.2f}" for p in probabilities))
# > probabilities 0.88 0.27 0.62
print(f"loss {loss:.2f}")
# > loss 0.67

places = {"predicted": predicted, "probabilities": probabilities}
for name, place in (places | {"logits": logits}).items():
    (gradient,) = torch.autograd.grad(loss, place, retain_graph=True)
    print(f"gradient at {name}: {gradient.abs().sum():.2f}")
# > gradient at predicted: 1.33
# > gradient at probabilities: 0.00
# > gradient at logits: 0.00

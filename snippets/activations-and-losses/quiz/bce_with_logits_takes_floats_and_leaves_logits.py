"""BCEWithLogitsLoss wants a float target and leaves the outputs logits."""

import torch
from torch import nn

logits = torch.tensor([2.0, -1.0])
target = torch.tensor([1, 0])
criterion = nn.BCEWithLogitsLoss()

try:
    criterion(logits, target)
except RuntimeError as error:
    print(error)
# > result type Float can't be cast to the desired output type Long

before = logits.clone()
loss = criterion(logits, target.float())
print(f"with a float target: {loss:.4f}")
# > with a float target: 0.2201

assert torch.equal(logits, before)  # the loss changes no output
probabilities = torch.sigmoid(logits)
for logit, probability in zip(logits, probabilities, strict=True):
    print(f"output {logit:.1f}, probability {probability:.4f}")
# > output 2.0, probability 0.8808
# > output -1.0, probability 0.2689

"""With one output the softmax is 1, so CrossEntropyLoss is always 0."""

import torch
from torch import nn

labels = torch.tensor([[1.0], [0.0], [1.0]])

for criterion in (nn.CrossEntropyLoss(), nn.BCEWithLogitsLoss()):
    logits = torch.tensor([[2.0], [-3.0], [0.5]], requires_grad=True)
    loss = criterion(logits, labels)
    loss.backward()
    gradient = logits.grad[0].item()
    print(f"{criterion}: {abs(loss.item()):.4f}, gradient {gradient:.4f}")
# > CrossEntropyLoss(): 0.0000, gradient 0.0000
# > BCEWithLogitsLoss(): 0.2165, gradient -0.0397

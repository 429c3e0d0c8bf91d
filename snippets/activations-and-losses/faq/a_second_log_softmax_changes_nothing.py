"""A second log-softmax changes nothing; a second softmax does."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
target = torch.tensor([2])
layers = {
    "logits": nn.Identity(),
    "log_softmax": nn.LogSoftmax(dim=1),
    "softmax": nn.Softmax(dim=1),
}

for name, layer in layers.items():
    logits = torch.tensor([[1.0, 3.0, 0.5]], requires_grad=True)
    loss = criterion(layer(logits), target)
    loss.backward()
    slopes = " ".join(f"{slope:.4f}" for slope in logits.grad[0])
    print(f"{name}: loss {loss:.4f}, gradient {slopes}")
# > logits: loss 2.6967, gradient 0.1112 0.8214 -0.9326
# > log_softmax: loss 2.6967, gradient 0.1112 0.8214 -0.9326
# > softmax: loss 1.4280, gradient -0.0161 0.0940 -0.0779

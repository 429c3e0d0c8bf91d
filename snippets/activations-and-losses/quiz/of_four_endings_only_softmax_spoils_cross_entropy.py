"""Of four ways to end a classifier only Softmax spoils CrossEntropyLoss."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
target = torch.tensor([0, 1, 2])  # car, truck, motorcycle

linear = nn.Linear(3, 3, bias=False)
with torch.no_grad():
    linear.weight.copy_(torch.eye(3))

softmax, log_softmax = nn.Softmax(dim=1), nn.LogSoftmax(dim=1)
for ending in (linear, nn.Identity(), softmax, log_softmax):
    print(ending)
    for certainty in (4.0, 100.0):
        logits = certainty * torch.eye(3)  # every row is right
        loss = criterion(ending(logits), target)
        print(f"  right by {certainty:.0f}: loss {loss:.4f}")
# > Linear(in_features=3, out_features=3, bias=False)
# >   right by 4: loss 0.0360
# >   right by 100: loss 0.0000
# > Identity()
# >   right by 4: loss 0.0360
# >   right by 100: loss 0.0000
# > Softmax(dim=1)
# >   right by 4: loss 0.5743
# >   right by 100: loss 0.5514
# > LogSoftmax(dim=1)
# >   right by 4: loss 0.0360
# >   right by 100: loss 0.0000

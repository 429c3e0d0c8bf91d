"""Label smoothing has a loss floor, and sureness beyond it costs."""

import torch
from torch import nn

classes, smoothing = 10, 0.1
criterion = nn.CrossEntropyLoss(label_smoothing=smoothing)
target = torch.tensor([0])

# The smoothed target: the true class gets its share of the smoothing too.
smoothed = torch.full((classes,), smoothing / classes)
smoothed[0] += 1 - smoothing
floor = -(smoothed * smoothed.log()).sum()
print(f"true class {smoothed[0]:.2f}, others {smoothed[1]:.2f}")
# > true class 0.91, others 0.01
print(f"entropy of the target {floor:.4f}")
# > entropy of the target 0.5003

best = (smoothed[0] / smoothed[1]).log().item()
for margin in (2.0, best, 10.0, 100.0):
    logits = torch.zeros(1, classes)
    logits[0, 0] = margin
    print(f"margin {margin:.2f}: loss {criterion(logits, target):.4f}")
# > margin 2.00: loss 0.9766
# > margin 4.51: loss 0.5003
# > margin 10.00: loss 0.9004
# > margin 100.00: loss 9.0000

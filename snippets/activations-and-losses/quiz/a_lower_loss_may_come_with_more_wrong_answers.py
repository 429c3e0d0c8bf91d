"""A lower loss may come with more wrong answers."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()
target = torch.ones(10, 1)  # a positive logit is right

models = {
    "hesitant": [0.01] * 10,
    "bold": [10.0] * 9 + [-1.0],
    "reckless": [10.0] * 9 + [-10.0],
}
for name, outputs in models.items():
    logits = torch.tensor(outputs).unsqueeze(1)
    loss = criterion(logits, target)
    right = (logits > 0).sum()
    typical = logits.sigmoid().log().mean().exp()
    torch.testing.assert_close(loss, -typical.log())
    print(f"{name}: loss {loss:.3f}, {right} of 10 right")
    print(f"{name}: geometric mean of the true class {typical:.2f}")
# > hesitant: loss 0.688, 10 of 10 right
# > hesitant: geometric mean of the true class 0.50
# > bold: loss 0.131, 9 of 10 right
# > bold: geometric mean of the true class 0.88
# > reckless: loss 1.000, 9 of 10 right
# > reckless: geometric mean of the true class 0.37

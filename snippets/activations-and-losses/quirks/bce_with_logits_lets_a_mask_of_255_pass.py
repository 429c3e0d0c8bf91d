"""BCEWithLogitsLoss lets a mask of 0 and 255 pass, and has no lower end."""

import torch
from torch import nn

# Eight pixels by brightness; the two brightest are foreground.
inputs, mask = torch.arange(8) / 10, torch.tensor([0] * 6 + [255] * 2)


def train(target, steps=200):
    weights = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.1)
    for _ in range(steps + 1):
        logits = weights[0] * inputs + weights[1]
        loss = nn.BCEWithLogitsLoss()(logits, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    foreground = (logits > 0).float().mean()
    print(f"step {steps}: loss {loss:.2f}, foreground {foreground:.2f}")


# Wrong: the mask as the image file stores it; then labels of -1 and 2.
train(mask.float(), steps=20)
# > step 20: loss -207.52, foreground 1.00
train(mask.float())
# > step 200: loss -2075.35, foreground 1.00
labels = torch.tensor([-1.0, 2.0])
print(f"loss {nn.BCEWithLogitsLoss()(9 * labels, labels):.2f}")
# > loss -13.50

# Right: 1 for the foreground.
train((mask > 0).float())
# > step 200: loss 0.16, foreground 0.25

# Notice it: the check is False for 255, True for 1.
for target in mask.float(), (mask > 0).float():
    print(bool(target.min() >= 0 and target.max() <= 1))
# > False
# > True

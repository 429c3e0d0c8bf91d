"""BCEWithLogitsLoss lets a mask of 0 and 255 pass, and has no lower end."""

import torch
from torch import nn

# Eight pixels by brightness; the two brightest are foreground.
inputs = torch.tensor([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]).view(8, 1)
mask = torch.tensor([0, 0, 0, 0, 0, 0, 255, 255]).view(8, 1)
criterion = nn.BCEWithLogitsLoss()


def train(target):
    weights = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.1)
    for step in range(201):
        logits = weights[0] * inputs + weights[1]
        loss = criterion(logits, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step in (20, 200):
            found = (logits > 0).float().mean()
            print(f"step {step}: loss {loss:.2f}, foreground {found:.2f}")


# Wrong: the mask as the image file stores it.
train(mask.float())
# > step 20: loss -207.52, foreground 1.00
# > step 200: loss -2075.35, foreground 1.00

# Right: 1 for the foreground.
train((mask > 0).float())
# > step 20: loss 0.46, foreground 0.00
# > step 200: loss 0.16, foreground 0.25

# Labels of -1 and of 2 have no lower end either.
logits, labels = torch.tensor([-9.0, 8.0]), torch.tensor([-1.0, 2.0])
print(f"loss {criterion(logits, labels):.2f}")
# > loss -8.50

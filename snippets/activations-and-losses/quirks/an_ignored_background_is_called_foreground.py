"""A background that the loss ignores is called foreground everywhere."""

import torch
from torch import nn

torch.manual_seed(0)
mask = torch.zeros(1, 8, 8, dtype=torch.long)  # 0 is background
mask[:, 2:5, 2:5] = 1
mask[:, 6:, 6:] = 2
image = nn.functional.one_hot(mask, 3).permute(0, 3, 1, 2).float()


def train(criterion):
    model = nn.Conv2d(3, 3, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(30):
        optimizer.zero_grad()
        loss = criterion(model(image), mask)
        loss.backward()
        optimizer.step()
    predicted = model(image).argmax(dim=1)
    hit = (predicted == mask).float()
    empty, full = hit[mask == 0].mean(), hit[mask != 0].mean()
    print(f"loss {loss:.4f}, background {empty:.0%}, things {full:.0%}")
    return predicted


# Wrong: nothing teaches the model what is background.
wrong = train(nn.CrossEntropyLoss(ignore_index=0))
# > loss 0.0266, background 0%, things 100%

# Right: background is a class like others.
right = train(nn.CrossEntropyLoss())
# > loss 0.0198, background 100%, things 100%

# Notice it: False where no pixel is background, True where some are.
for predicted in wrong, right:
    print((predicted == 0).any().item())
# > False
# > True

"""An image and its mask take the same random flip, crop or rotation."""

import torch
from torch import nn

torch.manual_seed(0)
images = torch.rand(200, 1, 8, 8)
masks = (images > 0.5).float()


def augment(x):
    """Shift by a random number of pixels, as a random crop does."""
    return x.roll(int(torch.randint(8, ())), dims=-1)


def train(pairs):
    model = nn.Conv2d(1, 2, kernel_size=1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for x, y in pairs:
        loss = nn.CrossEntropyLoss()(model(x[None]), y.long())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.1f}")


# Wrong: the image and the mask draw a shift each.
pairs = []
for image, mask in zip(images, masks, strict=True):
    pairs.append((augment(image), augment(mask)))
train(pairs)
# > loss 0.7

# Right: one shift for both, as channels of one tensor.
pairs = []
for image, mask in zip(images, masks, strict=True):
    both = augment(torch.cat([image, mask]))
    pairs.append(both.split([len(image), len(mask)]))
train(pairs)
# > loss 0.1

"""The labels of a GAN need the shape of what the discriminator returns."""

import torch
from torch import nn

torch.manual_seed(0)
discriminator = nn.Sequential(nn.Conv2d(1, 1, 8), nn.Sigmoid())
small, large = torch.randn(6, 1, 8, 8), torch.randn(4, 1, 12, 12)
batches = *small.split(4), large  # 4 images, the last 2, larger ones
ones = torch.ones(4, 1, 1, 1)  # made once, for a batch of 4


def train(labels_for):
    for images in batches:
        output = discriminator(images)
        try:
            loss = nn.BCELoss()(output, labels_for(output))
            print(tuple(output.shape), f"{loss.item():.1f}")
        except ValueError as error:
            print(str(error).split(" is deprecated")[0])


# Wrong: labels for one size of batch and image.
train(lambda output: ones)
# > (4, 1, 1, 1) 0.6
# > Using a target size (torch.Size([4, 1, 1, 1])) that is different to the input size (torch.Size([2, 1, 1, 1]))
# > Using a target size (torch.Size([4, 1, 1, 1])) that is different to the input size (torch.Size([4, 1, 5, 5]))

# Right: labels like the output.
train(lambda output: torch.ones_like(output))
# > (4, 1, 1, 1) 0.6
# > (2, 1, 1, 1) 0.6
# > (4, 1, 5, 5) 0.7

# Notice it: False for the last batch, True for labels like the output.
output = discriminator(small[4:])
for labels in ones, torch.ones_like(output):
    print(labels.shape == output.shape)
# > False
# > True

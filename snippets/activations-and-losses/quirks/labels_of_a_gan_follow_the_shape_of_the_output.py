"""The labels of a GAN need the shape of what the discriminator returns."""

import torch
from torch import nn

torch.manual_seed(0)
discriminator = nn.Sequential(nn.Conv2d(1, 1, 8), nn.Sigmoid())
shapes = (4, 1, 8, 8), (2, 1, 8, 8), (4, 1, 12, 12)  # 2 are left; larger
outputs = [discriminator(torch.randn(shape)) for shape in shapes]


def show_loss(output, labels):
    try:
        loss = nn.BCELoss()(output, labels)
        print(tuple(output.shape), f"{loss.item():.1f}")
    except ValueError as error:
        print(str(error).split(" is deprecated")[0])


# Wrong: labels for one size of batch and image.
for output in outputs:
    labels = torch.ones(4, 1, 1, 1)
    show_loss(output, labels)
# > (4, 1, 1, 1) 0.6
# > Using a target size (torch.Size([4, 1, 1, 1])) that is different to the input size (torch.Size([2, 1, 1, 1]))
# > Using a target size (torch.Size([4, 1, 1, 1])) that is different to the input size (torch.Size([4, 1, 5, 5]))

# Right: labels like the output.
for output in outputs:
    labels = torch.ones_like(output)
    show_loss(output, labels)
# > (4, 1, 1, 1) 0.6
# > (2, 1, 1, 1) 0.6
# > (4, 1, 5, 5) 0.7

# Notice it: False for labels of one size, True for labels like the output.
for labels in torch.ones(4, 1, 1, 1), torch.ones_like(output):
    print(labels.shape == output.shape)
# > False
# > True

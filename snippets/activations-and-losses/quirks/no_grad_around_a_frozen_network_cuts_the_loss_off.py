"""Under no_grad a frozen network cuts a loss off from the picture."""

import torch
from torch import nn
from torch.nn.functional import mse_loss

torch.manual_seed(0)
vgg = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 8, 3))
vgg.eval()  # stands for a trained VGG
target = torch.rand(1, 3, 16, 16)
output = torch.rand(1, 3, 16, 16, requires_grad=True)  # of the generator


def show(perceptual):
    output.grad = None
    loss = 0.0 * output.sum() + perceptual  # beside another loss
    loss.backward()
    print("it moves the picture:", bool(output.grad.abs().sum() > 0))
    print("it moves VGG:", vgg[0].weight.grad is not None)
    print(perceptual.requires_grad)  # Notice it


# Wrong: no_grad, so that VGG does not learn.
with torch.no_grad():
    perceptual = mse_loss(vgg(output), vgg(target))
show(perceptual)
# > it moves the picture: False
# > it moves VGG: False
# > False

# Right: the weights are frozen, and the graph stays.
vgg.requires_grad_(False)
perceptual = mse_loss(vgg(output), vgg(target))
show(perceptual)
# > it moves the picture: True
# > it moves VGG: False
# > True

"""One number for each image needs a shape that ends in ones."""

import torch

alphas = torch.tensor([0.9, 0.6, 0.3, 0.1])
alpha = alphas[torch.tensor([0, 3])]  # of the time step of each image
images = torch.ones(2, 3, 4, 4)  # two of them

# Wrong: two numbers meet the width of the images.
try:
    noisy = alpha * images
    print(f"{noisy[0].mean():.2f}, {noisy[1].mean():.2f}")
except RuntimeError as error:
    print(error)
# > The size of tensor a (2) must match the size of tensor b (4) at non-singleton dimension 3

# Right: a number for each image.
noisy = alpha.view(-1, 1, 1, 1) * images
print(f"{noisy[0].mean():.2f}, {noisy[1].mean():.2f}")
# > 0.90, 0.10

# As many images as columns: no error, and each column gets a number.
images = torch.ones(4, 3, 4, 4)
for noisy in (alphas * images, alphas.view(-1, 1, 1, 1) * images):
    print(*(f"{x:.1f}" for x in noisy[0, 0, 0].tolist()))
# > 0.9 0.6 0.3 0.1
# > 0.9 0.9 0.9 0.9

# Notice it: False for the column of numbers, True for one per image.
for number in (alphas, alphas.view(-1, 1, 1, 1)):
    print(number.dim() == images.dim())
# > False
# > True

"""A cast to uint8 makes a dark byte of a number above 255."""

import torch

target = torch.tensor([[1.0, 1.0, 1.0], [0.5, 0.25, 0.0]])  # white, brown
output = torch.tensor([[1.01, 0.97, 0.99], [0.51, 0.24, -0.01]])


def look(picture):
    print(picture.dtype, picture.tolist())
    error = picture / 255 - target
    print(f"PSNR {-10 * error.square().mean().log10():.1f}")


# Wrong: 1.01 times 255 is above 255, and -0.01 is below 0.
look((output * 255).to(torch.uint8))
# > torch.uint8 [[1, 247, 252], [130, 61, 254]]
# > PSNR 4.8

# Right: cut off at 0 and 1 before the cast.
look((output.clamp(0, 1) * 255).round().to(torch.uint8))
# > torch.uint8 [[255, 247, 252], [130, 61, 0]]
# > PSNR 36.5

# Notice it: False for the raw output, True for what is clamped.
for picture in output, output.clamp(0, 1):
    print(bool(picture.min() >= 0 and picture.max() <= 1))
# > False
# > True

"""A reconstruction loss grows with the pixels, and BCE has a floor."""

import torch
import torch.nn.functional as F

grey = torch.tensor([[0.5, 0.2, 0.9, 1.0]])  # four pixels
mean = torch.full_like(grey, grey.mean())  # one grey for the picture

for name, output in ("copy", grey), ("mean", mean):
    bce = F.binary_cross_entropy(output, grey)
    mse = F.mse_loss(output, grey)
    print(f"{name}: BCE {bce:.4f}, MSE {mse:.4f}")
# > copy: BCE 0.3797, MSE 0.0000
# > mean: BCE 0.6474, MSE 0.1025

# One pixel of each kind, copied exactly.
for pixel in torch.tensor([0.5, 0.0, 1.0]):
    print(f"{pixel:.1f}: {F.binary_cross_entropy(pixel, pixel):.4f}")
# > 0.5: 0.6931
# > 0.0: 0.0000
# > 1.0: 0.0000

# The gradient of an exact copy is 0, whatever the loss.
copy = grey[:, :3].clone().requires_grad_()
F.binary_cross_entropy(copy, grey[:, :3]).backward()
print(f"{copy.grad.abs().max():.4f}")
# > 0.0000

# A pixel outside 0 to 1 is refused, or makes the loss negative.
try:
    F.binary_cross_entropy(grey, 3 * grey)
except RuntimeError as error:
    print(error)
# > all elements of target should be between 0 and 1
print(f"{F.binary_cross_entropy_with_logits(9 * grey, 3 * grey):.4f}")
# > -8.2839

# The sum of 784 pixels that cost 0.1 each.
print(f"784 times 0.1: {torch.full((784,), 0.1).sum():.1f}")
# > 784 times 0.1: 78.4

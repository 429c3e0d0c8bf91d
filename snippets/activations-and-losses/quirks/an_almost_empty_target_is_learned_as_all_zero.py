"""An almost empty heatmap is learned as zeros, and the loss looks small."""

import torch
from torch import nn

torch.manual_seed(0)
target = torch.zeros(8, 1, 16, 16)
target[torch.arange(8), 0, torch.arange(8) * 2, 8] = 1.0  # one peak each
images = target + 0.05 * torch.randn_like(target)
print(f"loss of all zeros {target.pow(2).mean():.4f}")
# > loss of all zeros 0.0039


def train(weight):
    torch.manual_seed(0)
    net = nn.Conv2d(1, 1, 1)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for _ in range(100):
        error = (net(images) - target).pow(2)
        optimizer.zero_grad()
        ((weight * error).sum() / weight.sum()).backward()
        optimizer.step()
    peak = net(images)[target == 1].mean()
    print(f"MSE {error.mean():.4f}, at the peaks {peak:.2f}")
    return peak


# Wrong: every pixel counts the same.
wrong = train(torch.ones_like(target))
# > MSE 0.0034, at the peaks 0.07

# Right: a peak counts as much as all the zeros around it.
right = train(torch.ones_like(target) + 255 * target)
# > MSE 0.0028, at the peaks 0.99

# Notice it: the check is False for zeros, True for peaks.
for peak in wrong, right:
    print(bool(peak > 0.5))
# > False
# > True

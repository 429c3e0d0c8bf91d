"""HuberLoss is SmoothL1Loss times its threshold, so they are equal at 1."""

import torch
from torch import nn

target = torch.tensor([0.0, 0.0])

for threshold in (0.02, 1.0, 5.0, 1000.0):
    smooth_l1 = nn.SmoothL1Loss(beta=threshold, reduction="none")
    huber = nn.HuberLoss(delta=threshold, reduction="none")
    print(f"threshold {threshold:g}")
    for criterion in (smooth_l1, huber):
        prediction = torch.tensor([1.0, 20.0], requires_grad=True)
        losses = criterion(prediction, target)
        losses.sum().backward()
        small, large = losses.tolist()
        slope = prediction.grad[1]
        print(f"  {small:.4f}, {large:.4f}, slope {slope:.2f}")
# > threshold 0.02
# >   0.9900, 19.9900, slope 1.00
# >   0.0198, 0.3998, slope 0.02
# > threshold 1
# >   0.5000, 19.5000, slope 1.00
# >   0.5000, 19.5000, slope 1.00
# > threshold 5
# >   0.1000, 17.5000, slope 1.00
# >   0.5000, 87.5000, slope 5.00
# > threshold 1000
# >   0.0005, 0.2000, slope 0.02
# >   0.5000, 200.0000, slope 20.00

# Notice it: at 5, the check is False for a factor of 1, True for 5.
huber, smooth_l1 = nn.HuberLoss(delta=5.0), nn.SmoothL1Loss(beta=5.0)
x, y = prediction.detach(), target
for factor in 1.0, 5.0:
    print(torch.allclose(huber(x, y), factor * smooth_l1(x, y)))
# > False
# > True

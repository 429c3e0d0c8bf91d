"""A warm-up that begins with the factor 0 wastes its first step."""

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR

warmup, criterion = 4, nn.MSELoss()
x, target = torch.ones(8, 1), torch.zeros(8, 1)


def train(factor):
    weight = nn.Parameter(torch.ones(1))
    optimizer = torch.optim.SGD([weight], lr=0.1)
    scheduler = LambdaLR(optimizer, factor)
    for _ in range(3):  # steps, or epochs if you step once an epoch
        rate = optimizer.param_groups[0]["lr"]
        loss = criterion(x * weight, target)
        print(f"rate {rate:.3f} loss {loss:.2f}")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()


# Wrong: the first factor is 0 / 4.
train(lambda step: min(1.0, step / warmup))
# > rate 0.000 loss 1.00
# > rate 0.025 loss 1.00
# > rate 0.050 loss 0.90

# Right: the first factor is 1 / 4.
train(lambda step: min(1.0, (step + 1) / warmup))
# > rate 0.025 loss 1.00
# > rate 0.050 loss 0.90
# > rate 0.075 loss 0.73

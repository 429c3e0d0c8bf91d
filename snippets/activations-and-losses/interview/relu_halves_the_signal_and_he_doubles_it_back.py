"""ReLU halves the mean square of a signal, and He doubles it back."""

import torch
from torch import nn

torch.manual_seed(0)
signal = torch.randn(100_000)
print(f"before ReLU {signal.square().mean():.1f}")
# > before ReLU 1.0
print(f"after ReLU  {signal.relu().square().mean():.1f}")
# > after ReLU  0.5
print(f"gain squared {nn.init.calculate_gain('relu') ** 2:.1f}")
# > gain squared 2.0

layer = nn.Linear(1000, 500)
default = layer.weight.var() * layer.in_features
nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
he = layer.weight.var() * layer.in_features
print(f"fan_in * variance: {default:.2f} as it comes, {he:.2f} after He")
# > fan_in * variance: 0.33 as it comes, 2.00 after He

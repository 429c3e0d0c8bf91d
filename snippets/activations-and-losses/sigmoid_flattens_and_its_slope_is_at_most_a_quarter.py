"""Sigmoid flattens on both sides, and its slope is at most a quarter."""

import torch

for z in (-8.0, -2.0, 0.0, 1.7346, 8.0):
    logit = torch.tensor(z, requires_grad=True)
    probability = torch.sigmoid(logit)
    probability.backward()
    print(f"z {z:7.4f}  sigmoid {probability:.4f}  slope {logit.grad:.4f}")
# > z -8.0000  sigmoid 0.0003  slope 0.0003
# > z -2.0000  sigmoid 0.1192  slope 0.1050
# > z  0.0000  sigmoid 0.5000  slope 0.2500
# > z  1.7346  sigmoid 0.8500  slope 0.1275
# > z  8.0000  sigmoid 0.9997  slope 0.0003

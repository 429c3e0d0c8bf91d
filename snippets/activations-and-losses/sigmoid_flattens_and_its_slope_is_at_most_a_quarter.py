"""Sigmoid flattens on both sides, and its slope is at most a quarter."""

import torch

for z in (-10.0, -2.0, 0.0, 1.7346, 10.0):
    logit = torch.tensor(z, requires_grad=True)
    probability = torch.sigmoid(logit)
    probability.backward()
    print(f"z {z:8.4f}  sigmoid {probability:.5f}  slope {logit.grad:.5f}")
# > z -10.0000  sigmoid 0.00005  slope 0.00005
# > z  -2.0000  sigmoid 0.11920  slope 0.10499
# > z   0.0000  sigmoid 0.50000  slope 0.25000
# > z   1.7346  sigmoid 0.85000  slope 0.12750
# > z  10.0000  sigmoid 0.99995  slope 0.00005

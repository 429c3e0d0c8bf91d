"""A divisor of 0 is replaced before the division, not after it."""

import warnings

import torch

warnings.simplefilter("ignore")  # anomaly mode warns that it is slow


def slopes(scale):
    rows = torch.tensor([[1.0, 3.0], [2.0, 2.0]], requires_grad=True)
    low = rows.min(dim=1, keepdim=True).values
    high = rows.max(dim=1, keepdim=True).values
    scaled = scale(rows, low, high)
    print("scaled", [round(value, 1) for value in scaled[1].tolist()])
    with torch.autograd.detect_anomaly():
        scaled[:, 1].sum().backward()
    print("slopes", ", ".join(f"{slope:.2g}" for slope in rows.grad[1]))


# Wrong: all values of the second row are equal, and 0 / 0 is cut out late.
try:
    slopes(lambda x, low, high: ((x - low) / (high - low)).nan_to_num())
except RuntimeError as error:
    print(error)
# > scaled [0.0, 0.0]
# > Function 'DivBackward0' returned nan values in its 0th output.

# Right: the divisor has no 0.
slopes(lambda x, low, high: (x - low) / (high - low).where(high > low, 1.0))
# > scaled [0.0, 0.0]
# > slopes -1, 1

# A small number in the divisor leaves huge slopes.
slopes(lambda x, low, high: (x - low) / (high - low + 1e-8))
# > scaled [0.0, 0.0]
# > slopes -1e+08, 1e+08

"""A comparison gives a bool mask: `~mask` inverts it, `1 - mask` fails."""

import torch

tokens = torch.tensor([[5, 3, 0, 0], [7, 0, 0, 0]])  # 0 is padding
losses = torch.tensor([[1.0, 1.0, 5.0, 5.0], [1.0, 5.0, 5.0, 5.0]])
padding = tokens == 0
print(padding.dtype)
# > torch.bool

# Wrong: arithmetic with a bool mask; last, a tilde on whole numbers.
try:
    kept = 1 - padding
except RuntimeError as error:
    print(error)
# > Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
try:
    kept = -padding
except RuntimeError as error:
    print(error)
# > Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
kept = ~padding.byte()
print(f"{(losses * kept).sum() / kept.sum():.1f}")
# > 3.5

# Right: the logical "not".
kept = ~padding
print(f"{(losses * kept).sum() / kept.sum():.1f}")
# > 1.0

# A tilde turns every bit of a uint8, so 1 becomes 254 and 0 becomes 255.
print((~padding.byte())[0].tolist(), (~padding)[0].tolist())
# > [255, 255, 254, 254] [True, True, False, False]

# Notice it: the check is False for the uint8 mask, True for the bool mask.
for mask in padding.byte(), padding:
    print(mask.dtype == torch.bool)
# > False
# > True

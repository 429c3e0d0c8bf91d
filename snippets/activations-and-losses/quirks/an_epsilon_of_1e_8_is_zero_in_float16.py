"""An epsilon of 1e-8 is zero in float16, so log(p + eps) is -inf."""

import torch

logits = torch.tensor([2.0, -20.0], dtype=torch.float16)  # both are hits

# Wrong: an epsilon that float16 rounds to 0.
p = torch.sigmoid(logits)
loss = -torch.log(p + 1e-8).mean()
print(f"{p.dtype}, epsilon 1e-8: loss {loss:.2f}")
# > torch.float16, epsilon 1e-8: loss inf
wrong = loss

# Right: the same formula in float32.
p = torch.sigmoid(logits.float())
loss = -torch.log(p + 1e-8).mean()
print(f"{p.dtype}, epsilon 1e-8: loss {loss:.2f}")
# > torch.float32, epsilon 1e-8: loss 9.18
right = loss

# Which dtypes see 1e-8 and 1e-7 beside 0, and 1e-7 and 0.01 beside 1.
for dtype in (torch.float32, torch.float16, torch.bfloat16):
    zero, one = torch.tensor([0.0, 1.0], dtype=dtype)
    seen = zero + 1e-8 > 0, zero + 1e-7 > 0, one - 1e-7 < 1, one - 0.01 < 1
    print(dtype, *map(bool, seen))
# > torch.float32 True True True True
# > torch.float16 False True False True
# > torch.bfloat16 True True False True

# Notice it: False for the infinite loss, True for the other.
for loss in wrong, right:
    print(loss.isfinite().item())
# > False
# > True

"""A sum of log-probabilities overflows float16, and the DPO loss is nan."""

import torch
from torch.nn import functional as F

# The log-probabilities of 8192 tokens: by the policy, by the reference.
chosen = torch.full((2, 8192), -10.0, dtype=torch.float16)
rejected = torch.full((2, 8192), -11.0, dtype=torch.float16)
chosen[0, :100] = -9.9  # the policy has learned something


def dpo(dtype):
    policy, reference = chosen.sum(dim=1, dtype=dtype)
    other, other_reference = rejected.sum(dim=1, dtype=dtype)
    margin = (policy - reference) - (other - other_reference)
    loss = -F.logsigmoid(0.1 * margin)
    print(f"sum {policy:.0f}, margin {margin:.0f}, loss {loss:.1f}")


# Wrong: the sum in the dtype of the model.
dpo(chosen.dtype)
# > sum -inf, margin nan, loss nan

# Right: the sum in float32.
dpo(torch.float32)
# > sum -81910, margin 10, loss 0.3

# In bfloat16 nothing overflows, and the margin is rounded away.
dpo(torch.bfloat16)
# > sum -81920, margin 0, loss 0.7

# Notice it: False for the sum in float16, True in float32.
for dtype in chosen.dtype, torch.float32:
    policy = chosen.sum(dim=1, dtype=dtype)
    print(policy.dtype == torch.float32)
# > False
# > True

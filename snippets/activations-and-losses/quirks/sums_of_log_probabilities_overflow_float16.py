"""A sum of log-probabilities overflows float16, and the DPO loss is nan."""

import torch
from torch.nn import functional as F

# The log-probabilities of 8192 tokens. The rows: the chosen answer by the
# policy and by the reference, then the rejected answer by both.
log_probs = torch.full((4, 8192), -10.0, dtype=torch.float16)
log_probs[2:] = -11.0
log_probs[0, :100] = -9.9  # the policy has learned something


def show(sums):
    policy, reference, other, other_reference = sums
    margin = (policy - reference) - (other - other_reference)
    loss = -F.logsigmoid(0.1 * margin)
    print(f"sum {policy:.0f}, margin {margin:.0f}, loss {loss:.1f}")


# Wrong: the sum in the dtype of the model.
sums = log_probs.sum(-1)
show(sums)
# > sum -inf, margin nan, loss nan

# Right: the sum in float32.
sums = log_probs.sum(-1, dtype=torch.float32)
show(sums)
# > sum -81910, margin 10, loss 0.3

# In bfloat16 nothing overflows, and the margin is rounded away.
show(log_probs.sum(-1, dtype=torch.bfloat16))
# > sum -81920, margin 0, loss 0.7

# Notice it: False for the sum in float16, True in float32.
for sums in log_probs.sum(-1), log_probs.sum(-1, dtype=torch.float32):
    print(sums.dtype == torch.float32)
# > False
# > True

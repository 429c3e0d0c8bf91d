"""The third argument of F.softmax is not dtype, and does nothing."""

import torch
from torch.nn import functional as F

logits = torch.tensor([[20.0, 0.0, 1.0]], dtype=torch.float16)


def show(result):
    print(f"{result.dtype}, {result[0, 1]:.1e}")


# Wrong: the dtype in the third place.
wrong = F.softmax(logits, 1, torch.float32)
show(wrong)
# > torch.float16, 0.0e+00
show(F.log_softmax(logits, 1, torch.float32))
# > torch.float16, -2.0e+01
show(F.softmin(logits, 1, torch.float32))
# > torch.float16, 7.3e-01

# Right: by its name.
right = F.softmax(logits, 1, dtype=torch.float32)
show(right)
# > torch.float32, 2.1e-09
show(F.log_softmax(logits, 1, dtype=torch.float32))
# > torch.float32, -2.0e+01
show(F.softmin(logits, 1, dtype=torch.float32))
# > torch.float32, 7.3e-01

# A cast afterwards is too late for what has become 0.
print(F.softmax(logits, dim=1).float()[0, 1].item())
# > 0.0

# Notice it: the check is False for the third place, True for the name.
for probabilities in wrong, right:
    print(probabilities.dtype == torch.float32)
# > False
# > True

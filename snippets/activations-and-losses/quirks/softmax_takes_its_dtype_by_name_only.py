"""The third argument of F.softmax is not dtype, and does nothing."""

import torch
from torch.nn import functional as F

logits = torch.tensor([[20.0, 0.0, 1.0]], dtype=torch.float16)
functions = F.softmax, F.log_softmax, F.softmin


def show(*arguments, **options):
    for function in functions:
        result = function(logits, *arguments, **options)
        print(f"{function.__name__}: {result.dtype}, {result[0, 1]:.1e}")
    return result


# Wrong: the dtype in the third place.
wrong = show(1, torch.float32)
# > softmax: torch.float16, 0.0e+00
# > log_softmax: torch.float16, -2.0e+01
# > softmin: torch.float16, 7.3e-01

# Right: by its name.
right = show(dim=1, dtype=torch.float32)
# > softmax: torch.float32, 2.1e-09
# > log_softmax: torch.float32, -2.0e+01
# > softmin: torch.float32, 7.3e-01

# A cast afterwards is too late for what has become 0.
print(F.softmax(logits, dim=1).float()[0, 1].item())
# > 0.0

# Notice it: the check is False for the third place, True for the name.
for probabilities in wrong, right:
    print(probabilities.dtype == torch.float32)
# > False
# > True

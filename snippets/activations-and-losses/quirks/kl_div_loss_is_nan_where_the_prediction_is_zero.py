"""KLDivLoss is nan or inf where the prediction is exactly zero."""

import torch
from torch import nn

criterion = nn.KLDivLoss(reduction="batchmean")
logits = torch.tensor([[0.0, 1.0, -200.0]])
zero, no_zero = torch.tensor([[[0.5, 0.5, 0.0]], [[0.4, 0.5, 0.1]]])

# Wrong: softmax makes an exact 0 of the last class, and log -inf of it.
inputs = logits.softmax(dim=1).log()
for target in zero, no_zero:
    print(f"loss {criterion(inputs, target):.2f}")
# > loss nan
# > loss inf

# Right: log_softmax in one step.
inputs = logits.log_softmax(dim=1)
for target in zero, no_zero:
    print(f"loss {criterion(inputs, target):.2f}")
# > loss 0.12
# > loss 19.87

# A target of logarithms must not have a zero, either.
logged = nn.KLDivLoss(reduction="batchmean", log_target=True)
print(f"log target {logged(inputs, zero.log()):.2f}")
# > log target nan

# A class masked by -inf stays -inf: leave it out of both.
masked = torch.tensor([[0.0, 1.0, -torch.inf]]).log_softmax(dim=1)
print(f"masked {criterion(masked, zero):.2f}")
# > masked nan
print(f"left out {criterion(masked[:, :2], zero[:, :2]):.2f}")
# > left out 0.12

# Notice it: False for the logarithm of softmax, True for log_softmax.
for inputs in logits.softmax(dim=1).log(), logits.log_softmax(dim=1):
    print(inputs.isfinite().all().item())
# > False
# > True

"""KLDivLoss is nan or inf where the prediction is exactly zero."""

import torch
from torch import nn

criterion = nn.KLDivLoss(reduction="batchmean")
logits = torch.tensor([[0.0, 1.0, -200.0]])
zero, no_zero = torch.tensor([[[0.5, 0.5, 0.0]], [[0.4, 0.5, 0.1]]])


def report(inputs):
    loss, other = criterion(inputs, zero), criterion(inputs, no_zero)
    print(f"loss {loss:.2f} with a zero in the target, {other:.2f} without")
    # Notice it: False for the logarithm of softmax, True for log_softmax.
    print(inputs.isfinite().all().item())


# Wrong: softmax makes an exact 0 of the last class, and log -inf of it.
report(logits.softmax(dim=1).log())
# > loss nan with a zero in the target, inf without
# > False

# Right: log_softmax in one step.
inputs = logits.log_softmax(dim=1)
report(inputs)
# > loss 0.12 with a zero in the target, 19.87 without
# > True

# A target of logarithms must not have a zero, either.
logged = nn.KLDivLoss(reduction="batchmean", log_target=True)
for target in zero, no_zero:
    print(f"log target {logged(inputs, target.log()):.2f}")
# > log target nan
# > log target 19.87

# A class masked by -inf stays -inf: leave it out of both.
masked = torch.tensor([[0.0, 1.0, -torch.inf]]).log_softmax(dim=1)
loss = criterion(masked[:, :2], zero[:, :2])
print(f"masked {criterion(masked, zero):.2f}, left out {loss:.2f}")
# > masked nan, left out 0.12

"""BCEWithLogitsLoss pulls hardest where a logit is surely wrong."""

import torch
from matplotlib import pyplot as plt
from torch import nn

logit = (torch.arange(-60, 61) / 10).requires_grad_()  # from -6 to 6
yes, no = torch.ones(121), torch.zeros(121)
criterion = nn.BCEWithLogitsLoss(reduction="none")

_, (above, below) = plt.subplots(2, sharex=True)
red = {"color": "tab:red", "linestyle": "dashed"}
p = torch.sigmoid(logit)
for target, by_hand, look in (
    (yes, -p.log(), {"color": "tab:blue"}),
    (no, -torch.sigmoid(-logit).log(), red),
):
    loss = criterion(logit, target)
    (slope,) = torch.autograd.grad(loss.sum(), logit, retain_graph=True)
    torch.testing.assert_close(loss, by_hand)
    torch.testing.assert_close(slope, (p - target).detach())
    print(f"at 0: loss {loss[60]:.2f}, slope {slope[60]:.1f};", end=" ")
    print(f"at 4: loss {loss[100]:.2f}, slope {slope[100]:.2f}")
    above.plot(logit.detach(), loss.detach(), **look)
    below.plot(logit.detach(), slope, **look)
# > at 0: loss 0.69, slope -0.5; at 4: loss 0.02, slope -0.02
# > at 0: loss 0.69, slope 0.5; at 4: loss 4.02, slope 0.98
print(f"logit {tuple(logit.shape)}, {logit.dtype}")
# > logit (121,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (121,), torch.float32

above.text(-3.5, 4.2, "target 1", color="tab:blue")
above.text(3.5, 4.2, "target 0", color="tab:red", ha="right")
below.text(2, -0.55, "target 1", color="tab:blue")
below.text(-2, 0.35, "target 0", color="tab:red", ha="right")
above.set(title="loss", yticks=[0, 3, 6])
below.set_title("slope")
below.set_xlabel("logit")
plt.show()

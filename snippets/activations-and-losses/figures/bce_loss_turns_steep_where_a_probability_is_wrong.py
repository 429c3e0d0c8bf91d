"""BCELoss turns steep where a probability comes close to the wrong end."""

import torch
from matplotlib import pyplot as plt
from torch import nn

p = (torch.arange(1, 100) / 100).requires_grad_()  # 0.01 to 0.99
yes, no = torch.ones(99), torch.zeros(99)
criterion = nn.BCELoss(reduction="none")

_, (above, below) = plt.subplots(2, sharex=True)
for target, by_hand, look in (
    (yes, -p.log(), {"color": "tab:blue"}),
    (no, -(1 - p).log(), {"color": "tab:red", "linestyle": "dashed"}),
):
    loss = criterion(p, target)
    (slope,) = torch.autograd.grad(loss.sum(), p)
    torch.testing.assert_close(loss, by_hand)
    print(f"at 0.50: loss {loss[49]:.2f}, slope {slope[49]:.1f};", end=" ")
    print(f"at 0.05: loss {loss[4]:.2f}, slope {slope[4]:.1f}")
    above.plot(p.detach(), loss.detach(), **look)
    below.plot(p.detach(), slope, **look)
# > at 0.50: loss 0.69, slope -2.0; at 0.05: loss 3.00, slope -20.0
# > at 0.50: loss 0.69, slope 2.0; at 0.05: loss 0.05, slope 1.1
print(f"0 for a target of 1: loss {criterion(0 * p, yes)[0]:.1f}")
# > 0 for a target of 1: loss 100.0
print(f"p {tuple(p.shape)}, {p.dtype}")
# > p (99,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (99,), torch.float32

above.text(0.12, 2.6, "target 1", color="tab:blue")
above.text(0.88, 2.6, "target 0", color="tab:red", ha="right")
below.text(0.12, -14, "target 1", color="tab:blue")
below.text(0.8, 8, "target 0", color="tab:red", ha="right")
above.set_title("loss")
below.set_title("slope")
below.set_ylim(-21, 21)
below.set_xlabel("probability that the model says")
plt.show()

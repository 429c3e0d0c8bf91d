"""LogSoftmax keeps a slope of 1 where Softmax is flat."""

import torch
from matplotlib import pyplot as plt
from torch import nn

first = (torch.arange(-100, 61) / 10).requires_grad_()  # from -10 to 6
others = torch.tensor([1.0, 0.0]).expand(161, 2)  # these logits stay
logits = torch.cat([first[:, None], others], dim=1)
logs, shares = nn.LogSoftmax(dim=1)(logits), nn.Softmax(dim=1)(logits)
(slope,) = torch.autograd.grad(logs[:, 0].sum(), first)
(flat,) = torch.autograd.grad(shares[:, 0].sum(), first)

by_hand = logits - logits.exp().sum(dim=1, keepdim=True).log()
torch.testing.assert_close(logs, by_hand)
torch.testing.assert_close(slope, 1 - shares[:, 0])
print(f"logit -10: log share {logs[0, 0]:.1f}, slope {slope[0]:.2f}")
# > logit -10: log share -11.3, slope 1.00
print(f"logit -10: share {shares[0, 0]:.6f}, slope {flat[0]:.6f}")
# > logit -10: share 0.000012, slope 0.000012
print(f"logit 6: slope {slope[160]:.2f}")
# > logit 6: slope 0.01

x = first.detach()
figure, (above, below) = plt.subplots(2, sharex=True)
above.plot(x, logs[:, 0].detach(), color="tab:blue")
above.text(-5.2, -8.5, "LogSoftmax", color="tab:blue")
below.plot(x, slope, color="tab:orange", linestyle="dashed")
below.text(-9.8, 0.75, "slope of LogSoftmax", color="tab:orange")
below.plot(x, flat, color="tab:green", linestyle="dotted")
below.text(-9.8, 0.12, "slope of Softmax", color="tab:green")
above.set_title("logarithm of the share of a class")
below.set_title("its slope")
below.set_xlabel("logit of the class, others at 1 and 0")
plt.show()

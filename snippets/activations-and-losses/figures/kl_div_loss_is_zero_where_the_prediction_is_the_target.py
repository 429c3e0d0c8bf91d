"""KLDivLoss is zero only where the prediction is the target."""

import torch
from matplotlib import pyplot as plt
from torch import nn

p = (torch.arange(1, 100) / 100).requires_grad_()  # 0.01 to 0.99
prediction = torch.stack([p, 1 - p], dim=1)
target = torch.tensor([[0.7, 0.3]]).expand(99, 2)
terms = nn.KLDivLoss(reduction="none")(prediction.log(), target)
loss = terms.sum(dim=1)  # over the two classes
(slope,) = torch.autograd.grad(loss.sum(), p, retain_graph=True)

ratio = target / prediction
torch.testing.assert_close(loss, (target * ratio.log()).sum(dim=1))
batchmean = nn.KLDivLoss(reduction="batchmean")(prediction.log(), target)
torch.testing.assert_close(batchmean, loss.mean())
lowest = loss.argmin()
print(f"lowest at {p[lowest]:.1f}, loss there {loss[lowest].abs():.1f}")
# > lowest at 0.7, loss there 0.0
print(f"at 0.1: loss {loss[9]:.2f}, at 0.9: loss {loss[89]:.2f}")
# > at 0.1: loss 1.03, at 0.9: loss 0.15
print(f"prediction {tuple(prediction.shape)}, {prediction.dtype}")
# > prediction (99, 2), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (99, 2), torch.float32

x = p.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(0.16, 1.1, "KLDivLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(0.38, -2.1, "its slope", color="tab:orange")
plt.plot(x[lowest], loss[lowest].detach(), "o", color="tab:blue")
plt.ylim(-3, 3)
plt.xlabel("predicted probability, where the target is 0.7")
plt.show()

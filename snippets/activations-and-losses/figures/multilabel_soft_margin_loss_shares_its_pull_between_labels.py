"""MultiLabelSoftMarginLoss shares its pull between the labels."""

import torch
from matplotlib import pyplot as plt
from torch import nn

first = (torch.arange(-60, 61) / 10).requires_grad_()  # from -6 to 6
twos = 2 * torch.ones(121)
logits = torch.stack([first, twos, -twos], dim=1)
target = torch.tensor([[1.0, 1.0, 0.0]]).expand(121, 3)
loss = nn.MultiLabelSoftMarginLoss(reduction="none")(logits, target)
(slope,) = torch.autograd.grad(loss.sum(), first)

binary = nn.BCEWithLogitsLoss(reduction="none")(logits, target)
torch.testing.assert_close(loss, binary.mean(dim=1))
print(f"steepest slope {slope.min():.2f}, of three labels")
# > steepest slope -0.33, of three labels
print(f"logits {tuple(logits.shape)}, {logits.dtype}")
# > logits (121, 3), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (121, 3), torch.float32

x = first.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(-5.9, 0, "MultiLabelSoft-\nMarginLoss", color="tab:blue")
alone = binary[:, 0].detach()
plt.plot(x, alone, color="tab:gray", linestyle="dotted")
words = "BCEWithLogitsLoss\nof this label alone"
plt.text(-3, 4, words, color="tab:gray")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-5.9, -1, "its slope", color="tab:orange")
plt.ylim(-1.2, 6.2)
plt.xlabel("logit of one true label of three")
plt.show()

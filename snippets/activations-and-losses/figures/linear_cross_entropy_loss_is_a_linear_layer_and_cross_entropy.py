"""LinearCrossEntropyLoss is a linear layer and CrossEntropyLoss in one."""

import torch
from matplotlib import pyplot as plt
from torch import nn

first = (torch.arange(-40, 41) / 10).requires_grad_()  # from -4 to 4
features = torch.stack([first, torch.ones(81)], dim=1)
target = torch.zeros(81, dtype=torch.int64)
criterion = nn.LinearCrossEntropyLoss(2, 3, reduction="none")
with torch.no_grad():  # so that everybody can check it
    weight = torch.tensor([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]])
    criterion.linear.weight.copy_(weight)
loss = criterion(features, target)
(slope,) = torch.autograd.grad(loss.sum(), first, retain_graph=True)

logits = criterion.linear(features)
in_two = nn.CrossEntropyLoss(reduction="none")(logits, target)
torch.testing.assert_close(loss, in_two)
print("parameters:", [name for name, _ in criterion.named_parameters()])
# > parameters: ['linear.weight']
print(f"features {tuple(features.shape)}, {features.dtype}")
# > features (81, 2), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (81,), torch.int64

x = first.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(-0.9, 3.2, "LinearCrossEntropyLoss", color="tab:blue")
dots = {"color": "tab:gray", "linestyle": "none", "marker": "s"}
plt.plot(x[::8], in_two.detach()[::8], **dots)
plt.text(-3.9, 0.2, "a layer, and\nCrossEntropyLoss", color="tab:gray")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-3.9, -1.5, "its slope", color="tab:orange")
plt.xlabel("a feature that speaks for the right class")
plt.show()

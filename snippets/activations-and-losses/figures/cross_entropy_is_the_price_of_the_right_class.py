"""Cross-entropy is -log p, with p the probability of the right class."""

import torch
from matplotlib import pyplot as plt
from torch import nn

p = torch.arange(1, 101) / 100  # the probability that the right class gets
logits = torch.stack([p.log(), (1 - p).log()], dim=1)
target = torch.zeros(100, dtype=torch.int64)
loss = nn.CrossEntropyLoss(reduction="none")(logits, target)
torch.testing.assert_close(loss, -p.log())
for percent in (50, 10, 1):
    print(f"p = {percent}%: loss {loss[percent - 1]:.2f}")
# > p = 50%: loss 0.69
# > p = 10%: loss 2.30
# > p = 1%: loss 4.61

plt.plot(p, loss, color="tab:blue")
plt.text(0.2, 2.6, "-log p", color="tab:blue")
plt.axvspan(0.5, 1, color="tab:green", alpha=0.12)
plt.text(0.75, 4, "right, of two", color="tab:green", ha="center")
plt.xlabel("probability that the right class is given")
plt.ylabel("loss")
plt.show()

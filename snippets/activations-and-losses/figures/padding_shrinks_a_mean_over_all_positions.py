"""The more padding, the smaller a mean over all positions."""

import torch
from matplotlib import pyplot as plt
from torch import nn

tokens = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
logits = tokens.repeat(10, 1)
labels = torch.tensor([0, 1, 2]).repeat(10)
by_hand, default, shares = [], [], []
for padding in range(0, 30, 3):
    target = labels.clone()
    target[30 - padding :] = -100
    each = nn.CrossEntropyLoss(reduction="none")(logits, target)
    by_hand.append(each.mean().item())
    default.append(nn.CrossEntropyLoss()(logits, target).item())
    shares.append(100 * padding / 30)
print(f"at {shares[-1]:.0f}%: {by_hand[-1]:.4f}, default {default[-1]:.4f}")
# > at 90%: 0.0781, default 0.7808

plt.plot(shares, by_hand, "s--", color="tab:red")
plt.text(48, 0.3, "each.mean()", color="tab:red", ha="right")
plt.plot(shares, default, "o-", color="tab:green")
plt.text(90, 0.83, "the default", color="tab:green", ha="right")
plt.ylim(0, 0.95)
plt.xlabel("padding in % of the positions")
plt.ylabel("loss")
plt.show()

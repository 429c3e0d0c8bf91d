"""With pos_weight, a smaller share of positives counts as a yes."""

import torch
from matplotlib import pyplot as plt
from torch import nn

share = torch.linspace(
    0.01, 0.99, 99
).double()  # of positives, for an input
looks = {
    1: {"color": "tab:gray"},
    4: {"color": "tab:orange", "linestyle": "dashed"},
    19: {"color": "tab:green", "linestyle": "dotted"},
}
for weight, look in looks.items():
    criterion = nn.BCEWithLogitsLoss(
        pos_weight=torch.tensor(weight).double(), reduction="sum"
    )
    logits = torch.zeros(99).double().requires_grad_()
    optimizer = torch.optim.Rprop([logits])  # to the lowest loss
    for _ in range(50):
        optimizer.zero_grad()
        criterion(logits, share).backward()
        optimizer.step()
    learned = logits.detach().sigmoid()
    print(f"{weight}: a share of 5% is learned as {learned[4]:.0%}")
    plt.plot(share, learned, **look)
# > 1: a share of 5% is learned as 5%
# > 4: a share of 5% is learned as 17%
# > 19: a share of 5% is learned as 50%
plt.axhline(0.5, color="tab:blue", linewidth=1)
plt.text(0.98, 0.42, "yes from here on", color="tab:blue", ha="right")
plt.text(0.07, 0.98, "pos_weight 19", color="tab:green")
plt.text(0.48, 0.73, "4", color="tab:orange")
plt.text(0.6, 0.67, "1", color="tab:gray", ha="right")
plt.ylim(-0.03, 1.07)
plt.xlabel("true share of positives")
plt.ylabel("probability that is learned")
plt.show()

"""Without a scale, perfect cosines leave the loss near that of a guess."""

import torch
from matplotlib import pyplot as plt
from torch import nn

scales = torch.linspace(0, 20, 81)
looks = {
    32: {"color": "tab:blue"},
    4096: {"color": "tab:orange", "linestyle": "dashed"},
}
for pairs, look in looks.items():
    logits = torch.zeros(81, pairs)
    logits[:, 0] = scales  # a cosine of 1 for the pair, and of 0 for others
    target = torch.zeros(81, dtype=torch.long)
    floor = nn.CrossEntropyLoss(reduction="none")(logits, target)
    print(
        f"{pairs} pairs: {floor[0]:.2f}, with a scale of 1 {floor[4]:.2f}"
    )
    plt.plot(scales, floor, **look)
# > 32 pairs: 3.47, with a scale of 1 2.52
# > 4096 pairs: 8.32, with a scale of 1 7.32
plt.text(4, 0.8, "32 pairs", color="tab:blue")
plt.text(4.6, 5, "4096 pairs", color="tab:orange")
plt.axvline(1, color="tab:gray", linewidth=1)
plt.text(1.2, 8.2, "no scale", color="tab:gray")
plt.ylim(-0.2, 8.8)
plt.xlabel("scale of the cosines")
plt.ylabel("lowest loss there can be")
plt.show()

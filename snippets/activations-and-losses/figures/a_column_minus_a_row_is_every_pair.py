"""A column minus a row is every pair; only the diagonal is meant."""

import torch
from matplotlib import pyplot as plt

outputs = torch.tensor([[1.0], [2.0], [3.0], [4.0]])  # (4, 1)
target = torch.tensor([1.0, 2.0, 3.0, 4.0])  # (4,)
pairs = outputs - target
print(f"{tuple(pairs.shape)}, diagonal {pairs.diagonal().abs().max():.0f}")
# > (4, 4), diagonal 0
print(f"mean of the squares {pairs.square().mean():.1f}, instead of 0")
# > mean of the squares 2.5, instead of 0

for row in range(4):
    for column in range(4):
        meant = row == column
        color = "tab:green" if meant else "tab:red"
        corner = (column - 0.45, row - 0.45)
        look = {"facecolor": (color, 0.2), "edgecolor": color}
        look["linewidth"] = 2 if meant else 0
        plt.gca().add_patch(plt.Rectangle(corner, 0.9, 0.9, **look))
        difference = f"{pairs[row, column]:.0f}"
        weight = "bold" if meant else "normal"
        style = {"ha": "center", "va": "center", "weight": weight}
        plt.text(column, row, difference, color=color, **style)
plt.xlim(-0.6, 3.6)
plt.ylim(3.6, -0.6)
plt.xticks(range(4), [f"{y:.0f}" for y in target])
plt.yticks(range(4), [f"{y:.0f}" for y in outputs.flatten()])
plt.grid(visible=False)
plt.xlabel("target, shape (4,)")
plt.ylabel("output, shape (4, 1)")
plt.show()

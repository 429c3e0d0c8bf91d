"""Softmax gives the largest score the largest share."""

import torch
from matplotlib import pyplot as plt

scores = torch.tensor([2.0, 1.0, 0.0, -1.0])
shares = scores.softmax(dim=0)
shifted = (scores + 10).softmax(dim=0)
torch.testing.assert_close(shares, scores.exp() / scores.exp().sum())
torch.testing.assert_close(shares, shifted)
print(" ".join(f"{share:.2f}" for share in shares))
# > 0.64 0.24 0.09 0.03

names = [f"score {score:.0f}" for score in scores]
plt.bar(names, shares.tolist(), color="tab:blue", label="share")
for place, share in enumerate(shares):
    plt.text(place, share + 0.02, f"{share:.2f}", ha="center")
plt.ylim(0, 0.75)
plt.grid(axis="x", visible=False)
plt.ylabel("share")
plt.show()

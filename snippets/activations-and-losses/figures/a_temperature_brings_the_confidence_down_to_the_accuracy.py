"""A temperature brings the confidence down to the accuracy."""

import torch
from matplotlib import pyplot as plt
from torch.nn import functional as F

logits = F.pad(torch.tensor([[1.0], [2], [4], [6], [8]]), (0, 2))
right = torch.tensor([45, 58, 79, 91, 96])  # of 100 samples of each kind
target = (torch.arange(100) >= right[:, None]).long()  # 0: it is right
for row, count in zip(logits.int().tolist(), right, strict=True):
    print(f"logits {row}: {count} of 100 are class 0")
# > logits [1, 0, 0]: 45 of 100 are class 0
# > logits [2, 0, 0]: 58 of 100 are class 0
# > logits [4, 0, 0]: 79 of 100 are class 0
# > logits [6, 0, 0]: 91 of 100 are class 0
# > logits [8, 0, 0]: 96 of 100 are class 0
print(f"in all: {right.sum() / 500:.1%} right")
# > in all: 73.8% right

samples, target = logits.repeat_interleave(100, dim=0), target.flatten()
looks = {1: ("tab:red", "s", "dashed"), 2: ("tab:green", "o", "solid")}
_, (above, below) = plt.subplots(2, height_ratios=[3, 2])
for temperature, (color, marker, dashes) in looks.items():
    sure = (logits / temperature).softmax(dim=1).amax(dim=1)
    above.plot(sure, right, marker, color=color, linestyle=dashes)
    loss = F.cross_entropy(samples / temperature, target)
    print(f"at {temperature}: {sure.mean():.1%} sure, loss {loss:.3f}")
# > at 1: 86.4% sure, loss 0.785
# > at 2: 73.8% sure, loss 0.652
above.plot([0.4, 1], [40, 100], color="tab:gray", linestyle="dotted")
above.text(0.99, 46, "temperature 1", color="tab:red", ha="right")
above.text(0.74, 84, "temperature 2", color="tab:green", ha="right")
above.text(0.41, 62, "as sure as right", color="tab:gray")
above.set_title("right of 100, with that confidence")
at = torch.arange(5, 51) / 10
losses = [F.cross_entropy(samples / one, target) for one in at]
below.plot(at, losses, color="tab:blue")
below.set_title("cross-entropy")
below.set_xlabel("temperature")
plt.show()

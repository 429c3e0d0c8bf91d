"""An overfit softmax is surer than it is right, until it is divided."""

import torch
from matplotlib import pyplot as plt
from torch import nn

torch.manual_seed(0)


def sample(n):
    labels, inputs = torch.randint(2, (n,)), torch.randn(n, 20)
    inputs[:, :2] += 2 * labels.unsqueeze(1) - 1
    return inputs, labels


(train, labels), (new, truth) = sample(60), sample(20_000)
model = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 2))
optimizer = torch.optim.Adam(model.parameters(), lr=0.005)
for _ in range(60):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(train), labels).backward()
    optimizer.step()
for t, color, look in ((1, "tab:red", "s--"), (4, "tab:green", "o-")):
    sure, answers = (model(new) / t).softmax(dim=1).max(dim=1)
    right = (answers == truth).float()
    print(f"over {t}: {sure.mean():.0%} sure, {right.mean():.0%} right")
    tenths = sure.argsort().chunk(10)
    points = [[v[i].mean().item() for i in tenths] for v in (sure, right)]
    plt.plot(*points, look, color=color)
# > over 1: 93% sure, 80% right
# > over 4: 76% sure, 80% right
plt.plot([0.5, 1], [0.5, 1], ":", color="tab:gray")
plt.text(0.53, 0.75, "as right as sure", color="tab:gray")
plt.text(0.98, 0.6, "as trained", color="tab:red", ha="right")
plt.text(0.75, 0.84, "logits / 4", color="tab:green", ha="right")
plt.xlabel("probability that the softmax gives its answer")
plt.ylabel("share that is right")
plt.show()

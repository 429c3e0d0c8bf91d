"""A large learning rate kills units, and small steps leave them dead."""

import torch
from matplotlib import pyplot as plt
from torch import nn

inputs = torch.tensor([[0.0], [1.0], [2.0], [3.0]])
target = 10 + inputs.square()
torch.manual_seed(0)


def train(first_rate):
    model = nn.Sequential(nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=first_rate)
    seen = []
    for step in range(61):
        if step == 20:
            optimizer.param_groups[0]["lr"] = 0.02
        hidden = model[:2](inputs)
        loss = nn.MSELoss()(model[2](hidden), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        dead = (hidden == 0).all(dim=0).sum().item()
        seen.append((dead, min(loss.item(), 100)))  # the axis ends at 30
    return [*zip(*seen, strict=True)]


large, small = train(0.3), train(0.02)
print(f"of 16 units {large[0][-1]} are dead, and {small[0][-1]}")
# > of 16 units 16 are dead, and 4
figure, panels = plt.subplots(2, sharex=True)
for axes, *lines in zip(panels, large, small, strict=True):
    axes.plot(lines[0], "--", color="tab:red", label="rate 0.3 at first")
    axes.plot(lines[1], color="tab:green", label="rate 0.02")
panels[0].text(42, 12.5, "rate 0.3 at first", color="tab:red")
panels[0].text(42, 5.5, "rate 0.02", color="tab:green")
panels[0].set(ylim=(0, 18), title="dead units of 16")
panels[1].set(ylim=(-2, 30), title="loss", xlabel="training step")
plt.show()

"""A second softmax raises no error, and the loss stays up."""

import torch
from matplotlib import pyplot as plt
from torch import nn

torch.manual_seed(0)
classes = 10
target = torch.arange(200) % classes
inputs = 4 * torch.eye(classes)[target] + torch.randn(200, classes)


def losses(last):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(10, 32), nn.ReLU(), nn.Linear(32, 10))
    model.append(last)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    seen = []
    for _ in range(100):
        loss = nn.functional.cross_entropy(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        seen.append(loss.item())
    return seen


right, wrong = losses(nn.Identity()), losses(nn.Softmax(dim=1))
print(f"{right[-1]:.2f} against {wrong[-1]:.2f}")
# > 0.01 against 1.47

plt.plot(wrong, color="tab:red", linestyle="dashed")
plt.text(60, 1.55, "with nn.Softmax", color="tab:red")
plt.plot(right, color="tab:green")
plt.text(45, 0.12, "without nn.Softmax", color="tab:green")
plt.ylim(0, 2.5)
plt.xlabel("training step")
plt.ylabel("loss")
plt.show()

"""NLLLoss on logits falls through 0 and never stops."""

import torch
from matplotlib import pyplot as plt
from torch import nn

inputs = torch.tensor([-4.0, -3, -2, -1, 1, 2, 3, 4, 5, 6]).view(10, 1)
target = torch.tensor([0, 0, 0, 0, 1, 1, 2, 2, 2, 2])


def losses(ending):
    parameters = torch.zeros(2, 3, requires_grad=True)
    optimizer = torch.optim.SGD([parameters], lr=0.3)
    seen = []
    for _ in range(41):
        outputs = ending(inputs * parameters[0] + parameters[1])
        loss = nn.NLLLoss()(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        seen.append(loss.item())
    return seen


wrong, right = losses(nn.Identity()), losses(nn.LogSoftmax(dim=1))
print(f"after 40 steps {wrong[-1]:.2f}, and {right[-1]:.2f}")
# > after 40 steps -56.28, and 0.23

plt.plot(wrong, color="tab:red", linestyle="dashed")
plt.text(19, -40, "on logits", color="tab:red")
plt.plot(right, color="tab:green")
plt.text(40, 3, "after LogSoftmax", color="tab:green", ha="right")
plt.ylim(-60, 10)
plt.xlabel("training step")
plt.ylabel("loss")
plt.show()

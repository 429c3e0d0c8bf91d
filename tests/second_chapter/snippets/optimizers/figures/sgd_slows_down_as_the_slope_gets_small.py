"""SGD slows down as the slope gets small."""

import torch
from matplotlib import pyplot as plt

weight = torch.tensor(4.0, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.1)
seen = []
for _ in range(13):
    seen.append(weight.item())
    optimizer.zero_grad()
    (weight**2).backward()
    optimizer.step()

plt.plot(seen, color="tab:blue", marker="o")
plt.text(3, 2.4, "weight", color="tab:blue")
plt.xlabel("step")
plt.show()

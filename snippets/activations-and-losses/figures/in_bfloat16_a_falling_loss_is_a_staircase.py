"""In bfloat16, a loss that falls steadily is a staircase."""

import torch
from matplotlib import pyplot as plt
from torch import nn

criterion = nn.CrossEntropyLoss(reduction="none")
steps = torch.arange(61)
logits = torch.zeros(61, 4096)
logits[:, 0] = 0.005 * steps  # a model that slowly gets better
target = torch.zeros(61, dtype=torch.long)
exact = criterion(logits, target)
coarse = criterion(logits.bfloat16(), target).float()
print(f"{len(exact.unique())} values in float32")
# > 61 values in float32
print(f"{len(coarse.unique())} in bfloat16")
# > 6 in bfloat16

plt.step(steps, coarse, color="tab:red", linestyle="dashed", where="post")
plt.text(32, 8.26, "bfloat16", color="tab:red")
plt.plot(steps, exact, color="tab:green")
plt.text(20, 8.14, "float32", color="tab:green")
plt.xlabel("training step")
plt.ylabel("loss")
plt.show()

"""PoissonNLLLoss and GaussianNLLLoss broadcast without a warning."""

import torch
from torch import nn

counts = torch.tensor([1.0, 2.0, 4.0, 8.0])
outputs = torch.zeros(4, 1, requires_grad=True)  # logarithms of rates
optimizer = torch.optim.Adam([outputs], lr=0.1)
criterion = nn.PoissonNLLLoss()

# Wrong: outputs of shape (4, 1), target of shape (4,).
for _ in range(400):
    loss = criterion(outputs, counts)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"loss {loss:.2f}", *(f"{x:.2f}" for x in outputs.exp()[:, 0]))
# > loss -1.21 3.75 3.75 3.75 3.75

# Right: both of shape (4, 1).
for _ in range(400):
    loss = criterion(outputs, counts.unsqueeze(1))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"loss {loss:.2f}", *(f"{x:.2f}" for x in outputs.exp()[:, 0]))
# > loss -2.14 1.00 2.00 4.00 8.00

# A square of the losses, in these as well.
kl = nn.KLDivLoss(reduction="none")(outputs, counts)
hinge = nn.HingeEmbeddingLoss(reduction="none")(outputs, counts)
gaussian = nn.GaussianNLLLoss(reduction="none")(outputs, counts, counts)
print(*kl.shape, "and", *hinge.shape, "and", *gaussian.shape)
# > 4 4 and 4 4 and 4 4

# Notice it: False for the flat target, True for the column.
for target in counts, counts.unsqueeze(1):
    print(outputs.shape == target.shape)
# > False
# > True
